/// One instruction in a bundle of its own, with `nop` in the other slots.
package vmmref.vectors.machine;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.spec.Table;

/// @param bundle the bundle, which ends with a stop unless another template is asked for
/// @param slot   where the instruction stands
public record Single(Bundle bundle, int slot) {
    private static final int LAST = 2;
    /// MMI, MFI, MMF, MIB, MFB, BBB and MLX, each with a stop at its end, and MMI with a stop behind slot 0, too.
    private static final Seq<Template> TEMPLATES = Vector.of("MMI;", "MFI;", "MMF;", "MIB;", "MFB;", "BBB;", "MLX;", "M;MI;").map(notation -> Templates.architected().named(notation).get());

    /// The mnemonics of instructions that are the last of their group.
    private static final Set<String> LAST_OF_GROUP = Table.named("group-places").rows().filter(row -> row.cell(1).equals("LAST")).map(row -> row.cell(0)).toSet();

    /// {@return the bundle that holds an instruction in the last slot that it can have}
    public static Single of(Instruction instruction) {
        return of(instruction, LAST).orElse(() -> of(instruction, 1)).orElse(() -> of(instruction, 0)).get();
    }

    /// {@return the bundle that holds a slot of a unit in the last slot that it can have}
    public static Single last(Unit unit, Slot slot) {
        return of(unit, slot, LAST).orElse(() -> of(unit, slot, 1)).orElse(() -> of(unit, slot, 0)).get();
    }

    /// {@return the bundle that holds an instruction in a given slot, if it can stand there: what must be the last of its group only before a stop}
    public static Option<Single> of(Instruction instruction, int number) {
        return TEMPLATES.find(template -> holds(template, instruction.form().unit(), number) && permits(template, instruction, number)).map(template -> of(template, instruction.encode(), number));
    }

    private static boolean permits(Template template, Instruction instruction, int number) {
        return template.stops().get(number) || !LAST_OF_GROUP.contains(instruction.form().syntax().mnemonic());
    }

    /// {@return the bundle of a template that holds an instruction in a given slot, if its unit can have that}
    ///
    /// @param template its notation, such as `MIB` or `MIB;`
    public static Option<Single> of(String template, Instruction instruction, int number) {
        return Templates.architected().named(template).filter(each -> holds(each, instruction.form().unit(), number)).map(each -> of(each, instruction.encode(), number));
    }

    private static Option<Single> of(Unit unit, Slot slot, int number) {
        return TEMPLATES.find(template -> holds(template, unit, number)).map(template -> of(template, slot, number));
    }

    private static boolean holds(Template template, Unit unit, int number) {
        return number < template.instructionUnits().size() && unit.fits(template.instructionUnits().get(number));
    }

    private static Single of(Template template, Slot slot, int number) {
        return new Single(template.bundle(template.instructionUnits().zipWithIndex((each, index) -> index == number ? slot : nop(each))), number);
    }

    private static Slot nop(Unit unit) {
        return instruction(unit, "nop." + unit.name().toLowerCase(Locale.ROOT) + " 0").encode();
    }

    /// {@return the bundle that holds an instruction as the GNU assembler reads it}
    public static Single of(String text) {
        return of(instruction(text));
    }

    /// {@return the instruction that a text asks for in a slot of the first unit that executes it}
    public static Instruction instruction(String text) {
        return Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X).flatMap(unit -> Assembler.architected().assemble(unit, text) instanceof Assembled.Done done ? Option.some(done.instruction()) : Option.<Instruction>none())
            .headOption().getOrElseThrow(() -> new IllegalArgumentException("no unit executes \"" + text + "\""));
    }

    private static Instruction instruction(Unit unit, String text) {
        return ((Assembled.Done) Assembler.architected().assemble(unit, text)).instruction();
    }

    /// {@return whether the instruction takes two slots}
    public boolean isLong() {
        return Templates.architected().meaning(bundle.fields().code()) instanceof Templates.Meaning.Assigned(Template template) && template.isLong();
    }

    /// {@return a machine that executes the instruction next}
    public Machine in(Machine machine) {
        return MachineBase.holding(machine, machine.position().bundle().bits(), bundle).withPosition(new Position(machine.position().bundle(), slot, Option.none()));
    }
}
