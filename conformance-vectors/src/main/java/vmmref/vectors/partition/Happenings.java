package vmmref.vectors.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Event;
import vmmref.model.partition.InterruptVector;
import vmmref.model.partition.Page;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Processor;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Status;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;

/// One event of a case, read and written: `{"ev":"start","cell":0}`.
///
/// `cell`, `partition`, `one` and `other` are numbers; `by` is the processor that asks or sends; a profile that is posted without `partition` assigns the cell to none. `path` is `report` and a cell, or `status` and a
/// partition; words, pages and vectors are hexadecimal.
final class Happenings {
    private static final Seq<String> NAMES = Vector.of("tick", "stick", "start", "post", "release", "rendezvous", "hand-off", "reset", "proceed", "leave", "reconfigure", "read", "write", "instruct", "answer",
        "request", "expire", "packet", "data", "reach", "interrupt");
    private static final Pattern PATH   = Pattern.compile("(report|status) ([0-7])");
    private static final Pattern PAGE   = Pattern.compile("[0-9a-f]{6}");
    private static final Pattern VECTOR = Pattern.compile("[0-9a-f]{2}");
    private static final int LINES = 64;

    private Happenings() { }

    /// Reads one event.
    /// @throws vmmref.vectors.format.FieldMistake if there is no such event, or something of it is missing or malformed
    static Event read(Fields fields) {
        String name = fields.text("ev");
        return switch (name) {
            case "tick"        -> new Event.Tick();
            case "stick"       -> new Event.Stick(wire(fields), line(fields), level(fields, "level"));
            case "start"       -> new Event.Start(Names.cell(fields, "cell"));
            case "post"        -> new Event.Post(Names.cell(fields, "cell"), Option.when(fields.has("partition"), () -> Names.partition(fields, "partition")));
            case "release"     -> new Event.Release(Names.cell(fields, "cell"));
            case "rendezvous"  -> new Event.Rendezvous(Names.cell(fields, "cell"));
            case "hand-off"    -> new Event.HandOff(Names.cell(fields, "cell"));
            case "reset"       -> new Event.Reset(Names.cell(fields, "cell"));
            case "proceed"     -> new Event.Proceed(Names.cell(fields, "cell"));
            case "leave"       -> new Event.Leave(Names.processor(fields, "by"));
            case "request"     -> new Event.Request(Names.partition(fields, "one"), Names.partition(fields, "other"));
            case "expire"      -> new Event.Expire(Names.partition(fields, "one"), Names.partition(fields, "other"));
            case "reconfigure", "read", "write", "instruct", "answer" -> asking(name, fields, Names.processor(fields, "by"), Names.partition(fields, "partition"));
            case "packet", "data", "reach", "interrupt"               -> sending(name, fields, Names.processor(fields, "by"));
            default -> throw fields.mistake("ev", "is \"" + name + "\", which is no event", "write one of " + NAMES.mkString(", "));
        };
    }

    private static Event asking(String name, Fields fields, Processor by, Partition partition) {
        return switch (name) {
            case "reconfigure" -> new Event.Reconfigure(by, partition);
            case "read"        -> new Event.Read(by, partition, register(fields));
            case "write"       -> new Event.Write(by, partition, register(fields), Names.word(fields, "value"));
            case "instruct"    -> new Event.Instruct(by, partition, Names.cell(fields, "cell"), Steps.kind(fields));
            default            -> new Event.Answer(by, partition, Names.partition(fields, "other"), Names.truth(fields, "consent"));
        };
    }

    private static Event sending(String name, Fields fields, Processor by) {
        return switch (name) {
            case "packet" -> new Event.Packet(by, Names.partition(fields, "partition"), Names.truth(fields, "configures"), Names.word(fields, "payload"),
                fields.word("claim", text -> Vector.of(Status.values()).find(status -> Steps.text(status).equals(text)), Status.values(), Steps::text));
            case "data"   -> new Event.Data(by, Names.cell(fields, "cell"));
            case "reach"  -> new Event.Reach(by, Names.partition(fields, "partition"), new Page(Integer.parseInt(fields.matching("page", PAGE, "6 lower-case hex digits"), 16)));
            default       -> new Event.Interrupt(by, Names.partition(fields, "partition"), new InterruptVector(Integer.parseInt(fields.matching("vector", VECTOR, "2 lower-case hex digits"), 16)));
        };
    }

    private static RegisterClass register(Fields fields) {
        return fields.word("register", RegisterClass::named, RegisterClass.values(), RegisterClass::text);
    }

    private static Event.Wire wire(Fields fields) {
        Matcher path = PATH.matcher(fields.matching("path", PATH, "report and a cell, or status and a partition, such as report 0"));
        path.matches();
        int number = Integer.parseInt(path.group(2));
        return path.group(1).equals("report") ? new Event.Wire.Report(new Cell(number)) : new Event.Wire.Status(new Partition(number));
    }

    private static int line(Fields fields) {
        int line = fields.integer("line");
        if (line < 0 || line >= LINES) throw fields.mistake("line", "is " + line + ", which is no line", "number them from 0 to " + (LINES - 1));
        return line;
    }

    /// {@return whether the level of a line is 1}
    static boolean level(Fields fields, String field) {
        JsonNode value = fields.json().path(field);
        if (value.isMissingNode() || !value.isIntegralNumber() || !value.asString().matches("[01]")) throw fields.mistake(field, "is " + (value.isMissingNode() ? "missing" : value), "write 0 or 1");
        return value.intValue() == 1;
    }

    /// {@return the object that {@link #read} reads}
    static ObjectNode json(Event event) {
        return switch (event) {
            case Event.Tick tick -> named("tick");
            case Event.Stick(var wire, var line, var level)   -> named("stick").put("path", text(wire)).put("line", line).put("level", level ? 1 : 0);
            case Event.Post(var cell, var partition)          -> partition.map(to -> of("post", cell).put("partition", to.number())).getOrElse(of("post", cell));
            case Event.Start(var cell)                        -> of("start", cell);
            case Event.Release(var cell)                      -> of("release", cell);
            case Event.Rendezvous(var cell)                   -> of("rendezvous", cell);
            case Event.HandOff(var cell)                      -> of("hand-off", cell);
            case Event.Reset(var cell)                        -> of("reset", cell);
            case Event.Proceed(var cell)                      -> of("proceed", cell);
            case Event.Leave(var by)                          -> named("leave").put("by", Names.text(by));
            case Event.Request(var one, var other)            -> named("request").put("one", one.number()).put("other", other.number());
            case Event.Expire(var one, var other)             -> named("expire").put("one", one.number()).put("other", other.number());
            case Event.Asking asking                          -> asked(asking);
            case Event.Sending sending                        -> sent(sending);
        };
    }

    private static ObjectNode asked(Event.Asking asking) {
        ObjectNode json = Json.object().put("ev", Steps.text(asking.getClass())).put("by", Names.text(asking.processor())).put("partition", asking.partition().number());
        return switch (asking) {
            case Event.Reconfigure reconfigure                              -> json;
            case Event.Read(var by, var partition, var register)            -> json.put("register", register.text());
            case Event.Write(var by, var partition, var register, var word) -> json.put("register", register.text()).put("value", Names.text(word));
            case Event.Instruct(var by, var partition, var cell, var kind)  -> json.put("cell", cell.number()).put("kind", Steps.text(kind));
            case Event.Answer(var by, var partition, var other, var yes)    -> json.put("other", other.number()).put("consent", yes);
        };
    }

    private static ObjectNode sent(Event.Sending sending) {
        ObjectNode json = Json.object().put("ev", Steps.text(sending.getClass())).put("by", Names.text(sending.processor()));
        return switch (sending) {
            case Event.Packet(var by, var partition, var configures, var payload, var claim) ->
                json.put("partition", partition.number()).put("configures", configures).put("payload", Names.text(payload)).put("claim", Steps.text(claim));
            case Event.Data(var by, var cell)                            -> json.put("cell", cell.number());
            case Event.Reach(var by, var partition, var page)            -> json.put("partition", partition.number()).put("page", "%06x".formatted(page.number()));
            case Event.Interrupt(var by, var partition, var vector)      -> json.put("partition", partition.number()).put("vector", "%02x".formatted(vector.number()));
        };
    }

    static String text(Event.Wire wire) {
        return switch (wire) {
            case Event.Wire.Report(var cell)      -> "report " + cell.number();
            case Event.Wire.Status(var partition) -> "status " + partition.number();
        };
    }

    private static ObjectNode named(String name) {
        return Json.object().put("ev", name);
    }

    private static ObjectNode of(String name, Cell cell) {
        return named(name).put("cell", cell.number());
    }
}
