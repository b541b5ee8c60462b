/// A run that goes on where another one was interrupted: what was answered then is not asked again.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Vector;

/// `past` knows what came of a vector then, if anything did; `now` is asked about the others.
public record Resumed(Function<Vector, Option<Reply>> past, Conversation now) implements Conversation {

    @Override
    public Hello hello() {
        return now.hello();
    }

    @Override
    public Option<String> ask(Iterator<Vector> vectors, Replies replies) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        Iterator<Vector> until = io.vavr.collection.Iterator.ofAll(vectors).takeWhile(vector -> wanted.get());
        return now.ask(new Remaining(until, vector -> past.apply(vector).peek(reply -> wanted.set(replies.more(vector, reply))).isEmpty()), replies);
    }

    @Override
    public Seq<Breach> breaches() {
        return now.breaches();
    }

    @Override
    public Seq<String> news() {
        return now.news();
    }

    @Override
    public void close() {
        now.close();
    }
}
