/// A part of a machine, whatever it is called at the moment.
package vmmref.vectors.machine;

import io.vavr.collection.Vector;
import vmmref.model.machine.Machine;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.Renaming;

public sealed interface Spot {
    /// {@return the name that vectors have for it in a machine}
    String name(Machine machine);

    /// One that is always called the same.
    record Named(String name) implements Spot {
        @Override public String name(Machine machine) {
            return name;
        }
    }

    /// A general register, or its NaT bit, by its physical number.
    record General(int physical, boolean nat) implements Spot {
        @Override public String name(Machine machine) {
            return (physical < GeneralRegisters.STACKED ? fixed(machine) : stacked(machine)) + (nat ? Part.NAT : "");
        }

        private String fixed(Machine machine) {
            return Vector.range(0, 32).find(number -> Renaming.general(number, machine.cfm(), machine.stack(), machine.psr().bn()) == physical).map(number -> "r" + number)
                .getOrElse(() -> "banked.r" + (physical < GeneralRegisters.BANK_1 ? physical : physical - GeneralRegisters.BANK_1 + 16));
        }

        private String stacked(Machine machine) {
            int free = GeneralRegisters.STACKED_NUMBER - Math.max(0, machine.stack().dirty());
            return Vector.range(32, 32 + free).find(number -> Renaming.general(number, machine.cfm(), machine.stack(), false) == physical).map(number -> "r" + number)
                .getOrElse(() -> "below." + (Math.floorMod(machine.stack().base() - (physical - GeneralRegisters.STACKED) - 1, GeneralRegisters.STACKED_NUMBER) + 1));
        }

        /// {@return whether it is one of the frame, a static one, or a dirty one of an earlier frame}
        boolean holds(Machine machine) {
            int offset = Math.floorMod(physical - GeneralRegisters.STACKED - machine.stack().base(), GeneralRegisters.STACKED_NUMBER);
            return physical < GeneralRegisters.STACKED || offset < machine.cfm().sof() || offset >= GeneralRegisters.STACKED_NUMBER - machine.stack().dirty();
        }
    }

    /// A floating-point register by its physical number.
    record Floating(int physical) implements Spot {
        @Override public String name(Machine machine) {
            return "f" + Vector.range(0, 128).find(number -> Renaming.floating(number, machine.cfm()) == physical).get();
        }
    }

    /// A predicate register by its physical number.
    record Predicate(int physical) implements Spot {
        @Override public String name(Machine machine) {
            return "p" + Vector.range(0, 64).find(number -> Renaming.predicate(number, machine.cfm()) == physical).get();
        }
    }
}
