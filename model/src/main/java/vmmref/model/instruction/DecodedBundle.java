package vmmref.model.instruction;

import static vmmref.spec.Bundles.LONG_INSTRUCTION_SLOTS;
import static vmmref.spec.Bundles.TEMPLATE_ASSIGNED;
import static vmmref.spec.Bundles.TEMPLATE_RESERVED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Template;
import vmmref.spec.Clause;

/// What a bundle encodes, and the clause that decided how it is cut. Nothing is lost: [#encode()] gives back the bundle.
public sealed interface DecodedBundle {
    Clause because();

    Bundle encode();

    /// {@return what the slots encode, slot 0 first; two for a long instruction, none when the template code is reserved}
    Seq<Decoded> slots();

    /// {@return whether a stop follows each slot, slot 0 first; none when the template code is reserved}
    Seq<Boolean> stops();

    /// Three instructions, one in each slot.
    record Three(Template template, Decoded slot0, Decoded slot1, Decoded slot2) implements DecodedBundle {
        @Override public Clause because() {
            return TEMPLATE_ASSIGNED;
        }

        @Override public Seq<Decoded> slots() {
            return Vector.of(slot0, slot1, slot2);
        }

        @Override public Seq<Boolean> stops() {
            return template.stops();
        }

        @Override public Bundle encode() {
            return template.bundle(slots().map(Decoded::encode));
        }
    }

    /// An instruction in slot 0 and a long instruction in slots 1 and 2, which executes at slot 1.
    record Long(Template template, Decoded slot0, Decoded slot1) implements DecodedBundle {
        @Override public Clause because() {
            return LONG_INSTRUCTION_SLOTS;
        }

        @Override public Seq<Decoded> slots() {
            return Vector.of(slot0, slot1);
        }

        @Override public Seq<Boolean> stops() {
            return template.stops().removeAt(1);
        }

        @Override public Bundle encode() {
            return template.bundle(slots().map(Decoded::encode));
        }
    }

    /// The template code is reserved; the slots have no units.
    record Reserved(Bundle bundle) implements DecodedBundle {
        @Override public Clause because() {
            return TEMPLATE_RESERVED;
        }

        @Override public Seq<Decoded> slots() {
            return Vector.empty();
        }

        @Override public Seq<Boolean> stops() {
            return Vector.empty();
        }

        @Override public Bundle encode() {
            return bundle;
        }
    }
}
