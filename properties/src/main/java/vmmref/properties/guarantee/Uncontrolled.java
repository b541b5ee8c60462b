package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Turn.Turned;
import vmmref.model.tlb.Translation;
import vmmref.vmm.monitor.Hosting;

/// What the hardware changes by itself in a turn of a guest that is the monitor's to change: what protects it and the other guests.
final class Uncontrolled {
    /// What interruptions collect: IPSR, ISR, IIP, IFA, ITIR, IIPA, IFS, IIM and IHA.
    private static final Seq<Integer> COLLECTED = Vector.of(16, 17, 19, 20, 21, 22, 23, 24, 25);
    private static final int KERNEL_REGISTERS = 8;
    private static final int RSC_LEVEL = 3 << 2;
    /// Bits of PSR that say what comes of the next instruction: the user mask, the level, and bits 43:37 and 45.
    private static final long PASSING = 0x3f | 3L << 32 | 0x7fL << 37 | 1L << 45;

    private Uncontrolled() { }

    /// {@return the changes that are not the guest's to make}
    ///
    /// @param hosting before the turn, which is not the monitor's
    static Seq<String> of(Hosting hosting, Turned turned) {
        if (!(turned.executed() instanceof Executed.Done done)) return Vector.empty();
        Machine after = hosting.machine().with(done.effects());
        boolean delivered = new Hosting(hosting.rules(), hosting.monitor(), after).isExit();
        Seq<String> left = hosting.machine().psr().cpl() == 0 || after.psr().cpl() == 0 && !delivered ? Vector.of("level 0 at " + after.position()) : Vector.empty();
        return left.appendAll(done.effects().writes().reject(write -> isOwn(hosting, write, delivered)).map(Write::toString));
    }

    private static boolean isOwn(Hosting hosting, Write<?> write, boolean delivered) {
        return switch (write.place()) {
            case Place.Application(int number)                    -> number >= KERNEL_REGISTERS && number != RegisterNumber.ITC && (number != RegisterNumber.RSC || ((Long) write.value() & RSC_LEVEL) != 0);
            case Place.Control(int number)                        -> delivered && COLLECTED.contains(number);
            case Place.Status status                              -> delivered || ((((Psr) write.value()).bits() ^ hosting.machine().psr().bits()) & ~PASSING) == 0;
            case Place.InFlight flight                            -> delivered || !(Boolean) write.value();
            case Place.Bytes(var at, int size)                    -> !hosting.monitor().map().behind(at).isEmpty();
            case Place.Cached(var stream, Translation translation) -> !(Boolean) write.value() || Standing.tabled(hosting).contains(anywhere(translation));
            case Place.InService set                              -> false;
            case Place.Region region                              -> false;
            case Place.Key key                                    -> false;
            case Place.Indirect indirect                          -> false;
            case Place.Pinned pinned                              -> false;
            default                                               -> true;
        };
    }

    /// {@return the same without the region number, which is no part of what it translates}
    private static Translation anywhere(Translation translation) {
        return Translation.of(new VirtualAddress(translation.page().offset()), translation.rid(), translation.size(), translation.key(), translation.entry());
    }
}
