package vmmref.vectors.codec;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.semantics.Semantics;
import vmmref.spec.Clause;

/// A bundle as another disassembler printed it, and where that departs from what the tables say.
///
/// @param template its notation, or `reserved`
/// @param slots    what was printed for each instruction, or `unassigned`
public record Listing(Bundle bundle, String template, Seq<String> slots) {
    private static final String RESERVED = "reserved";

    /// A difference in one place, as in the vectors of kind `codec`.
    ///
    /// @param expected what the tables say
    /// @param because  the clause that says so
    public record Departure(Bundle bundle, String place, String expected, String got, Clause because) {
        @Override public String toString() {
            return String.join("\t", bundle.hex(), place, expected, got, because.name());
        }
    }

    /// {@return the listing that a line holds: bundle, template and texts, with tabs between them}
    /// @throws IllegalArgumentException if it holds none
    public static Listing of(String line) {
        Vector<String> cells = Vector.of(line.split("\t", -1));
        if (cells.size() < 2 || !cells.head().matches("[0-9a-f]{32}")) throw new IllegalArgumentException("a bundle of 32 digits, its template and its texts are expected, with tabs between them");
        return new Listing(Bundle.ofHex(cells.head()), cells.get(1), cells.drop(2));
    }

    /// {@return the differences, none where the listing says the same; what the specification leaves open differs from nothing}
    public Seq<Departure> departures(Semantics semantics) {
        DecodedBundle decoded = semantics.decode().apply(bundle);
        return switch (decoded) {
            case DecodedBundle.Reserved reserved -> template.equals(RESERVED) ? Vector.empty() : Vector.of(new Departure(bundle, "template", RESERVED, template, reserved.because()));
            case DecodedBundle.Three three       -> slots(three.template(), decoded);
            case DecodedBundle.Long both         -> slots(both.template(), decoded);
        };
    }

    private Seq<Departure> slots(Template expected, DecodedBundle decoded) {
        if (!template.equals(expected.notation()) || slots.size() != decoded.slots().size())
            return Vector.of(new Departure(bundle, "template", expected.notation(), template, decoded.because()));
        return decoded.slots().zipWithIndex().reject(slot -> says(expected, slot))
            .map(slot -> new Departure(bundle, "slot" + slot._2, text(slot._1), slots.get(slot._2), slot._1.because()));
    }

    private boolean says(Template expected, Tuple2<Decoded, Integer> slot) {
        String got = slots.get(slot._2);
        Unit unit  = expected.instructionUnits().get(slot._2);
        return switch (slot._1) {
            case Decoded.Assigned assigned     -> got.equals(text(assigned)) || new Assembled.Done(assigned.instruction()).equals(Assembler.architected().assemble(unit, got));
            case Decoded.Unassigned unassigned -> got.equals(text(unassigned));
            case Decoded.Unmodelled unmodelled -> true;
        };
    }

    private static String text(Decoded slot) {
        return switch (slot) {
            case Decoded.Assigned assigned     -> Assembly.text(assigned.instruction());
            case Decoded.Unassigned unassigned -> "unassigned";
            case Decoded.Unmodelled unmodelled -> "unmodelled";
        };
    }
}
