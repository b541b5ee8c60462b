package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partitioner;

/// What happens to a complex, from the time when all its cells are in reset.
public record Trace(Hardware hardware, Seq<Event> events) {

    /// {@return the complex after it, by some rules}
    public Complex complex(Partitioner rules) {
        Partitioner partitioner = rules.on(hardware);
        return events.foldLeft(Complex.reset(hardware), (complex, event) -> partitioner.react(complex, event).complex());
    }
}
