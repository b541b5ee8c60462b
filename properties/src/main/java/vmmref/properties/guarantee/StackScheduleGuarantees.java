package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Stacks.REGISTERS_SURVIVE;
import static vmmref.spec.Stacks.STORE_CONFINED;
import static vmmref.spec.Stacks.STORE_EAGER;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.machine.Machine;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Stacks;

/// What holds whenever the register stack engine stores and loads.
class StackScheduleGuarantees {

    /// {@return a machine at level 0 that collects no interruptions}
    private static Machine quiet(Started start) {
        return start.machine().withPsr(start.psr().withCpl(0).with(13, false));
    }

    @Guarantee
    @Rare
    @Costs(64)
    @Label("in any tree of calls, interruptions and switches to other stacks each frame keeps its registers and NaT bits, however eager the engine is, and the engine writes its backing store only")
    @Stacks.Checks({REGISTERS_SURVIVE, STORE_CONFINED})
    void survive(Subject subject, @ForAll("starts") Started start, @ForAll("acts") Seq<CallTree.Act> acts, @ForAll @IntRange(max = 3) int mode) {
        CallTree grown = acts.foldLeft(CallTree.of(subject, quiet(start), start.seed(), mode, true), CallTree::after);
        CallTree back = grown;
        while (!back.callers().isEmpty()) back = back.after(new CallTree.Act(CallTree.Kind.RETURN, 0, 0));
        assertEquals(0x4400, observed(back.bsp().bits(), REGISTERS_SURVIVE));
        Outcomes.label("deepest").collect(grown.deepest() > 3).coverage(checker -> checker.check(true).percentage(share -> share > 5));
        long stored = grown.machine().stack().bspstore().bits() - 0x4400;
        Outcomes.label("stored").collect(stored == 0 ? "nothing" : stored < 0x200 ? "registers" : "collections").coverage(checker -> Vector.of("nothing", "registers", "collections").forEach(each -> checker.check(each).percentage(share -> share > 2)));
    }

    @Guarantee
    @Costs(64)
    @Label("an engine that is eager and one that is lazy show the same frame at the same place")
    @Stacks.Checks(STORE_EAGER)
    void eager(Subject subject, @ForAll("starts") Started start, @ForAll("acts") Seq<CallTree.Act> acts, @ForAll @IntRange(max = 3) int mode) {
        CallTree lazy = acts.foldLeft(CallTree.of(subject, quiet(start), start.seed(), mode, false), CallTree::after);
        CallTree eager = acts.foldLeft(CallTree.of(subject, quiet(start), start.seed(), mode, true), CallTree::after);
        assertEquals(lazy.machine().cfm(), eager.machine().cfm());
        assertEquals(lazy.bsp(), observed(eager.bsp(), STORE_EAGER));
        if (mode == 0) assertEquals(lazy.machine().stack().bspstore(), eager.machine().stack().bspstore());
        Outcomes.label("schedules").collect(lazy.machine().stack().equals(eager.machine().stack())).coverage(checker -> checker.check(false).percentage(share -> share > 2));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    /// Calls and allocations more often than what else there is.
    @Provide
    Arbitrary<Seq<CallTree.Act>> acts() {
        Arbitrary<CallTree.Kind> kinds = Arbitraries.of(CallTree.Kind.CALL, CallTree.Kind.CALL, CallTree.Kind.CALL, CallTree.Kind.ALLOCATE, CallTree.Kind.ALLOCATE, CallTree.Kind.ALLOCATE, CallTree.Kind.WRITE, CallTree.Kind.WRITE, CallTree.Kind.WRITE,
            CallTree.Kind.WRITE, CallTree.Kind.RETURN, CallTree.Kind.RETURN, CallTree.Kind.INTERRUPT, CallTree.Kind.SWITCH);
        Arbitrary<Integer> sizes = Arbitraries.oneOf(Arbitraries.of(0, 96), Arbitraries.integers().between(0, 96), Arbitraries.integers().between(1, 40));
        return Combinators.combine(kinds, sizes, sizes).as(CallTree.Act::new).list().ofMaxSize(30).map(Vector::ofAll);
    }
}
