package vmmref.vectors.trace;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.spec.Table;

/// What `spec/kill-matrix.tsv` says: how many mutants of each package and of each table the vectors kill, and how many the guarantees do, each without the other; and which of them neither kills, with the reason why.
///
/// @param run       how the mutants were judged: name and value
/// @param counts    in the order of the page
/// @param survivors in the order of the page
public record KillMatrix(Map<String, String> run, Seq<Count> counts, Seq<Survivor> survivors) {
    /// In place of a reason that nobody has found yet.
    public static final String OPEN = "not explained yet";

    /// @param tool       `compiled` for compiled code, `table` for changed cells
    /// @param place      a package, or a table
    /// @param mutants    that were judged
    /// @param vectors    killed by vectors alone
    /// @param guarantees killed by guarantees alone
    /// @param both       killed by both
    /// @param neither    killed by neither
    /// @param once       in code that is over before anything is asked: it makes tables and constants when a class is loaded
    public record Count(String tool, String place, int mutants, int vectors, int guarantees, int both, int neither, int once) {
        Count plus(Count other) {
            return new Count(tool, place, mutants + other.mutants, vectors + other.vectors, guarantees + other.guarantees, both + other.both, neither + other.neither, once + other.once);
        }

        boolean isSum() {
            return mutants == vectors + guarantees + both + neither + once;
        }
    }

    /// A mutant that neither kills.
    ///
    /// @param place  package, or table
    /// @param where  class and method, or table and row
    /// @param what   what was changed
    /// @param reason why, or [#OPEN]
    public record Survivor(String tool, String place, String where, String what, String reason) { }

    /// What the page says of one tool.
    private record Part(String tool, String title, String place) { }

    private static final Seq<Part> PARTS = Vector.of(new Part("compiled", "Compiled code", "package"), new Part("table", "Tables", "table"));

    public static KillMatrix of(Table table) {
        return new KillMatrix(
            LinkedHashMap.ofEntries(table.rows().filter(row -> row.cell(0).equals("run")).map(row -> io.vavr.Tuple.of(row.cell(1), row.cell(2)))),
            table.rows().reject(row -> row.cell(0).equals("run") || row.cell(0).equals("survivor")).map(row ->
                new Count(row.cell(0), row.cell(1), number(row, 2), number(row, 3), number(row, 4), number(row, 5), number(row, 6), number(row, 7))),
            table.rows().filter(row -> row.cell(0).equals("survivor")).map(row -> new Survivor(row.cell(1), row.cell(2), row.cell(3), row.cell(4), row.cell(5))));
    }

    private static int number(Table.Row row, int column) {
        return Integer.parseInt(row.cell(column));
    }

    /// {@return the table}
    public String text() {
        return "# run\tname\tvalue\n"
            + run.map(each -> "run\t" + each._1 + "\t" + each._2 + "\n").mkString()
            + "# tool\tplace\tmutants\tkilled by vectors alone\tby guarantees alone\tby both\tby neither\tdecided once, when a class is loaded\n"
            + counts.map(each -> Vector.of(each.tool(), each.place(), each.mutants(), each.vectors(), each.guarantees(), each.both(), each.neither(), each.once()).mkString("\t") + "\n").mkString()
            + "# survivor\ttool\tplace\twhere\twhat\treason\n"
            + survivors.map(each -> Vector.of("survivor", each.tool(), each.place(), each.where(), each.what(), each.reason()).mkString("\t") + "\n").mkString();
    }

    /// {@return the counts of one tool, added up}
    Count sum(String tool) {
        return counts.filter(each -> each.tool().equals(tool)).foldLeft(new Count(tool, "all", 0, 0, 0, 0, 0, 0), Count::plus);
    }

    /// {@return the page that people read}
    public String page() {
        return """
            # Kill matrix

            Which mutants of the model and of the monitor the conformance vectors kill, and which the guarantees kill, each asked without the other. `mvn -B -Pkill-matrix verify` judges them and writes `kill-matrix.tsv`; this page says the same to people, and `mvn -B verify` compares the two.
            A mutant is one change in compiled code, made by PIT, or in one cell of a table. Unit tests have no part in this: `mutants.tsv` is about all judges together. *vectors*, *guarantees*, *both* and *neither* say who kills how many;
            *once* counts changes in code that is over before anything is asked, as it makes tables and constants when a class is loaded: they are not judged here. Each mutant that neither kills stands in `kill-matrix.tsv` with its reason, as far as it is known; people's reasons are kept in `kill-reasons.tsv`.

            """ + run.map(each -> "* " + each._1 + ": " + each._2 + "\n").mkString() + PARTS.filter(part -> counts.exists(each -> each.tool().equals(part.tool()))).map(this::part).mkString() + reasons();
    }

    private String part(Part part) {
        return """

            ## %s

            | %s | mutants | vectors | guarantees | both | neither | once |
            |---|---|---|---|---|---|---|
            """.formatted(part.title(), part.place()) + counts.filter(each -> each.tool().equals(part.tool())).append(sum(part.tool())).map(KillMatrix::line).mkString();
    }

    private static String line(Count each) {
        String name = each.place().equals("all") ? "**all**" : each.place();
        return String.format(Locale.ROOT, "| %s | %d | %s | %s | %s | %s | %s |%n", name, each.mutants(), some(each.vectors()), some(each.guarantees()), some(each.both()), some(each.neither()), some(each.once()));
    }

    private static String some(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    /// Reasons that say of whom the mutants are killed otherwise differ after the colon.
    private String reasons() {
        Map<String, Integer> sorts = survivors.map(each -> each.reason().replaceFirst(":.*", "")).groupBy(sort -> sort).mapValues(Seq::size);
        return """

            ## Killed by neither

            | reason | mutants |
            |---|---|
            """ + sorts.toVector().sortBy(each -> String.format(Locale.ROOT, "%06d%s", 999_999 - each._2, each._1)).map(each -> "| " + each._1.replace("|", "\\|") + " | " + each._2 + " |\n").mkString();
    }

    /// {@return whether every mutant of compiled code has been judged}
    boolean isWhole() {
        return run.get("compiled code").exists(each -> each.startsWith("all mutants") && !each.contains("were judged"));
    }
}
