package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.dependency.Access;
import vmmref.model.dependency.Dependencies;
import vmmref.model.dependency.Resource;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Operand;
import vmmref.model.instruction.OperandKind;
import vmmref.spec.Encodings;

/// How instructions of a form are made: which operands are chosen with care, and what the instruction touches besides.
///
/// @param form   the form
/// @param fixed  the bits of operands that are chosen already, such as the number of an application register
/// @param free   the bits that may hold anything
/// @param parts  the registers that are to be chosen, in an order in which those that are written come last
/// @param qp     the field of the qualifying predicate, if it has one
/// @param reads  what it reads besides registers that are chosen
/// @param writes what it writes besides
/// @param adds   what it adds to besides
/// @param traits what the writer of groups asks
record Recipe(Form form, Slot fixed, Slot free, Seq<Part> parts, Option<Field> qp, Touched reads, Touched writes, Touched adds, Traits traits) {
    /// What is done with a register.
    enum Role { READ, ADDRESS, WRITTEN, UPDATED }

    /// An operand that is a register.
    ///
    /// @param parallel how a parallel compare changes it: 0 not at all, 1 it clears, 2 it sets
    record Part(Resource.Kind kind, Role role, Field field, String name, int parallel) { }

    /// What the writer of groups asks.
    ///
    /// @param branch   whether it reads its predicate last
    /// @param late     whether predicates that it writes are too late for a branch
    /// @param first    whether it begins its group
    /// @param last     whether it ends its group
    /// @param rotating whether it may write p16 to p63 at once
    /// @param pair     whether one of its two targets must be odd and the other even
    /// @param target   whether it branches
    record Traits(boolean branch, boolean late, boolean first, boolean last, boolean rotating, boolean pair, boolean target) { }

    static Recipe of(Form form, Slot fixed, Slot fixedMask) {
        Seq<Operand> registers = form.operands().filter(operand -> isChosen(operand, fixedMask));
        Slot chosen = registers.foldLeft(qpMask(form), (mask, operand) -> mask.or(operand.mask()));
        Seq<Part> parts = registers.map(operand -> part(form, operand)).toArray();
        Access access = Dependencies.architected().access(form.instruction(fixed));
        boolean floating = parts.exists(part -> part.kind() == Resource.Kind.FLOATING && part.role() == Role.WRITTEN);
        Seq<Resource> modified = floating ? Vector.of(4, 5).map(bit -> new Resource(Resource.Kind.STATUS, bit)) : Vector.empty();
        Slot targets = form.operands().filter(operand -> operand.kind() == OperandKind.TARGET || operand.name().matches("so[flr]")).foldLeft(Slot.ZERO, (mask, operand) -> mask.or(operand.mask()));
        Slot taken = chosen.or(fixedMask).or(targets);
        return new Recipe(form, fixed, form.fieldMask().xor(form.fieldMask().and(taken)),
            parts.filter(part -> part.role() == Role.READ || part.role() == Role.ADDRESS).appendAll(parts.filter(part -> part.role() == Role.WRITTEN || part.role() == Role.UPDATED)).toArray(),
            form.format().field(Format.QUALIFYING_PREDICATE), Touched.of(listed(access.reads())), Touched.of(listed(access.writes())),
            Touched.of(listed(access.adds()).appendAll(modified)), traits(form));
    }

    private static Traits traits(Form form) {
        String mnemonic = form.syntax().mnemonic();
        boolean loop = mnemonic.matches("br\\.([cw](top|exit)|cloop)");
        return new Traits(form.unit() == Unit.B || mnemonic.startsWith("brl."), form.unit() == Unit.F || loop, Programs.FIRST.contains(mnemonic), Programs.LAST.contains(mnemonic),
            mnemonic.equals("mov") && form.syntax().text().contains("pr.rot"), mnemonic.startsWith("ldfp"), form.operands().exists(operand -> operand.name().startsWith("target")));
    }

    private static boolean isChosen(Operand operand, Slot fixedMask) {
        return switch (operand.kind()) {
            case GENERAL, FLOATING, PREDICATE, BRANCH -> operand.mask().and(fixedMask).isZero();
            case APPLICATION, CONTROL, DECIMAL, HEXADECIMAL, TARGET -> false;
        };
    }

    private static Slot qpMask(Form form) {
        return form.format().field(Format.QUALIFYING_PREDICATE).map(Field::mask).getOrElse(Slot.ZERO);
    }

    private static Seq<Resource> listed(Seq<Resource> resources) {
        return resources.reject(each -> each.kind() == Resource.Kind.BRANCH || each.kind() == Resource.Kind.GENERAL || each.kind() == Resource.Kind.FLOATING);
    }

    private static Part part(Form form, Operand operand) {
        String text = form.syntax().plain();
        int at = text.indexOf(' ') + 1 + text.substring(text.indexOf(' ') + 1).indexOf(operand.name());
        boolean written = at < text.indexOf('=') && text.charAt(at - 1) != '[';
        boolean address = text.charAt(at - 1) == '[' && !form.clause().equals(Encodings.INDIRECT_REGISTER_FORM) && !form.clause().equals(Encodings.TRANSLATION_FORM)
            || operand.name().equals("r3") && (form.clause().equals(Encodings.PROBE_FORM) || form.syntax().mnemonic().matches("fc.*|tpa|tak"));
        boolean updated = address && text.matches("(ld|lfetch).*\\[r3\\],(r2|imm9|16|8)|st.*\\[r3\\]=[rf]2,imm9") && Dependencies.architected().access(form.instruction(operand.holding(1).get())).changes(new Resource(Resource.Kind.GENERAL, 1));
        return new Part(kind(operand), updated ? Role.UPDATED : address ? Role.ADDRESS : written ? Role.WRITTEN : Role.READ, operand.fields().head(), operand.name(),
            operand.kind() == OperandKind.PREDICATE ? parallel(form.syntax().mnemonic(), operand.name()) : 0);
    }

    private static int parallel(String mnemonic, String name) {
        return mnemonic.endsWith(".or.andcm") ? name.equals("p1") ? 2 : 1 : mnemonic.endsWith(".or") ? 2 : mnemonic.endsWith(".and") ? 1 : 0;
    }

    private static Resource.Kind kind(Operand operand) {
        return switch (operand.kind()) {
            case GENERAL   -> Resource.Kind.GENERAL;
            case FLOATING  -> Resource.Kind.FLOATING;
            case PREDICATE -> Resource.Kind.PREDICATE;
            case BRANCH    -> Resource.Kind.BRANCH;
            case APPLICATION, CONTROL, DECIMAL, HEXADECIMAL, TARGET -> throw new IllegalArgumentException(operand + " is not chosen");
        };
    }

    /// {@return this recipe with operands fixed at values, for each row of values}
    static Seq<Recipe> all(Form form, Seq<String> names, Seq<Seq<Long>> rows) {
        Seq<Operand> operands = names.map(name -> form.operands().find(each -> each.name().equals(name)).get());
        Slot mask = operands.foldLeft(Slot.ZERO, (all, each) -> all.or(each.mask()));
        return rows.map(row -> of(form, operands.zip(row).foldLeft(Slot.ZERO, (all, each) -> all.or(each._1.holding(each._2).get())), mask)).toArray();
    }
}
