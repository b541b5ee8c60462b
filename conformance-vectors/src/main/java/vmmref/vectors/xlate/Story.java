package vmmref.vectors.xlate;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.interruption.Fault;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Arrival;
import vmmref.model.translate.Choice;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.spec.Clause;
import vmmref.spec.Protections;
import vmmref.spec.References;
import vmmref.spec.Translations;
import vmmref.spec.Walks;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Outcome;

/// A machine, and instructions that it executes one after another until one does not succeed.
///
/// @param machine      where it starts
/// @param memory       which may hold the page table
/// @param instructions at least one
public record Story(Addressing machine, Memory memory, Seq<Operation> instructions) {

    /// A machine whose memory is 0.
    public Story(Addressing machine, Seq<Operation> instructions) {
        this(machine, Memory.ZERO, instructions);
    }

    /// Reads a case: where it starts, and the list `do`.
    /// @throws vmmref.vectors.format.FieldMistake if anything is malformed
    public static Story read(ObjectNode start, ObjectNode in) {
        Fields fields = new Fields("$.in", in);
        Seq<Fields> steps = fields.children("do");
        if (steps.isEmpty()) throw fields.mistake("do", "is empty", "list at least one instruction");
        Fields pre = new Fields("$.pre", start);
        return new Story(State.read(pre), State.memory(pre), steps.map(Op::read));
    }

    /// {@return whether all that a case does is what this kind has}
    public static boolean isReadable(ObjectNode in) {
        return new Fields("$.in", in).children("do").forAll(step -> !step.text("op").startsWith("rse."));
    }

    /// {@return the same on a machine with so many protection-key registers}
    public Story with(int keyRegisters) {
        return new Story(State.with(machine, keyRegisters), memory, instructions);
    }

    /// {@return the case that asks it of an implementation, with the needs of its start state}
    public Case given() {
        return new Case(XlateKind.NAME, Requirements.of(machine, LinkedHashMap.empty()), Cases.stimulus(this));
    }

    /// {@return the field `in` of the case}
    ObjectNode in() {
        ObjectNode in = Json.object();
        ArrayNode steps = in.putArray("do");
        instructions.forEach(operation -> steps.add(Op.json(operation)));
        return in;
    }

    /// {@return the object that stands in the list `do` for an instruction}
    public static ObjectNode json(Operation operation) {
        return Op.json(operation);
    }

    /// {@return the name of an instruction, as an assembler writes it}
    public static String name(Operation operation) {
        return Op.name(operation);
    }

    /// {@return what comes of it, with an alternative for each way that freedoms lead to}
    public Expectation expectation(Semantics semantics) {
        return Ways.expectation(choice -> told(semantics, choice));
    }

    /// {@return what comes of it when an implementation takes some freedoms}
    public Expectation under(Semantics semantics, Choice choice) {
        return told(semantics, choice).expectation();
    }

    private Told told(Semantics semantics, Choice choice) {
        Addressing now = machine;
        Told told = Told.NOTHING;
        for (int index = 0; index < instructions.size(); index++) {
            switch (instructions.get(index)) {
                case Reference reference -> {
                    Arrival arrival = semantics.translator().arrive(now, memory, reference, choice);
                    Told heard = told(arrival, reference, now);
                    if (heard.ends() || index == instructions.size() - 1) return told.and(heard);
                    now = now.with(arrival.walked());
                }
                case Instruction instruction -> {
                    switch (semantics.translator().execute(now, instruction, choice)) {
                        case Executed.Raised(Fault fault, Clause because)      -> { return told.and(Told.fault(fault, because)); }
                        case Executed.MachineCheck(Clause because)             -> { return told.and(Told.ended(Outcome.ABORT, because)); }
                        case Executed.Unspecified(Clause because)              -> { return told.and(Told.ended(Outcome.UNSPECIFIED, because)); }
                        case Executed.Done(Effects effects, Clause because, _)    -> {
                            told = told.and(Told.done(index, effects, because, now));
                            now  = now.with(effects);
                        }
                    }
                }
            }
        }
        return told;
    }

    private static Told told(Arrival arrival, Reference reference, Addressing machine) {
        Told told = told(arrival.translated(), reference, machine);
        return told.shown().map(place -> told.with(WalkReasons.of(place, machine, arrival.target()))).getOrElse(told);
    }

    private static Told told(Translated translated, Reference reference, Addressing machine) {
        return switch (translated) {
            case Translated.To(var address, var attribute, var because) -> reference.type().touchesMemory()
                ? Told.places(because, LinkedHashMap.of("pa", address.toString(), "ma", text(attribute)),
                    LinkedHashMap.of("pa", because == Translations.TRANSLATION_MATCHED || because == Walks.WALK_INSERTED ? Translations.OFFSET_KEPT.name() : because.name(), "ma", because.name()))
                : Told.places(because, LinkedHashMap.empty(), LinkedHashMap.empty());
            case Translated.Answered(long value, var because) -> Told.places(because, LinkedHashMap.of("r1", Hex.word(value)), answered(reference, machine, because));
            case Translated.Deferred(var because)    -> Told.places(because, LinkedHashMap.of("r1.nat", "1"), LinkedHashMap.of("r1.nat", because.name()));
            case Translated.Dropped(var because)     -> Told.places(because, LinkedHashMap.empty(), LinkedHashMap.empty());
            case Translated.Raised(var fault, var because) -> Told.fault(fault, because);
            case Translated.Unspecified(var because) -> Told.ended(Outcome.UNSPECIFIED, because);
        };
    }

    /// The level of a probe is mentioned where it is not the current one, and the query itself where a condition decided its answer.
    private static Map<String, String> answered(Reference reference, Addressing machine, Clause because) {
        Clause query = reference.type() == ReferenceType.TAK ? References.KEY_TOLD : reference.type() == ReferenceType.TPA ? References.ADDRESS_TOLD : References.PROBE_ANSWERED;
        Map<String, String> decided = LinkedHashMap.of("r1", because.name());
        Map<String, String> by = because == query ? decided : decided.put("r1.query", query.name());
        return reference.type().isProbe() && reference.level() > machine.psr().cpl() ? by.put("r1.level", Protections.PROBE_LEVEL.name()) : by;
    }

    public static String text(MemoryAttribute attribute) {
        return attribute.name().toLowerCase(java.util.Locale.ROOT);
    }
}
