package vmmref.vectors.trace;

import io.vavr.collection.Seq;
import vmmref.spec.Table;

/// What `spec/mutants.tsv` says: how many mutants of each package and of each clause's tables were made and killed, and which survived, with the reason why.
///
/// @param counts    in the order of the page
/// @param survivors in the order of the page
record Tally(Seq<Count> counts, Seq<Survivor> survivors) {

    /// @param subject a clause, or a package
    /// @param tool    `pit` for compiled code, `table` for changed cells
    record Count(String subject, String tool, int mutants, int killed) { }

    /// @param where  class and method, or table and row
    /// @param what   what was changed
    /// @param reason why nothing can tell it from the original, or empty
    record Survivor(String tool, String where, String what, String reason) { }

    static Tally of(Table table) {
        return new Tally(
            table.rows().reject(row -> row.cell(0).equals("survivor")).map(row ->
                new Count(row.cell(0), row.cell(1), Integer.parseInt(row.cell(2)), Integer.parseInt(row.cell(3)))),
            table.rows().filter(row -> row.cell(0).equals("survivor")).map(row ->
                new Survivor(row.cell(1), row.cell(2), row.cell(3), row.cell(4))));
    }

    /// {@return the page}
    String text() {
        return "# clause or package\ttool\tmutants\tkilled\n"
            + counts.map(each -> each.subject() + "\t" + each.tool() + "\t" + each.mutants() + "\t" + each.killed() + "\n").mkString()
            + "# survivor\ttool\twhere\twhat\treason\n"
            + survivors.map(each -> "survivor\t" + each.tool() + "\t" + each.where() + "\t" + each.what() + "\t" + each.reason() + "\n").mkString();
    }

    /// {@return this tally with the reasons that an older page gives}
    Tally explainedBy(Tally older) {
        return new Tally(counts, survivors.map(survivor -> older.survivors()
            .find(each -> each.tool().equals(survivor.tool()) && each.where().equals(survivor.where()) && each.what().equals(survivor.what()))
            .getOrElse(survivor)));
    }

    /// {@return some counts, added up}
    static Count sum(Seq<Count> some) {
        return some.foldLeft(new Count("all", "all", 0, 0), (sum, each) ->
            new Count("all", "all", sum.mutants() + each.mutants(), sum.killed() + each.killed()));
    }

    /// {@return the counts about a subject}
    Seq<Count> about(String subject) {
        return counts.filter(each -> each.subject().equals(subject));
    }
}
