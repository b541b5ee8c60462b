/// An instruction, and the machine that executes it next.
package vmmref.vectors.step;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.machine.Single;
import vmmref.vectors.xlate.Requirements;

/// @param base    what the machine is written against
/// @param machine with anything in memory where the instruction goes
/// @param single  the instruction in its bundle
/// @param needs   of an implementation, beside those of the machine and the form
record Setting(MachineBase base, Machine machine, Instruction instruction, Single single, Map<String, String> needs) {

    /// The bit of PSR that says what r16 to r31 mean.
    private static final int BN = 44;

    static Setting of(MachineBase base, Instruction instruction) {
        return new Setting(base, base.machine(), instruction, Single.of(instruction), LinkedHashMap.empty());
    }

    Form form() {
        return instruction.form();
    }

    String text() {
        return Assembly.text(instruction);
    }

    boolean has(String operand) {
        return form().operands().exists(each -> each.name().equals(operand));
    }

    /// {@return the value of an operand that the form has}
    int number(String operand) {
        return instruction.operands().find(each -> each.operand().name().equals(operand)).map(each -> (int) each.value()).get();
    }

    /// {@return the same with another value of an operand, if it can have that}
    Option<Setting> operand(String name, long value) {
        return form().operands().find(each -> each.name().equals(name)).flatMap(operand -> operand(operand, value));
    }

    private Option<Setting> operand(Operand operand, long value) {
        Slot rest = instruction.fields().xor(instruction.fields().and(operand.mask()));
        return operand.holding(value).map(bits -> with(new Instruction(form(), rest.or(bits))));
    }

    private Setting with(Instruction changed) {
        return new Setting(base, machine, changed, Single.of(changed), needs);
    }

    /// {@return the same in another slot of its bundle, if it can stand there}
    Option<Setting> slot(int number) {
        return Single.of(instruction, number).map(other -> new Setting(base, machine, instruction, other, needs));
    }

    /// {@return the same with a qualifying predicate that has a value, if it can have one}
    Option<Setting> predicated(int predicate, boolean value) {
        return Option.when(form().format().field(Format.QUALIFYING_PREDICATE).isDefined(), () -> with(instruction.predicatedBy(predicate)).put(new Place.Predicate(predicate), value));
    }

    Setting on(MachineBase other) {
        return new Setting(other, other.machine(), instruction, single, needs);
    }

    Setting with(Machine changed) {
        return new Setting(base, changed, instruction, single, needs);
    }

    Setting needing(String parameter, String condition) {
        return new Setting(base, machine, instruction, single, needs.put(parameter, condition));
    }

    <T> Setting put(Place<T> place, T value) {
        return with(place.with(machine, value));
    }

    /// {@return the same with another value of the register that an operand names; r0 stays as it is}
    Setting general(String operand, long bits) {
        return number(operand) == 0 ? this : put(new Place.General(number(operand)), GeneralValue.of(bits));
    }

    Setting nat(String operand) {
        Place.General place = new Place.General(number(operand));
        return number(operand) == 0 ? this : put(place, new GeneralValue(place.of(machine).bits(), true));
    }

    Setting floating(String operand, FloatingValue value) {
        return number(operand) < 2 ? this : put(new Place.Floating(number(operand)), value);
    }

    Setting status(int bit, boolean value) {
        return bit == BN ? with(MachineState.with(machine, "psr", machine.psr().with(bit, value).toString())) : with(machine.withPsr(machine.psr().with(bit, value)));
    }

    Setting level(int level) {
        return with(machine.withPsr(machine.psr().withCpl(level)));
    }

    Setting application(int number, long value) {
        return put(new Place.Application(number), value);
    }

    Setting control(int number, long value) {
        return put(new Place.Control(number), value);
    }

    /// {@return the same with eight bytes of memory, given as a little-endian number}
    Setting memory(long at, long bytes) {
        return put(new Place.Bytes(new PhysicalAddress(at), 8), bytes);
    }

    Machine start() {
        return single.in(machine);
    }

    Stimulus stimulus() {
        return base.step(start());
    }

    Needs required() {
        Map<String, String> all = form().need().map(need -> needs.put(need.parameter(), String.valueOf(need.present()))).getOrElse(needs);
        return Requirements.of(machine.addressing(), all);
    }
}
