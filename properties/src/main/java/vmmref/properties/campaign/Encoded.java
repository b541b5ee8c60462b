package vmmref.properties.campaign;

import io.vavr.collection.Vector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decode;
import vmmref.model.instruction.DecodeTable;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.profile.Profile;

/// What an instruction is found again by.
record Encoded(Unit unit, Slot slot) {
    private static final DecodeTable TABLE = Decode.architected(Profile.named("maximal").get()).table();
    private static final String TEXT = "text";

    /// Instructions, with a text that is for people only.
    record Found() implements Scheme {
        @Override public JsonNode written(Object value) {
            Instruction instruction = (Instruction) value;
            return Components.of(Encoded.class).members(JsonNodeFactory.instance.objectNode().put(TEXT, Assembly.text(instruction)),
                new Encoded(instruction.form().unit(), instruction.encode()));
        }

        @Override public Object read(Spot spot) {
            Encoded encoded = (Encoded) Components.of(Encoded.class).fromMembers(spot, Vector.of(TEXT));
            if (TABLE.decode(encoded.unit(), encoded.slot()) instanceof Decoded.Assigned assigned && assigned.residue().isZero()) return assigned.instruction();
            throw spot.mistake("an instruction's unit and slot, with 0 in every bit that does not matter");
        }
    }
}
