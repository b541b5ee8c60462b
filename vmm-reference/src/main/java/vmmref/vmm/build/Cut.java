package vmmref.vmm.build;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.bundle.Template;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;

/// A bundle with instructions: its template, and what its slots hold.
record Cut(Template template, Seq<Decoded> slots) {

    /// {@return the bundle; none if its template code is reserved}
    static Option<Cut> of(DecodedBundle bundle) {
        return switch (bundle) {
            case DecodedBundle.Three three     -> Option.of(new Cut(three.template(), three.slots()));
            case DecodedBundle.Long both       -> Option.of(new Cut(both.template(), both.slots()));
            case DecodedBundle.Reserved nobody -> Option.none();
        };
    }

    boolean has(int slot) {
        return slot >= 0 && slot < slots.size();
    }

    /// {@return whether a stop follows each instruction}
    Seq<Boolean> stops() {
        return template.isLong() ? template.stops().removeAt(1) : template.stops();
    }
}
