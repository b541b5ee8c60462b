package vmmref.model.execute;

import static vmmref.spec.Executions.BRANCH_SLOT_ILLEGAL;
import static vmmref.spec.Executions.LOOP_COUNTED;
import static vmmref.spec.Executions.LOOP_PIPELINED;
import static vmmref.spec.Executions.LOOP_PIPELINED_WHILE;
import static vmmref.spec.Executions.REGISTERS_ROTATED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Clause;
import vmmref.spec.Executions;

/// Branches that count loops, and those that rotate registers besides.
final class Loops {
    private static final int LAST_PREDICATE = 63;

    private static final Map<String, Meaning> MEANINGS = HashMap.of(
        "br.cloop target25", inLastSlot(Loops::counted),
        "br.ctop target25",  inLastSlot(execution -> pipelined(execution, false)),
        "br.cexit target25", inLastSlot(execution -> pipelined(execution, true)),
        "br.wtop target25",  inLastSlot(execution -> pipelinedWhile(execution, false)),
        "br.wexit target25", inLastSlot(execution -> pipelinedWhile(execution, true)));

    private Loops() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    @Executions.Rule(BRANCH_SLOT_ILLEGAL)
    static Meaning inLastSlot(Meaning meaning) {
        return new Meaning.Unpredicated(execution -> execution.machine().position().slot() == 2 ? meaning.of(execution)
            : Checks.raised(Interruption.ILLEGAL_OPERATION, BRANCH_SLOT_ILLEGAL));
    }

    @Executions.Rule(LOOP_COUNTED)
    static Executed counted(Execution execution) {
        long count = execution.machine().application(RegisterNumber.LC);
        return new Executed.Done(count == 0 ? Effects.NONE
            : Effects.of(new Place.Application(RegisterNumber.LC), count - 1, LOOP_COUNTED).then(Branches.to(Branches.target(execution), LOOP_COUNTED)), LOOP_COUNTED);
    }

    /// How a loop goes on: what it counts down, what p63 becomes, whether registers are rotated, and whether another stage follows.
    private record Stage(Effects counted, boolean last, boolean rotates, boolean goesOn) { }

    @Executions.Rule(LOOP_PIPELINED)
    static Executed pipelined(Execution execution, boolean exit) {
        long count = execution.machine().application(RegisterNumber.LC);
        return ended(execution, exit, LOOP_PIPELINED, count != 0
            ? new Stage(Effects.of(new Place.Application(RegisterNumber.LC), count - 1, LOOP_PIPELINED), true, true, true)
            : epilog(execution.machine(), LOOP_PIPELINED));
    }

    @Executions.Rule(LOOP_PIPELINED_WHILE)
    static Executed pipelinedWhile(Execution execution, boolean exit) {
        return ended(execution, exit, LOOP_PIPELINED_WHILE, execution.machine().predicate(execution.operands().qp())
            ? new Stage(Effects.NONE, false, true, true)
            : epilog(execution.machine(), LOOP_PIPELINED_WHILE));
    }

    private static Stage epilog(Machine machine, Clause because) {
        long count = machine.application(RegisterNumber.EC);
        return count == 0 ? new Stage(Effects.NONE, false, false, false)
            : new Stage(Effects.of(new Place.Application(RegisterNumber.EC), count - 1, because), false, true, count > 1);
    }

    private static Executed ended(Execution execution, boolean exit, Clause because, Stage stage) {
        Effects effects = stage.counted()
            .then(new Place.Predicate(LAST_PREDICATE), stage.last(), because)
            .then(stage.rotates() ? rotated(execution.machine().cfm()) : Effects.NONE);
        return new Executed.Done(stage.goesOn() != exit ? effects.then(Branches.to(Branches.target(execution), because)) : effects, because);
    }

    /// {@return the effect of renaming each rotating register to the next one}
    @Executions.Rule(REGISTERS_ROTATED)
    static Effects rotated(Cfm cfm) {
        return Effects.of(Place.Frame.CFM, cfm.rotated(
            down(cfm.rrbGr(), cfm.rotating()), down(cfm.rrbFr(), Cfm.ROTATING_FLOATING), down(cfm.rrbPr(), Cfm.ROTATING_PREDICATES)), REGISTERS_ROTATED);
    }

    private static int down(int base, int size) {
        return size == 0 ? 0 : base == 0 ? size - 1 : base - 1;
    }
}
