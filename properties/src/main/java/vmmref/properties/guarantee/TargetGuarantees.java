package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.FETCH_UNIMPLEMENTED;
import static vmmref.spec.Interruptions.RESTART_COLLECTED;
import static vmmref.spec.Interruptions.TARGET_TRAPPED;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Tlb;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds where a machine goes on at an address that is not implemented.
class TargetGuarantees {
    /// An implementation that traps at once, and one on which the fetch faults; both implement 51 bits of a region and 44 physical ones.
    private static final Profile TRAPPING = Profile.named("merced").get();
    private static final Profile FAULTING = Profile.named("minimal").get();
    private static final long LAST = 0x1230;

    @Guarantee
    @Costs(16)
    @Label("to go on at an address that is not implemented traps at once or faults at the fetch, before any other fault, and the implemented bits are what a return would go to")
    @Interruptions.Checks({TARGET_TRAPPED, FETCH_UNIMPLEMENTED, RESTART_COLLECTED})
    void unimplemented(Subject subject, @ForAll("starts") Started start, @ForAll("words") long word, @ForAll boolean virtual, @ForAll boolean returns, @ForAll @IntRange(max = 2) int slot) {
        long target = word & -16;
        Machine plain = start.machine().withPsr(start.psr().with(36, virtual).with(17, virtual).with(13, !returns).withCpl(0)).withLast(new VirtualAddress(LAST));
        Machine returning = Collecting.IPSR.with(Collecting.IIP.with(plain, word), plain.psr().bits() | 1L << 13 | (long) slot << 41);
        Machine machine = returns ? Took.returning(returning) : Took.at(new Place.Branch(6).with(plain, word), "br.cond.sptk.few b6", slot);
        int at = returns ? slot : 0;
        boolean implemented = isImplemented(target, virtual);
        Took trapped = Took.of(subject.on(TRAPPING), machine);
        Took going = Took.of(subject.on(FAULTING), machine).took();
        assertEquals(new Position(new VirtualAddress(target), at, Option.none()), going.after().position());
        Took faulted = Took.of(subject.on(FAULTING), going.after().withTlb(Tlb.EMPTY));
        if (implemented) {
            trapped.took();
            assertEquals(going.after(), trapped.after());
            assertEquals(false, faulted.turned().taken().contains(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS));
        } else {
            observed(trapped, TARGET_TRAPPED).took(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP);
            faulted.took(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS);
            assertEquals(target, faulted.control(RegisterNumber.IFA));
            for (Took each : Vector.of(trapped, faulted)) {
                assertEquals(virtual ? implemented(target) : target & 0x8000_0fff_ffff_ffffL, observed(each.control(RegisterNumber.IIP), RESTART_COLLECTED));
                assertEquals(going.after().psr().bits() | (long) at << 41, each.control(RegisterNumber.IPSR));
                assertEquals(returns ? LAST : Started.CODE, each.control(RegisterNumber.IIPA));
            }
            assertEquals((long) machine.position().slot() << 41 | 16, trapped.isr());
            assertEquals((long) at << 41 | 16, faulted.isr());
        }
        Outcomes.label("implemented").collect(implemented, virtual, returns).coverage(Combinations.above(2, Combinations.EITHER, Combinations.EITHER, Combinations.EITHER));
    }

    private static boolean isImplemented(long address, boolean virtual) {
        return virtual ? implemented(address) == address : (address & 0x7fff_f000_0000_0000L) == 0;
    }

    /// What comes between the instruction that goes to an address and the fetch from it.
    enum Before { INTERRUPT, TRANSFER, BRANCH, STEP }

    @Guarantee
    @Costs(16)
    @Label("where a fetch would fault, what interrupts the machine before it writes the whole address to IIP, implemented or not")
    @Interruptions.Checks(RESTART_COLLECTED)
    void unfetched(Subject subject, @ForAll("starts") Started start, @ForAll("words") long word, @ForAll boolean virtual, @ForAll Before before, @ForAll @IntRange(max = 2) int slot) {
        long target = word & -16;
        Psr psr = start.psr().with(36, virtual).with(17, virtual).with(13, true).withCpl(0);
        Machine plain = new Place.Branch(6).with(start.machine().withPsr(psr), word);
        Took took = switch (before) {
            case INTERRUPT -> {
                Machine there = Took.of(subject.on(FAULTING), Took.at(plain, "br.cond.sptk.few b6", slot)).took().after();
                yield Took.of(subject.on(FAULTING), new Place.Control(RegisterNumber.IRR).with(there.withPsr(there.psr().with(14, true)), 4L)).took(Interruption.EXTERNAL_INTERRUPT);
            }
            case TRANSFER  -> Took.of(subject.on(FAULTING), Took.at(new Place.Application(RegisterNumber.PFS).with(plain.withPsr(psr.with(25, true)), 2L << 62), "br.ret.sptk.few b6", slot)).took(Interruption.LOWER_PRIVILEGE_TRANSFER);
            case BRANCH    -> Took.of(subject.on(FAULTING), Took.at(plain.withPsr(psr.with(26, true)), "br.cond.sptk.few b6", slot)).took(Interruption.TAKEN_BRANCH);
            case STEP      -> Took.of(subject.on(FAULTING), Took.at(plain.withPsr(psr.with(40, true)), "br.cond.sptk.few b6", slot)).took(Interruption.SINGLE_STEP);
        };
        assertEquals(target, took.control(RegisterNumber.IIP), before::toString);
        assertEquals(0, took.isr() >>> 4 & 1);
        Outcomes.label("before").collect(before, isImplemented(target, virtual)).coverage(Combinations.above(2, Vector.of(Before.values()), Combinations.EITHER));
    }

    /// {@return an address as its region and the 51 implemented bits of the offset say it}
    private static long implemented(long address) {
        long offset = Math.floorMod(address, 1L << 51);
        return (address >>> 61 << 61) + Math.floorMod(offset < 1L << 50 ? offset : offset - (1L << 51), 1L << 61);
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Long> words() {
        return Arbitraries.oneOf(Instructions.words(), Instructions.words().map(word -> word & 0x8000_0fff_ffff_ffffL));
    }
}
