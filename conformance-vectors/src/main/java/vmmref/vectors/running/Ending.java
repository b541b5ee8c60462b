package vmmref.vectors.running;

import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.spec.Clause;
import vmmref.spec.Guests;
import vmmref.spec.Level;
import vmmref.vectors.machine.Trap;

/// Why a program stopped.
///
/// @param kind        what it came to
/// @param at          the instruction that was the last one
/// @param instruction its text, as far as it is one
/// @param fault       the fault or the trap that it raised, if it did
/// @param because     the clause that decided; none if vmmref stopped it
public record Ending(Kind kind, Position at, String instruction, Option<Fault> fault, Option<Clause> because) {
    /// The immediate with which a program says that it passed, and the one with which it says that it failed.
    private static final String PASS = "break.m 0x0";
    private static final String FAIL = "break.m 0x1";

    /// What a program comes to.
    public enum Kind {
        /// It ended by `break.m 0`.
        PASSED,
        /// It ended by `break.m 1`.
        FAILED,
        /// It came to a bundle of zeros, where nothing was put.
        BLANK,
        /// It raised a fault or a trap, and there is nobody to handle it.
        FAULT,
        /// It did what the architecture leaves open, or what the model does not say.
        UNSPECIFIED,
        /// The monitor did not let it go on.
        FORBIDDEN,
        /// It ended in a machine check.
        MACHINE_CHECK,
        /// It executed as many instructions as it may.
        MAXIMUM,
        /// It called the monitor as often as it may.
        EXITS,
        /// It branches to the same bundle over and over, and nothing changes.
        IDLE;

        /// {@return the name in lower case, its words joined by hyphens}
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// {@return why a program stopped that did not get beyond an instruction}
    ///
    /// @param blank whether all bits of the bundle are 0, as memory is where nothing was put; such a bundle encodes `break.m 0`, but nobody wrote it
    static Ending of(Machine machine, String instruction, boolean blank, Executed executed) {
        return switch (executed) {
            case Executed.Raised(Fault fault, Clause because) -> new Ending(blank ? Kind.BLANK : kind(fault, instruction), machine.position(), instruction, Option.some(fault), Option.some(because));
            case Executed.Unspecified(Clause because)         -> new Ending(Kind.UNSPECIFIED, machine.position(), instruction, Option.none(), Option.some(because));
            case Executed.MachineCheck(Clause because)        -> new Ending(Kind.MACHINE_CHECK, machine.position(), instruction, Option.none(), Option.some(because));
            case Executed.Done(var effects, Clause because, _)   -> new Ending(Kind.IDLE, machine.position(), instruction, Option.none(), Option.some(because));
        };
    }

    /// {@return why a program stopped after an instruction that was done and trapped}
    static Ending trapped(Machine machine, String instruction, Interruption trap) {
        return new Ending(Kind.FAULT, machine.position(), instruction, Option.some(new Fault(trap, Option.none())), Option.some(Trap.of(trap).clause()));
    }

    static Ending exhausted(Machine machine, String instruction) {
        return new Ending(Kind.MAXIMUM, machine.position(), instruction, Option.none(), Option.none());
    }

    /// {@return why a guest stopped that called the monitor as often as it may}
    static Ending calling(Machine machine, String instruction) {
        return new Ending(Kind.EXITS, machine.position(), instruction, Option.none(), Option.none());
    }

    /// {@return why a guest stopped that its monitor does not let go on: what ends it may have ended it on its own machine, too}
    static Ending forbidden(Machine machine, String instruction, Clause because) {
        Kind kind = because instanceof Guests ? Kind.FORBIDDEN : because.level() == Level.UNSPECIFIED ? Kind.UNSPECIFIED : Kind.MACHINE_CHECK;
        return new Ending(kind, machine.position(), instruction, Option.none(), Option.some(because));
    }

    private static Kind kind(Fault fault, String instruction) {
        String plain = fault.kind() == Interruption.BREAK_INSTRUCTION ? plain(instruction) : "";
        return plain.equals(PASS) ? Kind.PASSED : plain.equals(FAIL) ? Kind.FAILED : Kind.FAULT;
    }

    private static String plain(String instruction) {
        return instruction.replaceFirst("^\\(p\\d+\\) ", "");
    }

    /// {@return whether an instruction is one by which a program says that it passed or failed}
    static boolean isEnd(String instruction) {
        return plain(instruction).equals(PASS) || plain(instruction).equals(FAIL);
    }

    public boolean isPassed() {
        return kind == Kind.PASSED;
    }

    /// {@return what happened, for a person}
    public String words() {
        return switch (kind) {
            case PASSED        -> "the program says that it passed";
            case FAILED        -> "the program says that it failed";
            case BLANK         -> "control went where memory holds nothing but zeros, which encode a break";
            case FAULT         -> "raises " + fault.map(each -> each.kind().text() + each.at().map(address -> ", address " + address).getOrElse("")).getOrElse("")
                + ", and nobody handles it" + (fault.exists(each -> each.kind() == Interruption.BREAK_INSTRUCTION) ? "; a program ends by break.m 0 or break.m 1" : "");
            case UNSPECIFIED   -> "what comes of it is not specified, or not modelled";
            case FORBIDDEN     -> "the monitor does not let it go on";
            case MACHINE_CHECK -> "ends in a machine check";
            case MAXIMUM       -> "comes next, but no more instructions may be executed; let more by --max";
            case EXITS         -> "comes next, but it may call the monitor no more; let it call more often by --max";
            case IDLE          -> "branches to its own bundle, and nothing changes any more";
        };
    }
}
