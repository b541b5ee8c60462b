package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.DISABLED_HALVES_TOLD;
import static vmmref.spec.Interruptions.IMMEDIATE_COLLECTED;
import static vmmref.spec.Interruptions.SPECULATION_KIND_TOLD;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of what the interruption status register tells of instructions that fault.
class CulpritGuarantees {
    @Guarantee
    @Label("ISR tells which halves of the floating-point registers are disabled that an instruction names")
    @Interruptions.Checks(DISABLED_HALVES_TOLD)
    void disabled(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 2, max = 127) int one, @ForAll @IntRange(min = 2, max = 127) int other, @ForAll boolean low, @ForAll boolean high) {
        Discard.unless((one ^ other) % 2 != 0, "a pair has an odd and an even register");
        Slot slot = ((Assembled.Done) Assembler.architected().assemble(Unit.M, "ldfps f0,f1=[r9]")).instruction().encode();
        Single pair = Single.of(Unit.M, Slot.of(slot.bits() & ~(0x7fL << 13 | 0x7fL << 6) | (long) other << 13 | (long) one << 6));
        Cfm still = start.cfm().rotated(start.cfm().rrbGr(), 0, start.cfm().rrbPr());
        Machine machine = Prepared.with(start.machine().withCfm(still).withPsr(start.psr().with(13, true).with(18, low).with(19, high).with(17, false)), 9, Started.DATA);
        Took took = Took.of(subject, pair.in(machine));
        int expected = (low && Integer.min(one, other) < 32 ? 1 : 0) + (high && Integer.max(one, other) > 31 ? 2 : 0);
        if (expected == 0) took.took();
        else assertEquals(0x4_0000_0000L + expected, observed(took.took(Interruption.DISABLED_FP_REGISTER).isr(), DISABLED_HALVES_TOLD));
        Outcomes.label("halves").collect(expected).coverage(checker -> Vector.of(0, 1, 2, 3).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static final Seq<String> CHECKS = Vector.of("chk.a.nc r8,.+0x40", "chk.s.m r9,.+0x40", "chk.a.clr f8,.+0x40", "chk.s f9,.+0x40", "chk.a.clr r8,.-0x40", "chk.s.i r9,.+0x40", "fchkf.s2 .+0x40", "fchkf.s0 .-0x40");
    private static final Seq<Integer> KINDS = Vector.of(0, 1, 2, 3, 0, 1, 4, 4);

    @Guarantee
    @Label("of a check that faults ISR tells whether it is chk.s, whether it is of a floating-point register, or of flags, and IIM how many bundles its target is away")
    @Interruptions.Checks({SPECULATION_KIND_TOLD, IMMEDIATE_COLLECTED})
    void checks(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 7) int which) {
        Machine plain = Prepared.with(Prepared.with(Prepared.enabled(start.machine().withPsr(start.psr().with(13, true))), 9, new GeneralValue(0, true)), 9, FloatingValue.NATVAL);
        Machine flagged = new Place.Application(RegisterNumber.FPSR).with(plain, 1L << 13 | 1L << 44);
        Unit unit = CHECKS.get(which).startsWith("fchkf") ? Unit.F : which == 5 ? Unit.I : Unit.M;
        Took took = Took.of(subject, Took.at(flagged, unit, CHECKS.get(which)), Choice.of(Freedom.CHECK)).took(Interruption.SPECULATIVE_OPERATION);
        long code = observed(took.isr(), SPECULATION_KIND_TOLD) & 0xffff;
        assertEquals(KINDS.get(which).longValue(), code, CHECKS.get(which));
        assertEquals(0, took.isr() & ~(0xffffL | 3L << 41));
        assertEquals(CHECKS.get(which).endsWith("-0x40") ? 0x1ffffc : 4, observed(took.control(RegisterNumber.IIM), IMMEDIATE_COLLECTED), CHECKS.get(which));
        assertEquals(Executed.Done.class, took.turned().executed().getClass());
        Outcomes.label("check").collect(which).coverage(checker -> Vector.range(0, 8).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }
}
