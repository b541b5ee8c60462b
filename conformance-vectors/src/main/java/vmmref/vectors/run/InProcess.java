/// An implementation in this Java process, asked one case after another.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Iterator;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Vector;

/// What it throws is its answer: the case is an error, and the run goes on. There is no time limit: nothing in Java ends a loop from outside.
public record InProcess(Implementation implementation) implements Conversation {

    @Override
    public Hello hello() {
        return implementation.hello();
    }

    @Override
    public Option<String> ask(Iterator<Vector> vectors, Replies replies) {
        boolean wanted = true;
        while (wanted && vectors.hasNext()) {
            Vector vector = vectors.next();
            wanted = replies.more(vector, new Reply.Answered(answer(vector.given()), Option.none(), ""));
        }
        return Option.none();
    }

    private Answer answer(Case given) {
        try {
            return Option.of(implementation.answer(given)).getOrElse(() -> new Answer.Failed("it answered null"));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError thrown) {
            return new Answer.Failed("it threw " + thrown);
        }
    }

    @Override
    public Seq<Breach> breaches() {
        return List.empty();
    }

    @Override
    public Seq<String> news() {
        return List.empty();
    }

    @Override
    public void close() { }
}
