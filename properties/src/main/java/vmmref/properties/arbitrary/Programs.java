package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.vmm.build.Line;

/// Generators of instructions that are not cut into bundles yet.
public final class Programs {
    /// What must end its instruction group.
    public static final Seq<String> LAST = Vector.of("itc.d", "itc.i", "ptc.g", "ptc.ga", "cover", "clrrrb", "clrrrb.pr", "rfi", "bsw.0", "bsw.1", "vmsw.0", "vmsw.1");
    /// What must begin it.
    public static final Seq<String> FIRST = Vector.of("alloc", "flushrs", "loadrs");
    /// What stands in slot 2 only.
    public static final Seq<String> SLOT_2 = Vector.of("br.cloop", "br.ctop", "br.cexit", "br.wtop", "br.wexit");

    private Programs() { }

    /// {@return up to a number of instructions of the forms that a question admits, a stop after a third of them, and wherever one must be because of what begins or ends a group}
    ///
    /// A third of them are bound to a place, if the question admits any that is; the others are of any form. Shrinks to nothing.
    public static Arbitrary<Seq<Line>> lines(int most, Predicate<Form> admitted) {
        Arbitrary<Instruction> any = Instructions.instructions(admitted);
        Arbitrary<Instruction> instruction = Instructions.forms().exists(admitted.and(Programs::isBound)) ? Arbitraries.oneOf(Instructions.instructions(admitted.and(Programs::isBound)), any, any) : any;
        Arbitrary<Line> line = Combinators.combine(instruction, Arbitraries.of(false, false, true)).as((each, stop) -> new Line(each.form().unit(), each.encode(), stop || isOneOf(LAST, each.form().unit(), each.encode())));
        return line.list().ofMaxSize(most).map(lines -> separated(Vector.ofAll(lines)));
    }

    /// {@return whether an instruction may not stand anywhere}
    static boolean isBound(Form form) {
        return LAST.appendAll(FIRST).appendAll(SLOT_2).contains(form.syntax().mnemonic());
    }

    /// {@return whether an instruction is one of [#LAST], [#FIRST] or [#SLOT_2]}
    public static boolean isOneOf(Seq<String> bound, Unit unit, Slot slot) {
        return BOUND.exists(form -> form.unit() == unit && form.matches(slot) && bound.contains(form.syntax().mnemonic()));
    }

    private static Seq<Line> separated(Seq<Line> lines) {
        return lines.zipWithIndex((line, number) -> number + 1 < lines.size() && isOneOf(FIRST, lines.get(number + 1).unit(), lines.get(number + 1).slot()) ? line.withStop(true) : line);
    }

    private static final Seq<Form> BOUND = Instructions.forms().filter(Programs::isBound);
}
