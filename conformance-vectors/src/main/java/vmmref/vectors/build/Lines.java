package vmmref.vectors.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decode;
import vmmref.model.instruction.Decoded;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vmm.build.Line;

/// Instructions that are not cut into bundles, as texts: `(p6) itc.d r2 ;;`.
final class Lines {
    static final Decode DECODE = Decode.architected(Profile.named("maximal").get());

    private static final String STOP = ";;";
    private static final Seq<Unit> UNITS = Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X);

    private Lines() { }

    static Seq<Line> read(Fields fields, String field) {
        return fields.texts(field).zipWithIndex((text, number) -> line(text).getOrElseThrow(() ->
            fields.mistake(field + "[" + number + "]", "is \"" + text + "\", which is no instruction", "write it as the GNU assembler does, with \" ;;\" behind it if a stop follows")));
    }

    static Option<Line> line(String text) {
        String instruction = text.endsWith(STOP) ? text.substring(0, text.length() - STOP.length()).strip() : text;
        return UNITS.map(unit -> Assembler.architected().assemble(unit, instruction)).find(Assembled.Done.class::isInstance)
            .map(done -> ((Assembled.Done) done).instruction()).map(each -> new Line(each.form().unit(), each.encode(), text.endsWith(STOP)));
    }

    static ArrayNode json(Seq<Line> lines) {
        return Json.texts(lines.map(Lines::text));
    }

    /// {@return whether a line can be written as a text}
    static boolean isSayable(Line line) {
        return DECODE.table().decode(line.unit(), line.slot()) instanceof Decoded.Assigned assigned && assigned.residue().equals(Slot.ZERO) && line(text(line)).contains(line);
    }

    private static String text(Line line) {
        return Assembly.text(((Decoded.Assigned) DECODE.table().decode(line.unit(), line.slot())).instruction()) + (line.stop() ? " " + STOP : "");
    }
}
