package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.RegisterFiles.ALLOCATION_ILLEGAL;
import static vmmref.spec.RegisterFiles.ALLOCATION_ROTATED;
import static vmmref.spec.RegisterFiles.CALLER_RESTORED;
import static vmmref.spec.RegisterFiles.FRAME_ALLOCATED;
import static vmmref.spec.RegisterFiles.FRAME_COVERED;
import static vmmref.spec.RegisterFiles.ROTATION_CLEARED;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;
import static vmmref.spec.Stacks.ALLOCATION_SPILLED;
import static vmmref.spec.Stacks.REGISTER_STORED;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.RegisterFiles;
import vmmref.spec.Stacks;

/// What holds of frames.
class FrameGuarantees {
    private static final String ALLOC = "alloc r1=ar.pfs,sof,sol,sor";

    /// The operands of `alloc`.
    ///
    /// @param target r1
    /// @param sof    the size of the frame
    /// @param sol    that of its local part
    /// @param sor    that of its rotating part in eights
    record Allocation(int target, int sof, int sol, int sor) { }

    @Guarantee
    @Label("an allocation that fits gives the frame its sizes, keeps its rotation and its registers, and tells PFS; sizes, target, rotation and what is dirty are looked at in this order")
    @RegisterFiles.Checks({ALLOCATION_ILLEGAL, ALLOCATION_ROTATED, FRAME_ALLOCATED, TARGET_ILLEGAL})
    @Stacks.Checks({ALLOCATION_SPILLED, REGISTER_STORED})
    void allocation(Subject subject, @ForAll("starts") Started start, @ForAll("allocations") Allocation asked, @ForAll("words") long pfs, @ForAll @IntRange(max = 96) int dirty) {
        Machine before = new Place.Application(RegisterNumber.PFS).with(start.machine().withStack(new RegisterStack(start.base(), Math.min(dirty, 96 - start.cfm().sof()), start.machine().stack().bspstore(), 0)), pfs);
        Ran ran = Ran.of(subject, before, Formed.of(ALLOC, asked.target(), asked.sof(), asked.sol(), 8 * asked.sor()));
        Cfm old = start.cfm();
        boolean rotated = old.rrbGr() + old.rrbFr() + old.rrbPr() > 0;
        String outcome = Math.max(asked.sof() - 96, Math.max(asked.sol(), 8 * asked.sor()) - asked.sof()) > 0 ? "illegal"
            : asked.target() == 0 || asked.target() > 31 + asked.sof() ? "target"
            : rotated && asked.sor() != old.sor() ? "rotated"
            : before.stack().dirty() + asked.sof() > 96 ? "spilling" : "allocated";
        switch (outcome) {
            case "illegal"  -> ran.raised(Interruption.ILLEGAL_OPERATION, ALLOCATION_ILLEGAL);
            case "target"   -> ran.raised(Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
            case "rotated"  -> ran.raised(Interruption.RESERVED_REGISTER_FIELD, ALLOCATION_ROTATED);
            case "spilling" -> spilled(ran);
            default         -> allocated(ran, asked, pfs);
        }
        Outcomes.label("outcome").collect(outcome)
            .coverage(checker -> Vector.of("illegal", "target", "rotated", "spilling", "allocated").forEach(each -> checker.check(each).percentage(share -> share > 1)));
    }

    /// One register went to memory, and nothing else was done.
    private static void spilled(Ran ran) {
        RegisterStack before = ran.before().stack();
        Machine after = observed(ran.next(), ALLOCATION_SPILLED);
        assertEquals(before.dirty() - 1, after.stack().dirty());
        assertEquals(0xc008, after.stack().bspstore().bits());
        assertEquals(before.bsp(), after.stack().bsp());
        assertEquals(ran.before(), after.withStack(before).withMemory(ran.before().memory()).withPosition(ran.before().position()));
        assertEquals(ran.before().position(), after.position().unfetched());
    }

    private static void allocated(Ran ran, Allocation asked, long pfs) {
        Cfm old = ran.before().cfm();
        Machine after = ran.after();
        assertEquals(Cfm.of(asked.sof(), asked.sol(), asked.sor()).rotated(old.rrbGr(), old.rrbFr(), old.rrbPr()), after.cfm());
        for (int number = 1; number < 32 + Math.min(old.sof(), asked.sof()); number++) {
            assertEquals(number == asked.target() ? GeneralValue.of(pfs) : ran.before().general(number), after.general(number), "r" + number);
        }
        assertEquals(GeneralValue.of(pfs), after.general(asked.target()));
        assertEquals(ran.before().withGeneral(after.general()).withCfm(after.cfm()), after);
    }

    @Guarantee
    @Label("cover leaves an empty frame whose BSP is behind all registers of the old one, and tells the old one while interruptions are not collected")
    @RegisterFiles.Checks(FRAME_COVERED)
    void covering(Subject subject, @ForAll("starts") Started start) {
        Machine before = start.machine();
        Ran ran = Ran.of(subject, before, Formed.of("cover"));
        Machine after = ran.after();
        assertEquals(new Cfm(0), after.cfm());
        assertEquals(start.cfm().sof(), after.stack().dirty());
        assertEquals(before.stack().bspstore(), after.stack().bspstore());
        assertEquals((start.base() + start.cfm().sof()) % 96, after.stack().base());
        assertEquals(start.psr().ic() ? before.control(RegisterNumber.IFS) : Long.MIN_VALUE + start.cfm().bits(), after.control(RegisterNumber.IFS));
        assertEquals(ran.before().withCfm(after.cfm()).withStack(after.stack()).withControl(after.control()), after);
        ran.then(subject, Formed.of("cover")).did(new Place.Control(RegisterNumber.IFS), start.psr().ic() ? before.control(RegisterNumber.IFS) : Long.MIN_VALUE);
    }

    @Guarantee
    @Label("clrrrb takes all rotation away, and clrrrb.pr that of the predicates")
    @RegisterFiles.Checks(ROTATION_CLEARED)
    void clearing(Subject subject, @ForAll("starts") Started start, @ForAll boolean ofPredicatesOnly) {
        Cfm frame = start.cfm();
        Cfm plain = Cfm.of(frame.sof(), frame.sol(), frame.sor());
        Ran.of(subject, start.machine(), Formed.of(ofPredicatesOnly ? "clrrrb.pr" : "clrrrb"))
            .did(Place.Frame.CFM, ofPredicatesOnly ? plain.rotated(frame.rrbGr(), frame.rrbFr(), 0) : plain);
    }

    @Guarantee
    @Label("a call, an allocation, writes and a return leave the caller its frame and the registers of its local part")
    @RegisterFiles.Checks(CALLER_RESTORED)
    @Costs(2)
    void callerRestored(Subject subject, @ForAll("starts") Started start, @ForAll("allocations") Allocation asked, @ForAll("numbers") Vector<Integer> written) {
        Machine caller = start.machine();
        Ran call = Ran.of(subject, caller, Formed.of("br.call b1=target25", 0, 0));
        Engaged allocated = Engaged.of(subject, call.after(), Formed.of(ALLOC, asked.target(), asked.sof(), asked.sol(), 8 * asked.sor()));
        boolean works = allocated.last() instanceof Executed.Done;
        Machine callee = works ? allocated.after() : call.after();
        int outputs = caller.cfm().sof() - caller.cfm().sol();
        for (int number : written) {
            if (32 + outputs <= number && number < 32 + callee.cfm().sof()) callee = Ran.of(subject, callee, Formed.of("mov r1=ip", number)).after();
        }
        Machine after = Engaged.of(subject, callee, Formed.of("br.ret b2", 0)).after();
        assertEquals(caller.cfm(), after.cfm());
        assertEquals(caller.stack().bsp(), after.stack().bsp());
        assertEquals(caller.stack().base(), after.stack().base());
        for (int number = 32; number < 32 + caller.cfm().sol(); number++) {
            if (number >= 32 + 8 * caller.cfm().sor()) assertEquals(caller.general(number), after.general(number), "r" + number);
        }
        Outcomes.label("allocated").collect(works).coverage(checker -> checker.check(true).percentage(share -> share > 10));
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
    Arbitrary<Vector<Integer>> numbers() {
        return Arbitraries.integers().between(32, 127).list().ofMaxSize(4).map(Vector::ofAll);
    }

    /// Half of them fit, a third of these with the target in the new frame, and a quarter of all has no rotating part.
    @Provide
    Arbitrary<Allocation> allocations() {
        Arbitrary<Allocation> any = Combinators.combine(Arbitraries.of(0, 8, 32, 127), Arbitraries.integers().between(0, 127), Arbitraries.integers().between(0, 127), Arbitraries.integers().between(0, 15)).as(Allocation::new);
        Arbitrary<Allocation> fitting = Combinators.combine(Arbitraries.oneOf(Arbitraries.of(1, 8, 31, 32), Arbitraries.integers().between(0, 127)), Arbitraries.integers().between(0, 96), Arbitraries.integers().between(0, 96), Arbitraries.integers().between(0, 23))
            .as((target, sof, sol, sor) -> new Allocation(target, sof, Math.min(sol, sof), sor > 12 ? 0 : Math.min(sor, sof / 8)));
        return Arbitraries.oneOf(any, fitting, fitting);
    }
}
