/// The translations that a start state holds, read and written.
package vmmref.vectors.xlate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Itir;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;

/// `itr.N` and `dtr.N` are translation registers, `itc.NAME` and `dtc.NAME` entries of the translation caches: objects of `va`, `rid` (6 digits), `itir` and `pte`.
public final class HeldTranslations {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final int MOST = 256;

    private HeldTranslations() { }

    /// Reads what some fields of a start state hold.
    /// @throws FieldMistake if a value is malformed, or makes no translation
    public static Tlb read(Fields fields) {
        return Vector.of(Stream.values()).foldLeft(Tlb.EMPTY, (tlb, stream) -> cached(registers(tlb, fields, stream), fields, stream));
    }

    /// Writes what [#read] reads.
    public static ObjectNode put(ObjectNode json, Tlb tlb) {
        Vector.of(Stream.values()).forEach(stream -> {
            Seq<Entry> entries = tlb.entries(stream).all();
            put(json, letter(stream) + "tr", entries.reject(Entry::isCached).sortBy(Entry::slot).map(entry -> new Named(String.valueOf(entry.slot()), entry.translation())));
            put(json, letter(stream) + "tc", entries.filter(Entry::isCached).map(Entry::translation).sortBy(Translation::toString)
                .zipWithIndex((translation, index) -> new Named(String.valueOf((char) ('a' + index)), translation)));
        });
        return json;
    }

    private static Tlb registers(Tlb tlb, Fields fields, Stream stream) {
        return fields.optional(letter(stream) + "tr").toList().flatMap(slots -> names(slots).map(name -> new Pinned(number(slots, name, MOST), translation(slots.child(name)))))
            .foldLeft(tlb, (all, pinned) -> all.withRegister(stream, pinned.slot, Option.some(pinned.translation)));
    }

    private record Pinned(int slot, Translation translation) { }

    private static Tlb cached(Tlb tlb, Fields fields, Stream stream) {
        return fields.optional(letter(stream) + "tc").toList().flatMap(entries -> names(entries).map(name -> translation(entries.child(name))))
            .foldLeft(tlb, (all, translation) -> all.withCached(stream, translation, true));
    }

    static Seq<String> names(Fields fields) {
        return Vector.ofAll(fields.json().propertyNames());
    }

    static int number(Fields fields, String name, int below) {
        if (!NUMBER.matcher(name).matches() || Integer.parseInt(name) >= below) throw fields.mistake(name, "is no number of such a register", "number them from 0 to " + (below - 1));
        return Integer.parseInt(name);
    }

    private static Translation translation(Fields fields) {
        Itir itir = new Itir(Hex.word(fields, "itir"));
        try {
            return Translation.of(new VirtualAddress(Hex.word(fields, "va")), Hex.identifier(fields, "rid"), itir.size(), itir.key(), new Pte(Hex.word(fields, "pte")));
        } catch (IllegalArgumentException impossible) {
            throw new FieldMistake(fields.path(), "is no translation: " + impossible.getMessage(), "write one that can be inserted");
        }
    }

    private static String letter(Stream stream) {
        return stream == Stream.INSTRUCTION ? "i" : "d";
    }

    private record Named(String name, Translation translation) { }

    private static void put(ObjectNode json, String name, Seq<Named> translations) {
        ObjectNode all = Json.object();
        translations.forEach(each -> all.set(each.name, Json.object().put("va", each.translation.page().toString()).put("rid", Hex.identifier(each.translation.rid()))
            .put("itir", Itir.of(each.translation.size(), each.translation.key()).toString()).put("pte", each.translation.entry().toString())));
        if (!all.isEmpty()) json.set(name, all);
    }
}
