package vmmref.vectors.codec;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Template;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.semantics.Semantics;
import vmmref.spec.Bundles;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Outcome;

/// What decoding a bundle gives, place by place.
final class Decoding {
    private Decoding() { }

    static Expectation of(Semantics semantics, String bundle) {
        DecodedBundle decoded = semantics.decode().apply(Bundle.ofHex(bundle));
        return switch (decoded) {
            case DecodedBundle.Reserved reserved ->
                new Expectation(Outcome.MALFORMED, LinkedHashMap.empty(), Option.of(reserved.because().name()), LinkedHashMap.empty());
            case DecodedBundle.Three three -> done(decoded, three.template());
            case DecodedBundle.Long both -> done(decoded, both.template());
        };
    }

    private static Expectation done(DecodedBundle decoded, Template template) {
        Seq<Tuple2<Decoded, Integer>> slots = decoded.slots().zipWithIndex();
        return new Expectation(Outcome.DONE,
            LinkedHashMap.ofEntries(slots.flatMap(slot -> places("slot" + slot._2, slot._1))).put("template", template.notation()),
            Option.of(decoded.because().name()),
            LinkedHashMap.ofEntries(slots.flatMap(slot -> clauses("slot" + slot._2, slot._1))).put("template", Bundles.TEMPLATE_ASSIGNED.name()));
    }

    private static Seq<Tuple2<String, String>> places(String place, Decoded slot) {
        return switch (slot) {
            case Decoded.Assigned assigned     -> Vector.of(Tuple.of(place, Assembly.text(assigned.instruction())));
            case Decoded.Unmodelled unmodelled -> Vector.of(Tuple.of(place, "unmodelled"));
            case Decoded.Unassigned unassigned -> Vector.of(
                Tuple.of(place, "unassigned"),
                Tuple.of(place + ".unassigned", unassigned.treatment().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        };
    }

    private static Seq<Tuple2<String, String>> clauses(String place, Decoded slot) {
        return switch (slot) {
            case Decoded.Assigned assigned     -> Clauses.of(place, assigned.instruction(), assigned.because());
            case Decoded.Unmodelled unmodelled -> Vector.of(Tuple.of(place, slot.because().name()));
            case Decoded.Unassigned unassigned -> Vector.of(
                Tuple.of(place, slot.because().name()),
                Tuple.of(place + ".unassigned", slot.because().name()));
        };
    }
}
