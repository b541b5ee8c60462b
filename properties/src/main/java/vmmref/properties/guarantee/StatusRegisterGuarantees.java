package vmmref.properties.guarantee;

import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.RegisterFiles.COLLECTION_EARLY;
import static vmmref.spec.RegisterFiles.COLLECTION_IN_FLIGHT;
import static vmmref.spec.RegisterFiles.COLLECTION_SERIALISED;
import static vmmref.spec.RegisterFiles.FENCE_PASSED;
import static vmmref.spec.RegisterFiles.REGISTER_VALUE_RESERVED;
import static vmmref.spec.RegisterFiles.STATUS_READ;
import static vmmref.spec.RegisterFiles.STATUS_WRITTEN;
import static vmmref.spec.RegisterFiles.USER_MASK_WRITTEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.RegisterFiles;

/// What holds of the processor status register, and of fences.
class StatusRegisterGuarantees {
    private static final int TARGET = 8;
    private static final int SOURCE = 9;
    private static final int IC = 13;
    private static final int DT = 17;
    private static final int IT = 36;
    private static final int NI = 39;
    private static final int UP = 2;
    private static final int SP = 20;
    /// The bits of PSR by name, as the manual lists them: be, up, ac, mfl, mfh; ic, i, pk; dt, dfl, dfh, sp, pp, di, si; db, lp, tb, rt.
    private static final Seq<Integer> USER   = Vector.of(1, 2, 3, 4, 5);
    private static final Seq<Integer> SYSTEM = USER.appendAll(Vector.of(13, 14, 15, 17, 18, 19, 20, 21, 22, 23));
    private static final Seq<Integer> LOW    = SYSTEM.appendAll(Vector.of(24, 25, 26, 27));

    @Guarantee
    @Label("level 0 sees the low half of PSR, mc and it, and anybody the user mask")
    @RegisterFiles.Checks(STATUS_READ)
    void shown(Subject subject, @ForAll("starts") Started start, @ForAll("allowed") long bits) {
        Psr psr = new Psr(start.psr().bits() ^ bits & 0x8_0ffe_403eL);
        Machine before = start.machine().withPsr(psr);
        long seen = LOW.append(35).append(36).filter(bit -> (psr.bits() >>> bit & 1) == 1).map(bit -> 1L << bit).sum().longValue();
        Ran.of(subject, before.withPsr(psr.withCpl(0)), Formed.of("mov r1=psr", TARGET)).gave(TARGET, seen);
        long mask = USER.filter(bit -> (psr.bits() >>> bit & 1) == 1).map(bit -> 1L << bit).sum().longValue();
        Ran.of(subject, before, Formed.of("mov r1=psr.um", TARGET)).gave(TARGET, mask);
    }

    @Guarantee
    @Label("level 0 replaces, sets or clears bits of the low half of PSR, one by one, unless the operand has a reserved one")
    @RegisterFiles.Checks({STATUS_WRITTEN, REGISTER_VALUE_RESERVED})
    void lowWritten(Subject subject, @ForAll("starts") Started start, @ForAll("allowed") long operand, @ForAll @IntRange(max = 2) int how) {
        Psr psr = start.psr().withCpl(0);
        Machine before = source(start.machine().withPsr(psr), operand);
        Seq<Integer> writable = how == 0 ? LOW : SYSTEM;
        boolean upper = how == 0 && subject.profile().value("psr-l-upper").equals("reserved");
        long looked = upper ? operand & ~0x7fff_0000_0000L : how == 0 ? operand & 0xffffffffL : operand & 0xffffff;
        Ran ran = Ran.of(subject, before, switch (how) {
            case 0  -> Formed.of("mov psr.l=r2", SOURCE);
            case 1  -> Formed.of("ssm imm24", looked);
            default -> Formed.of("rsm imm24", looked);
        });
        boolean permitted = Vector.range(0, 64).filter(bit -> (looked >>> bit & 1) == 1).forAll(writable::contains);
        if (!permitted) ran.raised(Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        else {
            Psr expected = writable.foldLeft(psr, (now, bit) -> (looked >>> bit & 1) == 1 ? now.with(bit, how != 2) : how == 0 ? now.with(bit, false) : now);
            boolean flies = expected.ic() != psr.ic();
            assertEquals(ran.before().withAddressing(ran.before().addressing().withPsr(expected).withInFlight(flies)), ran.after());
        }
        Outcomes.label("operand").collect(how, permitted).coverage(Combinations.each(Vector.of(0, 1, 2), Combinations.EITHER));
    }

    @Guarantee
    @Label("anybody replaces, sets or clears bits of the user mask, but up where sp keeps it")
    @RegisterFiles.Checks({USER_MASK_WRITTEN, REGISTER_VALUE_RESERVED})
    void userMask(Subject subject, @ForAll("starts") Started start, @ForAll("small") long operand, @ForAll @IntRange(max = 2) int how, @ForAll boolean sp, @ForAll boolean up) {
        Psr psr = start.psr().with(SP, sp).with(UP, up);
        Machine before = source(start.machine().withPsr(psr), operand);
        long looked = how == 0 ? operand : operand & 0xffffff;
        Ran ran = Ran.of(subject, before, switch (how) {
            case 0  -> Formed.of("mov psr.um=r2", SOURCE);
            case 1  -> Formed.of("sum imm24", looked);
            default -> Formed.of("rum imm24", looked);
        });
        boolean permitted = Vector.range(0, 64).filter(bit -> (looked >>> bit & 1) == 1).forAll(USER::contains);
        if (!permitted) ran.raised(Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        else ran.did(Place.Status.PSR, USER.reject(bit -> bit == UP && sp)
            .foldLeft(psr, (now, bit) -> (looked >>> bit & 1) == 1 ? now.with(bit, how != 2) : how == 0 ? now.with(bit, false) : now));
        Outcomes.label("operand").collect(how, permitted).coverage(Combinations.each(Vector.of(0, 1, 2), Combinations.EITHER));
    }

    @Guarantee
    @Label("a change of PSR.ic is in flight until a serialisation, not until a fence")
    @RegisterFiles.Checks({COLLECTION_IN_FLIGHT, COLLECTION_SERIALISED, FENCE_PASSED})
    void flight(Subject subject, @ForAll("starts") Started start, @ForAll boolean set, @ForAll boolean data, @ForAll @IntRange(max = 3) int fence) {
        Machine before = start.machine().withPsr(start.psr().withCpl(0));
        boolean changes = start.psr().ic() != set;
        Ran changed = Ran.of(subject, before, Formed.of(set ? "ssm imm24" : "rsm imm24", 1L << IC));
        assertEquals(changes, changed.after().addressing().inFlight());
        Ran fenced = changed.then(subject, Formed.of(Vector.of("mf", "mf.a", "fwb", "sync.i").get(fence))).didNothing();
        fenced.then(subject, Formed.of(data ? "srlz.d" : "srlz.i")).did(Place.InFlight.IN_FLIGHT, false);
        Outcomes.label("changes").collect(changes).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 20)));
    }

    @Guarantee
    @Label("an interruption may find a change of PSR.ic complete: then the new value alone says whether a miss is a nested one, and what ISR tells")
    @RegisterFiles.Checks(COLLECTION_EARLY)
    void early(Subject subject, @ForAll("starts") Started start, @ForAll boolean collected, @ForAll boolean misses) {
        Machine machine = Collecting.inFlight(start.machine().withPsr(Prepared.enabled(start.machine()).psr().with(IC, collected).with(DT, true).with(IT, false)).withTlb(Tlb.EMPTY), true);
        Took took = Took.of(subject, Took.at(source(machine, 0x300000), Unit.M, misses ? "ld8 r8=[r9]" : "break.m 0x5"), Choice.of(Freedom.IN_FLIGHT))
            .took(!misses ? Interruption.BREAK_INSTRUCTION : collected ? Interruption.ALTERNATE_DATA_TLB : Interruption.DATA_NESTED_TLB);
        if (collected || !misses) assertEquals(!collected, (observed(took.isr(), COLLECTION_EARLY) >>> NI & 1) == 1);
        Outcomes.label("early").collect(collected, misses).coverage(Combinations.above(10, Combinations.EITHER, Combinations.EITHER));
    }

    private static Machine source(Machine machine, long word) {
        return new Place.General(SOURCE).with(machine, GeneralValue.of(word));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    /// Words that have no reserved bit in two thirds of the cases.
    @Provide
    Arbitrary<Long> allowed() {
        return Combinators.combine(Instructions.words(), Arbitraries.integers().between(0, 95))
            .as((word, stray) -> word & (stray % 2 == 0 ? 0xffff_ffff_0ffe_e03eL : 0xfe_e03eL) | (stray < 32 ? 1L << stray : 0));
    }

    /// The same of the user mask.
    @Provide
    Arbitrary<Long> small() {
        return Combinators.combine(Instructions.words(), Arbitraries.integers().between(0, 127)).as((word, stray) -> word & 0x3e | (stray < 64 ? 1L << stray : 0));
    }
}
