package vmmref.vmm.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Decode;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Instruction;
import vmmref.model.profile.Profile;

/// Programs as they are written in tests.
final class Program {
    private static final Decode DECODE = Decode.architected(Profile.named("maximal").get());

    private Program() { }

    /// {@return the instructions of a text: a line or a bar between two, `;;` where a stop follows}
    static Seq<Line> lines(String text) {
        return text.isBlank() ? Vector.empty() : Vector.of(text.split("[|\\n]")).map(String::strip).map(Program::line);
    }

    private static Line line(String text) {
        Instruction instruction = Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X).map(unit -> Assembler.architected().assemble(unit, text.replace(";;", "").strip()))
            .find(Assembled.Done.class::isInstance).map(done -> ((Assembled.Done) done).instruction()).getOrElseThrow(() -> new AssertionError(text));
        return new Line(instruction.form().unit(), instruction.encode(), text.endsWith(";;"));
    }

    /// {@return the bundle with a template, and instructions with bars between them}
    static Bundle bundle(String template, String instructions) {
        return Templates.architected().named(template).get().bundle(lines(instructions).map(Line::slot));
    }

    /// {@return the template of a bundle and its instructions, such as `M;MI; add r1=r2,r3 | nop.m 0x0 | nop.i 0x0`}
    static String text(Bundle bundle) {
        DecodedBundle decoded = DECODE.bundle(bundle);
        return Cut.of(decoded).get().template().notation() + " " + decoded.slots().map(slot -> Assembly.text(((Decoded.Assigned) slot).instruction())).mkString(" | ");
    }
}
