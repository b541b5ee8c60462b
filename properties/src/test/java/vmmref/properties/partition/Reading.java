package vmmref.properties.partition;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Cell;
import vmmref.model.partition.CellSet;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Event;
import vmmref.model.partition.Executing;
import vmmref.model.partition.Firewall;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.InterruptList;
import vmmref.model.partition.Lines;
import vmmref.model.partition.Opening;
import vmmref.model.partition.Partition;
import vmmref.model.partition.PartitionSet;
import vmmref.model.partition.Path;
import vmmref.model.partition.Processor;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Sharing;
import vmmref.model.partition.Software;
import vmmref.model.partition.Status;
import vmmref.model.partition.Statuses;
import vmmref.model.partition.Word;
import vmmref.properties.alloy.Facts;

/// The Alloy model in the words of the Java model.
///
/// @param spelling the same the other way round
record Reading(Spelling spelling) {

    /// {@return hardware of the same size whose other parameters are these}
    static Hardware hardware(Hardware like, Facts parameters) {
        return new Hardware(like.cells(), like.processors(), like.partitions(), like.reports(), like.statuses(),
            parameters.of("Complex.transfer").contains("ShowsPrevious") ? Hardware.InTransfer.PREVIOUS : Hardware.InTransfer.UNSECURE,
            parameters.of("Complex.gate").contains("ByPartition") ? Hardware.Gate.PARTITION : Hardware.Gate.PROCESSOR,
            opening(parameters, Status.SECURE), opening(parameters, Status.UNSECURE), like.refusal(), like.barred());
    }

    private static Opening opening(Facts parameters, Status status) {
        return new Opening(classes(parameters, "Complex.readable", status), classes(parameters, "Complex.writable", status));
    }

    private static int classes(Facts parameters, String relation, Status status) {
        return Vector.of(RegisterClass.values()).filter(each -> parameters.of(relation).contains(Spelling.STATUSES.get(status).get() + " -> " + each)).map(each -> 1 << each.ordinal())
            .fold(0, Integer::sum);
    }

    Complex complex(Facts state) {
        Statuses register = statuses(state, "Complex.register", "");
        Array<CellState> cells = spelling.hardware().everyCell().toArray().map(each -> cell(state, each));
        Array<Controller> controllers = spelling.hardware().everyPartition().toArray().map(each -> controller(state, register, each));
        return new Complex(register, cells, controllers);
    }

    private CellState cell(Facts state, Cell cell) {
        String name = "Cell" + cell.number();
        Option<Change> change = only(state, "Cell <: change", name).map(each -> {
            Change.Kind kind = Spelling.CHANGES.find(pair -> pair._2.equals(each)).get()._1;
            String part = only(state, "Cell <: part", name).get();
            return new Change(kind, new Partition(number(only(state, "Cell <: target", name).get())), Spelling.steps(kind).indexWhere(step -> Spelling.PARTS.get(step).contains(part)));
        });
        Executing executing = new Executing(0);
        Statuses report = Statuses.NONE_SECURE;
        for (int i = 0; i < spelling.hardware().processors(); i++) {
            Option<String> software = only(state, "Cell <: software", name + " -> Slot" + i);
            executing = executing.with(i, software.map(each -> Spelling.SOFTWARE.find(pair -> pair._2.equals(each)).get()._1).getOrElse(Software.NONE));
            if (state.of("Cell <: report").contains(name + " -> Slot" + i)) report = new Statuses(report.secure() | 1 << i);
        }
        String phase = only(state, "Cell <: phase", name).get();
        return new CellState(Spelling.PHASES.find(pair -> pair._2.equals(phase)).get()._1, only(state, "Cell <: profile", name).map(each -> new Partition(number(each))), executing, change,
            new Path(lines(state, name), report, left(only(state, "Cell <: left", name)), Statuses.NONE_SECURE), state.of("Complex.fresh").contains(name));
    }

    private Controller controller(Facts state, Statuses register, Partition partition) {
        String name = "Partition" + partition.number();
        Path status = new Path(lines(state, name), register, left(state.of("Complex.sending").headOption()), statuses(state, "Partition <: copy", name + " -> "));
        return new Controller(status, new CellSet(mask(state, "Partition <: mask", name)), partitions(state, "Partition <: asked", name), partitions(state, "Partition <: consents", name),
            partitions(state, "Partition <: enabled", name), new Firewall(held(state, name, RegisterClass.FIREWALL).bits()), new Sharing(held(state, name, RegisterClass.SHARING).bits()),
            new InterruptList(held(state, name, RegisterClass.INTERRUPT).bits()), held(state, name, RegisterClass.GENERAL), word(only(state, "Partition <: fabric", name).get()));
    }

    private Statuses statuses(Facts state, String relation, String before) {
        int secure = 0;
        for (Processor each : spelling.hardware().everyProcessor()) {
            if (state.of(relation).contains(before + "Cell" + each.cell().number() + " -> Slot" + each.number())) secure |= 1 << spelling.hardware().place(each);
        }
        return new Statuses(secure);
    }

    private Word held(Facts state, String name, RegisterClass register) {
        return word(only(state, "Partition <: holds", name + " -> " + register).get());
    }

    private static PartitionSet partitions(Facts state, String relation, String name) {
        return new PartitionSet(mask(state, relation, name));
    }

    private static int mask(Facts state, String relation, String name) {
        return images(state, relation, name).map(each -> 1 << number(each)).fold(0, Integer::sum);
    }

    private static int left(Option<String> tick) {
        return tick.map(each -> number(each) + 1).getOrElse(0);
    }

    private static Lines lines(Facts state, String path) {
        return images(state, "Path <: stuck", path).foldLeft(Lines.SOUND, (lines, each) -> lines.stuck(number(each.replaceFirst(" .*", "")), each.endsWith("High")));
    }

    private static Option<String> only(Facts state, String relation, String of) {
        return images(state, relation, of).headOption();
    }

    /// {@return what follows something in the tuples of a relation}
    private static Seq<String> images(Facts state, String relation, String of) {
        return state.of(relation).toVector().filter(each -> each.startsWith(of + " -> ")).map(each -> each.substring(of.length() + 4));
    }

    private static int number(String name) {
        return Integer.parseInt(name.replaceFirst("\\D+", ""));
    }

    private Word word(String value) {
        return spelling.words().get(number(value));
    }

    /// {@return what happens, if anything}
    Option<Event> event(Facts event) {
        Arguments its = new Arguments(event);
        return switch (event.of("Now.event").head()) {
            case "Idle"        -> Option.none();
            case "Advance"     -> Option.some(new Event.Tick());
            case "Stick"       -> Option.some(new Event.Stick(its.wire(), number(its.of("line")), its.of("level").equals("High")));
            case "Start"       -> Option.some(new Event.Start(its.cell()));
            case "Post"        -> Option.some(new Event.Post(its.cell(), event.of("Now.to").headOption().map(each -> new Partition(number(each)))));
            case "Release"     -> Option.some(new Event.Release(its.cell()));
            case "Rendezvous"  -> Option.some(new Event.Rendezvous(its.cell()));
            case "HandOff"     -> Option.some(new Event.HandOff(its.cell()));
            case "Reset"       -> Option.some(new Event.Reset(its.cell()));
            case "Proceed"     -> Option.some(new Event.Proceed(its.cell()));
            case "Quit"        -> Option.some(new Event.Leave(its.by()));
            case "Reconfigure" -> Option.some(new Event.Reconfigure(its.by(), its.to()));
            case "Read"        -> Option.some(new Event.Read(its.by(), its.to(), RegisterClass.valueOf(its.of("class"))));
            case "Write"       -> Option.some(new Event.Write(its.by(), its.to(), RegisterClass.valueOf(its.of("class")), word(its.of("value"))));
            case "Instruct"    -> Option.some(new Event.Instruct(its.by(), its.to(), its.cell(), Spelling.CHANGES.find(pair -> pair._2.equals(its.of("change"))).get()._1));
            case "Configure"   -> Option.some(new Event.Packet(its.by(), its.to(), true, word(its.of("value")), its.claim()));
            case "Message"     -> Option.some(new Event.Packet(its.by(), its.to(), false, word(its.of("value")), its.claim()));
            case "Ask"         -> Option.some(new Event.Request(its.to(), its.other()));
            case "Consent"     -> Option.some(new Event.Answer(its.by(), its.to(), its.other(), true));
            case "Deny"        -> Option.some(new Event.Answer(its.by(), its.to(), its.other(), false));
            case "Expire"      -> Option.some(new Event.Expire(its.to(), its.other()));
            default            -> throw new IllegalArgumentException("no event is called " + event.of("Now.event"));
        };
    }

    private record Arguments(Facts event) {
        String of(String name) {
            return event.of("Now." + name).single();
        }

        Cell cell() {
            return new Cell(number(of("cell")));
        }

        Partition to() {
            return new Partition(number(of("to")));
        }

        Partition other() {
            return new Partition(number(of("other")));
        }

        Processor by() {
            return new Processor(new Cell(number(of("by").replaceFirst(" .*", ""))), number(of("by").replaceFirst(".* ", "")));
        }

        Status claim() {
            return of("claim").equals("Secure") ? Status.SECURE : Status.UNSECURE;
        }

        Event.Wire wire() {
            String path = of("path");
            return path.startsWith("Cell") ? new Event.Wire.Report(new Cell(number(path))) : new Event.Wire.Status(new Partition(number(path)));
        }
    }
}
