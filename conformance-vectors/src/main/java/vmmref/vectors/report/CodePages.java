/// The bundles that stand in a case of kind recognize or build, and in what is expected of it, taken apart.
package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Json;
import vmmref.vectors.machine.Single;

/// An instruction that is built stands among `nop`. Of a long case the first bundles are shown.
public record CodePages(Seq<Placed> all) {
    static final CodePages NONE = new CodePages(Vector.empty());

    private static final int MOST = 16;
    private static final String BUNDLE = "[0-9a-f]{32}";
    private static final Pattern BUNDLES = Pattern.compile(BUNDLE + "( " + BUNDLE + ")*");

    /// @param place where it stands, such as `in.code.0`
    record Placed(String place, BundlePage page) { }

    private record Found(String place, Bundle bundle) { }

    /// {@return the pages of a vector under some rules}
    static CodePages of(vmmref.vectors.format.Vector vector, Semantics semantics) {
        Seq<Found> expected = vector.expect().post().toVector().sortBy(Tuple2::_1).flatMap(place -> bundles("expect." + place._1, place._2));
        return new CodePages(bundles("in", vector.in()).appendAll(expected).appendAll(built(vector)).map(found -> new Placed(found.place, BundlePage.of(found.bundle, semantics))));
    }

    private static Seq<Found> bundles(String place, JsonNode json) {
        if (json.isString()) return bundles(place, json.stringValue());
        if (json instanceof ArrayNode array) return Vector.ofAll(array.values()).zipWithIndex().flatMap(element -> bundles(place + "." + element._2, element._1));
        return Vector.ofAll(json.properties()).flatMap(field -> bundles(place + "." + field.getKey(), field.getValue()));
    }

    private static Seq<Found> bundles(String place, String text) {
        if (!BUNDLES.matcher(text).matches()) return Vector.empty();
        Seq<String> bundles = Vector.of(text.split(" "));
        return bundles.zipWithIndex((bundle, number) -> new Found(bundles.size() == 1 ? place : place + "." + number, Bundle.ofHex(bundle)));
    }

    private static Seq<Found> built(vmmref.vectors.format.Vector vector) {
        return Vector.ofAll(vector.in().path("build").path("block").values()).zipWithIndex()
            .flatMap(each -> vector.expect().post().get("i" + each._2).map(bits -> new Found("expect.i" + each._2, Single.last(Unit.valueOf(each._1.path("unit").asString()),
                new Slot(bits(bits), vector.expect().post().get("i" + each._2 + ".l").map(CodePages::bits).getOrElse(0L))).bundle())));
    }

    private static long bits(String slot) {
        return Long.parseUnsignedLong(slot, 16);
    }

    /// {@return the pages for a person; nothing where there is no bundle}
    String text(Ink ink) {
        String more = all.size() > MOST ? "  and %d bundles more\n".formatted(all.size() - MOST) : "";
        return all.take(MOST).map(each -> "  %s\n%s".formatted(each.place, each.page.text(ink).indent(4))).mkString() + more;
    }

    /// {@return all of them as an array}
    ArrayNode json() {
        ArrayNode json = Json.object().putArray("code");
        all.forEach(each -> {
            ObjectNode page = each.page.json();
            json.addObject().put("place", each.place).setAll(page);
        });
        return json;
    }
}
