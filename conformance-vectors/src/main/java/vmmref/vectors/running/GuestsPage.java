package vmmref.vectors.running;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.Ink;

/// What came of each guest, and what its monitor did for it.
public record GuestsPage(Seq<GuestFile> files, GuestsRan ran) {
    /// {@return the page for a person}
    public String text(Ink ink) {
        return guests().map(guest -> ink.strong("guest %d   %s".formatted(guest._2, files.get(guest._2).file())) + "\n" + page(guest._2).text(ink) + costs(guest._1.costs())).mkString("\n")
            + (ran.guests().size() == 1 ? "" : "\n" + RanPage.item("switches", "%,d, %s".formatted(ran.switches(), operations(ran.operations(), ran.switches(), "switch"))));
    }

    /// {@return the same as an object}
    public ObjectNode json() {
        ObjectNode page = Json.object();
        var all = page.putArray("guests");
        guests().forEach(guest -> all.add(json(guest)));
        return page.put("switches", ran.switches()).put("switching-operations", ran.operations());
    }

    private ObjectNode json(Tuple2<GuestRan, Integer> guest) {
        Costs costs = guest._1.costs();
        ObjectNode page = Json.object().put("file", files.get(guest._2).file().toString());
        page.setAll(page(guest._2).json());
        ObjectNode exits = page.putObject("exits");
        costs.exits().forEach((kind, number) -> exits.put(kind.text(), number));
        return page.put("operations", costs.operations());
    }

    private Seq<Tuple2<GuestRan, Integer>> guests() {
        return ran.guests().zipWithIndex();
    }

    private RanPage page(int guest) {
        return new RanPage(ran.guests().get(guest).ran(), files.get(guest).elf().symbols());
    }

    private static String costs(Costs costs) {
        return RanPage.item("exits", "%,d, %s per 1,000 instructions".formatted(costs.exited(), rounded(costs.density())) + costs.exits().map(each -> ", %s %,d".formatted(each._1.text(), each._2)).mkString())
            + RanPage.item("monitor", operations(costs.operations(), costs.exited(), "exit"));
    }

    private static String operations(long operations, long events, String event) {
        return RanPage.counted("operation", operations) + (events == 0 ? "" : ", %s per %s".formatted(rounded(Costs.each(operations, events)), event));
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }
}
