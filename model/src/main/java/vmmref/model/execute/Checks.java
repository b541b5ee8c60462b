package vmmref.model.execute;

import static vmmref.spec.RegisterFiles.FLOATING_DISABLED;
import static vmmref.spec.RegisterFiles.FLOATING_TARGET_ILLEGAL;
import static vmmref.spec.RegisterFiles.INSTRUCTION_VIRTUALIZED;
import static vmmref.spec.RegisterFiles.LEVEL_INSUFFICIENT;
import static vmmref.spec.RegisterFiles.OPERAND_NAT;
import static vmmref.spec.RegisterFiles.REGISTER_INDEX_ABSENT;
import static vmmref.spec.RegisterFiles.REGISTER_VALUE_RESERVED;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;

import io.vavr.control.Option;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Clause;
import vmmref.spec.RegisterFiles;

/// What instructions check before they do anything. Each check is nothing, or what it ends in.
final class Checks {
    private static final Option<Executed> PASSED = Option.none();

    private Checks() { }

    /// {@return what the first check that is not passed ends in; the order of the arguments is the order of the checks}
    @SafeVarargs
    static Option<Executed> first(Option<Executed>... checks) {
        for (Option<Executed> check : checks) if (check.isDefined()) return check;
        return PASSED;
    }

    /// {@return a fault without an address}
    static Executed raised(Interruption kind, Clause because) {
        return new Executed.Raised(new Fault(kind, Option.none()), because);
    }

    /// {@return a check that is passed unless something holds}
    static Option<Executed> unless(boolean holds, Interruption kind, Clause because) {
        return holds ? Option.some(raised(kind, because)) : PASSED;
    }

    /// A general register that is written is neither r0 nor outside the frame.
    @RegisterFiles.Rule(TARGET_ILLEGAL)
    static Option<Executed> target(int sof, int register) {
        return unless(register == 0 || register >= 32 && register >= 32 + sof, Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
    }

    static Option<Executed> target(Machine machine, int register) {
        return target(machine.cfm().sof(), register);
    }

    /// A floating-point register that is written is neither f0 nor f1.
    @RegisterFiles.Rule(FLOATING_TARGET_ILLEGAL)
    static Option<Executed> floatingTarget(int register) {
        return unless(register < 2, Interruption.ILLEGAL_OPERATION, FLOATING_TARGET_ILLEGAL);
    }

    /// A floating-point register that is read or written is enabled.
    @RegisterFiles.Rule(FLOATING_DISABLED)
    static Option<Executed> floatingEnabled(Machine machine, int register) {
        return unless(register >= 2 && (register < 32 ? machine.psr().dfl() : machine.psr().dfh()), Interruption.DISABLED_FP_REGISTER, FLOATING_DISABLED);
    }

    /// The current privilege level is 0.
    @RegisterFiles.Rule(LEVEL_INSUFFICIENT)
    static Option<Executed> privileged(Machine machine) {
        return unless(machine.psr().cpl() != 0, Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
    }

    /// A value is a thing.
    @RegisterFiles.Rule(OPERAND_NAT)
    static Option<Executed> thing(GeneralValue value) {
        return unless(value.nat(), Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
    }

    /// What is written has no reserved bit and no reserved value in a field.
    @RegisterFiles.Rule(REGISTER_VALUE_RESERVED)
    static Option<Executed> permitted(boolean reserved) {
        return unless(reserved, Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
    }

    /// A register has the number.
    @RegisterFiles.Rule(REGISTER_INDEX_ABSENT)
    static Option<Executed> numbered(boolean exists) {
        return unless(!exists, Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT);
    }

    /// No virtual machine runs.
    @RegisterFiles.Rule(INSTRUCTION_VIRTUALIZED)
    static Option<Executed> real(Execution execution) {
        return unless(execution.machine().psr().vm() && execution.translator().profile().has(Profile.VIRTUAL_MACHINE_SWITCH), Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
    }
}
