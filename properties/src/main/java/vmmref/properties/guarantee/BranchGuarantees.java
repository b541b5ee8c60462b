package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Executions.BRANCH_INDIRECT;
import static vmmref.spec.Executions.BRANCH_SLOT_ILLEGAL;
import static vmmref.spec.Executions.BRANCH_TAKEN;
import static vmmref.spec.Executions.CALL_FRAME;
import static vmmref.spec.Executions.CALL_LINKED;
import static vmmref.spec.Executions.RETURN_FRAME;
import static vmmref.spec.Executions.RETURN_LEVEL;
import static vmmref.spec.Executions.SPECULATION_CHECKED;
import static vmmref.spec.RegisterFiles.FLOATING_DISABLED;
import static vmmref.spec.RegisterFiles.STACK_RENAMED;
import static vmmref.spec.Stacks.CALLER_UNSOUND;
import static vmmref.spec.Stacks.FRAME_EMPTIED;
import static vmmref.spec.Stacks.FRAME_REFILLED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Executions;
import vmmref.spec.Stacks;
import vmmref.spec.RegisterFiles;

/// What holds of branches, calls and returns.
class BranchGuarantees {
    private static final Place<Long> PFS = new Place.Application(RegisterNumber.PFS);
    private static final Place<Long> EC = new Place.Application(RegisterNumber.EC);
    /// An implementation that lacks many addresses.
    private static final Profile NARROW = Profile.named("minimal").get();

    @Guarantee
    @Costs(16)
    @Label("a relative branch goes as many bundles on as it says")
    @Executions.Checks(BRANCH_TAKEN)
    void relative(Subject subject, @ForAll("plain") Started start, @ForAll @IntRange(min = -0x100000, max = 0xfffff) int bundles, @ForAll @LongRange(min = -0x800_0000_0000_0000L, max = 0x7ff_ffff_ffff_ffffL) long far,
                  @ForAll @IntRange(min = 0, max = 2) int slot) {
        Machine machine = start.machine();
        assertGoes(Started.CODE + 16 * far, subject.on(NARROW), machine, Unit.X, "brl.cond.sptk.few " + distance(16 * far));
        assertGoes(Started.CODE + 16L * bundles, subject, machine, Single.branch("br.cond.sptk.few " + distance(16L * bundles), slot));
        assertGoes(Started.CODE + 16L * bundles, subject, machine, Single.branch("br.call.sptk.few b3=" + distance(16L * bundles), slot));
        assertGoes(Started.CODE + 16 * far, subject, machine, Unit.X, "brl.cond.sptk.few " + distance(16 * far));
        assertGoes(Started.CODE + 16 * far, subject, machine, Unit.X, "brl.call.sptk.few b3=" + distance(16 * far));
    }

    @Guarantee
    @Label("an indirect branch goes where its register says, bits 3:0 left out")
    @Executions.Checks(BRANCH_INDIRECT)
    void indirect(Subject subject, @ForAll("plain") Started start, @ForAll("words") long address, @ForAll @IntRange(min = 0, max = 7) int register, @ForAll @IntRange(min = 0, max = 2) int slot) {
        Machine machine = new Place.Branch(register).with(start.machine(), address);
        long target = address >> 4 << 4;
        assertGoes(target, subject.on(NARROW), machine, Single.branch("br.cond.sptk.few b" + register, slot));
        assertGoes(target, subject, machine, Single.branch("br.cond.sptk.few b" + register, slot));
        assertGoes(target, subject, machine, Single.branch("br.call.sptk.few b" + (7 - register) + "=b" + register, slot));
        assertGoes(target, subject, machine, Single.branch("br.call.sptk.few b" + register + "=b" + register, slot));
        assertGoes(target, subject, PFS.with(machine, 0L), Single.branch("br.ret.sptk.few b" + register, slot));
    }

    @Guarantee
    @Label("chk.s goes to its target exactly if its register is not a thing, and changes nothing else")
    @Executions.Checks(SPECULATION_CHECKED)
    @RegisterFiles.Checks(FLOATING_DISABLED)
    void speculation(Subject subject, @ForAll("plain") Started start, @ForAll @IntRange(min = -0x100000, max = 0xfffff) int bundles, @ForAll @IntRange(min = 2, max = 127) int register,
                     @ForAll boolean nat, @ForAll("words") long bits, @ForAll @IntRange(min = 0, max = 3) int disabled) {
        Machine machine = start.machine().withPsr(start.psr().with(18, (disabled & 1) != 0).with(19, (disabled & 2) != 0));
        long expected = Started.CODE + 16 * (nat ? bundles : 1L);
        int general = Math.min(register, 31);
        Machine held = new Place.General(general).with(machine, new GeneralValue(bits, nat));
        for (String unit : Vector.of("i", "m")) assertGoes(expected, subject, held, unit.equals("i") ? Unit.I : Unit.M, "chk.s." + unit + " r" + general + "," + distance(16L * bundles));
        Machine floating = new Place.Floating(register).with(machine, nat ? FloatingValue.NATVAL : new FloatingValue(nat, 0x1fffe, bits | 1));
        Executed checked = observed(Single.of(Unit.M, "chk.s f" + register + "," + distance(16L * bundles)).on(subject, floating));
        if ((disabled >> (register < 32 ? 0 : 1) & 1) != 0) assertEquals(new Executed.Raised(new Fault(Interruption.DISABLED_FP_REGISTER, Option.none()), FLOATING_DISABLED), checked);
        else assertEquals(expected, landed(floating, checked));
    }

    @Guarantee
    @Label("a loop branch in slot 0 or 1 is illegal, whatever predicates hold")
    @Executions.Checks(BRANCH_SLOT_ILLEGAL)
    void loopsOutOfPlace(Subject subject, @ForAll("plain") Started start, @ForAll("loops") String loop, @ForAll @IntRange(min = 0, max = 1) int slot, @ForAll @IntRange(min = 0, max = 63) int predicate) {
        Bundle bundle = Single.of(Unit.B, (loop.startsWith("br.w") ? "(p" + predicate + ") " : "") + loop + ".sptk.few .-0x40").bundle();
        Bundle.Fields fields = bundle.fields();
        Machine machine = Started.holding(start.machine(), Bundle.of(new Bundle.Fields(0x17, fields.slot2(), fields.slot2(), fields.slot2())));
        assertEquals(new Executed.Raised(new Fault(Interruption.ILLEGAL_OPERATION, Option.none()), BRANCH_SLOT_ILLEGAL),
            observed(subject.step(machine.withPosition(machine.position().withSlot(slot)), Choice.USUAL)));
    }

    @Guarantee
    @Label("a call saves where it came from, and its output registers are the callee's first ones")
    @Executions.Checks({CALL_LINKED, CALL_FRAME})
    @RegisterFiles.Checks(STACK_RENAMED)
    void calls(Subject subject, @ForAll("plain") Started start, @ForAll @IntRange(min = 0, max = 7) int link, @ForAll @IntRange(min = 0, max = 63) int epilog, @ForAll @IntRange(min = 0, max = 2) int slot) {
        Machine before = EC.with(start.machine(), (long) epilog).withCfm(start.cfm().rotated(0, start.cfm().rrbFr(), start.cfm().rrbPr()));
        Cfm caller = before.cfm();
        Machine after = before.with(((Executed.Done) observed(Single.branch("br.call.sptk.few b" + link + "=.+0x100", slot).on(subject, before))).effects());
        assertEquals(Started.CODE + 16, after.branches().get(link));
        assertEquals(caller.bits() + ((long) epilog << 52) + ((long) before.psr().cpl() << 62), PFS.of(after));
        assertEquals((long) epilog, EC.of(after));
        assertEquals(Cfm.of(caller.sof() - caller.sol(), 0, 0), after.cfm());
        for (int output = caller.sol(); output < caller.sof(); output++) assertEquals(before.general(32 + output), observed(after.general(32 + output - caller.sol()), STACK_RENAMED));
        assertEquals(before.stack().dirty() + caller.sol(), after.stack().dirty());
        assertEquals(before.stack().bspstore(), after.stack().bspstore());
        assertEquals(before.general(), after.general());
        int outputs = caller.sof() - caller.sol();
        Outcomes.label("output registers").collect(outputs == 0 ? "none" : outputs == 96 ? "all" : "some")
            .coverage(checker -> Vector.of("none", "all", "some").forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("after call and return the caller has its registers, its rotation and its epilog count again, whatever the callee did to its own")
    @Executions.Checks({RETURN_FRAME, CALL_FRAME, CALL_LINKED})
    void returns(Subject subject, @ForAll("plain") Started start, @ForAll @IntRange(min = 0, max = 7) int link, @ForAll @IntRange(min = 0, max = 63) int epilog, @ForAll("words") long scribble, @ForAll @IntRange(min = 0, max = 2) int slot) {
        Machine before = EC.with(start.machine(), (long) epilog);
        Machine called = before.with(((Executed.Done) observed(Single.branch("br.call.sptk.few b" + link + "=.+0x100", slot).on(subject, before))).effects());
        Machine callee = EC.with(called.withPosition(before.position()), 7L);
        for (int own = 0; own < called.cfm().sof(); own++) callee = new Place.General(32 + own).with(callee, GeneralValue.of(scribble));
        Machine after = callee.with(((Executed.Done) observed(Single.branch("br.ret.sptk.many b" + link, 2 - slot).on(subject, callee))).effects());
        assertEquals(Started.CODE + 16, after.position().bundle().bits());
        assertEquals(before.cfm(), after.cfm());
        assertEquals(before.stack(), after.stack());
        assertEquals((long) epilog, EC.of(after));
        int local = before.cfm().isUnrotated() ? before.cfm().sol() : 0;
        for (int register = 0; register < 32 + local; register++) assertEquals(before.general(register), after.general(register), "r" + register);
        Outcomes.label("locals").collect(local > 0).coverage(checker -> checker.check(true).percentage(share -> share > 20));
    }

    @Guarantee
    @Label("a return never raises privilege, and lowers it to the caller's")
    @Executions.Checks({RETURN_LEVEL, RETURN_FRAME})
    void levels(Subject subject, @ForAll("plain") Started start, @ForAll @IntRange(min = 0, max = 3) int current, @ForAll @IntRange(min = 0, max = 3) int previous, @ForAll boolean trap, @ForAll @IntRange(min = 0, max = 2) int slot) {
        Machine machine = PFS.with(start.machine().withPsr(start.psr().withCpl(current).with(25, trap)), (long) previous << 62);
        Executed executed = observed(Single.branch("br.ret.sptk.few b0", slot).on(subject, machine));
        assertEquals(machine.psr().withCpl(Math.max(current, previous)), machine.with(((Executed.Done) executed).effects()).psr());
    }

    @Guarantee
    @Label("a return finds its frame whatever is dirty, if there is room for its output registers, and otherwise an empty one; BSP goes down by its local registers")
    @Executions.Checks(RETURN_FRAME)
    @Stacks.Checks({FRAME_EMPTIED, FRAME_REFILLED})
    void returnsToAnyFrame(Subject subject, @ForAll("plain") Started start, @ForAll @IntRange(min = 0, max = 96) int dirty, @ForAll("frames") Cfm frame) {
        Machine machine = PFS.with(start.machine().framed(Cfm.of(Math.min(start.cfm().sof(), 96 - dirty), 0, 0), new RegisterStack(start.base(), dirty, new VirtualAddress(0xc000), 0)), frame.bits());
        Executed executed = observed(Single.of(Unit.B, "br.ret.sptk.few b0").on(subject, machine));
        Machine after = machine.with(((Executed.Done) executed).effects());
        boolean fits = frame.sof() - frame.sol() <= 96 - dirty;
        assertEquals(fits ? frame : new Cfm(0), after.cfm());
        assertEquals(new RegisterStack(96, (start.base() + 96 - frame.sol()) % 96, dirty - frame.sol(), new VirtualAddress(0xc000), 0, frame.sol() > dirty), after.stack());
        assertEquals(machine.general(), after.general());
        Outcomes.label("frame").collect(!fits ? "emptied" : frame.sol() > dirty ? "in memory" : "held").coverage(checker -> Vector.of("emptied", "in memory", "held").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    @Guarantee
    @Label("nothing is said of a return to a caller that no call and no move can have left")
    @Stacks.Checks(CALLER_UNSOUND)
    void unsound(Subject subject, @ForAll("plain") Started start, @ForAll @IntRange(min = 97, max = 127) int sof) {
        assertEquals(new Executed.Unspecified(CALLER_UNSOUND), observed(Single.of(Unit.B, "br.ret.sptk.few b0").on(subject, PFS.with(start.machine(), (long) sof))));
    }

    /// Fails unless a branch goes to its target, even if that is not implemented.
    private static void assertGoes(long target, Subject subject, Machine machine, Unit unit, String text) {
        assertGoes(target, subject, machine, Single.of(unit, text));
    }

    private static void assertGoes(long target, Subject subject, Machine machine, Single single) {
        Executed executed = observed(single.on(subject, machine));
        assertEquals(target, landed(machine, executed), single::toString);
    }

    private static long landed(Machine machine, Executed executed) {
        assertTrue(executed instanceof Executed.Done, executed::toString);
        Position next = machine.with(((Executed.Done) executed).effects()).position();
        return next.slot() == 0 ? next.bundle().bits() : next.bundle().bits() + 16;
    }

    private static String distance(long bytes) {
        return bytes < 0 ? ".-0x" + Long.toHexString(-bytes) : ".+0x" + Long.toHexString(bytes);
    }

    private static final Seq<String> LOOPS = Vector.of("br.cloop", "br.ctop", "br.cexit", "br.wtop", "br.wexit");

    @Provide
    Arbitrary<Started> plain() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Cfm> frames() {
        return Starts.frames();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<String> loops() {
        return Arbitraries.of(LOOPS.asJava());
    }
}
