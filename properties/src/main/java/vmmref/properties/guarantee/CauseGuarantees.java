package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.CAUSE_COLLECTED;
import static vmmref.spec.Interruptions.CODE_TOLD;
import static vmmref.spec.Interruptions.DEFERRAL_TOLD;
import static vmmref.spec.Interruptions.NESTING_TOLD;
import static vmmref.spec.Interruptions.SLOT_TOLD;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.function.UnaryOperator;
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
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of what the interruption status register tells.
class CauseGuarantees {
    private static final long DATA = 0x2000_0000_0000_8000L;
    private static final Profile NARROW = Profile.named("minimal").get();

    /// A page of code whose bit ed is 1, and which all levels may execute.
    private static final Tlb CODE = Tlb.EMPTY.withCached(Stream.INSTRUCTION, Translation.of(new VirtualAddress(0), 0x101, new PageSize(16), 0, new Pte(1L << 52 | 0x7e1)), true);

    /// An interruption, and what ISR tells of it but the bit ed, typed from the manual's pages.
    private record Example(Interruption kind, long isr, UnaryOperator<Machine> machine) {
        static Example of(Interruption kind, long isr, Unit unit, String text, UnaryOperator<Machine> prepared) {
            return new Example(kind, isr, machine -> prepared.apply(Took.at(machine, unit, text)));
        }

        static Example branch(Interruption kind, long isr, String text, int slot, UnaryOperator<Machine> prepared) {
            return new Example(kind, isr, machine -> prepared.apply(Took.at(machine, text, slot)));
        }
    }

    private static final Seq<Example> EXAMPLES = Vector.of(
        Example.of(Interruption.ILLEGAL_OPERATION,          0x0000020000000000L, Unit.A, "add r0=r9,r9", machine -> machine),
        Example.of(Interruption.PRIVILEGED_OPERATION,       0x0000000000000010L, Unit.M, "mov r8=psr", machine -> level(machine, 3)),
        Example.of(Interruption.PRIVILEGED_OPERATION,       0x0000000800000010L, Unit.M, "tpa r8=r9", machine -> level(machine, 1)),
        Example.of(Interruption.PRIVILEGED_OPERATION,       0x0000000800000013L, Unit.M, "tak r8=r9", machine -> level(machine, 2)),
        Example.of(Interruption.PRIVILEGED_REGISTER,        0x0000000000000020L, Unit.M, "mov.m ar.k0=r9", machine -> level(number(machine, 0), 3)),
        Example.of(Interruption.RESERVED_REGISTER_FIELD,    0x0000000000000030L, Unit.M, "mov cr.pta=r9", machine -> level(number(machine, 2), 0)),
        Example.of(Interruption.UNIMPLEMENTED_DATA_ADDRESS, 0x0000000400000030L, Unit.M, "ld8 r8=[r9]", machine -> translated(number(machine, 1L << 60))),
        Example.of(Interruption.UNIMPLEMENTED_DATA_ADDRESS, 0x0000000200000030L, Unit.M, "st1 [r9]=r0", machine -> translated(number(machine, 1L << 60))),
        Example.of(Interruption.UNIMPLEMENTED_DATA_ADDRESS, 0x0000000C00000034L, Unit.M, "lfetch.fault [r9]", machine -> translated(number(machine, 1L << 60))),
        Example.of(Interruption.REGISTER_NAT_CONSUMPTION,   0x0000000400000010L, Unit.M, "ld8 r8=[r9]", CauseGuarantees::nat),
        Example.of(Interruption.REGISTER_NAT_CONSUMPTION,   0x0000000200000010L, Unit.M, "st8 [r9]=r0", CauseGuarantees::nat),
        Example.of(Interruption.REGISTER_NAT_CONSUMPTION,   0x0000000600000010L, Unit.M, "fetchadd8.acq r8=[r9],1", CauseGuarantees::nat),
        Example.of(Interruption.REGISTER_NAT_CONSUMPTION,   0x0000000C00000014L, Unit.M, "lfetch.fault [r9]", CauseGuarantees::nat),
        Example.of(Interruption.REGISTER_NAT_CONSUMPTION,   0x0000000C00000011L, Unit.M, "fc r9", CauseGuarantees::nat),
        Example.of(Interruption.REGISTER_NAT_CONSUMPTION,   0x0000000C00000012L, Unit.M, "probe.r r8=r9,0", CauseGuarantees::nat),
        Example.of(Interruption.REGISTER_NAT_CONSUMPTION,   0x0000000A00000015L, Unit.M, "probe.w.fault r9,0", CauseGuarantees::nat),
        Example.of(Interruption.REGISTER_NAT_CONSUMPTION,   0x0000000000000010L, Unit.M, "mov.m ar.k0=r9", machine -> level(nat(machine), 0)),
        Example.of(Interruption.DISABLED_FP_REGISTER,       0x0000000200000002L, Unit.M, "stf8 [r9]=f40", machine -> machine.withPsr(machine.psr().with(19, true))),
        Example.of(Interruption.DISABLED_FP_REGISTER,       0x0000001400000001L, Unit.M, "ldfd.s f8=[r9]", machine -> machine.withPsr(machine.psr().with(18, true))),
        Example.branch(Interruption.BREAK_INSTRUCTION,      0x0000020000000000L, "break.b 0x1ff", 1, machine -> machine),
        Example.branch(Interruption.EXTERNAL_INTERRUPT,     0x0000040000000000L, "nop.b 0", 2, CauseGuarantees::interrupted),
        Example.branch(Interruption.ALTERNATE_INSTRUCTION_TLB, 0x0000040100000000L, "nop.b 0", 2, machine -> machine.withTlb(Tlb.EMPTY).withPsr(machine.psr().with(36, true))),
        Example.branch(Interruption.SINGLE_STEP,            0x0000040000000008L, "nop.b 0", 2, machine -> machine.withPsr(machine.psr().with(40, true))),
        Example.branch(Interruption.TAKEN_BRANCH,           0x000004000000000CL, "br.cond.sptk.few .+0x20", 2, machine -> machine.withPsr(machine.psr().with(40, true).with(26, true))),
        Example.branch(Interruption.LOWER_PRIVILEGE_TRANSFER, 0x0000040000000006L, "br.ret.sptk.few b0", 2, machine -> level(new Place.Application(RegisterNumber.PFS).with(machine.withPsr(machine.psr().with(25, true).with(26, true)), 3L << 62), 0)),
        Example.of(Interruption.ILLEGAL_OPERATION,          0x0000040000000000L, Unit.X, "nop.x 0", machine -> machine.withPosition(machine.position().withSlot(2))),
        Example.of(Interruption.ALTERNATE_DATA_TLB,         0x0000000400000000L, Unit.M, "ld8 r8=[r9]", machine -> Trouble.MISSING.ofData(number(machine, DATA), DATA, machine.psr().it())),
        Example.of(Interruption.PAGE_NOT_PRESENT,           0x0000000400000000L, Unit.M, "ld8 r8=[r9]", machine -> Trouble.ABSENT.ofData(number(machine, DATA), DATA, machine.psr().it())),
        Example.of(Interruption.NAT_PAGE_CONSUMPTION,       0x0000000400000020L, Unit.M, "ld8 r8=[r9]", machine -> Trouble.NAT_PAGE.ofData(number(machine, DATA), DATA, machine.psr().it())));

    /// The examples of which ISR.ed tells.
    private static final Set<Interruption> DEFERRING = HashSet.of(Interruption.ALTERNATE_DATA_TLB, Interruption.PAGE_NOT_PRESENT);

    @Guarantee
    @Rare
    @Label("ISR tells what the manual's examples say, the bit ed of the code page only with references, and that it is nested while interruptions are not collected or a change of that is not serialised")
    @Interruptions.Checks({CAUSE_COLLECTED, CODE_TOLD, NESTING_TOLD, DEFERRAL_TOLD})
    void examples(Subject subject, @ForAll("starts") Started start, @ForAll("exampleNumbers") int which, @ForAll boolean collected, @ForAll boolean inFlight, @ForAll boolean ed, @ForAll("words") long before) {
        Example example = EXAMPLES.get(which);
        Discard.unless(collected || inFlight || example.kind() != Interruption.ALTERNATE_DATA_TLB, "the miss would be another one");
        boolean nested = !collected || inFlight;
        boolean deferring = ed && DEFERRING.contains(example.kind());
        Machine plain = start.machine().withPsr(Prepared.enabled(start.machine()).psr().with(13, collected).with(17, false).with(36, ed)).withTlb(ed ? CODE : Tlb.EMPTY);
        Machine machine = Collecting.inFlight(Collecting.ISR.with(plain, before), inFlight);
        Took took = Took.of(subject.on(NARROW), example.machine().apply(machine)).took(expected(example));
        long isr = nested ? observed(took.isr(), NESTING_TOLD) : observed(took.isr(), CODE_TOLD);
        if (deferring) observed(isr, DEFERRAL_TOLD);
        assertEquals(example.isr() | (nested ? 1L << 39 : 0) | (deferring ? 1L << 43 : 0), isr, () -> which + ": " + example.kind());
        Outcomes.label("example").collect(which, ed).coverage(Combinations.each(Vector.range(0, EXAMPLES.size()), Combinations.EITHER));
        Outcomes.label("nested").collect(collected, inFlight).coverage(Combinations.above(10, Combinations.EITHER, Combinations.EITHER));
    }

    private static Interruption[] expected(Example example) {
        return switch (example.kind()) {
            case TAKEN_BRANCH             -> new Interruption[] {Interruption.TAKEN_BRANCH, Interruption.SINGLE_STEP};
            case LOWER_PRIVILEGE_TRANSFER -> new Interruption[] {Interruption.LOWER_PRIVILEGE_TRANSFER, Interruption.TAKEN_BRANCH};
            default                       -> new Interruption[] {example.kind()};
        };
    }

    private static Machine level(Machine machine, int level) {
        return machine.withPsr(machine.psr().withCpl(level));
    }

    private static Machine number(Machine machine, long bits) {
        return Prepared.with(machine, 9, bits);
    }

    private static Machine nat(Machine machine) {
        return Prepared.with(machine, 9, new GeneralValue(0, true));
    }

    private static Machine translated(Machine machine) {
        return machine.withPsr(machine.psr().with(17, true));
    }

    private static Machine interrupted(Machine machine) {
        return new Place.Control(RegisterNumber.IRR + 3).with(machine.withPsr(machine.psr().with(14, true)), 1L << 63);
    }

    @Guarantee
    @Label("ISR tells the slot that faults, or the one at which an interrupt or a fetch came")
    @Interruptions.Checks({SLOT_TOLD, CAUSE_COLLECTED})
    void slots(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 2) int slot) {
        Machine machine = start.machine().withPsr(start.psr().with(13, true));
        Machine broken = Took.at(machine, "break.b 0", slot);
        for (Machine each : Vector.of(broken, interrupted(broken), broken.withPsr(broken.psr().with(36, true)).withTlb(Tlb.EMPTY)))
            assertEquals(slot, observed(Took.of(subject, each).isr(), SLOT_TOLD) >>> 41);
        assertEquals(1, Took.of(subject, machine, Unit.X, "break.x 0").took(Interruption.BREAK_INSTRUCTION).isr() >>> 41);
        Outcomes.label("slot").collect(slot).coverage(checker -> Vector.of(0, 1, 2).forEach(each -> checker.check(each).percentage(share -> share > 10)));
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
    Arbitrary<Integer> exampleNumbers() {
        return Arbitraries.integers().between(0, EXAMPLES.size() - 1);
    }
}
