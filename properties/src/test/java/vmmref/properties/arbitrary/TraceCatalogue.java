package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Wiring;
import vmmref.model.profile.Profile;

/// The generators of [Traces].
final class TraceCatalogue {
    private static final Partitioner RULES = Partitioner.architected(Profile.named("itanium2").get());
    private static final Hardware SMALLEST = Traces.NAMED.head();
    private static final int LONGEST = 100;
    private static final int SHORT   = 10;

    private TraceCatalogue() { }

    static Seq<Described<?>> all() {
        return Vector.of(
            Described.of("Traces.hardware()", Traces.hardware(), SMALLEST,
                Classifier.<Hardware>by("cells", Vector.of(2, 3, 4, 8), Hardware::cells),
                Classifier.<Hardware>whether("the paths are those of the profile", hardware -> Traces.NAMED.contains(hardware))),
            Described.of("Traces.wiring()", Traces.wiring(), new Wiring(64, 0), Classifier.<Wiring>by("lines", Vector.of(1, 2, 3, 8, 64), Wiring::lines)),
            Described.of("Traces.traces(100)", Traces.traces(LONGEST), new Trace(SMALLEST, Vector.empty()), kind(), refused(), ends()),
            Described.of("Traces.traces(SMALLEST, 10)", Traces.traces(Arbitraries.just(SMALLEST), SHORT), new Trace(SMALLEST, Vector.empty()), refused(), ends()));
    }

    private static Classifier<Trace> kind() {
        return Classifier.ofParts("event", Vector.of(Event.Tick.class, Event.Stick.class, Event.Start.class, Event.Post.class, Event.Release.class, Event.Rendezvous.class, Event.HandOff.class,
            Event.Reset.class, Event.Proceed.class, Event.Leave.class, Event.Reconfigure.class, Event.Read.class, Event.Write.class, Event.Instruct.class, Event.Answer.class, Event.Request.class,
            Event.Expire.class, Event.Packet.class, Event.Data.class, Event.Reach.class, Event.Interrupt.class).map(Class::getSimpleName), trace -> trace.events().map(event -> event.getClass().getSimpleName()));
    }

    private static Classifier<Trace> refused() {
        return Classifier.ofParts("event", Vector.of("happens", "is refused"), trace -> {
            Vector<String> all = Vector.empty();
            Complex complex = Complex.reset(trace.hardware());
            for (Event event : trace.events()) {
                var reaction = RULES.on(trace.hardware()).react(complex, event);
                all = all.append(reaction.refused() ? "is refused" : "happens");
                complex = reaction.complex();
            }
            return all;
        });
    }

    private static Classifier<Trace> ends() {
        return Classifier.ofParts("in the end a cell is", Vector.of(Phase.values()), trace -> trace.complex(RULES).cells().map(CellState::phase));
    }
}
