/// The adapter that is examined: how it is started, and the sitting that goes on.
package vmmref.vectors.doctor;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.run.Child;
import vmmref.vectors.run.Limits;

/// A sitting that is over is followed by another one when it is needed.
final class Patient implements AutoCloseable {

    private final Seq<String> words;
    private final Pack pack;
    private final Limits limits;
    private final Schemas schemas;
    private final Notes notes = new Notes();
    private Option<Sitting> sitting = Option.none();

    Patient(Seq<String> words, Pack pack, Limits limits) {
        this.words   = words;
        this.pack    = pack;
        this.limits  = limits;
        this.schemas = Schemas.of(pack.folder());
    }

    Pack pack() {
        return pack;
    }

    Limits limits() {
        return limits;
    }

    Schemas schemas() {
        return schemas;
    }

    Notes notes() {
        return notes;
    }

    /// Starts the process, and says hello.
    /// @throws java.io.UncheckedIOException if the system cannot start it
    Sitting started() {
        close();
        Sitting next = new Sitting(new Child(words.asJava(), limits.line()), limits.line(), notes);
        sitting = Option.some(next);
        next.say(Json.line(Json.object().put("cmd", "hello").put("proto", Hello.PROTOCOL).put("pack", pack.manifest().pack())));
        return next;
    }

    /// {@return the sitting that goes on, or a new one that has heard the hello}
    Sitting ready() {
        if (sitting.exists(now -> !now.isOver())) return sitting.get();
        Sitting next = started();
        next.hello(limits.hello());
        return next;
    }

    @Override
    public void close() {
        sitting.forEach(Sitting::close);
        sitting = Option.none();
    }
}
