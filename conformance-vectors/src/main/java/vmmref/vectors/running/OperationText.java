package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Instruction;
import vmmref.model.word.Bits;
import vmmref.vmm.monitor.Privileged;

/// An operation of the monitor as a trace has it: `itc.d 0000000000200000 -> 0000000001200000, 16K, ar 3, pl 1`, `ld8 [0000000004000010]`, `cr.iip=0000000000100000`, `rfi`.
final class OperationText {
    /// So many operations that follow each other are one line.
    private static final int LEAST = 8;

    private OperationText() { }

    /// {@return operations as a page has them: those of one kind at addresses that follow each other are one line}
    static Seq<String> runs(Seq<Privileged> operations) {
        Seq<String> lines = Vector.empty();
        for (Seq<Privileged> left = operations; !left.isEmpty(); ) {
            int run = run(left);
            lines = lines.append(run < LEAST ? of(left.head()) : "%s to %s, %,d operations".formatted(of(left.head()), of(left.get(run - 1)), run));
            left = left.drop(run < LEAST ? 1 : run);
        }
        return lines;
    }

    /// {@return how many operations go on as the first one does}
    private static int run(Seq<Privileged> operations) {
        int run = 1;
        while (run < operations.size() && follows(operations.get(run - 1), operations.get(run))) run++;
        return run;
    }

    private static boolean follows(Privileged one, Privileged next) {
        return switch (one) {
            case Privileged.Loading(PhysicalAddress at)                    -> next.equals(new Privileged.Loading(new PhysicalAddress(at.bits() + 8)));
            case Privileged.Storing(PhysicalAddress at, int size, long value, boolean release) -> !release && next instanceof Privileged.Storing after && !after.release() && after.size() == size && after.at().bits() == at.bits() + size;
            case Privileged.Spilling(int register, PhysicalAddress at)     -> next.equals(new Privileged.Spilling(register + 1, new PhysicalAddress(at.bits() + 16)));
            case Privileged.FloatFilling(int register, PhysicalAddress at) -> next.equals(new Privileged.FloatFilling(register + 1, new PhysicalAddress(at.bits() + 16)));
            default                                                        -> false;
        };
    }

    static String of(Privileged operation) {
        return switch (operation) {
            case Privileged.Translating(Instruction instruction)                                  -> of(instruction);
            case Privileged.Loading(PhysicalAddress at)                                           -> "ld8 [%s]".formatted(at);
            case Privileged.Storing(PhysicalAddress at, int size, long value, boolean release)    -> "st%d%s [%s]=%s".formatted(size, release ? ".rel" : "", at, Bits.hexadecimal(value).substring(16 - 2 * size));
            case Privileged.Spilling(int register, PhysicalAddress at)                            -> "stf.spill [%s]=physical f%d".formatted(at, register);
            case Privileged.FloatFilling(int register, PhysicalAddress at)                        -> "ldf.fill physical f%d=[%s]".formatted(register, at);
            case Privileged.Fencing fencing                                                       -> "mf";
            case Privileged.Moving(var write)                                                     -> EffectText.of(write).apply((name, value) -> name + "=" + value);
            case Privileged.Returning returning                                                   -> "rfi";
        };
    }

    private static String of(Instruction instruction) {
        return switch (instruction) {
            case Instruction.InsertCache insert    -> "itc." + inserted(insert);
            case Instruction.InsertRegister insert -> "itr%d.%s".formatted(insert.slot(), inserted(insert));
            case Instruction.Purge purge           -> "%s %s, %s".formatted(purge.type().name().toLowerCase(Locale.ROOT).replace('_', '.'), page(purge.address(), purge.size()), purge.size());
            case Instruction.PurgeAll all          -> "ptc.e";
            case Instruction.MoveRegion move       -> "rr%d=%s".formatted(move.number(), move.value());
            case Instruction.MoveKey move          -> "pkr%d=%s".formatted(move.number(), move.value());
        };
    }

    private static String inserted(Instruction.Insertion insert) {
        Pte entry = insert.entry();
        PageSize size = insert.itir().size();
        String page = (insert.stream() == Stream.INSTRUCTION ? "i " : "d ") + page(insert.ifa(), size) + " -> ";
        return page + (entry.p() ? "%s, %s, ar %d, pl %d".formatted(new PhysicalAddress(entry.frame() & ~size.mask()), size, entry.ar(), entry.pl()) : "not present, " + size) + (insert.itir().key() == 0 ? "" : ", key " + Integer.toHexString(insert.itir().key()));
    }

    private static VirtualAddress page(VirtualAddress address, PageSize size) {
        return new VirtualAddress(address.bits() & ~size.mask());
    }
}
