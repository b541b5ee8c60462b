package vmmref.vectors.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Draft;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Own;

/// Pieces of 64 bundles: instructions of all forms in all templates, and data that look like nothing in particular.
final class PageDrafts {
    private static final int BUNDLES = 64;
    private static final int PAGES = 4;
    private static final long AT = 0x2000_0000_0000_4000L;
    private static final Seq<Form> FORMS = Cases.FORMS.values().filter(form -> form.need().isEmpty()).toVector();
    /// Half of the addresses to which branches go, and half of the immediates that breaks have.
    private static final Own OWN = new Own(new Own.Range(AT, AT + (1L << 24)), new Own.Range(0, 1L << 20));

    private PageDrafts() { }

    static Seq<Draft> all() {
        return Vector.range(0, PAGES).flatMap(page -> Vector.of(
            draft("a page of instructions, number " + page + ", for a guest that may see a difference", instructions(page), Cases.ALWAYS, Own.NOTHING),
            draft("a page of instructions, number " + page + ", for a guest that may see none", instructions(page), Cases.EXACT, Own.NOTHING),
            draft("a page of instructions, number " + page + ", searched for branches and breaks that are not the monitor's", instructions(page), jumps(), OWN),
            draft("a page of data, number " + page, data(page), Cases.EXACT, Own.NOTHING)));
    }

    private static Draft draft(String title, Seq<Bundle> code, Sought sought, Own own) {
        ObjectNode in = new Query(new Code(new VirtualAddress(AT), code), sought, own).json();
        return Cases.model("page", title, Vector.of("SensitiveInstruction"), in);
    }

    private static Sought jumps() {
        return new Sought.Blocks(Vector.of("br.cond{bwh}{ph}{dh} target25", "break.m imm21", "break.i imm21", "break.f imm21", "break.b imm21").map(form -> BlockPattern.of(InstructionPattern.of(Cases.FORMS.get(form).get()))));
    }

    private static Seq<Bundle> data(int page) {
        Random random = new Random(page);
        return Vector.fill(BUNDLES, () -> new Bundle(random.nextLong(), random.nextLong()));
    }

    private static Seq<Bundle> instructions(int page) {
        Random random = new Random(PAGES + page);
        Seq<Template> templates = Templates.architected().assigned();
        return Vector.fill(BUNDLES, () -> bundle(templates.get(random.nextInt(templates.size())), random));
    }

    private static Bundle bundle(Template template, Random random) {
        if (template.isLong()) {
            Slot both = instruction(Unit.X, random);
            return Bundle.of(new Bundle.Fields(template.code(), instruction(template.unit0(), random), Slot.of(both.l()), Slot.of(both.bits())));
        }
        return Bundle.of(new Bundle.Fields(template.code(), instruction(template.unit0(), random), instruction(template.unit1(), random), instruction(template.unit2(), random)));
    }

    private static Slot instruction(Unit unit, Random random) {
        Seq<Form> forms = FORMS.filter(form -> form.unit().fits(unit));
        Form form = forms.get(random.nextInt(forms.size()));
        return form.instruction(new Slot(random.nextLong() & Bits.ones(Slot.WIDTH), random.nextLong() & Bits.ones(Slot.WIDTH)).and(form.fieldMask())).encode();
    }
}
