/// What a table says of instructions whose mnemonics have a pattern.
package vmmref.vectors.step;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import vmmref.spec.Table;
import vmmref.vectors.format.Source;

/// A row that says nothing, `-`, is how each instruction of its pattern is set up plainly, later rows after earlier ones; every other row is a way to differ from that. `0|5` in a change stands for two changes.
final class TableTwists {
    private static final Seq<Row> ROWS = Source.named(TableTwists.class, "twists").rows().map(Row::of);

    /// @param forms   of the text of forms, somewhere in it
    /// @param always  whether it is a case even if the same comes of it
    /// @param changes applied one after another
    private record Row(Pattern forms, String said, String flag, boolean always, Seq<String> changes) {
        static Row of(Table.Row row) {
            return new Row(Pattern.compile(row.cell(0)), row.cell(1), row.cell(2), row.cell(3).equals("always"), Vector.of(row.cell(4).split(" ")));
        }

        boolean isPlain() {
            return said.equals("-");
        }

        boolean fits(Setting setting) {
            return forms.matcher(setting.form().syntax().text()).find();
        }
    }

    private TableTwists() { }

    /// {@return a setting as the table sets it up plainly}
    static Setting plain(Setting setting) {
        return ROWS.filter(Row::isPlain).filter(row -> row.fits(setting)).foldLeft(setting, (all, row) -> changed(all, row.changes).head());
    }

    static Seq<Twist> of(Setting plain) {
        return ROWS.reject(Row::isPlain).filter(row -> row.fits(plain)).flatMap(row -> changed(plain, row.changes).map(setting -> new Twist(row.said, row.flag, row.always, setting)));
    }

    private static Seq<Setting> changed(Setting setting, Seq<String> changes) {
        return changes.foldLeft(Vector.of(setting), (all, change) -> all.flatMap(each -> alternatives(change).flatMap(one -> Change.of(each, one))));
    }

    private static Seq<String> alternatives(String change) {
        int equals = change.indexOf('=') + 1;
        return equals == 0 ? Vector.of(change) : Vector.of(change.substring(equals).split("\\|")).map(value -> change.substring(0, equals) + value);
    }

}
