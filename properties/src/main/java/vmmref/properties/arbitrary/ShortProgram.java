package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.SplittableRandom;
import vmmref.model.bundle.Bundle;
import vmmref.model.dependency.Dependency.Spot;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.FloatingRegisters;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.word.Words;

/// A program that violates no rule of dependencies, terminates, and stays inside the frame and the data, in few numbers.
///
/// Groups of one to six instructions, then a group that is `break.m 0`, then a subroutine if there are calls. Branches lead forwards, loops turn at most six times and their epilog, or while one of few predicates is 1 that nothing sets.
/// r4 to r7 hold addresses of data, b1 that of the subroutine, b2 that of the end, b6 the link; r8, f8, f9, p8 and b7 are left to [FlawedProgram].
///
/// @param start  the machine, but for what the program needs
/// @param seed   what chooses the instructions
/// @param groups how many groups there are, 1 to 12
public record ShortProgram(Started start, long seed, int groups) implements Sized {
    /// How many instructions it may execute at most.
    public static final int MOST_STEPS = 2000;

    private static final long FPSR_RESET = 0x9804c0270033fL;
    /// Below the physical number of those that may be NaT: r28 to r31 of both banks.
    private static final int THINGS = 28;

    /// A program with its addresses.
    ///
    /// @param bundles from [Started#CODE] on
    /// @param spots   where each instruction that was chosen stands
    /// @param written what was chosen
    record Placed(Seq<Bundle> bundles, Seq<Spot> spots, Written written) {
        static Placed of(Written written) {
            Cutting cutting = Cutting.of(written.pieces(), written.labels());
            return new Placed(cutting.bundles(written.pieces(), written.labels()), cutting.spots(), written);
        }

        /// {@return the address of the bundle at which a label is}
        long address(int label) {
            int piece = written.labels().get(label);
            return Started.CODE + 16L * (piece < spots.size() ? spots.get(piece).bundle() : bundles.size());
        }
    }

    Written written() {
        return Written.of(new SplittableRandom(seed), groups, start.cfm().sof(), start.cfm().rotating(), start.psr().cpl() == 0);
    }

    /// But for the `break.m 0` at its end.
    @Override
    public int instructions() {
        return written().pieces().size() - 1;
    }

    /// {@return the bundles, the first at [Started#CODE]}
    public Seq<Bundle> bundles() {
        return Placed.of(written()).bundles();
    }

    /// {@return a machine about to execute it}
    public Machine machine() {
        return machine(Placed.of(written()));
    }

    Machine machine(Placed placed) {
        SplittableRandom random = new SplittableRandom(~seed);
        Machine machine = start.machine();
        GeneralRegisters general = machine.general();
        for (int number = 1; number < GeneralRegisters.NUMBER; number++) {
            if (general.get(number).nat() && number % 32 < THINGS) general = general.with(number, GeneralValue.of(general.get(number).bits()));
        }
        for (int number = GroupWriter.ADDRESSES; number < 2 * GroupWriter.ADDRESSES; number++) {
            general = general.with(number, GeneralValue.of(Addresses.address(random.nextInt(Addresses.NUMBER))));
        }
        FloatingRegisters floating = machine.floating();
        for (int number = 2; number < FloatingRegisters.NUMBER; number++) {
            if (floating.get(number).isNatVal() && number % 32 < THINGS) floating = floating.with(number, FloatingValue.integer(number));
        }
        Words application = machine.application().with(RegisterNumber.LC, random.nextInt(6)).with(RegisterNumber.EC, random.nextInt(4)).with(RegisterNumber.FPSR, FPSR_RESET);
        Words branches = machine.branches().with(Written.SUBROUTINE, placed.address(groups + 1)).with(Written.END, placed.address(groups));
        return machine.withGeneral(general).withFloating(floating).withApplication(application).withBranches(branches).withMemory(holding(machine.memory(), placed.bundles()));
    }

    private static Memory holding(Memory memory, Seq<Bundle> bundles) {
        Memory changed = memory;
        long at = Started.CODE;
        for (Bundle bundle : bundles) {
            changed = changed.with(new PhysicalAddress(at), 8, bundle.low()).with(new PhysicalAddress(at + 8), 8, bundle.high());
            at += 16;
        }
        return changed;
    }

    /// {@return the plain texts of the forms of its instructions}
    public Seq<String> forms() {
        return Vector.ofAll(written().pieces()).map(piece -> piece.form().syntax().plain());
    }
}
