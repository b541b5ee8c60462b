package vmmref.properties.guarantee;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Started;

/// One instruction in a bundle of its own, with `nop` in the other slots.
///
/// @param bundle the bundle, which ends with a stop
/// @param slot   where the instruction stands: the last slot that its unit can have, if nothing else is said
record Single(Bundle bundle, int slot) {
    private static final Map<Unit, Slot> NOPS = Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X).toMap(unit -> unit, unit ->
        ((Assembled.Done) Assembler.architected().assemble(unit, "nop." + unit.name().toLowerCase(Locale.ROOT) + " 0")).instruction().encode());
    private static final int BRANCHES = 0x17;
    private static final Seq<Integer> CODES = Vector.of(0x11, 0x0f, 0x0b, 0x05, BRANCHES);

    static Single of(Instruction instruction) {
        return of(instruction.form().unit(), instruction.encode());
    }

    /// {@return the bundle that holds an instruction which is written as the GNU assembler reads it}
    static Single of(Unit unit, String text) {
        return of(assembled(unit, text));
    }

    private static Instruction assembled(Unit unit, String text) {
        return switch (Assembler.architected().assemble(unit, text)) {
            case Assembled.Done done       -> done.instruction();
            case Assembled.Refused refused -> throw new IllegalArgumentException(refused.why());
        };
    }

    static Single of(Unit unit, Slot encoded) {
        Template template = CODES.map(Single::template).find(each -> each.instructionUnits().exists(unit::fits)).get();
        int slot = template.instructionUnits().lastIndexWhere(unit::fits);
        return new Single(template.bundle(template.instructionUnits().zipWithIndex((each, number) -> number == slot ? encoded : nop(each))), slot);
    }

    /// {@return the bundle that holds a branch in one of its slots, among others that do nothing}
    static Single branch(String text, int slot) {
        return branch(text, BRANCHES, slot);
    }

    /// {@return the bundle of a template, by its code, that holds a branch in one of its slots}
    static Single branch(String text, int code, int slot) {
        Slot encoded = assembled(Unit.B, text).encode();
        Template template = template(code);
        return new Single(template.bundle(template.instructionUnits().zipWithIndex((unit, number) -> number == slot ? encoded : nop(unit))), slot);
    }

    private static Template template(int code) {
        return ((Templates.Meaning.Assigned) Templates.architected().meaning(code)).template();
    }

    static Slot nop(Unit unit) {
        return NOPS.get(unit).get();
    }

    /// {@return a machine that executes the instruction next}
    Machine in(Machine machine) {
        Position start = machine.position();
        return Started.holding(machine, bundle).withPosition(new Position(start.bundle(), slot, start.code()));
    }

    /// {@return what comes of the instruction on a machine}
    Executed on(Subject subject, Machine machine) {
        return subject.step(in(machine), Choice.USUAL);
    }
}
