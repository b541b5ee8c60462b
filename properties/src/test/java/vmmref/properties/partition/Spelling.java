package vmmref.properties.partition;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import vmmref.model.partition.Cell;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Itinerary;
import vmmref.model.partition.Lines;
import vmmref.model.partition.Opening;
import vmmref.model.partition.Partition;
import vmmref.model.partition.PartitionSet;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Processor;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Software;
import vmmref.model.partition.Status;
import vmmref.model.partition.Statuses;
import vmmref.model.partition.Word;
import vmmref.properties.alloy.Facts;

/// The Java model in Alloy's words.
///
/// @param words those that a story has; word w is `Value` w, and the first is 0
record Spelling(Hardware hardware, Vector<Word> words) {
    static final Map<Phase, String> PHASES = LinkedHashMap.of(Phase.RESET, "InReset", Phase.BLOCKED, "Blocked", Phase.RELEASED, "Released", Phase.RENDEZVOUS, "AtRendezvous", Phase.JOINED, "HasJoined",
        Phase.RUNNING, "Running");
    static final Map<Software, String> SOFTWARE = LinkedHashMap.of(Software.TRUSTED, "Trusted", Software.LEAVING, "Leaving", Software.OTHER, "Other");
    static final Map<Change.Kind, String> CHANGES = LinkedHashMap.of(Change.Kind.JOIN, "Join", Change.Kind.MOVE, "Move", Change.Kind.LEAVE, "Leave");
    static final Map<Change.Step, String> PARTS = LinkedHashMap.of(Change.Step.DETERMINE, "Determine", Change.Step.REMOVE, "Remove", Change.Step.ADD, "Add", Change.Step.CLOSE, "Close");
    static final Map<Status, String> STATUSES = LinkedHashMap.of(Status.SECURE, "Secure", Status.UNSECURE, "Unsecure");

    Size size() {
        return new Size(hardware, words.size());
    }

    Facts parameters() {
        Facts facts = Facts.none(Relations.PARAMETERS)
            .and("Complex.gate", hardware.gate() == Hardware.Gate.PARTITION ? "ByPartition" : "ByProcessor")
            .and("Complex.transfer", hardware.inTransfer() == Hardware.InTransfer.PREVIOUS ? "ShowsPrevious" : "ShowsUnsecure");
        for (Status status : Status.values()) {
            Opening opening = hardware.opening(status);
            for (RegisterClass register : RegisterClass.values()) {
                if (opening.isReadable(register)) facts = facts.and("Complex.readable", STATUSES.get(status).get(), register);
                if (opening.isWritable(register)) facts = facts.and("Complex.writable", STATUSES.get(status).get(), register);
            }
        }
        facts = ticks(facts, "Complex.reportTakes", size().reportTakes());
        facts = ticks(facts, "Complex.statusTakes", size().statusTakes());
        for (int line = 0; line < hardware.reports().lines(); line++)  facts = facts.and("Complex.reportLines", "Line" + line);
        for (int line = 0; line < hardware.statuses().lines(); line++) facts = facts.and("Complex.statusLines", "Line" + line);
        return facts;
    }

    private static Facts ticks(Facts facts, String relation, int ticks, Object... of) {
        return ticks == 0 ? facts : facts.and(relation, Vector.of(of).append("Tick" + (ticks - 1)).toJavaArray());
    }

    Facts state(Complex complex) {
        Facts facts = Facts.none(Relations.STATE);
        for (Cell cell : hardware.everyCell()) facts = cell(facts, name(cell), complex.at(cell));
        for (Partition partition : hardware.everyPartition()) facts = partition(facts, name(partition), complex.of(partition));
        for (Processor processor : hardware.everyProcessor()) {
            if (complex.register().isSecure(hardware.place(processor))) facts = facts.and("Complex.register", name(processor));
        }
        for (int left : complex.controllers().map(each -> each.status().left())) facts = ticks(facts, "Complex.sending", left);
        return facts;
    }

    private Facts cell(Facts others, String name, CellState cell) {
        Facts facts = others.and("Cell <: phase", name, PHASES.get(cell.phase()).get());
        for (Partition partition : cell.assigned()) facts = facts.and("Cell <: profile", name, name(partition));
        for (int number = 0; number < hardware.processors(); number++) {
            for (String software : SOFTWARE.get(cell.executing().of(number))) facts = facts.and("Cell <: software", name, "Slot" + number, software);
            if (cell.report().sent().isSecure(number)) facts = facts.and("Cell <: report", name, "Slot" + number);
        }
        facts = stuck(ticks(facts, "Cell <: left", cell.report().left(), name), name, cell.report().lines());
        if (cell.fresh()) facts = facts.and("Complex.fresh", name);
        for (Change change : cell.change()) {
            facts = facts.and("Cell <: change", name, CHANGES.get(change.kind()).get()).and("Cell <: target", name, name(change.partition()))
                .and("Cell <: part", name, PARTS.get(steps(change.kind()).get(change.next())).get());
        }
        return facts;
    }

    static Vector<Change.Step> steps(Change.Kind kind) {
        return switch (kind) {
            case JOIN  -> Itinerary.architected().join();
            case MOVE  -> Itinerary.architected().move();
            case LEAVE -> Itinerary.architected().leave();
        };
    }

    private Facts partition(Facts others, String name, Controller controller) {
        Facts facts = others.and("Partition <: fabric", name, name(controller.configuration()))
            .and("Partition <: holds", name, "FIREWALL", name(new Word(controller.firewall().bits())))
            .and("Partition <: holds", name, "SHARING", name(new Word(controller.sharing().bits())))
            .and("Partition <: holds", name, "INTERRUPT", name(new Word(controller.interrupt().bits())))
            .and("Partition <: holds", name, "GENERAL", name(controller.general()));
        Statuses arrived = controller.status().arrived();
        for (Processor processor : hardware.everyProcessor()) {
            if (arrived.isSecure(hardware.place(processor))) facts = facts.and("Partition <: copy", name, name(processor));
        }
        for (Cell cell : hardware.everyCell()) {
            if (controller.route().has(cell)) facts = facts.and("Partition <: mask", name, name(cell));
        }
        facts = partitions(facts, "Partition <: asked", name, controller.asked());
        facts = partitions(facts, "Partition <: consents", name, controller.consented());
        facts = partitions(facts, "Partition <: enabled", name, controller.enabled());
        return stuck(facts, name, controller.status().lines());
    }

    private Facts partitions(Facts others, String relation, String name, PartitionSet set) {
        Facts facts = others;
        for (Partition partition : hardware.everyPartition()) {
            if (set.has(partition)) facts = facts.and(relation, name, name(partition));
        }
        return facts;
    }

    private static Facts stuck(Facts others, String path, Lines lines) {
        Facts facts = others;
        for (int line = 0; line < Long.SIZE; line++) {
            if ((lines.high() >>> line & 1) == 1) facts = facts.and("Path <: stuck", path, "Line" + line, "High");
            if ((lines.low() >>> line & 1) == 1)  facts = facts.and("Path <: stuck", path, "Line" + line, "Low");
        }
        return facts;
    }

    /// {@return an event; what changes no state is idle}
    Facts event(Event event) {
        return switch (event) {
            case Event.Tick tick                             -> named("Advance");
            case Event.Stick(var wire, int line, var level)  -> named("Stick").and("Now.path", name(wire)).and("Now.line", "Line" + line).and("Now.level", level ? "High" : "Low");
            case Event.Start(var cell)                       -> named("Start").and("Now.cell", name(cell));
            case Event.Post(var cell, var to)                -> to.map(each -> named("Post").and("Now.to", name(each))).getOrElse(named("Post")).and("Now.cell", name(cell));
            case Event.Release(var cell)                     -> named("Release").and("Now.cell", name(cell));
            case Event.Rendezvous(var cell)                  -> named("Rendezvous").and("Now.cell", name(cell));
            case Event.HandOff(var cell)                     -> named("HandOff").and("Now.cell", name(cell));
            case Event.Reset(var cell)                       -> named("Reset").and("Now.cell", name(cell));
            case Event.Proceed(var cell)                     -> named("Proceed").and("Now.cell", name(cell));
            case Event.Leave(var by)                         -> named("Quit").and("Now.by", name(by));
            case Event.Reconfigure(var by, var to)           -> named("Reconfigure").and("Now.by", name(by)).and("Now.to", name(to));
            case Event.Read(var by, var to, var of)          -> named("Read").and("Now.by", name(by)).and("Now.to", name(to)).and("Now.class", of);
            case Event.Write(var by, var to, var of, var it) -> named("Write").and("Now.by", name(by)).and("Now.to", name(to)).and("Now.class", of).and("Now.value", name(it));
            case Event.Instruct(var by, var to, var cell, var kind) ->
                named("Instruct").and("Now.by", name(by)).and("Now.to", name(to)).and("Now.cell", name(cell)).and("Now.change", CHANGES.get(kind).get());
            case Event.Answer(var by, var to, var other, var consent) ->
                named(consent ? "Consent" : "Deny").and("Now.by", name(by)).and("Now.to", name(to)).and("Now.other", name(other));
            case Event.Request(var to, var other)            -> named("Ask").and("Now.to", name(to)).and("Now.other", name(other));
            case Event.Expire(var to, var other)             -> named("Expire").and("Now.to", name(to)).and("Now.other", name(other));
            case Event.Packet(var by, var to, var configures, var payload, var claim) ->
                named(configures ? "Configure" : "Message").and("Now.by", name(by)).and("Now.to", name(to)).and("Now.value", name(payload)).and("Now.claim", STATUSES.get(claim).get());
            case Event.Data data                             -> named("Idle");
            case Event.Reach reach                           -> named("Idle");
            case Event.Interrupt interrupt                   -> named("Idle");
        };
    }

    private static Facts named(String event) {
        return Facts.none(Relations.EVENT).and("Now.event", event);
    }

    private static String name(Event.Wire wire) {
        return switch (wire) {
            case Event.Wire.Report(var cell)      -> name(cell);
            case Event.Wire.Status(var partition) -> name(partition);
        };
    }

    private static String name(Cell cell) {
        return "Cell" + cell.number();
    }

    private static String name(Partition partition) {
        return "Partition" + partition.number();
    }

    private static String name(Processor processor) {
        return name(processor.cell()) + " -> Slot" + processor.number();
    }

    private String name(Word word) {
        return "Value" + words.indexOf(word);
    }
}
