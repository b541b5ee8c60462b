package vmmref.model.multiprocessor;

import static vmmref.spec.Interruptions.MEMORY_SHARED;

import io.vavr.collection.Seq;
import org.apache.commons.lang3.Validate;
import vmmref.model.alat.Alat;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.Memory;
import vmmref.spec.Interruptions;

/// Several processors with one memory, each seen as a machine.
///
/// @param processors at least one; the memory of each is the same object
public record Multiprocessor(Seq<Machine> processors) {
    public Multiprocessor {
        Validate.isTrue(!processors.isEmpty(), "there is no processor");
        Validate.isTrue(processors.forAll(processor -> processor.memory() == processors.head().memory()), "the processors do not share a memory");
    }

    /// {@return processors that share a memory, whatever they had}
    public static Multiprocessor of(Memory memory, Seq<Machine> processors) {
        return new Multiprocessor(processors.map(processor -> processor.withMemory(memory)));
    }

    /// {@return all of them after the effects of one processor: what it writes to memory the others see, and it ends what their advanced loads remember}
    @Interruptions.Rule(MEMORY_SHARED)
    public Multiprocessor with(int number, Effects effects) {
        Machine acting = processors.get(number).with(effects);
        Seq<Place.Bytes> written = effects.writes().map(Write::place).filter(Place.Bytes.class::isInstance).map(Place.Bytes.class::cast);
        return new Multiprocessor(processors.zipWithIndex((processor, other) -> other == number ? acting : seeing(processor, acting.memory(), written)));
    }

    private static Machine seeing(Machine processor, Memory memory, Seq<Place.Bytes> written) {
        Alat left = written.foldLeft(processor.alat(), (alat, bytes) -> alat.without(new Alat.Range(bytes.at(), bytes.size())));
        return processor.withMemory(memory).withAlat(left);
    }

    /// {@return all of them after an event that happens to one of them, or, if it is a write, to their memory}
    public Multiprocessor with(int number, Event event) {
        return with(number, Events.of(processors.get(number), event));
    }

    /// {@return all of them after time has passed for each}
    public Multiprocessor ticked(long ticks) {
        return new Multiprocessor(processors.map(processor -> processor.with(Events.of(processor, new Event.Tick(ticks)))));
    }
}
