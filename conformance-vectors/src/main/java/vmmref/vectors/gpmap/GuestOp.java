/// A reference of a guest, read and written: as in kind `xlate`, and those of the register stack engine.
package vmmref.vectors.gpmap;

import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.xlate.Op;

/// `rse.ld8` and `rse.st8` are a load and a store of the register stack engine at `r3`, for which RSC.pl is `level`, 0 or 3.
public final class GuestOp {
    private static final Pattern STACK = Pattern.compile("rse\\.(ld|st)8");
    private static final Pattern WORD = Pattern.compile("[0-9a-f]{16}");
    private static final int LOWEST = 3;

    private GuestOp() { }

    /// Reads a reference.
    /// @throws vmmref.vectors.format.FieldMistake if there is no such reference, or a guest cannot be asked it, or an operand is malformed
    public static Reference read(Fields fields) {
        String name = fields.text("op");
        if (STACK.matcher(name).matches()) return stack(fields, name.equals("rse.ld8") ? ReferenceType.STACK_LOAD : ReferenceType.STACK_STORE);
        if (Op.read(fields) instanceof Reference reference && isAsked(reference.type())) return reference;
        throw fields.mistake("op", "is \"" + name + "\", which is no reference that reaches memory", "write fetch, ld1 to ld8, ld1.s to ld8.s, st1 to st8, xchg1 to xchg8, cmpxchg1 to cmpxchg8, fetchadd4, fetchadd8, lfetch, lfetch.fault, rse.ld8 or rse.st8");
    }

    private static Reference stack(Fields fields, ReferenceType type) {
        int level = fields.integer("level");
        if (level != 0 && level != LOWEST) throw fields.mistake("level", "is " + level, "write 0 or 3, the levels that guests have");
        return Reference.stack(type, new VirtualAddress(Long.parseUnsignedLong(fields.matching("r3", WORD, "16 lower-case hex digits"), 16)), level);
    }

    private static boolean isAsked(ReferenceType type) {
        return type.touchesMemory() || type == ReferenceType.LFETCH || type == ReferenceType.LFETCH_FAULT;
    }

    /// {@return the object that [#read] reads}
    public static ObjectNode json(Reference reference) {
        return reference.type().isOfStack() ? Json.object().put("op", name(reference)).put("r3", reference.address().toString()).put("level", reference.level()) : Op.json(reference);
    }

    /// {@return what a reference is called}
    public static String name(Reference reference) {
        return switch (reference.type()) {
            case STACK_LOAD  -> "rse.ld8";
            case STACK_STORE -> "rse.st8";
            default          -> Op.name(reference);
        };
    }
}
