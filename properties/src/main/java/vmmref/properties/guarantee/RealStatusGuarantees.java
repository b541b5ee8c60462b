package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Reals.CONTROLS_SET;
import static vmmref.spec.Reals.EXCEPTION_ENABLED;
import static vmmref.spec.Reals.FLAGS_ACCUMULATED;
import static vmmref.spec.Reals.FLAGS_CHECKED;
import static vmmref.spec.Reals.FLAGS_CLEARED;

import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.real.Flag;
import vmmref.model.real.FloatingStatus;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of FPSR; its digits are counted from bit 63 on.
class RealStatusGuarantees {
    @Guarantee
    @Label("an exception is disabled by its own bit, or by bit 6 of the field")
    @Reals.Checks(EXCEPTION_ENABLED)
    void disabling(@ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field, @ForAll Flag flag) {
        String digits = Worked.bits(status);
        boolean disabled = digits.charAt(63 - flag.ordinal()) == '1' || digits.charAt(63 - 12 - 13 * field) == '1';
        assertEquals(!disabled, observed(new FloatingStatus(status).isEnabled(field, flag), EXCEPTION_ENABLED));
        Outcomes.label("disabled").collect(disabled).coverage(Combinations.each(Combinations.EITHER));
    }

    @Guarantee
    @Label("flags are added to those of one field, and nothing else changes")
    @Reals.Checks(FLAGS_ACCUMULATED)
    void accumulation(@ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field, @ForAll @IntRange(max = 63) int flags) {
        long low = (long) flags << 13 + 13 * field;
        assertEquals(status | low, observed(new FloatingStatus(status).raised(field, flags), FLAGS_ACCUMULATED).bits());
    }

    @Guarantee
    @Label("controls are those of field 0, masked; flags are cleared alone; news are flags that are enabled, or that field 0 lacks")
    @Reals.Checks({CONTROLS_SET, FLAGS_CLEARED, FLAGS_CHECKED})
    void controls(@ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field, @ForAll @IntRange(max = 127) int and, @ForAll @IntRange(max = 127) int or) {
        FloatingStatus before = new FloatingStatus(status);
        String digits = Worked.bits(status);
        int end = 64 - 6 - 13 * field;
        int controls = Integer.parseInt(digits.substring(51, 58), 2) & and | or;
        boolean reserved = (controls >>> 2 & 3) == 1 || field == 0 && controls >= 64;
        Option<Long> set = Option.when(!reserved, () -> Worked.word(digits.substring(0, end - 7) + Worked.bits(controls).substring(57) + digits.substring(end)));
        assertEquals(set, observed(before.controlled(field, and, or), CONTROLS_SET).map(FloatingStatus::bits));
        assertEquals(Worked.word(digits.substring(0, end - 13) + "000000" + digits.substring(end - 7)), observed(before.cleared(field), FLAGS_CLEARED).bits());
        boolean news = false;
        for (int flag = 0; flag < 6; flag++) {
            boolean raised = digits.charAt(end - 8 - flag) == '1';
            news |= raised && (digits.charAt(63 - flag) == '0' || digits.charAt(50 - flag) == '0');
        }
        assertEquals(news, observed(before.isUnseen(field), FLAGS_CHECKED));
        Outcomes.label("news").collect(news).coverage(Combinations.each(Combinations.EITHER));
        Outcomes.label("reserved").collect(reserved).coverage(Combinations.each(Combinations.EITHER));
    }

    @Provide
    Arbitrary<Long> statuses() {
        return RealCases.statuses();
    }
}
