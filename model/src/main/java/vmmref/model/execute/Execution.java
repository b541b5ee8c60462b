package vmmref.model.execute;

import vmmref.model.machine.Machine;
import vmmref.model.real.FloatingStatus;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Translator;

/// One execution of an instruction.
///
/// @param translator the rules of translation, and the implementation
/// @param engine     the register stack engine
/// @param machine    before it
/// @param operands   of the instruction
/// @param choice     the freedoms that are taken
public record Execution(Translator translator, StackEngine engine, Machine machine, Operands operands, Choice choice) {
    /// One execution where the register stack engine is as the architecture states it.
    public Execution(Translator translator, Machine machine, Operands operands, Choice choice) {
        this(translator, StackEngine.architected(), machine, operands, choice);
    }

    /// {@return the value of the operand r2}
    public GeneralValue r2() {
        return machine.general(operands.r2());
    }

    /// {@return the value of the operand r3}
    public GeneralValue r3() {
        return machine.general(operands.r3());
    }

    /// {@return the value of the operand f2}
    public FloatingValue f2() {
        return machine.floating(operands.f2());
    }

    /// {@return the value of the operand f3}
    public FloatingValue f3() {
        return machine.floating(operands.f3());
    }

    /// {@return the value of the operand f4}
    public FloatingValue f4() {
        return machine.floating(operands.f4());
    }

    /// {@return FPSR}
    public FloatingStatus floatingStatus() {
        return new FloatingStatus(machine.application(RegisterNumber.FPSR));
    }

    /// {@return the same on another machine; for meanings that are made from others, such as those of the zoo}
    public Execution on(Machine other) {
        return new Execution(translator, engine, other, operands, choice);
    }

    /// {@return the same with other operands; for meanings that are made from others, such as those of the zoo}
    public Execution with(Operands other) {
        return new Execution(translator, engine, machine, other, choice);
    }
}
