package vmmref.vectors.codec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Tier;

/// Every template code with the same three slots; a reserved one is near to an assigned one that differs in one bit, a long one to a short one.
final class TemplateDrafts {
    private static final Slot NOP = Slot.of(0x8000000L);

    private TemplateDrafts() { }

    static Seq<Draft> all() {
        return Vector.range(0, Template.CODES).map(TemplateDrafts::draft);
    }

    private static Draft draft(int code) {
        return switch (Templates.architected().meaning(code)) {
            case Templates.Meaning.Reserved reserved ->
                Cases.near(draft(code, "template code %02X is reserved".formatted(code), "ReservedTemplate"), in(assignedBeside(code)));
            case Templates.Meaning.Assigned(Template template) when template.isLong() ->
                Cases.near(draft(code, "slots 1 and 2 of template code %02X are one instruction".formatted(code), "SplitImmediate"), in(code & ~4));
            case Templates.Meaning.Assigned(Template template) ->
                draft(code, "template code %02X is %s".formatted(code, template.notation()), "StopBit");
        };
    }

    private static int assignedBeside(int code) {
        return Vector.of(1, 2, 4, 8, 16).map(bit -> code ^ bit).find(other -> Templates.architected().meaning(other) instanceof Templates.Meaning.Assigned).get();
    }

    private static Draft draft(int code, String title, String flag) {
        return Cases.model("template", Tier.SMOKE, title, Vector.of(flag), Needs.none(), in(code));
    }

    private static ObjectNode in(int code) {
        return Cases.decode(Bundle.of(new Bundle.Fields(code, NOP, NOP, NOP)));
    }
}
