package vmmref.vmm.patch;

import io.vavr.Function2;
import io.vavr.collection.Seq;
import org.apache.commons.lang3.StringUtils;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.vmm.build.Line;

/// Code of stubs as it is written: a unit, an instruction, and `;;` if a stop follows. Registers have names: `target` and `source` are those of the instruction that is replaced, `left` and `right` are free.
///
/// @param target  the number of a general register
/// @param source  the number of a general register
/// @param victims the registers that are parked, three of them, the first of which is not free
record Lines(int target, int source, Seq<Integer> victims) {
    private static final String STOP = " ;;";
    private static final Function2<Unit, String, Assembled> ASSEMBLED = Recent.of(Assembler.architected()::assemble);

    Seq<Line> of(Seq<String> texts) {
        String[] names = {"target", "source", "left", "right"};
        String[] registers = {"r" + target, "r" + source, "r" + victims.get(1), "r" + victims.get(2)};
        return texts.map(text -> line(StringUtils.replaceEach(text, names, registers)));
    }

    /// {@return a line without names}
    static Line line(String text) {
        String instruction = text.substring(2).replace(STOP, "");
        Unit unit = Unit.valueOf(text.substring(0, 1));
        return switch (ASSEMBLED.apply(unit, instruction)) {
            case Assembled.Done(var assembled) -> new Line(unit, assembled.encode(), text.endsWith(STOP));
            case Assembled.Refused refused     -> throw new IllegalArgumentException(text + ": " + refused.why());
        };
    }
}
