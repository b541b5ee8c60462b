/// References of one guest, made one after another until one does not succeed.
package vmmref.vectors.gpmap;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.xlate.State;
import vmmref.vectors.xlate.Story;
import vmmref.vectors.xlate.Told;
import vmmref.vectors.xlate.Ways;
import vmmref.vmm.monitor.Hosting;

import static vmmref.spec.Guests.MEMORY_MAPPED;

/// @param addressing what translation reads, as the guest believes it
/// @param memory     of the guest, which may hold its page table
/// @param references at least one
record Referring(Addressing addressing, Memory memory, NamedMap map, Seq<Reference> references) {
    /// Where the guest executes, and where its vectors are: nothing is executed.
    private static final long CODE = 0x4000;
    private static final long VECTORS = 0x10000;
    private static final int LOWEST = 3;
    /// The memory attribute, which nobody sees of a reference that the monitor makes.
    static final String MA = "ma";

    /// Reads a case.
    /// @throws vmmref.vectors.format.FieldMistake if anything is malformed, or there is no such guest
    static Referring read(ObjectNode start, ObjectNode in) {
        Fields fields = new Fields("$.in", in);
        Seq<Fields> steps = fields.children("do");
        if (steps.isEmpty()) throw fields.mistake("do", "is empty", "list at least one reference");
        Fields pre = new Fields("$.pre", start);
        if (pre.has("ic")) throw pre.mistake("ic", "is in flight", "leave it out: a monitor settles PSR.ic before a guest goes on");
        Addressing addressing = State.read(pre);
        if (addressing.psr().cpl() % LOWEST != 0) throw pre.mistake("psr", "has the level " + addressing.psr().cpl(), "write 0 or 3 into bits 33:32, the levels that guests have");
        NamedMap map = pre.optional(NamedMap.NAME).map(NamedMap::read).getOrElse(NamedMap.EMPTY);
        Memory memory = State.memory(pre);
        memory.written().reject(map::isMemory).forEach(at -> { throw pre.mistake("mem", "holds bytes at " + at + ", where the map has no frame", "name one there, or let the bytes be 0"); });
        return new Referring(addressing, memory, map, steps.map(GuestOp::read));
    }

    Referring with(UnaryOperator<Addressing> change) {
        return new Referring(change.apply(addressing), memory, map, references);
    }

    Referring with(NamedMap other) {
        return new Referring(addressing, memory, other, references);
    }

    Referring asking(Reference... others) {
        return new Referring(addressing, memory, map, Vector.of(others));
    }

    Referring psr(int bit, boolean value) {
        return with(machine -> machine.withPsr(machine.psr().with(bit, value)));
    }

    Referring level(int level) {
        return with(machine -> machine.withPsr(machine.psr().withCpl(level)));
    }

    /// {@return the same with another entry for the page in the register of a scene}
    Referring entry(Pte entry) {
        return with(machine -> Vector.of(Stream.values()).foldLeft(machine, (each, stream) -> each.withTlb(each.tlb().register(stream, Scene.SLOT).map(page -> each.tlb().withRegister(stream, Scene.SLOT, Option.some(page.with(entry)))).getOrElse(each.tlb()))));
    }

    /// {@return the same with so many protection-key registers}
    Referring with(int keyRegisters) {
        return new Referring(State.with(addressing, keyRegisters), memory, map, references);
    }

    Stimulus stimulus() {
        ObjectNode in = Json.object();
        ArrayNode steps = in.putArray("do");
        references.forEach(reference -> steps.add(GuestOp.json(reference)));
        ObjectNode pre = State.differing(addressing, memory);
        pre.set(NamedMap.NAME, map.json());
        return Stimulus.of(in).from(State.BASE, pre);
    }

    /// {@return what is expected: where the machine that the guest believes to have leads, and what the map names there}
    Expectation expectation(Bare bare) {
        return Ways.expectation(choice -> told(bare, choice));
    }

    private Told told(Bare bare, Choice choice) {
        Addressing now = addressing;
        for (Reference reference : references.init()) {
            Bare.Landed landed = bare.landed(now, memory, map, reference, choice);
            if (isLast(landed.landing())) return told(landed.landing()).with(Reasons.of(bare, now, reference, landed));
            now = now.with(landed.arrival().walked());
        }
        Bare.Landed landed = bare.landed(now, memory, map, references.last(), choice);
        return told(landed.landing()).with(Reasons.of(bare, now, references.last(), landed));
    }

    /// {@return what a monitor and its machine answer}
    Told told(Hosted hosted) {
        Hosting hosting = hosted.hosting(machine(), map);
        for (Reference reference : references.init()) {
            Hosted.Landed landed = hosted.landed(hosting, reference, addressing.codeEd());
            if (isLast(landed.landing())) return told(landed.landing());
            hosting = landed.hosting();
        }
        return told(hosted.landed(hosting, references.last(), addressing.codeEd()).landing());
    }

    /// {@return the guest on the machine that it believes to have}
    private Machine machine() {
        return new Place.Control(RegisterNumber.IVA).with(Machine.of(addressing).withMemory(memory).withPosition(Position.at(CODE)), VECTORS);
    }

    private static boolean isLast(Landing landing) {
        return landing instanceof Landing.Faulted || landing instanceof Landing.Absent || landing instanceof Landing.Unspecified;
    }

    private static Told told(Landing landing) {
        return switch (landing) {
            case Landing.Reached(var place, var attribute, var because) -> Told.places(MEMORY_MAPPED, attribute.map(ma -> LinkedHashMap.of("at", place, MA, Story.text(ma))).getOrElse(() -> LinkedHashMap.of("at", place)),
                attribute.map(ma -> LinkedHashMap.of("at", MEMORY_MAPPED.name(), MA, because.name())).getOrElse(() -> LinkedHashMap.of("at", MEMORY_MAPPED.name())));
            case Landing.Faulted(var kind, var address, var because)    -> {
                Map<String, String> whole = address.map(at -> LinkedHashMap.of("kind", kind.text(), "address", at.toString())).getOrElse(() -> LinkedHashMap.of("kind", kind.text()));
                yield new Told(Outcome.FAULT, Option.some(because), whole, LinkedHashMap.empty(), whole.bimap(field -> "fault." + field, value -> because.name()));
            }
            case Landing.Deferred(var because)    -> Told.places(because, LinkedHashMap.of("r1.nat", "1"), LinkedHashMap.of("r1.nat", because.name()));
            case Landing.Dropped(var because)     -> Told.places(because, LinkedHashMap.empty(), LinkedHashMap.empty());
            case Landing.Absent(var because)      -> Told.ended(Outcome.ABORT, because);
            case Landing.Unspecified(var because) -> Told.ended(Outcome.UNSPECIFIED, because);
        };
    }
}
