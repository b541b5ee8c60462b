package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.spec.Table;

/// A bug of an emulator or a monitor that was published.
///
/// @param foundIn the program
/// @param wrong   what was wrong
/// @param member  the name of the member of the zoo that has it
/// @param whyNot  what keeps the model from it, if no member has it
public record PublishedBug(String foundIn, String wrong, Option<String> member, Option<String> whyNot) {

    /// {@return the bugs that the specification's table lists}
    public static Seq<PublishedBug> all() {
        return of(Table.named("published-bugs"));
    }

    /// {@return the bugs that a table lists: found in, what was wrong, and either a member or why there is none}
    static Seq<PublishedBug> of(Table table) {
        return table.rows().map(PublishedBug::of);
    }

    private static PublishedBug of(Table.Row row) {
        PublishedBug bug = new PublishedBug(row.cell(0), row.cell(1), cell(row, 2), cell(row, 3));
        if (bug.member.isDefined() == bug.whyNot.isDefined()) throw new IllegalArgumentException(row.where() + " names either a member or why there is none");
        return bug;
    }

    private static Option<String> cell(Table.Row row, int column) {
        return Option.some(row.cell(column)).filter(text -> !text.isEmpty());
    }

    /// {@return the bug in a line}
    public String text() {
        return foundIn + ": " + wrong;
    }
}
