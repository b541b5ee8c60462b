package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Collecting.IFA;
import static vmmref.properties.guarantee.Collecting.IIM;
import static vmmref.properties.guarantee.Collecting.ITIR;
import static vmmref.spec.Interruptions.ADDRESS_COLLECTED;
import static vmmref.spec.Interruptions.IMMEDIATE_COLLECTED;
import static vmmref.spec.Interruptions.INSERTION_COLLECTED;

import io.vavr.collection.Vector;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.profile.Profile;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of the registers that tell what an instruction referred to when it was interrupted.
class ReportGuarantees {
    @Guarantee
    @Label("IFA tells the address of a reference or fetch, ITIR its region and the size of pages there, and both stay where the table of vectors does not name them")
    @Interruptions.Checks({ADDRESS_COLLECTED, INSERTION_COLLECTED})
    void reported(Subject subject, @ForAll("starts") Started start, @ForAll Trouble trouble, @ForAll boolean fetch, @ForAll @IntRange(min = 1, max = 7) int region, @ForAll("sizes") int size, @ForAll("words") long before,
                  @ForAll @IntRange(max = 0xffff) int offset) {
        Discard.unless(!fetch || trouble.fetch().isDefined(), "no fetch has this trouble");
        long page = (long) region << 61 | 0x12_3450_0000L;
        long at = fetch ? page | offset & -16 : trouble.at(page | offset & -8);
        Machine plain = Collecting.holding(start.machine().withPsr(start.psr().with(13, true).with(36, false).with(18, false).with(19, false)), before);
        Machine sized = plain.withAddressing(plain.addressing().withRegions(plain.addressing().regions().with(region, new RegionRegister((long) (0x101 + region) << 8 | (long) size << 2 | 1))));
        Machine machine = fetch
            ? trouble.ofFetch(sized.withPosition(Position.at(at)), at)
            : trouble.ofData(Prepared.with(Took.at(sized, Unit.M, trouble == Trouble.MISALIGNED ? "ld8 r8=[r9]" : "xchg8 r8=[r9],r0"), 9, at), at, false);
        Took took = Took.of(subject, machine).took(fetch ? trouble.fetch().get() : trouble.data());
        assertEquals(at, took.control(RegisterNumber.IFA));
        assertEquals(trouble.isSized() ? (0x101 + region) * 256L + 4L * size : before, took.control(RegisterNumber.ITIR));
        assertEquals(before, took.control(RegisterNumber.IIM));
        Machine unimplemented = Prepared.with(Took.at(sized, Unit.M, "ld8 r8=[r9]"), 9, 1L << 60);
        Took silent = Took.of(subject.on(Profile.named("minimal").get()), unimplemented.withPsr(unimplemented.psr().with(17, true))).took(Interruption.UNIMPLEMENTED_DATA_ADDRESS);
        for (Place<Long> other : Vector.of(IFA, ITIR, IIM)) assertEquals(before, other.of(silent.after()));
        Outcomes.label("trouble").collect(trouble, fetch).coverage(checker -> Vector.of(Trouble.values()).forEach(each -> {
            checker.check(each, false).count(count -> count > 0);
            if (each.fetch().isDefined()) checker.check(each, true).count(count -> count > 0);
        }));
    }

    @Guarantee
    @Costs(4)
    @Label("IIM tells the immediate of a break, 21 bits, but not that of break.b, and how many bundles a check that faults would go on")
    @Interruptions.Checks(IMMEDIATE_COLLECTED)
    void immediates(Subject subject, @ForAll("starts") Started start, @ForAll("breaks") Unit unit, @ForAll @IntRange(max = 0x1fffff) int immediate, @ForAll @IntRange(min = -0x100000, max = 0xfffff) int bundles, @ForAll("words") long before) {
        Machine machine = Collecting.holding(start.machine().withPsr(start.psr().with(13, true).with(18, false).with(19, false)), before);
        String text = unit == Unit.X ? "break.x 0x" + Long.toHexString(before & 0x3fff_ffff_ffe0_0000L | immediate) : "break." + unit.name().toLowerCase(Locale.ROOT) + " " + immediate;
        Took broken = Took.of(subject, Single.of(unit, text).in(machine)).took(Interruption.BREAK_INSTRUCTION);
        assertEquals(unit == Unit.B ? 0 : immediate, broken.control(RegisterNumber.IIM));
        String target = bundles < 0 ? ".-0x" + Long.toHexString(-16L * bundles) : ".+0x" + Long.toHexString(16L * bundles);
        Took checked = Took.of(subject, Single.of(Unit.M, "chk.a.nc r8," + target).in(machine), Choice.of(Freedom.CHECK)).took(Interruption.SPECULATIVE_OPERATION);
        assertEquals(bundles, checked.control(RegisterNumber.IIM) << 43 >> 43);
        assertEquals(0, checked.control(RegisterNumber.IIM) >>> 21);
        Outcomes.label("break").collect(unit).coverage(checker -> Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(12, 14, 16, 24, 28);
    }

    @Provide
    Arbitrary<Unit> breaks() {
        return Arbitraries.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X);
    }
}
