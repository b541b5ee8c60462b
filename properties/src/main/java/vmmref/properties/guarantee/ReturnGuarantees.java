package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Collecting.IFS;
import static vmmref.properties.guarantee.Collecting.IIP;
import static vmmref.properties.guarantee.Collecting.IIPA;
import static vmmref.properties.guarantee.Collecting.IPSR;
import static vmmref.properties.guarantee.Collecting.ISR;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.FRAME_RESTORED;
import static vmmref.spec.Interruptions.POSITION_RESTORED;
import static vmmref.spec.Interruptions.RETURN_RESERVED;
import static vmmref.spec.Interruptions.RETURN_UNSTOPPED;
import static vmmref.spec.Interruptions.STATUS_RESTORED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.step.Turn.Turned;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of returns from interruptions.
class ReturnGuarantees {
    /// The bits of PSR that are defined, without is, ri and vm.
    private static final long DEFINED = BitRange.mask("45:43 40:35 33:32 27:17 15:13 5:1");
    /// The bits of PSR that do not change how an instruction is fetched.
    private static final long UNRELATED = BitRange.mask("45:43 40:37 35 27:25 23:17 14:13 5:1");
    /// The vector of External Interrupt, while IVA is 0.
    private static final long HANDLER = 0x3000;

    @Guarantee
    @Label("a return at level 0 goes on where IIP and IPSR say, with what IPSR holds; after a delivery that is where the machine was interrupted")
    @Interruptions.Checks({STATUS_RESTORED, POSITION_RESTORED})
    void returned(Subject subject, @ForAll("starts") Started start, @ForAll("words") long status, @ForAll("words") long address, @ForAll @IntRange(max = 2) int slot, @ForAll boolean inFlight) {
        long ipsr = status & DEFINED | (long) slot << 41;
        long iip = address & 0x3ff_ffff_ffffL;
        boolean privileged = start.psr().cpl() == 0;
        Machine plain = IIP.with(IPSR.with(start.machine().withPsr(privileged ? start.psr().with(13, false) : start.psr()), ipsr), iip);
        Took took = Took.of(subject, Took.returning(Collecting.inFlight(plain, inFlight)));
        if (privileged) {
            assertEquals(status & DEFINED, took.took().after().psr().bits());
            assertEquals(new Position(new VirtualAddress(iip / 16 * 16), slot, Option.none()), took.after().position());
            assertEquals(false, took.after().addressing().inFlight());
            took.changedOnly(Place.Status.PSR, Place.InFlight.IN_FLIGHT);
        } else {
            took.took(Interruption.PRIVILEGED_OPERATION);
        }
        assertGoesBack(subject, start, slot);
        Outcomes.label("privileged").collect(privileged, inFlight).coverage(Combinations.above(10, Combinations.EITHER, Combinations.EITHER));
    }

    private static void assertGoesBack(Subject subject, Started start, int slot) {
        Machine plain = start.machine().withPsr(start.psr().with(13, true).with(14, true));
        Bundle handler = Single.branch("rfi", 2).bundle();
        Machine held = new Place.Bytes(new PhysicalAddress(HANDLER + 8), 8).with(new Place.Bytes(new PhysicalAddress(HANDLER), 8).with(plain, handler.low()), handler.high());
        Machine machine = new Place.Control(RegisterNumber.IRR + 2).with(Took.at(held, "nop.b 0", slot), 1L << 9);
        Took taken = Took.of(subject, machine).took(Interruption.EXTERNAL_INTERRUPT);
        Machine handling = taken.after();
        Took back = Took.of(subject, handling.withPosition(handling.position().withSlot(2))).took();
        assertEquals(machine.position(), back.after().position());
        assertEquals(machine.psr(), back.after().psr());
        new Took(machine, new Turned(done(taken, back), Vector.empty())).changedOnly(IPSR, IIP, IIPA, IFS, ISR);
    }

    private static Executed done(Took one, Took other) {
        Executed.Done last = (Executed.Done) other.turned().executed();
        return new Executed.Done(((Executed.Done) one.turned().executed()).effects().then(last.effects()), last.because());
    }

    @Guarantee
    @Costs(4)
    @Label("a return undoes cover; it makes the frame of a valid IFS current, below the current one, and otherwise keeps the frame")
    @Interruptions.Checks(FRAME_RESTORED)
    void frames(Subject subject, @ForAll("starts") Started start, @ForAll("markers") Cfm frame, @ForAll @IntRange(max = 96) int dirty, @ForAll boolean valid) {
        Psr psr = start.psr().with(13, false).withCpl(0);
        Machine plain = IIP.with(IPSR.with(start.machine().withPsr(psr), psr.bits()), Started.CODE);
        Took covered = Took.of(subject, plain, Unit.B, "cover").took();
        assertEquals(start.cfm().bits() | Long.MIN_VALUE, IFS.of(covered.after()));
        Took uncovered = Took.of(subject, Took.returning(covered.after().withPosition(plain.position()))).took();
        assertEquals(IFS.with(plain, IFS.of(covered.after())).withMemory(uncovered.after().memory()), uncovered.after().withPosition(plain.position()));
        Machine framed = plain.framed(Cfm.of(Math.min(start.cfm().sof(), 96 - dirty), 0, 0), new RegisterStack(start.base(), dirty, new VirtualAddress(0xc000), 0));
        Machine machine = Took.returning(IFS.with(framed, frame.bits() | (valid ? Long.MIN_VALUE : 0)));
        Took took = Took.of(subject, machine);
        boolean held = frame.sof() <= dirty;
        if (!valid) {
            took.took().changedOnly(Place.Status.PSR);
        } else {
            assertEquals(frame, observed(took.after().cfm(), FRAME_RESTORED));
            assertEquals((start.base() + 96 - frame.sof()) % 96, took.after().stack().base());
            assertEquals(dirty - frame.sof(), took.after().stack().dirty());
            assertEquals(!held, took.after().stack().isLoading());
            took.took().changedOnly(Place.Status.PSR, Place.Frame.CFM, Place.Stack.STACK);
        }
        Outcomes.label("frame").collect(!valid ? "kept" : held ? "restored" : "in memory").coverage(checker -> Vector.of("kept", "restored", "in memory").forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    /// Each slot of the branch unit in each template, as the code of the template and the number of the slot.
    private static final Seq<String> PLACES = Vector.of("10.2", "11.2", "12.1", "12.2", "13.1", "13.2", "16.0", "16.1", "16.2", "17.0", "17.1", "17.2", "18.2", "19.2", "1c.2", "1d.2");

    @Guarantee
    @Label("a return that is not the last instruction of a bundle which ends with a stop is illegal, whatever the level and PSR are and whatever else is wrong with it")
    @Interruptions.Checks(RETURN_UNSTOPPED)
    void unstopped(Subject subject, @ForAll("anyStarts") Started start, @ForAll("places") String place, @ForAll("words") long ipsr, @ForAll("words") long ifs) {
        int code = Integer.parseInt(place.substring(0, 2), 16);
        int slot = Integer.parseInt(place.substring(3));
        boolean stopped = code % 2 == 1 && slot == 2;
        Machine plain = IFS.with(IPSR.with(start.machine(), ipsr), stopped ? 0 : ifs);
        Machine machine = Single.branch("rfi", code, slot).in(plain);
        Psr psr = start.psr();
        if (stopped) {
            Executed executed = subject.step(machine, Choice.USUAL);
            boolean unspecified = psr.ic() || psr.i() || (ipsr >>> 41 & 3) == 3 || (ipsr >>> 34 & 1) == 1;
            assertEquals(psr.cpl() > 0 ? Executed.Raised.class : unspecified ? Executed.Unspecified.class : Executed.Done.class, executed.getClass());
            if (executed instanceof Executed.Raised(var fault, var because)) assertEquals(Interruption.PRIVILEGED_OPERATION, fault.kind());
        } else {
            Took took = Took.of(subject, machine).took(Interruption.ILLEGAL_OPERATION);
            assertEquals((long) slot << 41 | (psr.ic() ? 0 : 1L << 39), observed(took, RETURN_UNSTOPPED).isr());
            took.changedOnly(Place.Status.PSR, IPSR, IIP, IIPA, IFS, ISR);
        }
        Outcomes.label("place").collect(place).coverage(checker -> PLACES.forEach(each -> checker.check(each).count(count -> count > 0)));
        Outcomes.label("state").collect(stopped, psr.cpl() == 0, psr.ic() || psr.i()).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER, Combinations.EITHER));
    }

    /// What makes nobody say what a return does.
    enum Unsaid { SLOT, INSTRUCTION_SET, FRAME, COLLECTING, INTERRUPTIBLE }

    @Guarantee
    @Label("nothing is said of a return to no slot, to another instruction set, or to a frame that is none, and of one while an interruption could overwrite what it reads")
    @Interruptions.Checks(RETURN_RESERVED)
    void reserved(Subject subject, @ForAll("starts") Started start, @ForAll("words") long status, @ForAll("words") long frame, @ForAll Unsaid unsaid) {
        Machine plain = start.machine().withPsr(start.psr().withCpl(0).with(13, unsaid == Unsaid.COLLECTING).with(14, unsaid == Unsaid.INTERRUPTIBLE));
        long ipsr = status & DEFINED | (unsaid == Unsaid.SLOT ? 3L << 41 : unsaid == Unsaid.INSTRUCTION_SET ? 1L << 34 : 0);
        long ifs = unsaid == Unsaid.FRAME ? Long.MIN_VALUE | frame & 0x3f_ffff_ff80L | 97 + (frame & 15) : 0;
        Took took = Took.of(subject, Took.returning(IFS.with(IPSR.with(plain, ipsr), ifs)));
        assertEquals(new Executed.Unspecified(RETURN_RESERVED), took.turned().executed());
        assertEquals(Vector.empty(), took.turned().taken());
        Outcomes.label("what").collect(unsaid).coverage(checker -> Vector.of(Unsaid.values()).forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Arbitraries.oneOf(Starts.starts(), Starts.starts().map(start -> new Started(start.seed(), start.psr().withCpl(0), start.cfm(), start.base())));
    }

    /// Starts with any of the bits of PSR that do not keep the bundle from being fetched.
    @Provide
    Arbitrary<Started> anyStarts() {
        return Combinators.combine(starts(), words()).as((start, noise) -> new Started(start.seed(), new Psr(start.psr().bits() | noise & UNRELATED), start.cfm(), start.base()));
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(PLACES.asJava());
    }

    @Provide
    Arbitrary<Cfm> markers() {
        return Starts.frames();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }
}
