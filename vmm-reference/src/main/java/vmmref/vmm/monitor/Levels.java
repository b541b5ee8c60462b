package vmmref.vmm.monitor;

import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.profile.Profile;
import vmmref.model.register.RegisterNumber;
import vmmref.model.semantics.Semantics;
import vmmref.model.word.Bits;

/// Whether a guest sees its level 0 as the real one. The hardware shows levels in PFS.ppl, which calls write, and holds in RSC.pl that of the register stack.
public enum Levels {
    /// A guest sees the real level 1: its registers are those of the machine.
    SHOWN,
    /// A guest sees its own level 0: instructions that name these registers are the monitor's to do.
    HIDDEN;

    private static final int PL = 2;
    private static final int PPL = 62;
    private static final int REAL = 1;
    private static final int USER = 3;

    /// {@return the rules of the machine of a guest on a host}
    Semantics machine(Profile host) {
        return this == SHOWN ? GuestMachine.on(host) : GuestMachine.exactly(host);
    }

    /// {@return a machine on which the registers of levels hold what they are for a guest}
    ///
    /// @param real   what they are for the hardware
    /// @param belief what the guest has last moved to RSC
    Machine seen(Machine real, Machine belief) {
        if (this == SHOWN) return real;
        Machine called = with(real, RegisterNumber.PFS, exchanged(real.application(RegisterNumber.PFS)));
        return with(called, RegisterNumber.RSC, levelled(real.application(RegisterNumber.RSC), Bits.field(belief.application(RegisterNumber.RSC), PL + 1, PL)));
    }

    /// {@return a machine on which the registers of levels hold what they are for the hardware}
    Machine real(Machine believed) {
        return this == SHOWN ? believed : with(with(believed, RegisterNumber.PFS, real(RegisterNumber.PFS, believed.application(RegisterNumber.PFS))), RegisterNumber.RSC, real(RegisterNumber.RSC, believed.application(RegisterNumber.RSC)));
    }

    private static Machine with(Machine machine, int number, long value) {
        return new Place.Application(number).with(machine, value);
    }

    /// {@return what is written to the hardware where a guest writes to its own machine}
    Write<?> real(Write<?> write) {
        return this == HIDDEN && write.place() instanceof Place.Application(int number) ? new Write<>(new Place.Application(number), real(number, (Long) write.value()), write.because()) : write;
    }

    /// {@return what an application register of the hardware holds where that of a guest holds something: a call records the real level 1 for level 0, so that the real level 0, which no call records, stands for 1; the register stack is at level 1, or at 3}
    private static long real(int number, long value) {
        return switch (number) {
            case RegisterNumber.PFS -> exchanged(value);
            case RegisterNumber.RSC -> levelled(value, Bits.field(value, PL + 1, PL) == 0 ? REAL : USER);
            default                 -> value;
        };
    }

    private static long levelled(long rsc, long level) {
        return rsc & ~(3L << PL) | level << PL;
    }

    private static long exchanged(long pfs) {
        return (pfs >>> PPL) < 2 ? pfs ^ (long) REAL << PPL : pfs;
    }
}
