package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Collecting.ALL;
import static vmmref.properties.guarantee.Collecting.IFA;
import static vmmref.properties.guarantee.Collecting.IFS;
import static vmmref.properties.guarantee.Collecting.IIM;
import static vmmref.properties.guarantee.Collecting.IIP;
import static vmmref.properties.guarantee.Collecting.IIPA;
import static vmmref.properties.guarantee.Collecting.IPSR;
import static vmmref.properties.guarantee.Collecting.ISR;
import static vmmref.properties.guarantee.Collecting.ITIR;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.COLLECTION_DISABLED;
import static vmmref.spec.Interruptions.FRAME_INVALIDATED;
import static vmmref.spec.Interruptions.LAST_COLLECTED;
import static vmmref.spec.Interruptions.NESTED_SILENT;
import static vmmref.spec.Interruptions.RESTART_COLLECTED;
import static vmmref.spec.Interruptions.STATUS_COLLECTED;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of the registers that say how to go on after an interruption.
class CollectionGuarantees {
    /// Where a handler returns to.
    private static final long GOING_ON = 0x5000;

    /// Where the machine goes on after the interruption.
    private record Restart(long bundle, int slot, long last) { }

    @Guarantee
    @Label("what is collected says how and where to go on, and which instruction was the last; nothing else changes, and it makes no difference but to ISR that PSR.ic is not serialised yet")
    @Interruptions.Checks({STATUS_COLLECTED, RESTART_COLLECTED, LAST_COLLECTED, FRAME_INVALIDATED})
    void collected(Subject subject, @ForAll("starts") Started start, @ForAll Way way, @ForAll @IntRange(max = 2) int slot, @ForAll("words") long noise, @ForAll("words") long before, @ForAll boolean inFlight) {
        Psr psr = new Psr(start.psr().bits() | 1L << 13 | noise & (Way.NOISE | Way.SINGLE));
        Machine plain = Collecting.inFlight(Collecting.holding(start.machine().withPsr(psr).withLast(new VirtualAddress(before)), before), inFlight);
        Machine interrupted = way.interrupting(plain, slot);
        Took took = Took.of(subject, interrupted).took(way.kind());
        Restart restart = switch (way) {
            case FAULT, EXTERNAL, FETCH -> new Restart(Started.CODE, slot, before);
            case STEP                   -> new Restart(slot == 2 ? Started.CODE + 16 : Started.CODE, (slot + 1) % 3, Started.CODE);
            case BRANCH                 -> new Restart(Started.CODE + 0x120, 0, Started.CODE);
        };
        assertEquals(interrupted.psr().bits() & ~(way.isTrap() ? Way.SINGLE : 0) | (long) restart.slot() << 41, took.control(RegisterNumber.IPSR), way::toString);
        assertEquals(restart.bundle(), took.control(RegisterNumber.IIP));
        assertEquals(restart.last(), took.control(RegisterNumber.IIPA));
        assertEquals(restart.last(), took.after().last().bits());
        assertEquals(0, took.control(RegisterNumber.IFS));
        assertEquals(inFlight ? 1 : 0, took.isr() >>> 39 & 1);
        took.changedOnly(IPSR, IIP, IIPA, IFS, IFA, ITIR, IIM, ISR, Place.Status.PSR, Place.InFlight.IN_FLIGHT, Place.Last.LAST);
        for (Place<Long> other : way == Way.FETCH ? Vector.of(IIM) : way == Way.FAULT ? Vector.of(IFA, ITIR) : Vector.of(IFA, ITIR, IIM)) assertEquals(before, other.of(took.after()));
        Outcomes.label("way").collect(way, inFlight).coverage(Combinations.above(2, Vector.of(Way.values()), Combinations.EITHER));
    }

    @Guarantee
    @Label("what a handler moves to IIPA is there after the next interruption, too, unless an instruction was done since while interruptions are collected")
    @Interruptions.Checks(LAST_COLLECTED)
    void replaced(Subject subject, @ForAll("starts") Started start, @ForAll Way way, @ForAll @IntRange(max = 2) int slot, @ForAll("words") long word, @ForAll boolean counted) {
        Psr psr = start.psr().withCpl(0).with(13, false);
        Machine handling = Prepared.with(start.machine().withPsr(psr).withLast(new VirtualAddress(0x1230)), 9, word);
        Took replacing = Took.of(subject, handling, Unit.M, "mov cr.iipa=r9").took();
        assertEquals(word, replacing.changedOnly(IIPA, Place.Last.LAST).control(RegisterNumber.IIPA));
        Machine uncounted = Took.of(subject, replacing.after(), Unit.M, "nop.m 0").took().after();
        Machine returning = Took.returning(IIP.with(IPSR.with(uncounted, psr.bits() | 1L << 13), GOING_ON));
        Machine back = Took.of(subject, returning).took().after();
        Machine there = counted ? Took.of(subject, Took.at(back, "nop.b 0", 0)).took().after() : back;
        Took took = Took.of(subject, way.interrupting(there, slot)).took(way.kind());
        assertEquals(counted || way.isTrap() ? GOING_ON : word, took.control(RegisterNumber.IIPA));
        Outcomes.label("counted").collect(way, counted).coverage(Combinations.above(2, Vector.of(Way.values()), Combinations.EITHER));
    }

    @Guarantee
    @Label("while interruptions are not collected only ISR is written, and a miss of data then does not write even that")
    @Interruptions.Checks({COLLECTION_DISABLED, NESTED_SILENT})
    void uncollected(Subject subject, @ForAll("starts") Started start, @ForAll Way way, @ForAll @IntRange(max = 2) int slot, @ForAll("words") long before, @ForAll boolean inFlight) {
        Machine plain = start.machine().withPsr(start.psr().with(13, false)).withLast(new VirtualAddress(before));
        Machine machine = Collecting.inFlight(Collecting.holding(plain, before), inFlight);
        Took took = Took.of(subject, way.interrupting(machine, slot)).took(way.kind());
        for (Place<Long> other : ALL.remove(ISR)) assertEquals(before, observed(other.of(took.after()), COLLECTION_DISABLED));
        took.changedOnly(ISR, Place.Status.PSR, Place.InFlight.IN_FLIGHT);
        assertEquals(before, took.after().last().bits());
        if (!inFlight) {
            Machine missing = Prepared.with(Took.at(Trouble.MISSING.ofData(machine, 1L << 61, false), Unit.M, "st8 [r9]=r0"), 9, 1L << 61);
            Took nested = Took.of(subject, missing).took(Interruption.DATA_NESTED_TLB);
            observed(nested, NESTED_SILENT).changedOnly(Place.Status.PSR);
            assertEquals(machine.control(RegisterNumber.IVA) + 0x1400, nested.after().position().bundle().bits());
        }
        Outcomes.label("way").collect(way, inFlight).coverage(Combinations.each(Vector.of(Way.values()), Combinations.EITHER));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }
}
