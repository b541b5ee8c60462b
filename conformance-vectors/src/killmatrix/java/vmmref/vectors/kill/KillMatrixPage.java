package vmmref.vectors.kill;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.spec.Table;
import vmmref.vectors.trace.KillMatrix;
import vmmref.vectors.trace.KillReasons;

/// Writes `kill-matrix.tsv` and `kill-matrix.md` from the fates of mutants. A mutant that neither kills has the reason that `kill-reasons.tsv` or `mutants.tsv` gives, or PIT's last run of the tests.
///
/// @param spec the folder
/// @param pit  what PIT says of mutants of compiled code
record KillMatrixPage(Path spec, PitReport pit) {
    private static final String UNREACHED = "no vector and no law that was asked reaches it";

    /// {@return whether every mutant that neither kills has a reason}
    boolean written(int everyCompiled, int everyTable, Journal compiled, Journal again, Journal tables) throws IOException {
        Map<String, Fate> later = again.fates().toMap(Fate::key, fate -> fate);
        Seq<Fate> fates = compiled.fates().map(fate -> later.getOrElse(fate.key(), fate)).appendAll(tables.fates());
        Path table = spec.resolve("kill-matrix.tsv");
        KillReasons reasons = KillReasons.of(Table.parse("kill-reasons", Files.readString(spec.resolve("kill-reasons.tsv"))));
        Table mutants = Table.parse("mutants", Files.readString(spec.resolve("mutants.tsv")));
        KillMatrix matrix = new KillMatrix(run(everyCompiled, everyTable, compiled, tables), counts(fates),
            fates.filter(Fate::isSurvivor).map(fate -> survivor(fate, reasons, mutants)).sortBy(each -> each.tool() + " " + each.where() + " " + each.what()));
        Files.writeString(table, matrix.text());
        Files.writeString(spec.resolve("kill-matrix.md"), matrix.page());
        Seq<KillMatrix.Survivor> unexplained = matrix.survivors().filter(each -> each.reason().equals(KillMatrix.OPEN));
        System.out.printf("%d mutants, %d killed by neither, %d of these without a reason on %s%n", fates.size(), matrix.survivors().size(), unexplained.size(), table);
        reasons.unused(matrix).forEach(stale -> System.out.println("kill-reasons.tsv explains what is killed, or is not there: " + stale));
        return unexplained.isEmpty();
    }

    private static Map<String, String> run(int everyCompiled, int everyTable, Journal compiled, Journal tables) {
        return LinkedHashMap.of(
            "compiled code", every(everyCompiled, "mutants of each method") + judged(compiled),
            "tables", every(everyTable, "mutants") + judged(tables),
            "vectors", "of core vectors of one topic that the same clauses decide at most " + Questions.ALIKE + "; of those that reach the changed line at most " + VectorBench.MOST + ", asked for their answers and for what is expected",
            "guarantees", "of the laws that reach the changed line those first that are about its clauses, at most " + LawBench.MANY + " cases each, then the cheapest, at most " + LawBench.TRIES + " each; together as many as the steps allow that a mutant has");
    }

    private static String judged(Journal journal) {
        if (journal.fates().isEmpty()) return "; none of them has been judged yet";
        return journal.all() == journal.fates().size() ? ", " + journal.all() + " of them" : "; " + journal.fates().size() + " of " + journal.all() + " were judged, some of each method before others";
    }

    private static String every(int each, String what) {
        return each == 1 ? "all " + what : "one in " + each + " of the " + what;
    }

    private static Seq<KillMatrix.Count> counts(Seq<Fate> fates) {
        return TreeMap.ofEntries(fates.groupBy(fate -> fate.tool() + "\t" + fate.place()).map(each -> Tuple.of(each._1, count(each._2)))).values();
    }

    private static KillMatrix.Count count(Seq<Fate> fates) {
        return new KillMatrix.Count(fates.head().tool(), fates.head().place(), fates.size(),
            fates.count(fate -> fate.vectors().isKilled() && !fate.guarantees().isKilled()),
            fates.count(fate -> !fate.vectors().isKilled() && fate.guarantees().isKilled()),
            fates.count(fate -> fate.vectors().isKilled() && fate.guarantees().isKilled()),
            fates.count(Fate::isSurvivor),
            fates.count(fate -> fate.reach().equals(Fate.ONCE)));
    }

    private KillMatrix.Survivor survivor(Fate fate, KillReasons reasons, Table mutants) {
        String reason = reasons.of(fate.where(), fate.what()).getOrElse(() -> Vector.of(known(fate, mutants), pit.reason(fate).getOrElse(""), fate.reach().equals(Fate.NEVER) ? UNREACHED : "")
            .find(text -> !text.isEmpty()).getOrElse(KillMatrix.OPEN));
        return new KillMatrix.Survivor(fate.tool(), fate.place(), fate.where(), fate.what(), reason);
    }

    /// The reason that `mutants.tsv` gives for the same mutant.
    private static String known(Fate fate, Table mutants) {
        return mutants.rows().filter(row -> row.cell(0).equals("survivor") && row.cell(2).equals(fate.where()) && row.cell(3).equals(fate.what())).map(row -> row.cell(4)).headOption().getOrElse("");
    }
}
