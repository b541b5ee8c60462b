package vmmref.vectors.recognize;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.word.Bits;
import vmmref.spec.Clause;
import vmmref.spec.Recognitions;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Outcome;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognized;
import vmmref.vmm.recognize.Recognizer;

/// What is asked: code, what is looked for in it, and what is the monitor's own.
///
/// JSON: `code`, an array of bundles, 32 hexadecimal digits each, in memory order; `at`, the address of the first of them, 16 hexadecimal digits, 0 where it is absent; either `sensitive`, `always` for the instructions that are sensitive in
/// every guest or `exact` for all of the table, or `blocks`, an array of blocks in the {@link Notation}; and `own`, if anything is the monitor's: `window`, the first address of its stubs and the first after them, and `immediates`, the
/// first immediate of its breaks and the first after them, 16 hexadecimal digits each.
///
/// @param code   that is looked at
/// @param sought in it
/// @param own    what tells the monitor's own patches
record Query(Code code, Sought sought, Own own) {
    private static final Pattern BUNDLE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern WORD   = Pattern.compile("[0-9a-f]{16}");
    private static final int MOST = 1024;
    private static final int ALIGNMENT = 16;
    private static final Own.Range NOWHERE = new Own.Range(0, 0);

    /// Reads the `in` of a case.
    /// @throws FieldMistake if it is no such query
    static Query read(ObjectNode in) {
        Fields fields = new Fields("$.in", in);
        return new Query(new Code(new VirtualAddress(at(fields)), code(fields)), sought(fields), fields.optional("own").map(Query::own).getOrElse(Own.NOTHING));
    }

    private static Seq<Bundle> code(Fields fields) {
        Seq<String> bundles = fields.texts("code");
        if (bundles.isEmpty() || bundles.size() > MOST) throw fields.mistake("code", "has " + bundles.size() + " bundles", "write 1 to " + MOST + " of them");
        return bundles.zipWithIndex((bundle, number) -> {
            if (!BUNDLE.matcher(bundle).matches())
                throw fields.mistake("code", "holds \"" + bundle + "\" as bundle " + number, "write a bundle of 16 bytes in memory order, as 32 lower-case hex digits");
            return Bundle.ofHex(bundle);
        }).toVector();
    }

    private static long at(Fields fields) {
        if (!fields.has("at")) return 0;
        long at = word(fields, "at");
        if (at % ALIGNMENT != 0) throw fields.mistake("at", "is \"" + fields.text("at") + "\", where no bundle begins", "write a multiple of 16: the last digit is 0");
        return at;
    }

    private static Sought sought(Fields fields) {
        if (fields.has("sensitive") == fields.has("blocks"))
            throw new FieldMistake(fields.path(), fields.has("blocks") ? "holds both sensitive and blocks" : "says nothing to look for", "write either sensitive or blocks");
        return fields.has("blocks") ? new Sought.Blocks(Notation.blocks(fields)) : new Sought.Sensitive(exact(fields));
    }

    private static boolean exact(Fields fields) {
        return switch (fields.text("sensitive")) {
            case "always" -> false;
            case "exact"  -> true;
            case String other -> throw fields.mistake("sensitive", "is \"" + other + "\", which is unknown", "write one of always, exact");
        };
    }

    private static Own own(Fields fields) {
        if (!fields.has("window") && !fields.has("immediates")) throw new FieldMistake(fields.path(), "says of nothing that it is the monitor's", "write window, immediates or both, or leave own out");
        return new Own(range(fields, "window"), range(fields, "immediates"));
    }

    private static Own.Range range(Fields fields, String field) {
        if (!fields.has(field)) return NOWHERE;
        Seq<String> ends = fields.texts(field);
        if (ends.size() != 2 || !ends.forAll(end -> WORD.matcher(end).matches()))
            throw fields.mistake(field, "is " + ends.mkString("[", ", ", "]"), "write the first number and the first one after the last, as 16 lower-case hex digits each");
        Own.Range range = new Own.Range(Long.parseUnsignedLong(ends.get(0), 16), Long.parseUnsignedLong(ends.get(1), 16));
        if (Long.compareUnsigned(range.least(), range.end()) >= 0) throw fields.mistake(field, "ends before it begins, or where it does", "write the first number, then the first one after the last");
        return range;
    }

    private static long word(Fields fields, String field) {
        return Long.parseUnsignedLong(fields.matching(field, WORD, "16 lower-case hex digits"), 16);
    }

    /// {@return the object that {@link #read} reads}
    ObjectNode json() {
        ObjectNode in = Json.object();
        in.set("code", Json.texts(code.bundles().map(Bundle::hex)));
        if (code.at().bits() != 0) in.put("at", Bits.hexadecimal(code.at().bits()));
        switch (sought) {
            case Sought.Sensitive(boolean exact) -> in.put("sensitive", exact ? "exact" : "always");
            case Sought.Blocks blocks            -> in.set("blocks", Notation.json(blocks.all()));
        }
        ObjectNode mine = Json.object();
        put(mine, "window", own.window());
        put(mine, "immediates", own.immediates());
        if (!mine.isEmpty()) in.set("own", mine);
        return in;
    }

    private static void put(ObjectNode mine, String field, Own.Range range) {
        if (range.equals(NOWHERE)) return;
        ArrayNode ends = mine.putArray(field);
        ends.add(Bits.hexadecimal(range.least())).add(Bits.hexadecimal(range.end()));
    }

    /// {@return whether what is written of it is read as the same}
    boolean isSaid() {
        try {
            return read(json()).equals(this);
        } catch (FieldMistake unsaid) {
            return false;
        }
    }

    /// {@return what a recognizer makes of it, and by which clauses}
    Expectation expectation(Recognizer recognizer) {
        Seq<Recognized> found = sought.scan(recognizer).scan(code, own);
        String because = found.map(Recognized::because).headOption().getOrElse(() -> nothing(recognizer)).name();
        Seq<Found> told = Found.all(found);
        return new Expectation(Outcome.DONE,
            told.foldLeft(LinkedHashMap.of("found", String.valueOf(found.size())), (post, each) -> post.put(each.place(), each.value())),
            Option.some(because),
            told.foldLeft(LinkedHashMap.of("found", because), (by, each) -> by.put(each.place(), each.because().name())));
    }

    /// Why nothing is there: a place that was refused for another reason than its form says more than all the others.
    private Clause nothing(Recognizer recognizer) {
        return Recognizer.everywhere(sought.blocks(recognizer), code, own).map(Recognized::because).find(clause -> clause != Recognitions.PATTERN_DIFFERS).getOrElse(Recognitions.PATTERN_DIFFERS);
    }
}
