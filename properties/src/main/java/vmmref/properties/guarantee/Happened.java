package vmmref.properties.guarantee;

import java.util.Iterator;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Reaction;
import vmmref.properties.arbitrary.Trace;

/// An event of a trace, and what a subject made of it.
record Happened(Complex before, Event event, Reaction reaction) {

    /// {@return each event of a trace, in order; it happens when it is asked for}
    static Iterable<Happened> all(Subject subject, Trace trace) {
        return () -> new Iterator<>() {
            private final Iterator<Event> events = trace.events().iterator();
            private Complex complex = Complex.reset(trace.hardware());

            @Override public boolean hasNext() {
                return events.hasNext();
            }

            @Override public Happened next() {
                Event event = events.next();
                Happened next = new Happened(complex, event, subject.react(trace.hardware(), complex, event));
                complex = next.after();
                return next;
            }
        };
    }

    /// {@return the complex after a whole trace}
    static Complex end(Subject subject, Trace trace) {
        return trace.events().foldLeft(Complex.reset(trace.hardware()), (complex, event) -> subject.react(trace.hardware(), complex, event).complex());
    }

    Complex after() {
        return reaction.complex();
    }
}
