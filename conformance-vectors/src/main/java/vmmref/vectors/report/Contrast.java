/// How one place differs, with the values taken out: what failures of one cause have in common.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import java.util.regex.Pattern;
import vmmref.vectors.format.Mask;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Judgement;

/// `place` has no numbers, so that `slot0` and `slot2` are both `slotN`; `operand` is the one operand that a clause decides there, after a
/// dot, or nothing; `pattern` says more, such as `bits 20-13`, or nothing.
record Contrast(String place, String operand, Manner manner, String pattern) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern SLOT   = Pattern.compile("slot \\d");
    private static final int     LENGTH = 80;

    /// {@return how a difference looks that a clause decided}
    static Contrast of(Judgement judgement, Difference difference, String clause) {
        Wording wording = wording(difference);
        String operand  = wording.manner().ofOperands() ? operand(judgement, difference.place(), clause) : "";
        return new Contrast(numberless(difference.place()), operand, wording.manner(), Printable.of(wording.pattern(), LENGTH));
    }

    /// {@return in what manner a value differs, and how}
    static Wording wording(Difference difference) {
        if (difference.expected().isEmpty()) return new Wording(Manner.ADDED, "");
        if (difference.got().isEmpty())      return new Wording(Manner.SILENT, "");
        String expected = compared(difference, difference.expected().get());
        String got      = Printable.of(compared(difference, difference.got().get()));
        if (difference.wholesale())
            return new Wording(difference.place().equals(Difference.OUTCOME) ? Manner.OUTCOME : Manner.CHOICE, "%s for %s".formatted(got, expected));
        if (Differs.hex(expected, got))
            return new Wording(Manner.BITS, SLOT.matcher(Differs.between(difference.place(), expected, got)).replaceAll("slot N"));
        return Wording.between(expected, got);
    }

    private static String compared(Difference difference, String value) {
        return difference.mask().map(mask -> Mask.applied(mask, value)).getOrElse(value);
    }

    /// {@return a place without its numbers}
    static String numberless(String place) {
        return Printable.of(NUMBER.matcher(place).replaceAll("N"), LENGTH);
    }

    /// {@return the same, less precisely: without the pattern}
    Contrast outline() {
        return new Contrast(place, operand, manner, "");
    }

    /// The parts of a place that a clause decides are operands; more than one say nothing.
    private static String operand(Judgement judgement, String place, String clause) {
        Seq<String> operands = judgement.expectation().by().toList()
            .filter(by -> by._2.equals(clause) && by._1.startsWith(place + ".") && !judgement.expectation().post().containsKey(by._1))
            .map(by -> by._1.substring(by._1.lastIndexOf('.')))
            .reject(part -> part.startsWith(".slot"));
        return operands.size() == 1 ? operands.head() : "";
    }
}
