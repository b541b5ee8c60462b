package vmmref.vectors.recognize;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Need;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Catalogue;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognized;
import vmmref.vmm.recognize.Recognizer;

/// What the drafts of this kind have in common.
final class Cases {
    static final Map<String, Form> FORMS = Forms.architected().toLinkedMap(form -> form.syntax().text(), form -> form);
    static final Sought ALWAYS = new Sought.Sensitive(false);
    static final Sought EXACT  = new Sought.Sensitive(true);

    /// Every sensitive instruction of any implementation.
    static final Seq<Catalogue.Entry> ENTRIES = Catalogue.of(Profile.named("maximal").get()).entries();

    private static final Recognizer MAXIMAL = Recognizer.reference(Profile.named("maximal").get());

    /// No two neighbouring fields look alike.
    private static final Slot PATTERN = new Slot(0x0b6_9d2c_a953L, 0x155_3a96_c5a2L);

    private Cases() { }

    static Form form(Catalogue.Entry entry) {
        return FORMS.get(entry.block().name()).get();
    }

    /// {@return the bits of an instruction of a form that is not predicated}
    static Slot encoded(Form form) {
        Instruction instruction = form.instruction(PATTERN.and(form.fieldMask()));
        return (form.format().field(Format.QUALIFYING_PREDICATE).isEmpty() ? instruction : instruction.predicatedBy(0)).encode();
    }

    static ObjectNode in(Bundle bundle, Sought sought) {
        return in(Vector.of(bundle), sought);
    }

    static ObjectNode in(Seq<Bundle> code, Sought sought) {
        return new Query(new Code(new VirtualAddress(0), code), sought, Own.NOTHING).json();
    }

    /// {@return a draft whose expectation the model fills}
    static Draft model(String topic, String title, Seq<String> flags, ObjectNode in) {
        return new Draft(topic, Tier.CORE, Level.MUST, title, flags, needs(in), in, Option.none(), "model", Option.none());
    }

    /// {@return the same, near to another case if another clause decides that}
    static Draft near(String topic, String title, Seq<String> flags, ObjectNode in, ObjectNode other) {
        Draft draft = model(topic, title, flags, in);
        return because(in).equals(because(other)) ? draft : draft.nearTo(Stimulus.of(other));
    }

    private static Option<String> because(ObjectNode in) {
        return Query.read(in).expectation(MAXIMAL).because();
    }

    /// An implementation that lacks an instruction need not recognise it: what is found depends on it, and so may the patterns.
    static Needs needs(ObjectNode in) {
        Query query = Query.read(in);
        Seq<Need> found  = query.sought().scan(MAXIMAL).scan(query.code(), query.own()).map(Recognized::block).flatMap(Cases::needs);
        Seq<Need> sought = query.sought() instanceof Sought.Blocks(Seq<BlockPattern> blocks) ? blocks.flatMap(Cases::needs) : Vector.empty();
        return new Needs(found.appendAll(sought).foldLeft(LinkedHashMap.empty(), (all, need) -> all.put(need.parameter(), String.valueOf(need.present()))));
    }

    private static Seq<Need> needs(BlockPattern block) {
        return block.members().flatMap(member -> member.patterns()).flatMap(pattern -> FORMS.get(pattern.name()).get().need());
    }

    /// {@return bundles as people write them, between them ` // `: 32 hexadecimal digits, or a template, a colon and the instructions, between them ` | `}
    static Seq<Bundle> code(String text) {
        return Vector.of(text.split(" // ")).map(Cases::bundle);
    }

    private static Bundle bundle(String text) {
        if (text.matches("[0-9a-f]{32}")) return Bundle.ofHex(text);
        int colon = text.indexOf(": ");
        return switch (Assembler.architected().bundle(text.substring(0, colon), Vector.of(text.substring(colon + 2).split(" \\| ")))) {
            case AssembledBundle.Done done       -> done.bundle();
            case AssembledBundle.Refused refused -> throw new IllegalStateException("\"" + text + "\" is no bundle: " + refused);
        };
    }
}
