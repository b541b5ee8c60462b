package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.execute.Meanings;
import vmmref.model.register.ApplicationRegister;
import vmmref.model.register.ControlRegister;
import vmmref.spec.Clause;
import vmmref.spec.RegisterFiles;
import vmmref.spec.Table;

/// Mutants of the tables of application and control registers.
final class RegisterMutants {
    private static final MutableTable APPLICATION = MutableTable.ofMachine(Table.named("application-registers"), 2,
        (right, table) -> right.withMeanings(Meanings.with(ApplicationRegister.of(table), ControlRegister.architected())));
    private static final MutableTable CONTROL = MutableTable.ofMachine(Table.named("control-registers"), 2,
        (right, table) -> right.withMeanings(Meanings.with(ApplicationRegister.architected(), ControlRegister.of(table))));

    private static final Seq<String> UNITS = Vector.of("M", "I", "both");
    private static final Seq<String> ACCESSES = Vector.of("any", "level-0", "time", "store", "read", "ignored");

    /// Control registers that hold no value: a move acknowledges or ends an external interrupt.
    private static final Seq<String> ACTING = Vector.of("ivr", "eoi");

    private static final int NUMBERS = 0;
    private static final int NAME = 1;

    private static final int UNIT = 2;
    private static final int ACCESS = 3;
    private static final int IGNORED = 4;
    private static final int RESERVED = 5;
    private static final int VALUES = 6;

    private static final int WRITABLE = 2;
    private static final int COLLECTING = 3;
    private static final int HIDDEN = 5;
    private static final int CONTROL_RESERVED = 6;
    private static final int CONTROL_VALUES = 7;
    private static final int WITHOUT = 8;

    private RegisterMutants() { }

    static Seq<TableMutant> all() {
        return APPLICATION.rows().flatMap(RegisterMutants::application).appendAll(CONTROL.rows().flatMap(RegisterMutants::control));
    }

    /// A row left out, with numbers that end elsewhere, another unit, and another access; what it does to values, if any are written.
    private static Seq<TableMutant> application(int row) {
        Table.Row cells = APPLICATION.row(row);
        Function1<String, Clause> accesses = access -> switch (access) {
            case "level-0", "time" -> RegisterFiles.APPLICATION_PRIVILEGED;
            case "store"           -> RegisterFiles.BACKING_STORE_CLOSED;
            case "read"            -> RegisterFiles.APPLICATION_ABSENT;
            default                -> RegisterFiles.APPLICATION_WRITTEN;
        };
        Seq<TableMutant> moved = Vector.of(APPLICATION.without(row, Vector.of(RegisterFiles.APPLICATION_ABSENT)))
            .appendAll(others(APPLICATION, row, NUMBERS, numbers(cells.cell(NUMBERS)), RegisterFiles.APPLICATION_ABSENT))
            .appendAll(others(APPLICATION, row, UNIT, UNITS, RegisterFiles.APPLICATION_ABSENT))
            .appendAll(others(APPLICATION, row, ACCESS, ACCESSES, accesses.apply(cells.cell(ACCESS))));
        return cells.cell(ACCESS).matches("read|ignored") ? moved
            : moved.appendAll(others(APPLICATION, row, IGNORED, masks(cells.cell(IGNORED), cells.cell(RESERVED)), RegisterFiles.APPLICATION_WRITTEN))
                .appendAll(others(APPLICATION, row, RESERVED, masks(cells.cell(RESERVED), "0"), RegisterFiles.REGISTER_VALUE_RESERVED))
                .appendAll(others(APPLICATION, row, VALUES, exclusions(cells.cell(VALUES)), RegisterFiles.REGISTER_VALUE_RESERVED));
    }

    /// A row left out, with numbers that end elsewhere, the other access, and the other condition on PSR.ic; what it does to values that are written, and that are read.
    private static Seq<TableMutant> control(int row) {
        Table.Row cells = CONTROL.row(row);
        boolean holding = !ACTING.contains(cells.cell(NAME));
        Seq<TableMutant> moved = Vector.of(CONTROL.without(row, Vector.of(RegisterFiles.CONTROL_ABSENT)))
            .appendAll(others(CONTROL, row, NUMBERS, numbers(cells.cell(NUMBERS)), RegisterFiles.CONTROL_ABSENT))
            .appendAll(others(CONTROL, row, WRITABLE, Vector.of("rw", "ro"), RegisterFiles.CONTROL_ABSENT))
            .appendAll(others(CONTROL, row, COLLECTING, Vector.of("off", "-"), RegisterFiles.CONTROL_COLLECTING))
            .appendAll(holding ? others(CONTROL, row, HIDDEN, masks(cells.cell(HIDDEN), cells.cell(IGNORED), cells.cell(CONTROL_RESERVED)), RegisterFiles.CONTROL_READ) : Vector.empty());
        return cells.cell(WRITABLE).equals("ro") || !holding ? moved
            : moved.appendAll(others(CONTROL, row, IGNORED, masks(cells.cell(IGNORED), cells.cell(CONTROL_RESERVED)), RegisterFiles.CONTROL_WRITTEN))
                .appendAll(others(CONTROL, row, CONTROL_RESERVED, masks(cells.cell(CONTROL_RESERVED), "0"), RegisterFiles.REGISTER_VALUE_RESERVED))
                .appendAll(others(CONTROL, row, CONTROL_VALUES, exclusions(cells.cell(CONTROL_VALUES)), RegisterFiles.REGISTER_VALUE_RESERVED))
                .appendAll(cells.cell(WITHOUT).equals("0") ? Vector.empty() : others(CONTROL, row, WITHOUT, masks(cells.cell(WITHOUT), cells.cell(CONTROL_RESERVED)), RegisterFiles.REGISTER_VALUE_RESERVED));
    }

    private static Seq<TableMutant> others(MutableTable table, int row, int column, Seq<String> values, Clause clause) {
        String heading = heading(table, column);
        return values.remove(table.row(row).cell(column)).map(value -> new Change(row, column, value))
            .map(change -> table.mutant(row, heading + change.told(table.table()), Vector.of(clause), change.in(table.table())));
    }

    /// Columns of bits look alike.
    private static String heading(MutableTable table, int column) {
        return column == IGNORED ? "ignored: " : column == (table == APPLICATION ? RESERVED : CONTROL_RESERVED) ? "reserved: "
            : table == CONTROL && column == HIDDEN ? "hidden: " : table == CONTROL && column == WITHOUT ? "without vmsw: " : "";
    }

    /// {@return ranges that begin or end one register further or earlier}
    private static Seq<String> numbers(String range) {
        if (!range.contains("..")) return Vector.empty();
        int first = Integer.parseInt(range.substring(0, range.indexOf('.')));
        int last = Integer.parseInt(range.substring(range.lastIndexOf('.') + 1));
        return Vector.of(first + 1 + ".." + last, first + ".." + (last - 1)).appendAll(first == 0 ? Vector.empty() : Vector.of(first - 1 + ".." + last)).appendAll(last == 127 ? Vector.empty() : Vector.of(first + ".." + (last + 1)));
    }

    /// {@return other masks; they differ in no bit of those masks that say that it is never 1}
    private static Seq<String> masks(String mask, String... never) {
        long unseen = Vector.of(never).map(RegisterMutants::bits).fold(0L, (all, some) -> all | some);
        return edges(bits(mask), 64).filter(changed -> ((changed ^ bits(mask)) & unseen) == 0).map(Long::toHexString);
    }

    private static long bits(String mask) {
        return Long.parseUnsignedLong(mask, 16);
    }

    /// {@return masks with one bit more or less, where ones begin and end, and at both ends}
    private static Seq<Long> edges(long mask, int width) {
        return Vector.range(0, width)
            .filter(bit -> bit == 0 || bit == width - 1 || bit(mask, bit) != bit(mask, bit - 1) || bit(mask, bit) != bit(mask, bit + 1))
            .map(bit -> mask ^ 1L << bit);
    }

    private static boolean bit(long mask, int bit) {
        return (mask >>> bit & 1) != 0;
    }

    /// {@return frames that are always looked at, or never, or when another bit is 1; values of fields one more and one less}
    private static Seq<String> exclusions(String text) {
        if (text.equals("-")) return Vector.empty();
        if (text.startsWith("frame")) return Vector.of("-", "frame", "frame if 63", "frame if 62");
        Seq<String> words = Vector.of(text.split(" "));
        return words.zipWithIndex().flatMap(word -> values(word._1).map(changed -> words.update(word._2, changed).reject(String::isEmpty).mkString(" "))).map(changed -> changed.isEmpty() ? "-" : changed);
    }

    /// {@return a word such as `9:8=1` with a value more or less}
    private static Seq<String> values(String word) {
        String field = word.substring(0, word.indexOf('=') + 1);
        Seq<Integer> ends = Vector.of(field.split("[:=]")).map(Integer::valueOf);
        long values = listed(word.substring(field.length())).foldLeft(0L, (mask, value) -> mask | 1L << value);
        return edges(values, 1 << ends.get(0) - ends.get(1) + 1)
            .map(mask -> mask == 0 ? "" : field + Vector.range(0, 64).filter(value -> bit(mask, value)).mkString(","));
    }

    private static Seq<Integer> listed(String numbers) {
        return numbers.contains("..") ? Vector.rangeClosed(Integer.parseInt(numbers.substring(0, numbers.indexOf('.'))), Integer.parseInt(numbers.substring(numbers.lastIndexOf('.') + 1)))
            : Vector.of(numbers.split(",")).map(Integer::valueOf);
    }
}
