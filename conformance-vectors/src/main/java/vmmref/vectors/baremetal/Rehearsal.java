package vmmref.vectors.baremetal;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.machine.Position;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;
import vmmref.model.word.Bits;

/// What comes of a case on the machine of the model when the harness executes it.
final class Rehearsal {
    /// The bundle with which the harness returns to a case.
    private static final Bundle RETURN = ((AssembledBundle.Done) Assembler.architected().bundle("MIB;", Vector.of("nop.m 0", "nop.i 0", "rfi"))).bundle();
    private static final int RETURN_SLOT = 2;
    /// How many turns a case makes at most without coming back.
    private static final int PATIENCE = 32;
    private static final int RI = 41;
    /// The immediates of breaks that simulators take for calls, vmmref itself among them.
    private static final Set<Long> CALLS = HashSet.of(0L, 1L, 0x80000L, 0x80001L, 0x80015L);
    private static final String CALL = "a break that simulators take for a call";
    private static final int SLOTS = 3;

    private final Turn turn;
    private final Preparation preparation;

    Rehearsal(Turn turn, Preparation preparation) {
        this.turn        = turn;
        this.preparation = preparation;
    }

    /// {@return where the case is over, or why it is not}
    Either<String, Arrived> arrived() {
        Option<String> obstacle = new Insertions(turn.rules().translator()).obstacle(preparation.machine().addressing());
        return obstacle.isDefined() ? Either.left(obstacle.get())
            : ended().flatMap(arrived -> arrived.isLeaving() || isFetched(arrived.machine()) ? Either.right(arrived) : Either.left("the case takes the translation of the harness away"));
    }

    /// {@return whether the instruction that comes next can be fetched}
    private boolean isFetched(Machine machine) {
        return turn.rules().translator().translate(machine.addressing(), Reference.fetch(machine.position().bundle()), Choice.USUAL) instanceof Translated.To;
    }

    private Either<String, Arrived> ended() {
        Either<String, Turn.Turned> entered = returning(preparation.machine());
        if (entered.isLeft()) return Either.left(entered.getLeft());
        Machine now = preparation.entered(after(preparation.machine(), entered.get()));
        if (preparation.conduct().planted().isDefined()) return left(now, entered.get());
        int left = preparation.conduct().steps();
        Turn.Turned turned = entered.get();
        int lonely = 0;
        while (true) {
            if (!turned.taken().isEmpty()) {
                if (!atHome(now)) return Either.left("changes cr.iva");
                lonely = 0;
                boolean own = preparation.conduct().stepping() && turned.taken().head() == Interruption.SINGLE_STEP;
                if (own) left--;
                if (!own || left == 0 || isThere(now)) return Either.right(new Arrived(now, (int) (now.position().bundle().bits() - preparation.site().iva()), now.psr().bits(), left));
                Either<String, Turn.Turned> back = returning(now);
                if (back.isLeft()) return Either.left(back.getLeft());
                turned = back.get();
                now = after(now, turned);
                if (!turned.taken().isEmpty()) continue;
            }
            if (lonely++ > PATIENCE) return Either.left("does not come back to the harness");
            Machine before = now;
            turned = Whole.next(turn, before);
            Option<String> ending = ending(turned.executed());
            if (ending.isDefined()) return Either.left(ending.get());
            now = after(before, turned);
            if (calls(before, turned)) return Either.left(CALL);
        }
    }

    /// {@return why a case does not go on}
    private static Option<String> ending(Executed executed) {
        return switch (executed) {
            case Executed.Raised raised           -> throw new IllegalStateException("what a turn raises is delivered: " + raised);
            case Executed.MachineCheck check      -> Option.some("ends in a machine check");
            case Executed.Unspecified unspecified -> Option.some("is unspecified where the harness starts it: " + unspecified.because().name());
            case Executed.Done done               -> Option.none();
        };
    }

    /// {@return where a case is over that goes on to a branch to the harness, or to a vector of the harness}
    private Either<String, Arrived> left(Machine begun, Turn.Turned entered) {
        if (!entered.taken().isEmpty()) return Either.left("no return leads to its start");
        Machine now = begun;
        for (int count = 0; count < PATIENCE; count++) {
            Machine before = now;
            Turn.Turned turned = Whole.next(turn, before);
            Option<String> ending = ending(turned.executed());
            if (ending.isDefined()) return Either.left(ending.get());
            now = after(before, turned);
            if (calls(before, turned)) return Either.left(CALL);
            if (slot(now).isDefined()) return leaving(before, slot(now).get());
            if (!turned.taken().isEmpty() && !preparation.conduct().own())
                return atHome(now) ? Either.right(new Arrived(now, (int) (now.position().bundle().bits() - preparation.site().iva()), now.psr().bits(), 0)) : Either.left("changes cr.iva");
        }
        return Either.left("does not come back to the harness");
    }

    /// {@return the slot whose branch led to where a machine is}
    private Option<Integer> slot(Machine machine) {
        return Vector.range(0, SLOTS).find(slot -> machine.position().bundle().bits() == (Site.leaving(slot) | preparation.site().fetched()));
    }

    /// {@return where a case is over that is at a branch to the harness, which must find bank 0 and privilege level 0}
    private static Either<String, Arrived> leaving(Machine machine, int slot) {
        return machine.psr().cpl() == 0 && !machine.psr().bn() ? Either.right(new Arrived(machine, Arrived.LEFT + slot, machine.psr().bits(), 0)) : Either.left("ends where no branch leads back");
    }

    /// {@return whether a turn is a break that simulators take for a call}
    private boolean calls(Machine before, Turn.Turned turned) {
        return turned.taken().contains(Interruption.BREAK_INSTRUCTION) && turn.step().ready(before, Choice.USUAL).exists(ready -> CALLS.contains(Bits.field(ready.operands().immediate(), 20, 0)));
    }

    private boolean atHome(Machine machine) {
        return machine.position().bundle().bits() - preparation.site().iva() >= 0 && machine.position().bundle().bits() - preparation.site().iva() < 0x8000;
    }

    private boolean isThere(Machine machine) {
        return preparation.conduct().until().contains(machine.control(RegisterNumber.IIP)) && (machine.control(RegisterNumber.IPSR) >>> RI & 3) == 0;
    }

    /// The return that ends a handler, of a machine that is in one.
    private Either<String, Turn.Turned> returning(Machine machine) {
        Machine there = machine.withMemory(held(machine.memory())).withPosition(new Position(new VirtualAddress(Preparation.EXIT | preparation.site().fetched()), RETURN_SLOT, Option.none()));
        Turn.Turned turned = Whole.next(turn, there);
        return turned.executed() instanceof Executed.Done ? Either.right(turned) : Either.left("no return leads to its start");
    }

    private static Memory held(Memory memory) {
        return memory.with(new PhysicalAddress(Preparation.EXIT), 8, RETURN.low()).with(new PhysicalAddress(Preparation.EXIT + 8), 8, RETURN.high());
    }

    private static Machine after(Machine before, Turn.Turned turned) {
        return before.with(((Executed.Done) turned.executed()).effects());
    }
}
