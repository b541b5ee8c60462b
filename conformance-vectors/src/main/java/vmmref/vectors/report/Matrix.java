/// Several runs beside each other: clause by clause, and vector by vector where they part.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Verdict;

/// A column for each run, in the order in which they were named.
public record Matrix(Seq<Column> columns) {

    private static final int SHOWN = 10;

    /// What is kept of one vector: the verdict, and if it failed, by which clauses and with which answer.
    record Cell(Verdict verdict, Seq<String> clauses, Option<Answer> answer) { }

    /// One run: what it is called, how its clauses fared, and its vectors by id.
    public record Column(String name, Seq<ClauseTally.Row> rows, Map<String, Cell> cells) {

        /// {@return the column of a run; `review` judges it, and tells the listener}
        public static Column of(Recording recording, Consumer<Run.Listener> review) {
            ClauseTally clauses = new ClauseTally();
            java.util.Map<String, Cell> cells = new java.util.HashMap<>();
            review.accept(judgement -> {
                clauses.judged(judgement);
                cells.put(judgement.vector().id(), cell(judgement));
            });
            return new Column(recording.file().toAbsolutePath().getParent().getFileName().toString(), clauses.rows(), HashMap.ofAll(cells));
        }

        private static Cell cell(Judgement judgement) {
            boolean wrong = judgement.verdict() == Verdict.FAIL;
            return new Cell(judgement.verdict(), wrong ? judgement.decidedBy() : List.empty(),
                judgement.reply().filter(reply -> wrong).flatMap(reply -> reply instanceof Reply.Answered answered ? Option.some(answered.answer()) : Option.none()));
        }

        private Option<ClauseTally.Row> row(String clause) {
            return rows.find(row -> row.clause().equals(clause));
        }
    }

    /// {@return the ids of the vectors that several runs asked and that did not get the same verdict in all of these, in order}
    public Seq<String> parting() {
        return columns.flatMap(column -> column.cells().filterValues(cell -> cell.verdict().ran()))
            .groupBy(cell -> cell._1)
            .filterValues(cells -> cells.map(cell -> cell._2.verdict()).distinct().size() > 1)
            .keySet().toList().sorted();
    }

    /// {@return clause -> ids of the vectors that two runs fail with the same answer}
    public Map<String, Seq<String>> suspects() {
        return List.ofAll(columns.flatMap(column -> column.cells().filterValues(cell -> cell.answer().isDefined())))
            .groupBy(cell -> cell._1)
            .filterValues(cells -> cells.map(cell -> cell._2.answer()).distinct().size() < cells.size())
            .toList().sortBy(cells -> cells._1)
            .flatMap(cells -> cells._2.head()._2.clauses().take(1).map(clause -> new io.vavr.Tuple2<>(clause, cells._1)))
            .groupBy(pair -> pair._1).mapValues(pairs -> pairs.map(pair -> pair._2));
    }

    /// {@return the matrix for people; with `all`, every clause and not only those that fail somewhere}
    public String text(Ink ink, boolean all) {
        Seq<String> shown = clauses().filter(clause -> all || columns.exists(column -> column.row(clause).exists(row -> row.fail() > 0)));
        Seq<String> parting = parting();
        return new Columns(columns.map(Column::name).prepend("clause").append("suspect"), shown.map(this::row)).text("", ink::strong)
            + "%,d of %,d clauses fail in some run%s\n".formatted(clauses().count(this::failing), clauses().size(), all ? "" : " (--verbose lists the others)")
            + "%,d vectors that several runs asked got different verdicts%s\n".formatted(parting.size(), parting.isEmpty() ? "" : ":")
            + (parting.isEmpty() ? "" : new Columns(columns.map(Column::name).prepend("vector"), parting.take(SHOWN).map(this::verdicts)).text("  ", ink::strong))
            + (parting.size() > SHOWN ? "  … and %,d more (--format json lists them)\n".formatted(parting.size() - SHOWN) : "");
    }

    /// {@return the matrix as an object}
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("runs", Json.texts(columns.map(Column::name)));
        ArrayNode rows = json.putArray("clauses");
        Map<String, Seq<String>> suspects = suspects();
        clauses().forEach(clause -> {
            ObjectNode line = rows.addObject().put("clause", clause);
            ArrayNode cells = line.putArray("runs");
            columns.forEach(column -> column.row(clause).map(ClauseTally.Row::json).peek(cells::add).onEmpty(cells::addNull));
            suspects.get(clause).forEach(ids -> line.set("suspect", Json.texts(ids)));
        });
        ArrayNode vectors = json.putArray("parting");
        parting().forEach(id -> vectors.addObject().put("id", id).set("verdicts", Json.texts(verdicts(id).tail())));
        return json;
    }

    private Seq<String> clauses() {
        return LinkedHashSet.ofAll(columns.flatMap(column -> column.rows().filter(row -> row.fail() > 0).map(ClauseTally.Row::clause)))
            .addAll(columns.flatMap(column -> column.rows().map(ClauseTally.Row::clause))).toList();
    }

    private boolean failing(String clause) {
        return columns.exists(column -> column.row(clause).exists(row -> row.fail() > 0));
    }

    private Seq<String> row(String clause) {
        return columns.map(column -> column.row(clause).map(Matrix::cell).getOrElse("-")).prepend(clause)
            .append(suspects().get(clause).map(ids -> "%,d answered alike, for example %s".formatted(ids.size(), ids.head())).getOrElse(""));
    }

    private static String cell(ClauseTally.Row row) {
        if (row.fail() > 0) return "FAIL %,d of %,d".formatted(row.fail(), row.vectors());
        return row.pass() > 0 ? "ok %,d".formatted(row.pass()) : "-";
    }

    private Seq<String> verdicts(String id) {
        return columns.map(column -> column.cells().get(id).map(cell -> cell.verdict().word()).getOrElse("-")).prepend(id);
    }
}
