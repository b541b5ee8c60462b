package vmmref.vectors.codec;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Need;
import vmmref.model.semantics.Semantics;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Instructions;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;

/// What the drafts of this kind have in common: bundles with one interesting slot, among nops.
final class Cases {
    static final Seq<Form> FORMS = Forms.architected();

    private static final Semantics MAXIMAL = Semantics.architected(Profile.named("maximal").get());

    private Cases() { }

    /// {@return the unit of the slot in which the cases of a form stand}
    static Unit slotUnit(Form form) {
        return form.unit() == Unit.A ? Unit.I : form.unit();
    }

    static Decoded decoded(Unit unit, Slot slot) {
        return MAXIMAL.decode().apply(Instructions.bundle(unit, slot)).slots().get(Instructions.position(unit));
    }

    static ObjectNode decode(Bundle bundle) {
        return Json.object().put("decode", bundle.hex());
    }

    static ObjectNode decode(Unit unit, Slot slot) {
        return decode(Instructions.bundle(unit, slot));
    }

    /// {@return a request for an instruction of a unit among nops; a stop follows it, which some instructions demand}
    static Request request(Unit unit, String text) {
        return switch (unit) {
            case M, A -> new Request("M;MI;", Vector.of(text, "nop.m 0x0", "nop.i 0x0"));
            case I    -> new Request("MII;", Vector.of("nop.m 0x0", text, "nop.i 0x0"));
            case F    -> new Request("MFI;", Vector.of("nop.m 0x0", text, "nop.i 0x0"));
            case B    -> new Request("BBB;", Vector.of("nop.b 0x0", "nop.b 0x0", text));
            case L, X -> new Request("MLX;", Vector.of("nop.m 0x0", text));
        };
    }

    static Needs needs(Option<Need> need) {
        return need.map(condition -> new Needs(LinkedHashMap.of(condition.parameter(), String.valueOf(condition.present())))).getOrElse(Needs.none());
    }

    /// {@return a draft whose expectation the model fills}
    static Draft model(String topic, Tier tier, String title, Seq<String> flags, Needs needs, ObjectNode in) {
        return new Draft(topic, tier, Level.MUST, title, flags, needs, in, Option.none(), "model", Option.none());
    }

    static Draft near(Draft draft, ObjectNode near) {
        return draft.nearTo(Stimulus.of(near));
    }

    /// {@return the flags that a form's cases carry}
    static Seq<String> flags(Form form) {
        return form.need().exists(need -> need.parameter().equals(Profile.LONG_BRANCH)) ? Vector.of("LongBranch") : Vector.empty();
    }
}
