package vmmref.model.register;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.Locale;
import org.apache.commons.lang3.Validate;
import vmmref.spec.Table;

/// An application register: who can move it, and which values it takes.
///
/// @param unit   the unit whose moves reach it
/// @param access who may move it
/// @param layout which values it takes
public record ApplicationRegister(Unit unit, Access access, Layout layout) {
    /// What no register has the number of.
    public static final ApplicationRegister ABSENT = new ApplicationRegister(Unit.BOTH, Access.ABSENT, new Layout(0, 0, Array.empty()));

    private static final int NUMBER = 128;

    /// The units that move application registers.
    public enum Unit {
        M, I, BOTH;

        /// {@return whether moves of a unit, which is not both, reach a register of this one}
        public boolean has(Unit moving) {
            return this == BOTH || this == moving;
        }
    }

    /// Who may move a register.
    public enum Access {
        /// Everybody.
        ANY,
        /// Everybody reads, privilege level 0 writes.
        LEVEL_0,
        /// The same, but PSR.si closes it to readers.
        TIME,
        /// Everybody while RSC.mode is 0.
        STORE,
        /// Everybody reads, nobody writes.
        READ,
        /// Everybody, in vain.
        IGNORED,
        /// Nobody.
        ABSENT
    }

    /// {@return the registers that the architecture defines, by number}
    public static Seq<ApplicationRegister> architected() {
        return of(Table.named("application-registers"));
    }

    /// {@return the registers that a table lists, by number: numbers, name, unit, access, and the layout in three cells}
    public static Seq<ApplicationRegister> of(Table table) {
        return table.rows().foldLeft(Array.fill(NUMBER, ABSENT), (all, row) -> Layout.numbers(row.cell(0)).foldLeft(all, (changed, number) -> added(changed, number, row)));
    }

    private static Array<ApplicationRegister> added(Array<ApplicationRegister> all, int number, Table.Row row) {
        Validate.isTrue(all.get(number) == ABSENT, "%s lists register %d again", row.where(), number);
        return all.update(number, new ApplicationRegister(Unit.valueOf(upper(row.cell(2))), Access.valueOf(upper(row.cell(3))), Layout.of(row.cell(4), row.cell(5), row.cell(6))));
    }

    private static String upper(String cell) {
        return cell.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
