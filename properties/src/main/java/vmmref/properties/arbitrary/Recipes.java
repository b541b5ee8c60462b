package vmmref.properties.arbitrary;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Slot;
import vmmref.model.execute.Meanings;
import vmmref.model.instruction.Completer;
import vmmref.model.instruction.Form;

/// The recipes of all forms that have a meaning and leave a program where it is.
final class Recipes {
    /// What would leave the program, the frame or the pages that were set up.
    private static final String UNFIT = "break\\..*|br\\..*|brl\\..*|rfi|epc|vmsw\\..*|cover|loadrs|it[cr]\\..*|pt[cr]\\..*|mov psr\\.l=.*|mov (rr|pkr|dbr|ibr|pmc|pmd|msr)\\[r3].*|mov r1=(pmc|pmd|msr|dbr|ibr)\\[r3]";
    /// What raises a fault at levels other than 0.
    private static final String PRIVILEGED = "mov cr3=r2|mov r1=cr3|mov r1=psr|[rs]sm imm24|mov r1=(rr|pkr)\\[r3]|t(pa|ak) .*|bsw\\.[01]";

    private static final Seq<Form> FORMS = Instructions.forms().filter(form -> Meanings.of(form).isDefined());
    private static final Seq<Seq<Recipe>> PLAIN = FORMS.reject(form -> text(form).matches(UNFIT) || text(form).matches(PRIVILEGED)).map(Recipes::of).reject(Seq::isEmpty).toArray();
    private static final Seq<Seq<Recipe>> ALL = FORMS.reject(form -> text(form).matches(UNFIT)).map(Recipes::of).reject(Seq::isEmpty).toArray();
    private static final Seq<Seq<Seq<Recipe>>> PLAIN_FAMILIES = families(PLAIN);
    private static final Seq<Seq<Seq<Recipe>>> FAMILIES = families(ALL);
    private static final Seq<Recipe> BRANCHES = FORMS.filter(form -> text(form).matches("brl?\\..*") && !text(form).startsWith("br.ia")).map(form -> Recipe.of(form, Slot.ZERO, fixedOfBranch(form))).toArray();

    private Recipes() { }

    /// {@return the forms of which instructions are made, structure of a program included}
    static Seq<Form> forms() {
        return ALL.map(each -> each.head().form()).appendAll(BRANCHES.map(Recipe::form)).append(named("break.m imm21"));
    }

    /// {@return what may stand anywhere, form by form}
    ///
    /// @param privileged whether that may be among it which needs level 0
    static Seq<Seq<Recipe>> anywhere(boolean privileged) {
        return privileged ? ALL : PLAIN;
    }

    /// {@return the same by the clauses of the forms}
    static Seq<Seq<Seq<Recipe>>> families(boolean privileged) {
        return privileged ? FAMILIES : PLAIN_FAMILIES;
    }

    /// {@return the branch of a form, without its target and its branch registers}
    static Recipe branch(String plain) {
        return BRANCHES.find(each -> text(each.form()).equals(plain)).get();
    }

    /// {@return the recipes of forms that set up loops, if they have a meaning: ar.lc and ar.ec}
    static Seq<Recipe> counters(int register, long value) {
        return FORMS.filter(form -> text(form).equals("mov.i ar3=imm8")).flatMap(form -> Recipe.all(form, Vector.of("ar3", "imm8"), Vector.of(Vector.of((long) register, value))));
    }

    /// {@return the recipe that gives general register an address, if the form has a meaning}
    static Seq<Recipe> address(int register, long address) {
        return FORMS.filter(form -> text(form).equals("addl r1=imm22,r3")).flatMap(form -> Recipe.all(form, Vector.of("r1", "imm22", "r3"), Vector.of(Vector.of((long) register, address, 0L))));
    }

    static Form named(String plain) {
        return Instructions.forms().find(form -> text(form).equals(plain)).get();
    }

    private static String text(Form form) {
        return form.syntax().plain();
    }

    private static Slot fixedOfBranch(Form form) {
        return form.operands().filter(each -> each.name().startsWith("b")).foldLeft(Slot.ZERO, (mask, each) -> mask.or(each.mask()));
    }

    private static Seq<Seq<Seq<Recipe>>> families(Seq<Seq<Recipe>> forms) {
        return forms.groupBy(each -> each.head().form().clause().name()).toVector().sortBy(each -> each._1).map(each -> (Seq<Seq<Recipe>>) each._2.toArray()).toArray();
    }

    private static Seq<Recipe> of(Form form) {
        String text = text(form);
        if (text.matches("mov.m ar3=r2"))   return fixed(form, "ar3", 21, 24, 25, 26, 28, 29, 30, 32, 36, 48, 55, 112);
        if (text.matches("mov.m ar3=imm8")) return fixed(form, "ar3", 25, 32, 36, 48, 127);
        if (text.matches("mov.i ar3=.*"))   return fixed(form, "ar3", 48, 63, 120);
        if (text.matches("mov.m r1=ar3"))   return fixed(form, "ar3", 0, 1, 2, 16, 17, 18, 19, 21, 25, 32, 36, 40, 48);
        if (text.matches("mov.i r1=ar3"))   return fixed(form, "ar3", 64, 65, 66, 50);
        if (text.equals("mov cr3=r2"))      return fixed(form, "cr3", 1);
        if (text.equals("mov r1=cr3"))      return fixed(form, "cr3", 0, 1, 2, 8, 64, 66, 73, 74);
        if (text.matches("[rs]um imm24"))   return fixed(form, "imm24", 2, 4, 8, 16, 32, 62);
        if (text.matches("[rs]sm imm24"))   return fixed(form, "imm24", 2, 8, 48, 1 << 13, 1 << 21);
        if (text.equals("mov pr=r2,mask17")) return fixed(form, "mask17", 2, 0x6e, 0x7e, 0xfe00, -65536, -258);
        if (text.equals("mov psr.um=r2")) return fixed(form, "r2", 0);
        if (text.matches("mov r1=(cpuid|pkr)\\[r3]")) return fixed(form, "r3", 0);
        return form.completers().find(each -> each.name().equals("sf")).map(field -> status(form, field)).getOrElse(() -> Array.of(Recipe.of(form, Slot.ZERO, Slot.ZERO)));
    }

    private static Seq<Recipe> fixed(Form form, String operand, long... values) {
        return Recipe.all(form, Vector.of(operand), Vector.ofAll(values).map(Vector::of));
    }

    private static Seq<Recipe> status(Form form, Completer field) {
        return Vector.range(0, 4).map(number -> Recipe.of(form, field.field().holding(number), field.field().mask())).toArray();
    }
}
