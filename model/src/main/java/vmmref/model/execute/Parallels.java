package vmmref.model.execute;

import static vmmref.spec.Integers.COUNT_UNASSIGNED;
import static vmmref.spec.Integers.DIFFERENCES_ADDED;
import static vmmref.spec.Integers.ELEMENTS_ADDED;
import static vmmref.spec.Integers.ELEMENTS_AVERAGED;
import static vmmref.spec.Integers.ELEMENTS_CHOSEN;
import static vmmref.spec.Integers.ELEMENTS_COMPARED;
import static vmmref.spec.Integers.ELEMENTS_MULTIPLIED;
import static vmmref.spec.Integers.ELEMENTS_SHIFTED;
import static vmmref.spec.Integers.ELEMENT_SATURATED;
import static vmmref.spec.Integers.PRODUCTS_SHIFTED;
import static vmmref.spec.Integers.SHIFTED_ADDED;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Executed;
import vmmref.spec.Encodings;
import vmmref.spec.Integers;

/// Instructions that compute with the elements of words, each element for itself: mnemonics of a function, the width of an element in bytes, and a completer, such as `padd2.uus`.
final class Parallels {
    /// What the field of `pshladd2` and `pshradd2` reads as that has no meaning.
    private static final int UNASSIGNED_COUNT = 4;

    private Parallels() { }

    static Option<Meaning> of(Form form) {
        return Option.when(form.clause() == Encodings.PARALLEL_FORM, () -> meaning(form.syntax().plain()));
    }

    private static Meaning meaning(String form) {
        String mnemonic = form.substring(0, form.indexOf(' '));
        int dot = mnemonic.indexOf('.');
        String completer = dot < 0 ? "" : mnemonic.substring(dot + 1);
        String whole = dot < 0 ? mnemonic : mnemonic.substring(0, dot);
        String function = whole.substring(0, whole.length() - 1);
        Lanes lanes = new Lanes(8 * Character.digit(whole.charAt(whole.length() - 1), 10));
        boolean fixed = form.contains("count5");
        return switch (function) {
            case "padd"    -> added(lanes, 1, completer);
            case "psub"    -> added(lanes, -1, completer);
            case "pavg"    -> Computed.by(ELEMENTS_AVERAGED, (operands, r2, r3) -> averaged(lanes, r2, r3, completer.equals("raz") ? Average.AWAY : Average.ODD));
            case "pavgsub" -> Computed.by(ELEMENTS_AVERAGED, (operands, r2, r3) -> averaged(lanes, r2, r3, Average.DIFFERENCE));
            case "pcmp"    -> Computed.by(ELEMENTS_COMPARED, (operands, r2, r3) -> compared(lanes, r2, r3, completer.equals("gt")));
            case "pmin"    -> Computed.by(ELEMENTS_CHOSEN, (operands, r2, r3) -> chosen(lanes, r2, r3, completer.isEmpty(), false));
            case "pmax"    -> Computed.by(ELEMENTS_CHOSEN, (operands, r2, r3) -> chosen(lanes, r2, r3, completer.isEmpty(), true));
            case "psad"    -> Computed.by(DIFFERENCES_ADDED, (operands, r2, r3) -> differences(lanes, r2, r3));
            case "pmpy"    -> Computed.by(ELEMENTS_MULTIPLIED, (operands, r2, r3) -> multiplied(lanes, r2, r3, completer.equals("l")));
            case "pmpyshr" -> Computed.by(PRODUCTS_SHIFTED, (operands, r2, r3) -> products(lanes, r2, r3, completer.isEmpty(), operands.count()));
            case "pshl"    -> Computed.by(ELEMENTS_SHIFTED, (operands, r2, r3) -> shifted(lanes, Fields.Shift.LEFT, r2, fixed ? operands.count() : r3));
            case "pshr"    -> Computed.by(ELEMENTS_SHIFTED, (operands, r2, r3) ->
                shifted(lanes, completer.isEmpty() ? Fields.Shift.RIGHT : Fields.Shift.RIGHT_UNSIGNED, r3, fixed ? operands.count() : r2));
            case "pshladd" -> counted(Computed.by(SHIFTED_ADDED, (operands, r2, r3) -> shiftedAdded(lanes, Fields.Shift.LEFT, r2, operands.count(), r3)));
            case "pshradd" -> counted(Computed.by(SHIFTED_ADDED, (operands, r2, r3) -> shiftedAdded(lanes, Fields.Shift.RIGHT, r2, operands.count(), r3)));
            case "mix"     -> Permutations.mix(lanes, completer.equals("l"));
            case "unpack"  -> Permutations.unpack(lanes, completer.equals("h"));
            case "pack"    -> Permutations.pack(lanes, Saturation.named(completer));
            case "mux"     -> Permutations.permute(form);
            default        -> throw new IllegalArgumentException("not parallel: " + form);
        };
    }

    private static Meaning added(Lanes lanes, int sign, String completer) {
        if (completer.isEmpty()) return Computed.by(ELEMENTS_ADDED, (operands, r2, r3) -> added(lanes, r2, r3, sign));
        Saturation saturation = Saturation.named(completer);
        return Computed.by(ELEMENT_SATURATED, (operands, r2, r3) -> lanes.each(lane ->
            saturation.limited(lanes.element(r2, lane, saturation.firstSigned()) + sign * lanes.element(r3, lane, saturation.secondSigned()), lanes.width())));
    }

    @Integers.Rule(ELEMENTS_ADDED)
    static long added(Lanes lanes, long r2, long r3, int sign) {
        return lanes.each(lane -> lanes.unsigned(r2, lane) + sign * lanes.unsigned(r3, lane));
    }

    /// What is halved, and to which side: sums to the odd number, sums away from zero, differences to the odd number.
    enum Average { ODD, AWAY, DIFFERENCE }

    @Integers.Rule(ELEMENTS_AVERAGED)
    static long averaged(Lanes lanes, long r2, long r3, Average average) {
        return lanes.each(lane -> {
            long first = lanes.unsigned(r2, lane);
            long second = lanes.unsigned(r3, lane);
            return switch (average) {
                case ODD        -> first + second >> 1 | first + second & 1;
                case AWAY       -> first + second + 1 >> 1;
                case DIFFERENCE -> first - second >> 1 | first - second & 1;
            };
        });
    }

    @Integers.Rule(ELEMENTS_COMPARED)
    static long compared(Lanes lanes, long r2, long r3, boolean greater) {
        return lanes.each(lane -> {
            long first = lanes.signed(r2, lane);
            long second = lanes.signed(r3, lane);
            return (greater ? first > second : first == second) ? -1 : 0;
        });
    }

    @Integers.Rule(ELEMENTS_CHOSEN)
    static long chosen(Lanes lanes, long r2, long r3, boolean signed, boolean greatest) {
        return lanes.each(lane -> {
            long first = lanes.element(r2, lane, signed);
            long second = lanes.element(r3, lane, signed);
            return greatest ? Math.max(first, second) : Math.min(first, second);
        });
    }

    @Integers.Rule(DIFFERENCES_ADDED)
    static long differences(Lanes lanes, long r2, long r3) {
        long sum = 0;
        for (int lane = 0; lane < lanes.number(); lane++) sum += Math.abs(lanes.unsigned(r2, lane) - lanes.unsigned(r3, lane));
        return sum;
    }

    /// {@return the products of the odd elements, or of the even ones, twice as wide}
    @Integers.Rule(ELEMENTS_MULTIPLIED)
    static long multiplied(Lanes lanes, long r2, long r3, boolean left) {
        return new Lanes(2 * lanes.width()).each(wide -> {
            int lane = left ? 2 * wide + 1 : 2 * wide;
            return lanes.signed(r2, lane) * lanes.signed(r3, lane);
        });
    }

    @Integers.Rule(PRODUCTS_SHIFTED)
    static long products(Lanes lanes, long r2, long r3, boolean signed, int count) {
        return lanes.each(lane -> lanes.element(r2, lane, signed) * lanes.element(r3, lane, signed) >> count);
    }

    @Integers.Rule(ELEMENTS_SHIFTED)
    static long shifted(Lanes lanes, Fields.Shift shift, long word, long count) {
        return lanes.each(lane -> Fields.shifted(shift, lanes.element(word, lane, shift == Fields.Shift.RIGHT), count));
    }

    /// {@return a meaning for the counts 1 to 3}
    @Integers.Rule(COUNT_UNASSIGNED)
    static Meaning counted(Meaning meaning) {
        return execution -> execution.operands().count() == UNASSIGNED_COUNT ? new Executed.Unspecified(COUNT_UNASSIGNED) : meaning.of(execution);
    }

    /// {@return the shifted elements of a word with those of another one added; what is beyond a limit after the shift stays at the limit}
    @Integers.Rule(SHIFTED_ADDED)
    static long shiftedAdded(Lanes lanes, Fields.Shift shift, long r2, int count, long r3) {
        return lanes.each(lane -> {
            long shifted = Fields.shifted(shift, lanes.signed(r2, lane), count);
            long limited = Saturation.SSS.limited(shifted, lanes.width());
            return limited == shifted ? Saturation.SSS.limited(shifted + lanes.signed(r3, lane), lanes.width()) : limited;
        });
    }
}
