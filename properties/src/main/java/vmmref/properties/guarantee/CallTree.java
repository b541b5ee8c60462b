package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.SplittableRandom;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Started;

/// A machine that calls and returns, beside a stack of frames that has no end.
///
/// @param subject what executes
/// @param random  which freedoms are taken, and what is written
/// @param eager   whether any are
/// @param machine as far as it came
/// @param frame   what the registers of the frame hold; nothing where nobody wrote them
/// @param sol     how many of them are local
/// @param callers of the frame, the last one first
/// @param deepest how many callers there were at most
record CallTree(Subject subject, SplittableRandom random, boolean eager, Machine machine, Vector<Option<GeneralValue>> frame, int sol, List<Caller> callers, int deepest) {
    private static final Place.Application PFS = new Place.Application(RegisterNumber.PFS);
    private static final Place.Application RSC = new Place.Application(RegisterNumber.RSC);
    private static final Place.Control IFS = new Place.Control(RegisterNumber.IFS);
    private static final Place.Control IPSR = new Place.Control(RegisterNumber.IPSR);
    private static final Place.Control IIP = new Place.Control(RegisterNumber.IIP);
    /// Where the backing store begins, and another one.
    private static final long STORE = 0x4400;
    private static final long OTHER = 0xc000;

    /// A frame that was left by a call.
    record Caller(Vector<Option<GeneralValue>> frame, int sol, long pfs) { }

    /// What is done: to call, to allocate, to write, to return, to be interrupted, or to switch to another stack and back.
    enum Kind { CALL, ALLOCATE, WRITE, RETURN, INTERRUPT, SWITCH }

    /// @param kind what is done
    /// @param one  a number, 0 to 96
    /// @param two  another
    record Act(Kind kind, int one, int two) { }

    /// {@return a machine in an empty frame, whose engine works in a mode, 0 to 3}
    static CallTree of(Subject subject, Machine start, long seed, int mode, boolean eager) {
        Machine empty = start.framed(Cfm.EMPTY, new RegisterStack(start.stack().base(), 0, new VirtualAddress(STORE), 0));
        return new CallTree(subject, new SplittableRandom(seed), eager, RSC.with(empty, (long) mode), Vector.empty(), 0, List.empty(), 0);
    }

    CallTree after(Act act) {
        return switch (act.kind) {
            case CALL      -> called();
            case ALLOCATE  -> allocated(act.one, Math.min(act.one, act.two));
            case WRITE     -> frame.isEmpty() ? this : written(act.one % frame.size());
            case RETURN    -> callers.isEmpty() ? this : returned();
            case INTERRUPT -> interrupted();
            case SWITCH    -> switched(act.one);
        };
    }

    private CallTree with(Machine changed, Vector<Option<GeneralValue>> registers, int local, List<Caller> others) {
        return new CallTree(subject, random, eager, changed, registers, local, others, Math.max(deepest, others.size()));
    }

    /// {@return a machine after an instruction, during which the engine may have stored words from BSPSTORE on, and none from BSP on}
    private Machine ran(Machine before, Single single) {
        Engaged engaged = Engaged.of(subject, before, single, step -> eager && random.nextInt(4) == 0 ? Choice.of(Freedom.STACK) : Choice.USUAL);
        assertTrue(engaged.last() instanceof Executed.Done, () -> single + " comes to " + engaged.last());
        engaged.states().zip(engaged.states().tail()).forEach(pair -> confined(pair._1, pair._2));
        return engaged.after();
    }

    private static void confined(Machine was, Machine is) {
        if (was.memory() == is.memory()) return;
        assertTrue(is.stack().bspstore().bits() <= was.stack().bsp().bits(), () -> "stores to " + is.stack().bspstore() + " of " + was.stack().bsp());
        Machine stored = Vector.rangeBy(was.stack().bspstore().bits(), is.stack().bspstore().bits(), 8).foldLeft(was, (each, at) -> copied(each, is, at));
        assertEquals(is.memory(), stored.memory());
    }

    private static Machine copied(Machine to, Machine from, long at) {
        Place.Bytes word = new Place.Bytes(new PhysicalAddress(at), 8);
        return word.with(to, word.of(from));
    }

    private Machine ran(Machine before, Instruction instruction) {
        return ran(before, Single.of(instruction));
    }

    private CallTree called() {
        Machine after = ran(machine, Formed.of("br.call b1=b2", 0, 0));
        return with(after, frame.drop(sol), 0, callers.prepend(new Caller(frame, sol, PFS.of(after)))).checked();
    }

    private CallTree allocated(int sof, int local) {
        Machine after = ran(machine, Formed.of("alloc r1=ar.pfs,sof,sol,sor", 8, sof, local, 0));
        return with(after, frame.take(sof).padTo(sof, Option.none()), local, callers).checked();
    }

    private CallTree written(int number) {
        GeneralValue value = new GeneralValue(random.nextLong(), random.nextInt(3) == 0);
        return with(new Place.General(32 + number).with(machine, value), frame.update(number, Option.some(value)), sol, callers);
    }

    private CallTree returned() {
        Caller caller = callers.head();
        int outputs = caller.frame.size() - caller.sol;
        Machine ready = new Place.Branch(0).with(PFS.with(machine, caller.pfs), Started.CODE);
        Vector<Option<GeneralValue>> back = caller.frame.take(caller.sol).appendAll(frame.take(outputs).padTo(outputs, Option.none()));
        return with(ran(ready, Single.branch("br.ret.sptk.many b0", 2)), back, caller.sol, callers.tail()).checked();
    }

    /// A handler covers the frame, and returns to it.
    private CallTree interrupted() {
        Machine covered = ran(machine, Formed.of("cover"));
        return with(ran(IIP.with(IPSR.with(covered, machine.psr().bits()), Started.CODE), Single.branch("rfi", 2)), frame, sol, callers).checked();
    }

    /// Software covers the frame, stores all of it, works on another stack, and comes back with nothing in registers.
    private CallTree switched(int sof) {
        long mode = RSC.of(machine);
        Machine covered = ran(ran(RSC.with(machine, 0L), Formed.of("cover")), Formed.of("flushrs"));
        long ifs = IFS.of(covered);
        long pfs = PFS.of(covered);
        Machine other = moved(covered, OTHER + 8L * (sof % 64), 0);
        Machine busy = ran(RSC.with(ran(ran(other, Formed.of("alloc r1=ar.pfs,sof,sol,sor", 8, 96, 96, 0)), Formed.of("br.call b1=b2", 0, 0)), mode), Formed.of("alloc r1=ar.pfs,sof,sol,sor", 8, sof, 0, 0));
        Machine junk = Vector.range(0, sof).foldLeft(busy, (each, number) -> new Place.General(32 + number).with(each, new GeneralValue(-1, number % 2 == 0)));
        Machine dropped = ran(RSC.with(ran(RSC.with(junk, 0L), Formed.of("cover")), 0L), Formed.of("loadrs"));
        Machine back = IFS.with(PFS.with(moved(dropped, covered.stack().bspstore().bits(), covered.stack().rnat()), pfs), ifs);
        return with(RSC.with(ran(IIP.with(IPSR.with(back, machine.psr().bits()), Started.CODE), Single.branch("rfi", 2)), mode), frame, sol, callers).checked();
    }

    private Machine moved(Machine before, long bspstore, long rnat) {
        Machine stored = ran(new Place.General(9).with(before, GeneralValue.of(bspstore)), Formed.of("mov.m ar3=r2", RegisterNumber.BSPSTORE, 9));
        return ran(new Place.General(9).with(stored, GeneralValue.of(rnat)), Formed.of("mov.m ar3=r2", RegisterNumber.RNAT, 9));
    }

    /// {@return the same, whose frame has its sizes and holds what it should}
    private CallTree checked() {
        assertEquals(frame.size(), machine.cfm().sof());
        assertEquals(sol, machine.cfm().sol());
        frame.zipWithIndex().forEach(register -> register._1.forEach(value -> assertEquals(value, machine.general(32 + register._2), () -> "r" + (32 + register._2))));
        return this;
    }

    /// {@return where the frame would go to}
    VirtualAddress bsp() {
        return machine.stack().bsp();
    }
}
