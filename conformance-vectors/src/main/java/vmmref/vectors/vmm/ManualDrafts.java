/// Cases whose expectations were worked out by hand from the manual and the maps, before anything was run.
package vmmref.vectors.vmm;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Tier;
import vmmref.vectors.gpmap.NamedMap;

public final class ManualDrafts {
    private static final int SMOKE = 6;
    private static final int HEXADECIMAL = 16;
    private static final String NONE = "none";
    private static final String SECOND = " \\|\\| ";

    private ManualDrafts() { }

    static Seq<Draft> all() {
        return all(ManualDrafts.class, (row, draft) -> draft);
    }

    /// {@return the rows of the table `manual.tsv` beside a class; the first ones are for smoke, and each is near to the one before it}
    ///
    /// @param completed what becomes of the draft of a row
    public static Seq<Draft> all(Class<?> beside, BiFunction<Table.Row, Draft, Draft> completed) {
        Seq<Draft> drafts = Source.named(beside, "manual").rows().zipWithIndex((row, index) -> completed.apply(row, draft(row, index < SMOKE ? Tier.SMOKE : Tier.CORE)));
        return drafts.zipWithIndex((draft, index) -> index == 0 ? draft : draft.nearTo(drafts.get(index - 1).stimulus()));
    }

    /// Title, flags, base, code, changes, maps, events, places.
    private static Draft draft(Table.Row row, Tier tier) {
        GuestBase base = switch (row.cell(2)) {
            case "flat" -> GuestBase.FLAT;
            case "two"  -> GuestBase.TWO;
            default     -> GuestBase.VIRTUAL;
        };
        Plot coded = each(Plot.of(base), row.cell(3), (plot, guest, cell) -> plot.code(guest, cell.split(" \\| ")));
        Plot changed = each(coded, row.cell(4), (plot, guest, cell) -> plot.with(guest, cell));
        Plot mapped = words(row.cell(5)).foldLeft(changed, ManualDrafts::mapped);
        Plot plot = words(row.cell(6)).foldLeft(mapped, ManualDrafts::happened);
        Draft draft = plot.draft("manual", row.cell(0), "GuestMemory");
        return new Draft(draft.topic(), tier, draft.level(), draft.title(), words(row.cell(1)), draft.needs(), draft.stimulus(), Option.some(expected(words(row.cell(7)))), "manual", Option.none());
    }

    /// What a cell says of a guest.
    private interface Of {
        Plot in(Plot plot, int guest, String cell);
    }

    private static Plot each(Plot plot, String cell, Of of) {
        return Vector.of(cell.split(SECOND)).zipWithIndex().filter(part -> !part._1.equals("-")).foldLeft(plot, (all, part) -> of.in(all, part._2, part._1.strip()));
    }

    /// `1:8=ram#8`: behind page 8 of guest 1 is frame 8.
    private static Plot mapped(Plot plot, String word) {
        long page = Long.parseLong(word.substring(2, word.indexOf('=')), HEXADECIMAL);
        return plot.mapping(word.charAt(0) - '0', map -> remapped(page, word.substring(word.indexOf('=') + 1)).of(map));
    }

    private static Happening.Remapped remapped(long page, String behind) {
        if (behind.equals(NONE)) return new Happening.Remapped(0, Vector.empty(), Vector.of(new Happening.Emptied(page, 1)));
        ObjectNode map = Json.object().put("%013x000".formatted(page), behind);
        return new Happening.Remapped(0, NamedMap.read(new Fields("$", map)).map().runs(), Vector.empty());
    }

    private static Plot happened(Plot plot, String word) {
        String value = word.substring(word.indexOf('=') + 1);
        return switch (word.substring(0, word.indexOf('='))) {
            case "step"   -> plot.step(Integer.parseInt(value));
            case "switch" -> plot.switching(Integer.parseInt(value));
            case "raise"  -> plot.raise(Integer.parseInt(value));
            case "touch"  -> plot.then(touch(value.split("@")));
            case "relate" -> plot.relate(Integer.parseInt(value.split(",")[0]), Integer.parseInt(value.split(",")[1]));
            case "owned"  -> plot.owned(Integer.parseInt(value));
            case "remap"  -> plot.then(remap(value.split("/")));
            case "transfer" -> transferred(plot, value.split("/"));
            default       -> throw new IllegalStateException("nothing is called " + word);
        };
    }

    /// `0/4000/0988000a22040000`: eight bytes, in the order of addresses, come to 4000 of guest 0.
    private static Plot transferred(Plot plot, String[] parts) {
        return plot.transfer(Integer.parseInt(parts[0]), Long.parseLong(parts[1], HEXADECIMAL), Long.reverseBytes(Long.parseUnsignedLong(parts[2], HEXADECIMAL)));
    }

    private static Happening touch(String[] parts) {
        String address = "0".repeat(HEXADECIMAL - parts[1].length()) + parts[1];
        ObjectNode json = Json.object();
        json.putObject("touch").put("op", parts[0]).put(parts[0].equals("fetch") ? "ip" : "r3", address);
        return Happening.read(new Fields("$", json), 2, Vector.empty());
    }

    private static Happening remap(String[] parts) {
        Happening.Remapped any = remapped(Long.parseLong(parts[1], HEXADECIMAL), parts[2]);
        return new Happening.Remapped(Integer.parseInt(parts[0]), any.runs(), any.emptied());
    }

    /// A mask may stand behind `&` after a value.
    private static Expectation expected(Seq<String> words) {
        if (words.contains("abort")) return Expectation.typed(Outcome.ABORT, LinkedHashMap.empty());
        Map<String, String> values = LinkedHashMap.ofEntries(words.map(word -> Tuple.of(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1).replace('_', ' '))));
        Map<String, String> masks = values.filterValues(value -> value.contains("&")).mapValues(value -> value.substring(value.indexOf('&') + 1));
        return new Expectation(Outcome.DONE, LinkedHashMap.empty(), values.mapValues(value -> value.split("&")[0]), masks, Option.none(), LinkedHashMap.empty());
    }

    private static Seq<String> words(String cell) {
        return cell.equals("-") ? Vector.empty() : Vector.of(cell.split(" "));
    }
}
