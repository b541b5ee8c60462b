package vmmref.vectors.partition;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.partition.Cell;
import vmmref.model.partition.CellSet;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Executing;
import vmmref.model.partition.Firewall;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.InterruptList;
import vmmref.model.partition.Lines;
import vmmref.model.partition.Partition;
import vmmref.model.partition.PartitionSet;
import vmmref.model.partition.Path;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Sharing;
import vmmref.model.partition.Software;
import vmmref.model.partition.Statuses;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;

/// The start state of a case, read.
///
/// `secure` lists the processors that the status register calls SECURE: `"0"` each of cell 0, `"0.1"` one. `cells.N` holds `phase`; `assigned`, a partition; `software`, of each processor, or an object of `each` and of single
/// ones; `change`, an object of `kind`, `partition` and `next`, the step. `partitions.N` holds `sees`, the processors that its controller sees as SECURE, where those are not the ones of the register; `route`, cells; `asked`,
/// `consented` and `enabled`, partitions; `firewall`, `sharing`, `interrupt`, `general` and `configuration`, words. `stuck` of a cell's report path or of a partition's status path maps lines to levels. No transfer is under
/// way, and whatever is absent is in reset, none or 0.
final class State {
    /// Every cell is in reset, and every register 0.
    static final Base BASE = new Base("complex@1", nothing());

    private static final Pattern NUMBER = Pattern.compile("[0-7]");
    private static final Pattern LINE = Pattern.compile("[0-9]|[1-5][0-9]|6[0-3]");
    private static final String EACH = "each";

    private State() { }

    private static ObjectNode nothing() {
        ObjectNode json = Json.object();
        json.putArray("secure");
        json.putObject("cells");
        json.putObject("partitions");
        return json;
    }

    /// Reads a start state, on hardware that has whatever it names.
    /// @throws vmmref.vectors.format.FieldMistake if a value is malformed
    static Complex read(Fields fields, Hardware hardware) {
        Statuses secure = members(fields, "secure").secure(hardware);
        Complex reset = Complex.reset(hardware);
        Array<CellState> cells = numbered(fields, "cells").foldLeft(reset.cells(), (all, cell) -> all.update(cell.number, cell(cell.fields, hardware)));
        Array<Controller> controllers = reset.controllers().map(controller -> quiet(controller, secure));
        return consistent(fields, new Complex(secure, cells, numbered(fields, "partitions").foldLeft(controllers, (all, partition) -> all.update(partition.number, controller(partition.fields, hardware, secure)))));
    }

    /// {@return the complex, in which every cell is in one mask at most, and about to leave only one that it is in}
    private static Complex consistent(Fields fields, Complex complex) {
        Vector.range(0, complex.cells().size()).map(Cell::new).forEach(cell -> {
            int masks = complex.controllers().count(controller -> controller.route().has(cell));
            if (masks > 1) throw fields.mistake("partitions", "has cell %d in %d masks".formatted(cell.number(), masks), "let it stand in one route at most");
            boolean leaving = complex.at(cell).change().exists(change -> Steps.of(change.kind()).indexOf(Change.Step.REMOVE) >= change.next());
            if (leaving && masks == 0) throw fields.mistake("cells", "has cell %d about to leave a mask, and it is in none".formatted(cell.number()), "let it stand in a route");
        });
        return complex;
    }

    private record Numbered(int number, Fields fields) { }

    private static Seq<Numbered> numbered(Fields fields, String field) {
        return fields.optional(field).toList().flatMap(all -> Vector.ofAll(all.json().propertyNames()).map(name -> {
            if (!NUMBER.matcher(name).matches()) throw all.mistake(name, "is no number of one", "number them from 0 to 7");
            return new Numbered(Integer.parseInt(name), all.child(name));
        }));
    }

    private static Members members(Fields fields, String field) {
        return fields.has(field) ? Members.read(fields, field) : Members.NOBODY;
    }

    private static CellState cell(Fields fields, Hardware hardware) {
        Phase phase = fields.has("phase") ? fields.word("phase", Phase::named, Phase.values(), Phase::text) : Phase.RESET;
        Executing executing = executing(fields);
        Statuses reported = new Statuses(Vector.range(0, hardware.processors()).filter(number -> executing.of(number) == Software.TRUSTED).map(number -> 1 << number).fold(0, Integer::sum));
        return new CellState(phase, Option.when(fields.has("assigned"), () -> Names.partition(fields, "assigned")), executing, fields.optional("change").map(State::change),
            new Path(lines(fields), reported, 0, reported), false);
    }

    private static Executing executing(Fields fields) {
        if (!fields.has("software")) return all(Software.NONE);
        JsonNode value = fields.json().get("software");
        if (!value.isObject()) return all(software(fields, "software"));
        Fields each = fields.child("software");
        Executing others = all(each.has(EACH) ? software(each, EACH) : Software.NONE);
        return Vector.ofAll(value.propertyNames()).remove(EACH).foldLeft(others, (executing, name) -> {
            if (!name.matches("[0-3]")) throw each.mistake(name, "is no processor of a cell", "number them from 0 to 3, and call all others each");
            return executing.with(Integer.parseInt(name), software(each, name));
        });
    }

    private static Executing all(Software software) {
        return Vector.range(0, 4).foldLeft(new Executing(0), (executing, number) -> executing.with(number, software));
    }

    private static Software software(Fields fields, String field) {
        return fields.word(field, Software::named, Software.values(), Software::text);
    }

    private static Change change(Fields fields) {
        Change.Kind kind = Steps.kind(fields);
        Change.Step next = fields.word("next", Steps::step, Change.Step.values(), Steps::text);
        int index = Steps.of(kind).indexOf(next);
        if (index < 0) throw fields.mistake("next", "is no step of a " + Steps.text(kind), "write one of " + Steps.of(kind).map(Steps::text).mkString(", "));
        return new Change(kind, Names.partition(fields, "partition"), index);
    }

    private static Lines lines(Fields fields) {
        return fields.optional("stuck").map(stuck -> Vector.ofAll(stuck.json().propertyNames()).foldLeft(Lines.SOUND, (lines, line) -> {
            if (!LINE.matcher(line).matches()) throw stuck.mistake(line, "is no line", "number them from 0 to 63");
            return lines.stuck(Integer.parseInt(line), Happenings.level(stuck, line));
        })).getOrElse(Lines.SOUND);
    }

    private static Controller quiet(Controller controller, Statuses secure) {
        return with(controller, new Path(Lines.SOUND, secure, 0, secure));
    }

    private static Controller with(Controller it, Path status) {
        return new Controller(status, it.route(), it.asked(), it.consented(), it.enabled(), it.firewall(), it.sharing(), it.interrupt(), it.general(), it.configuration());
    }

    private static Controller controller(Fields fields, Hardware hardware, Statuses secure) {
        Statuses sees = fields.has("sees") ? Members.read(fields, "sees").secure(hardware) : secure;
        return new Controller(new Path(lines(fields), secure, 0, sees),
            numbers(fields, "route").map(Cell::new).foldLeft(CellSet.NONE, CellSet::with),
            partitions(fields, "asked"), partitions(fields, "consented"), partitions(fields, "enabled"),
            new Firewall(Names.wordOrZero(fields, "firewall").bits()), new Sharing(Names.wordOrZero(fields, "sharing").bits()), new InterruptList(Names.wordOrZero(fields, "interrupt").bits()),
            Names.wordOrZero(fields, "general"), Names.wordOrZero(fields, "configuration"));
    }

    private static PartitionSet partitions(Fields fields, String field) {
        return numbers(fields, field).map(Partition::new).foldLeft(PartitionSet.NONE, PartitionSet::with);
    }

    private static Seq<Integer> numbers(Fields fields, String field) {
        if (!fields.has(field)) return Vector.empty();
        JsonNode value = fields.json().get(field);
        Seq<JsonNode> elements = value.isArray() ? Vector.ofAll(value.values()) : Vector.of(value);
        elements.reject(element -> value.isArray() && element.isIntegralNumber() && NUMBER.matcher(element.asString()).matches()).forEach(element -> {
            throw fields.mistake(field, "holds " + element, "write an array of numbers from 0 to 7");
        });
        return elements.map(JsonNode::intValue);
    }
}
