package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.BRANCH_TRAPPED;
import static vmmref.spec.Interruptions.LEVEL_TRAPPED;
import static vmmref.spec.Interruptions.SLOT_FETCHED_AGAIN;
import static vmmref.spec.Interruptions.STEP_TRAPPED;
import static vmmref.spec.Interruptions.TRAPS_ORDERED;
import static vmmref.spec.Interruptions.TRAPS_TOLD;
import static vmmref.spec.Interruptions.TRAP_SLOT_TOLD;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
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
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of traps.
class TrapGuarantees {
    /// An implementation that traps at once where it goes on at an address that it does not implement; it implements 50 physical bits.
    private static final Profile TRAPPING = Profile.named("itanium2").get();

    /// What an instruction does that traps look at.
    private record Act(Unit unit, String text, boolean computes, boolean branches, boolean lowers, boolean returns) {
        static Act plain(Unit unit, String text) {
            return new Act(unit, text, false, false, false, false);
        }

        static Act branch(Unit unit, String text) {
            return new Act(unit, text, false, true, false, false);
        }

        /// {@return the same, or something else where there are no long branches}
        Act on(Profile profile) {
            return text.contains("brl") && !profile.has(Profile.LONG_BRANCH) ? plain(Unit.X, "nop.x 0") : this;
        }

        boolean isOfAnySlot() {
            return unit == Unit.B && !returns;
        }
    }

    /// A branch goes where b6 says, p6 is 0, and r9 is not a thing. Only what is inexact is enabled: the significand of f9 has 64 bits, of the lanes of f10 the low one has a fraction; rounding goes toward zero.
    private static final Seq<Act> ACTS = Vector.of(
        Act.plain(Unit.B, "nop.b 0"), Act.plain(Unit.M, "nop.m 0"), Act.plain(Unit.I, "(p6) nop.i 0"), Act.plain(Unit.X, "nop.x 0"), Act.plain(Unit.B, "(p6) br.cond.sptk.few b6"), Act.plain(Unit.A, "add r8=r0,r0"),
        Act.branch(Unit.B, "br.cond.sptk.few b6"), Act.branch(Unit.B, "br.call.sptk.few b3=b6"), Act.branch(Unit.B, "br.cond.sptk.few .+0"), Act.branch(Unit.M, "chk.s.m r9,.+0x20"), Act.branch(Unit.I, "chk.s.i r9,.+0x20"),
        Act.branch(Unit.X, "brl.cond.sptk.few .+0x20"), Act.branch(Unit.X, "brl.call.sptk.few b3=.+0x20"), Act.plain(Unit.X, "(p6) brl.cond.sptk.few .+0x20"),
        new Act(Unit.B, "br.ret.sptk.few b6", false, true, true, false), new Act(Unit.B, "rfi", false, true, true, true),
        new Act(Unit.F, "fma.d.s0 f8=f9,f1,f0", true, false, false, false), Act.plain(Unit.F, "fma.s0 f8=f9,f1,f0"), Act.plain(Unit.F, "(p6) fma.d.s0 f8=f9,f1,f0"), new Act(Unit.F, "fpcvt.fx.s0 f8=f10", true, false, false, false));

    /// The traps in their order, with the bit of the code and the vector of each.
    private static final Map<Interruption, Integer> CODES = LinkedHashMap.of(
        Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP, 16, Interruption.FLOATING_POINT_TRAP, 1, Interruption.LOWER_PRIVILEGE_TRANSFER, 2, Interruption.TAKEN_BRANCH, 4, Interruption.SINGLE_STEP, 8);
    private static final Map<Interruption, Integer> VECTORS = LinkedHashMap.of(
        Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP, 0x5e00, Interruption.FLOATING_POINT_TRAP, 0x5d00, Interruption.LOWER_PRIVILEGE_TRANSFER, 0x5e00, Interruption.TAKEN_BRANCH, 0x5f00, Interruption.SINGLE_STEP, 0x6000);

    @Guarantee
    @Rare
    @Costs(16)
    @Label("each trap that is enabled and due is told, the highest is delivered, and what is not enabled or not due is neither; an instruction that faults has none")
    @Interruptions.Checks({TRAPS_ORDERED, TRAPS_TOLD, TRAP_SLOT_TOLD, LEVEL_TRAPPED, BRANCH_TRAPPED, STEP_TRAPPED})
    void together(Subject subject, @ForAll("starts") Started start, @ForAll("acts") int which, @ForAll @IntRange(max = 7) int enabled, @ForAll @IntRange(max = 3) int level, @ForAll @IntRange(max = 3) int caller, @ForAll boolean away,
                  @ForAll @IntRange(max = 2) int slot) {
        Act act = ACTS.get(which).on(subject.profile());
        boolean lowersTrap = (enabled & 1) != 0;
        boolean branchesTrap = (enabled & 2) != 0;
        boolean stepsTrap = (enabled & 4) != 0;
        int before = act.returns() ? 0 : level;
        boolean collected = start.psr().ic();
        long target = away ? 1L << 50 | 0x100 : 0x100;
        Machine plain = prepared(start.machine().withPsr(start.psr().with(13, collected && !act.returns()).with(25, lowersTrap).with(26, branchesTrap).with(40, stepsTrap).with(36, false).withCpl(before)), target, caller, collected);
        Machine machine = act.returns() ? Took.returning(plain) : act.isOfAnySlot() ? Took.at(plain, act.text(), slot) : Took.at(plain, act.unit(), act.text());
        Took took = Took.of(subject.on(TRAPPING), machine);
        Took faulted = Took.of(subject, Took.at(plain, "break.b 0", slot)).took(Interruption.BREAK_INSTRUCTION);
        assertEquals((long) slot << 41 | (plain.psr().ic() ? 0 : 1L << 39), faulted.isr());
        Seq<Interruption> due = act.returns() ? due(away, false, false, false, false)
            : due(away && act.text().contains("b6") && act.branches(), act.computes(), lowersTrap && act.lowers() && caller > before, branchesTrap && act.branches(), stepsTrap);
        took.took(due.toJavaArray(Interruption[]::new));
        if (!due.isEmpty()) {
            int at = act.isOfAnySlot() ? slot : act.unit() == Unit.X ? subject.profile().number("long-trap-slot") : machine.position().slot();
            long inexact = act.computes() ? act.text().contains("fp") ? 1 << 9 : 1 << 13 : 0;
            long told = due.map(trap -> CODES.get(trap).get()).sum().longValue() + inexact + at * 0x200_0000_0000L + (collected ? 0 : 1L << 39);
            assertEquals(told, observed(observed(took.isr(), TRAPS_TOLD), TRAP_SLOT_TOLD), act::text);
            assertEquals(VECTORS.get(due.head()).get().longValue(), observed(took, TRAPS_ORDERED).after().position().bundle().bits() & 0x7fff);
            due.forEach(trap -> observed(took, SAYING.get(trap).getOrElse(TRAPS_ORDERED)));
        }
        Outcomes.label("number").collect(due.size()).coverage(checker -> Vector.of(0, 1, 2, 3, 4).forEach(each -> checker.check(each).count(count -> count > 0)));
        Outcomes.label("computed").collect(act.computes(), due.size()).coverage(checker -> Vector.of(1, 2).forEach(size -> checker.check(true, size).count(count -> count > 0)));
        Outcomes.label("act").collect(which).coverage(checker -> Vector.range(0, ACTS.size()).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static final Map<Interruption, Interruptions> SAYING = LinkedHashMap.of(
        Interruption.LOWER_PRIVILEGE_TRANSFER, LEVEL_TRAPPED, Interruption.TAKEN_BRANCH, BRANCH_TRAPPED, Interruption.SINGLE_STEP, STEP_TRAPPED);

    private static Seq<Interruption> due(boolean unimplemented, boolean computed, boolean lowered, boolean branched, boolean stepped) {
        return CODES.keySet().toVector().zip(Vector.of(unimplemented, computed, lowered, branched, stepped)).filter(each -> each._2).map(each -> each._1);
    }

    private static Machine prepared(Machine machine, long target, int caller, boolean collected) {
        Machine sources = Prepared.with(Prepared.with(Prepared.with(Prepared.enabled(machine), 9, new GeneralValue(0, true)), 9, new FloatingValue(false, 0xffff, -1)), 10, FloatingValue.integer(0x3f8000003fc00000L));
        Machine computing = new Place.Application(RegisterNumber.FPSR).with(sources, 0x1fL | 3L << 8 | 3L << 10);
        Machine branching = new Place.Branch(6).with(new Place.Predicate(6).with(computing, false), target);
        Machine returning = new Place.Application(RegisterNumber.PFS).with(branching, (long) caller << 62);
        return new Place.Control(RegisterNumber.IIP).with(new Place.Control(RegisterNumber.IPSR).with(returning, (long) caller << 32 | (collected ? 1L << 13 : 0)), target);
    }

    @Guarantee
    @Label("after an instruction that did not look at its page the next slot looks, and after others it does not")
    @Interruptions.Checks(SLOT_FETCHED_AGAIN)
    void fetchedAgain(Subject subject, @ForAll("starts") Started start, @ForAll("unlooking") Trouble trouble, @ForAll @IntRange(max = 1) int slot, @ForAll boolean skipped) {
        long at = 1L << 61 | Started.CODE;
        int bit = trouble == Trouble.WATCHED ? 37 : 45;
        Machine holding = Took.at(start.machine().withPsr(start.psr().with(13, true)), "nop.b 0", slot);
        Machine troubled = trouble.ofFetch(holding.withPosition(Position.at(at).withSlot(slot)), at);
        Machine sound = Trouble.UNCACHEABLE.ofFetch(holding.withPosition(Position.at(at).withSlot(slot)), at);
        Took first = Took.of(subject, skipped ? troubled.withPsr(troubled.psr().with(bit, true)) : sound).took();
        Took second = Took.of(subject, first.after().withAddressing(troubled.addressing()));
        if (skipped) {
            observed(second, SLOT_FETCHED_AGAIN).took(trouble.fetch().get());
            assertEquals(slot + 1, second.isr() >>> 41);
            Took.of(subject, sound.withPsr(sound.psr().with(38, true).with(39, true).with(43, true))).took().after().position().code().getOrElseThrow(() -> new AssertionError("fetched again"));
        } else {
            second.took();
        }
        Outcomes.label("skipped").collect(trouble, skipped).coverage(Combinations.above(10, Vector.of(Trouble.NOT_ACCESSED, Trouble.WATCHED), Combinations.EITHER));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    /// Returns to a lower level more often than others: four traps come together after them alone.
    @Provide
    Arbitrary<Integer> acts() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, ACTS.size() - 1);
        return Arbitraries.oneOf(any, any, Arbitraries.of(ACTS.zipWithIndex().filter(act -> act._1.lowers()).map(act -> act._2).asJava()));
    }

    @Provide
    Arbitrary<Trouble> unlooking() {
        return Arbitraries.of(Trouble.NOT_ACCESSED, Trouble.WATCHED);
    }
}
