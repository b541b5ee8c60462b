package vmmref.model.execute;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmmref.model.instruction.Instruction;

/// The operands of an instruction, by the names that formats of the manual give them; 0 where the instruction has no such operand.
///
/// @param qp        the qualifying predicate
/// @param count     a number of bits to shift by
/// @param position  the number of the lowest bit of a field
/// @param length    the width of a field in bits
/// @param immediate any other constant, or the mask of `mov pr`
/// @param target    the distance in bytes from the bundle to the target of a branch
/// @param sof       the size of a new frame
/// @param sol       that of its local part
/// @param sor       that of its rotating part, a multiple of 8
/// @param sf        the status field of FPSR
/// @param amask     which controls are kept
/// @param omask     which controls are set
public record Operands(int qp, int r1, int r2, int r3, int f1, int f2, int f3, int f4, int p1, int p2, int b1, int b2, int ar3, int cr3,
                       int count, int position, int length, long immediate, long target, int sof, int sol, int sor, int sf, int amask, int omask) {

    /// No operands, and the predicate that is always 1.
    public static final Operands NONE = new Operands(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final Pattern REGISTER_OR_SIZE = Pattern.compile("[rfpb]\\d|[ac]r3|so[flr]");
    private static final Pattern WIDE = Pattern.compile("(count|pos|len|target|amask|omask)\\d+");

    Operands withPredicate(int predicate) {
        return new Operands(predicate, r1, r2, r3, f1, f2, f3, f4, p1, p2, b1, b2, ar3, cr3, count, position, length, immediate, target, sof, sol, sor, sf, amask, omask);
    }

    public Operands withImmediate(long other) {
        return new Operands(qp, r1, r2, r3, f1, f2, f3, f4, p1, p2, b1, b2, ar3, cr3, count, position, length, other, target, sof, sol, sor, sf, amask, omask);
    }

    /// {@return the operands of an instruction}
    public static Operands of(Instruction instruction) {
        Map<String, Long> values = instruction.operands().foldLeft(HashMap.<String, Long>empty(), (all, each) -> all.put(role(each.operand().name()), each.value()));
        return new Operands(instruction.qualifyingPredicate(), number(values, "r1"), number(values, "r2"), number(values, "r3"),
            number(values, "f1"), number(values, "f2"), number(values, "f3"), number(values, "f4"), number(values, "p1"), number(values, "p2"),
            number(values, "b1"), number(values, "b2"), number(values, "ar3"), number(values, "cr3"),
            number(values, "count"), number(values, "pos"), number(values, "len"), value(values, "imm"), value(values, "target"),
            number(values, "sof"), number(values, "sol"), number(values, "sor"), statusField(instruction), number(values, "amask"), number(values, "omask"));
    }

    /// {@return the status field that a completer names}
    private static int statusField(Instruction instruction) {
        return instruction.form().format().field("sf").map(field -> (int) field.of(instruction.fields())).getOrElse(0);
    }

    /// {@return what the operand of a name is called here: the name without its width, but for registers}
    private static String role(String name) {
        if (REGISTER_OR_SIZE.matcher(name).matches()) return name;
        Matcher wide = WIDE.matcher(name);
        return wide.matches() ? wide.group(1) : name.startsWith("tag") ? "tag" : "imm";
    }

    private static long value(Map<String, Long> values, String name) {
        return values.getOrElse(name, 0L);
    }

    private static int number(Map<String, Long> values, String name) {
        return (int) value(values, name);
    }
}
