package vmmref.model.register;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import org.apache.commons.lang3.Validate;
import vmmref.spec.Table;

/// A control register: when it can be moved, and which values it takes.
///
/// @param exists          whether a register has the number
/// @param isWritable      whether it can be written at all
/// @param ofInterruptions whether it can be moved only while PSR.ic is 0
/// @param layout          which values it takes
/// @param hidden          the bits that read as 0 whatever they hold
/// @param reservedWithout the bits that must be 0 where there is no `vmsw`
public record ControlRegister(boolean exists, boolean isWritable, boolean ofInterruptions, Layout layout, long hidden, long reservedWithout) {
    /// What no register has the number of.
    public static final ControlRegister ABSENT = new ControlRegister(false, false, false, new Layout(0, 0, Array.empty()), 0, 0);

    private static final int FILE = 128;

    /// {@return the registers that the architecture defines, by number}
    public static Seq<ControlRegister> architected() {
        return of(Table.named("control-registers"));
    }

    /// {@return the registers that a table lists, by number: numbers, name, access, ic, ignored, hidden and reserved bits, reserved values, and the bits that are reserved without `vmsw`}
    public static Seq<ControlRegister> of(Table table) {
        return table.rows().foldLeft(Array.fill(FILE, ABSENT), (all, row) -> Layout.numbers(row.cell(0)).foldLeft(all, (changed, number) -> added(changed, number, row)));
    }

    private static Array<ControlRegister> added(Array<ControlRegister> all, int number, Table.Row row) {
        Validate.isTrue(!all.get(number).exists(), "%s lists register %d again", row.where(), number);
        Validate.isTrue(row.cell(2).matches("rw|ro"), "%s: access is rw or ro, not %s", row.where(), row.cell(2));
        Validate.isTrue(row.cell(3).matches("off|-"), "%s: ic is off or -, not %s", row.where(), row.cell(3));
        return all.update(number, new ControlRegister(true, row.cell(2).equals("rw"), row.cell(3).equals("off"), Layout.of(row.cell(4), row.cell(6), row.cell(7)),
            Long.parseUnsignedLong(row.cell(5), 16), Long.parseUnsignedLong(row.cell(8), 16)));
    }
}
