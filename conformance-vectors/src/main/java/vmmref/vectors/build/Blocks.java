package vmmref.vectors.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Unit;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vmm.build.RawBlock;
import vmmref.vmm.build.RawDescription;
import vmmref.vmm.build.RawPortion;

/// Descriptions of instructions as JSON.
final class Blocks {
    private static final Unit[] UNITS = {Unit.M, Unit.I, Unit.F, Unit.B, Unit.X};

    private Blocks() { }

    static RawBlock block(Fields fields) {
        return new RawBlock(fields.children("block").map(Blocks::description));
    }

    static Seq<Long> values(Fields fields) {
        return Words.words(fields, "values");
    }

    private static RawDescription description(Fields fields) {
        Unit unit = fields.word("unit", name -> Vector.of(UNITS).find(each -> each.name().equals(name)), UNITS, Unit::name);
        return new RawDescription(unit, Words.slot(fields, "constant"), fields.has("constantL") ? Words.slot(fields, "constantL") : 0, fields.children("portions").map(Blocks::portion));
    }

    private static RawPortion portion(Fields fields) {
        Option<String> inL = fields.optionalText("in");
        if (!inL.forAll("l"::equals)) throw fields.mistake("in", "is \"" + inL.get() + "\"", "write l for a portion of the L slot, or leave it out");
        return new RawPortion(fields.integer("value"), inL.isDefined(), fields.integer("shift"), fields.integer("width"));
    }

    static ObjectNode json(RawBlock block, Seq<Long> values) {
        ObjectNode json = Json.object();
        json.set("block", array(block.instructions().map(Blocks::json)));
        json.set("values", Json.texts(values.map(Words::text)));
        return json;
    }

    private static ObjectNode json(RawDescription description) {
        ObjectNode json = Json.object().put("unit", description.unit().name()).put("constant", "%011x".formatted(description.constant()));
        if (description.constantL() != 0) json.put("constantL", "%011x".formatted(description.constantL()));
        json.set("portions", array(description.portions().map(Blocks::json)));
        return json;
    }

    private static ObjectNode json(RawPortion portion) {
        ObjectNode json = Json.object().put("value", portion.index()).put("shift", portion.shift()).put("width", portion.width());
        return portion.inL() ? json.put("in", "l") : json;
    }

    private static ArrayNode array(Seq<ObjectNode> objects) {
        return Json.object().putArray("array").addAll(objects.asJava());
    }
}
