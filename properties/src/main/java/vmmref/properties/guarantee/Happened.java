package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Reaction;
import vmmref.properties.arbitrary.Trace;

/// An event of a trace, and what a subject made of it.
record Happened(Complex before, Event event, Reaction reaction) {

    /// {@return each event of a trace, in order}
    static Seq<Happened> all(Subject subject, Trace trace) {
        Vector<Happened> all = Vector.empty();
        Complex complex = Complex.reset(trace.hardware());
        for (Event event : trace.events()) {
            Happened next = new Happened(complex, event, subject.react(trace.hardware(), complex, event));
            all     = all.append(next);
            complex = next.after();
        }
        return all;
    }

    /// {@return the complex after a whole trace}
    static Complex end(Subject subject, Trace trace) {
        return all(subject, trace).lastOption().map(Happened::after).getOrElse(() -> Complex.reset(trace.hardware()));
    }

    Complex after() {
        return reaction.complex();
    }
}
