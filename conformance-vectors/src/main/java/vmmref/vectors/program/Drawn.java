/// Sequences of integer instructions that were drawn with fixed seeds.
package vmmref.vectors.program;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.SplittableRandom;
import vmmref.model.bundle.Slot;
import vmmref.model.execute.Meanings;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.Single;

/// Sources and targets are few registers and predicates, so that what one instruction writes others read.
final class Drawn {
    private static final int NUMBER = 60;
    private static final int LENGTH = 8;
    private static final int FIRST = 32;
    private static final int REGISTERS = 6;
    private static final Seq<Form> FORMS = Forms.architected().filter(form -> Vector.<Clause>of(Encodings.INTEGER_ALU_FORM, Encodings.COMPARE_FORM, Encodings.SHIFT_FORM, Encodings.BIT_TEST_FORM, Encodings.EXTEND_FORM, Encodings.PARALLEL_FORM)
        .contains(form.clause()) && Meanings.of(form).isDefined());

    private Drawn() { }

    static Seq<Draft> all() {
        return FORMS.isEmpty() ? Vector.empty() : Vector.range(0, NUMBER).flatMap(Drawn::drawn);
    }

    private static Option<Draft> drawn(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Program program = new Program(Vector.fill(LENGTH, () -> Single.of(instruction(random)).bundle()));
        Machine start = Vector.range(0, REGISTERS).foldLeft(MachineBase.FLAT.machine(), (machine, number) -> new Place.General(FIRST + number).with(machine, new GeneralValue(random.nextLong() >>> random.nextInt(64), random.nextInt(16) == 0)));
        return Drafts.draft("drawn", Tier.CORE, "%d instructions drawn with the seed %d".formatted(LENGTH, seed), "SharedRegisters", MachineBase.FLAT, program.in(start), program.end());
    }

    private static Instruction instruction(SplittableRandom random) {
        Form form = FORMS.get(random.nextInt(FORMS.size()));
        Instruction drawn = new Instruction(form, form.operands().map(operand -> slot(operand, random)).fold(Slot.ZERO, Slot::or));
        boolean predicated = random.nextInt(3) == 0 && form.format().field(Format.QUALIFYING_PREDICATE).isDefined();
        return predicated ? drawn.predicatedBy(6 + random.nextInt(4)) : drawn;
    }

    private static Slot slot(Operand operand, SplittableRandom random) {
        int number = switch (operand.kind()) {
            case GENERAL   -> operand.width() < 7 ? random.nextInt(4) : FIRST + random.nextInt(REGISTERS);
            case PREDICATE -> operand.name().equals("p1") ? 6 + 2 * random.nextInt(2) : 7 + 2 * random.nextInt(2);
            default        -> random.nextInt(64) - 16;
        };
        return operand.holding(number).getOrElse(() -> operand.split(random.nextLong()));
    }
}
