/// Answers that were given before, asked for again.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Iterator;
import java.util.function.Function;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Vector;

/// `reply` says what came of a vector; `breaches` and `news` are what reading the answers brought to light.
public record Recorded(Hello hello, Function<Vector, Reply> reply, Seq<Breach> breaches, Seq<String> news) implements Conversation {

    /// {@return answers of which there is nothing to tell}
    public static Recorded of(Hello hello, Function<Vector, Reply> reply) {
        return new Recorded(hello, reply, List.empty(), List.empty());
    }

    @Override
    public Option<String> ask(Iterator<Vector> vectors, Replies replies) {
        boolean wanted = true;
        while (wanted && vectors.hasNext()) {
            Vector vector = vectors.next();
            wanted = replies.more(vector, reply.apply(vector));
        }
        return Option.none();
    }

    @Override
    public void close() { }
}
