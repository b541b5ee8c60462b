/// Cases whose expectations were worked out by hand from the manual, before anything was run.
package vmmref.vectors.step;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.execute.Meanings;
import vmmref.model.instruction.Instruction;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Tier;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.Single;

final class ManualDrafts {
    private static final int SMOKE = 8;
    private static final int HEX = 32;

    private ManualDrafts() { }

    /// The first ones are for smoke. A row is near to the last one before it of the same instruction, or else to the one before it.
    static Seq<Draft> all() {
        Seq<Table.Row> rows = Source.named(ManualDrafts.class, "manual").rows().filter(row -> isBundle(row.cell(1)) || Meanings.of(Single.instruction(row.cell(1)).form()).isDefined());
        Seq<Draft> drafts = rows.zipWithIndex().map(row -> draft(row._1, row._2 < SMOKE ? Tier.SMOKE : Tier.CORE));
        Seq<String> names = rows.map(row -> name(row.cell(1)));
        return drafts.zipWithIndex().map(draft -> draft._2 == 0 ? draft._1 : draft._1.nearTo(drafts.get(near(names, draft._2)).stimulus()));
    }

    private static int near(Seq<String> names, int row) {
        int same = names.lastIndexOf(names.get(row), row - 1);
        return same < 0 ? row - 1 : same;
    }

    /// {@return the mnemonic without predicate and completers}
    private static String name(String instruction) {
        return instruction.replaceFirst("^\\(p\\d+\\) ", "").split("[ .:]")[0];
    }

    private static Draft draft(Table.Row row, Tier tier) {
        Setting start = words(row.cell(3)).foldLeft(setting(row.cell(1)), (setting, change) -> Change.of(setting, change).get());
        Seq<Outcome> outcomes = Vector.of(row.cell(4).split(" / ")).map(text -> Outcome.named(text).get());
        Expectation expected = Expectation.any(Vector.of(row.cell(5).split(" / ")).zipWithIndex((way, number) -> way(words(way), outcomes.get(Math.min(number, outcomes.size() - 1)), start)));
        return new Draft("manual", tier, expected.outcome() == Outcome.UNSPECIFIED ? Level.UNSPECIFIED : Level.MUST, row.cell(0), words(row.cell(2)), start.required(), start.stimulus(), Option.some(expected), "manual", Option.none());
    }

    /// A slot that encodes nothing has no text.
    private static Setting setting(String text) {
        Instruction instruction = Single.instruction(isBundle(text) ? "nop.i 0x5" : text);
        Setting setting = Setting.of(MachineBase.FLAT, instruction);
        return isBundle(text) ? new Setting(setting.base(), setting.machine(), instruction, new Single(Bundle.ofHex(text.substring(0, HEX)), Integer.parseInt(text.substring(HEX + 1))), setting.needs()) : setting;
    }

    private static boolean isBundle(String text) {
        return text.matches("[0-9a-f]{32}:[0-2]");
    }

    /// `alat:kept` says what an implementation chose, and `r33=0000000000000005` a place.
    private static Expectation way(Seq<String> words, Outcome outcome, Setting start) {
        return Expectation.typed(outcome, LinkedHashMap.empty()).expecting(places(pairs(words, "="), outcome, start)).chosen(pairs(words.reject(word -> word.contains("=")), ":"));
    }

    private static Map<String, String> pairs(Seq<String> words, String between) {
        return LinkedHashMap.ofEntries(words.filter(word -> word.contains(between)).map(word -> Tuple.of(word.substring(0, word.indexOf(between)), word.substring(word.indexOf(between) + 1))));
    }

    /// Where it goes on needs no mention unless it branches.
    private static Map<String, String> places(Map<String, String> places, Outcome outcome, Setting start) {
        int next = start.single().slot() + 1;
        if (outcome != Outcome.DONE || places.containsKey("ip")) return places;
        return next < 3 && !start.single().isLong() ? places.put("slot", String.valueOf(next)) : places.put("ip", "0000000000004010").put("slot", "0");
    }

    private static Seq<String> words(String cell) {
        return cell.equals("-") ? Vector.empty() : Vector.of(cell.split(" "));
    }
}
