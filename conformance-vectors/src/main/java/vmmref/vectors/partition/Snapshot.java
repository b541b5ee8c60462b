package vmmref.vectors.partition;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.partition.Cell;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Itinerary;
import vmmref.model.partition.Lines;
import vmmref.model.partition.Partition;
import vmmref.model.partition.PartitionSet;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Software;
import vmmref.model.partition.Statuses;
import vmmref.model.partition.Word;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Stimulus;

/// A complex, written as the start state of a case.
public record Snapshot(Hardware hardware, Complex complex) {

    /// {@return the case in which an event happens to the complex; none where no start state says what the complex holds, such as a frame under way}
    public Option<Case> with(Event event) {
        ObjectNode start = json();
        ObjectNode in = Story.in(Vector.of(event));
        return Option.when(State.read(new Fields("$.pre", start), hardware).equals(complex), () ->
            new Case(PartitionKind.NAME, Requirements.of(start, in, LinkedHashMap.empty()), Stimulus.of(in).from(State.BASE, start)));
    }

    private ObjectNode json() {
        ObjectNode json = Json.object();
        Seq<String> secure = members(complex.register());
        if (!secure.isEmpty()) list(json, "secure", secure);
        ObjectNode cells = Json.object();
        for (Cell cell : hardware.everyCell()) cell(complex.at(cell)).forEach(written -> cells.set(String.valueOf(cell.number()), written));
        ObjectNode partitions = Json.object();
        for (Partition partition : hardware.everyPartition()) controller(complex.of(partition)).forEach(written -> partitions.set(String.valueOf(partition.number()), written));
        if (!cells.isEmpty())      json.set("cells", cells);
        if (!partitions.isEmpty()) json.set("partitions", partitions);
        return json;
    }

    private Seq<String> members(Statuses statuses) {
        return hardware.everyProcessor().filter(processor -> statuses.isSecure(hardware.place(processor))).map(Names::text);
    }

    private Option<ObjectNode> cell(CellState cell) {
        ObjectNode json = Json.object();
        if (cell.phase() != Phase.RESET) json.put("phase", cell.phase().text());
        cell.assigned().forEach(partition -> json.put("assigned", partition.number()));
        ObjectNode software = Json.object();
        for (int number = 0; number < hardware.processors(); number++) {
            if (cell.executing().of(number) != Software.NONE) software.put(String.valueOf(number), cell.executing().of(number).text());
        }
        if (!software.isEmpty()) json.set("software", software);
        cell.change().forEach(change -> json.set("change", change(change)));
        stuck(json, cell.report().lines());
        return Option.when(!json.isEmpty(), json);
    }

    private static ObjectNode change(Change change) {
        return Json.object().put("kind", Steps.text(change.kind())).put("partition", change.partition().number())
            .put("next", Steps.next(Itinerary.architected(), change).map(Steps::text).getOrElse(""));
    }

    private Option<ObjectNode> controller(Controller controller) {
        ObjectNode json = Json.object();
        if (!controller.status().arrived().equals(complex.register())) list(json, "sees", members(controller.status().arrived()));
        numbers(json, "route", hardware.everyCell().filter(controller.route()::has).map(Cell::number));
        partitions(json, "asked", controller.asked());
        partitions(json, "consented", controller.consented());
        partitions(json, "enabled", controller.enabled());
        word(json, "firewall", controller.firewall().bits());
        word(json, "sharing", controller.sharing().bits());
        word(json, "interrupt", controller.interrupt().bits());
        word(json, "general", controller.general().bits());
        word(json, "configuration", controller.configuration().bits());
        stuck(json, controller.status().lines());
        return Option.when(!json.isEmpty(), json);
    }

    private void partitions(ObjectNode json, String field, PartitionSet set) {
        numbers(json, field, hardware.everyPartition().filter(set::has).map(Partition::number));
    }

    private static void numbers(ObjectNode json, String field, Seq<Integer> numbers) {
        if (numbers.isEmpty()) return;
        ArrayNode array = json.putArray(field);
        numbers.forEach(array::add);
    }

    private static void list(ObjectNode json, String field, Seq<String> words) {
        ArrayNode array = json.putArray(field);
        words.forEach(array::add);
    }

    private static void word(ObjectNode json, String field, long bits) {
        if (bits != 0) json.put(field, Names.text(new Word(bits)));
    }

    private static void stuck(ObjectNode json, Lines lines) {
        ObjectNode stuck = Json.object();
        for (int line = 0; line < Long.SIZE; line++) {
            if ((lines.high() >>> line & 1) == 1) stuck.put(String.valueOf(line), 1);
            if ((lines.low() >>> line & 1) == 1)  stuck.put(String.valueOf(line), 0);
        }
        if (!stuck.isEmpty()) json.set("stuck", stuck);
    }
}
