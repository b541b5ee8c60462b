/// What one bundle encodes, for a person and as JSON.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Template;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.semantics.Semantics;
import vmmref.spec.Clause;
import vmmref.vectors.format.Json;

/// One line for the template, one for each instruction; the residue is the bits of a slot that mean nothing to its instruction.
public record BundlePage(Bundle bundle, DecodedBundle decoded) {

    private static final String NONE = "-";

    private record Line(String slot, String unit, String text, String residue, Clause clause) { }

    /// {@return the page of a bundle under some rules}
    public static BundlePage of(Bundle bundle, Semantics semantics) {
        return new BundlePage(bundle, semantics.decode().apply(bundle));
    }

    /// {@return the page for a person}
    public String text(Ink ink) {
        String head = "%s   template %02x %s   %s\n".formatted(ink.strong(bundle.hex()), bundle.fields().code(), template(), decoded.because().name());
        return head + (lines().isEmpty() ? "" : new Columns(
            List.of("slot", "unit", "instruction", "residue", "decided by"),
            lines().map(line -> List.of(line.slot(), line.unit(), line.text(), line.residue(), line.clause().name()))).text("  ", ink::quiet));
    }

    /// {@return the page as an object}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("bundle", bundle.hex()).put("code", "%02x".formatted(bundle.fields().code()))
            .put("template", template()).put("because", decoded.because().name());
        ArrayNode slots = json.putArray("slots");
        lines().forEach(line -> slots.add(Json.object().put("slot", line.slot()).put("unit", line.unit()).put("instruction", line.text())
            .put("residue", line.residue()).put("because", line.clause().name())));
        return json;
    }

    private String template() {
        return switch (decoded) {
            case DecodedBundle.Three three       -> three.template().notation();
            case DecodedBundle.Long both         -> both.template().notation();
            case DecodedBundle.Reserved reserved -> "reserved";
        };
    }

    private Seq<Line> lines() {
        return switch (decoded) {
            case DecodedBundle.Three(Template template, Decoded slot0, Decoded slot1, Decoded slot2) -> List.of(
                line("0", template, 0, slot0), line("1", template, 1, slot1), line("2", template, 2, slot2));
            case DecodedBundle.Long(Template template, Decoded slot0, Decoded slot1) -> List.of(
                line("0", template, 0, slot0), line("1+2", template, 2, slot1));
            case DecodedBundle.Reserved reserved -> List.empty();
        };
    }

    private static Line line(String slot, Template template, int unit, Decoded decoded) {
        String name = template.units().get(unit).name();
        return switch (decoded) {
            case Decoded.Assigned assigned -> new Line(slot, name, Assembly.text(assigned.instruction()), residue(assigned), assigned.because());
            case Decoded.Unassigned none   -> new Line(slot, name, "unassigned: " + none.treatment().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), NONE, none.because());
            case Decoded.Unmodelled later  -> new Line(slot, name, "assigned, but not to a form that this model knows", NONE, later.because());
        };
    }

    private static String residue(Decoded.Assigned assigned) {
        return assigned.residue().isZero() ? NONE : assigned.residue().toString();
    }
}
