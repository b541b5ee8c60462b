/// Cases whose expectations were worked out by hand from the manual, before anything was run.
package vmmref.vectors.intr;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.event.Event;
import vmmref.model.memory.PhysicalAddress;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Tier;
import vmmref.vectors.machine.MachineBase;

final class ManualDrafts {
    private static final int SMOKE = 10;
    private static final int HEXADECIMAL = 16;
    private static final String IFS = "cr.ifs";
    private static final String UNSPECIFIED = "unspecified";

    private ManualDrafts() { }

    /// The first ones are for smoke. A row is near to the one before it.
    static Seq<Draft> all() {
        return of("manual");
    }

    /// {@return those of a table}
    static Seq<Draft> of(String table) {
        Seq<Draft> drafts = Source.named(ManualDrafts.class, table).rows().zipWithIndex((row, index) -> draft(row, index < SMOKE ? Tier.SMOKE : Tier.CORE));
        return drafts.zipWithIndex((draft, index) -> index == 0 ? draft : draft.nearTo(drafts.get(index - 1).stimulus()));
    }

    /// Title, flags, base, instructions with ` | ` between them, changes, turns and events, places.
    private static Draft draft(Table.Row row, Tier tier) {
        Scene scene = timed(coded(Scene.of(row.cell(2).equals("flat") ? MachineBase.VECTORED : MachineBase.VECTORED_VIRTUAL).with(row.cell(4)), row.cell(3)), row.cell(5));
        Draft draft = scene.draft("manual", row.cell(0), words(row.cell(1)), Option.none());
        Expectation expected = expected(row.cell(6));
        return new Draft(draft.topic(), tier, level(expected), draft.title(), draft.flags(), draft.needs(), draft.stimulus(), Option.some(expected), "manual", Option.none());
    }

    private static Level level(Expectation expected) {
        return expected.outcome() == Outcome.UNSPECIFIED ? Level.UNSPECIFIED : Level.MUST;
    }

    private static Scene coded(Scene scene, String cell) {
        return Vector.of(cell.split(" \\| ")).foldLeft(scene, ManualDrafts::holding);
    }

    /// `1 nop.i 0x5` stands in slot 1 of the bundle that is executed next, `2 rfi in MIB` in one without a stop, `@9000 2 rfi` in slot 2 of another.
    private static Scene holding(Scene scene, String text) {
        if (text.startsWith("@")) {
            Seq<String> parts = Vector.of(text.split(" ", 3));
            return scene.holding(Long.parseLong(parts.head().substring(1), HEXADECIMAL), Integer.parseInt(parts.get(1)), parts.last());
        }
        Seq<String> parts = Vector.of(text.substring(2).split(" in "));
        int slot = text.charAt(0) - '0';
        return (parts.size() == 1 ? scene.executing(slot, parts.head()) : scene.executing(parts.last(), slot, parts.head())).get();
    }

    /// `2` turns, `1:raise=33` after one turn, `0:tick=10` before the first, `1:write=8010/8/0123456789abcdef`.
    private static Scene timed(Scene scene, String cell) {
        return words(cell).foldLeft(scene, (each, word) -> word.contains(":")
            ? each.happening(Integer.parseInt(word.substring(0, word.indexOf(':'))), event(word.substring(word.indexOf(':') + 1, word.indexOf('=')), word.substring(word.indexOf('=') + 1)))
            : each.turning(Integer.parseInt(word)));
    }

    private static Event event(String what, String value) {
        Seq<String> parts = Vector.of(value.split("/"));
        return switch (what) {
            case "raise" -> new Event.Raise(Integer.parseInt(value));
            case "tick"  -> new Event.Tick(Long.parseUnsignedLong(value, HEXADECIMAL));
            case "write" -> new Event.Write(new PhysicalAddress(Long.parseLong(parts.head(), HEXADECIMAL)), Integer.parseInt(parts.get(1)), Long.parseUnsignedLong(parts.last(), HEXADECIMAL));
            default      -> throw new IllegalStateException("nothing is called " + what);
        };
    }

    /// An alternative for each choice, with ` / ` between them.
    private static Expectation expected(String cell) {
        return Expectation.any(Vector.of(cell.split(" / ")).map(way -> way(words(way))));
    }

    /// A mask may stand behind `&` after a value. Of IFS only the bit v is defined after a delivery, which clears it.
    private static Expectation way(Seq<String> words) {
        if (words.contains(UNSPECIFIED)) return Expectation.typed(Outcome.UNSPECIFIED, LinkedHashMap.empty());
        Map<String, String> places = pairs(words.filter(word -> word.contains("=")), "=").mapValues(value -> value.split("&")[0]);
        Map<String, String> masks = pairs(words.filter(word -> word.contains("&")), "=").mapValues(value -> value.split("&")[1]);
        Expectation typed = Expectation.typed(Outcome.DONE, places);
        boolean partly = places.get(IFS).exists(value -> value.matches("0+"));
        return new Expectation(typed.outcome(), typed.fault(), typed.post(), (partly ? LinkedHashMap.of(IFS, "8000000000000000") : LinkedHashMap.<String, String>empty()).merge(masks), typed.because(), typed.by()).chosen(pairs(words.reject(word -> word.contains("=")), ":"));
    }

    private static Map<String, String> pairs(Seq<String> words, String between) {
        return LinkedHashMap.ofEntries(words.map(word -> Tuple.of(word.substring(0, word.indexOf(between)), word.substring(word.indexOf(between) + 1))));
    }

    private static Seq<String> words(String cell) {
        return cell.equals("-") ? Vector.empty() : Vector.of(cell.split(" "));
    }
}
