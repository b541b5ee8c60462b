/// The bases that an adapter was told of, and what it said to them.
package vmmref.vectors.run;

import io.vavr.control.Option;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Vector;

/// A process is told of a base once, before the first case that starts from it, while nothing else is outstanding; a process that is started
/// again is told again. A base that the adapter cannot set up, or that brought down a process which had done nothing else, is not told again:
/// every vector that starts from it gets the same reply. When flat, no base is told, and each case brings its whole start state.
final class Introductions {

    private static final String ADVICE = "answer the base %s with {\"ok\":true}, or with {\"ok\":false,\"why\":\"…\"} if it cannot be set up";

    private final boolean flat;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Reply> rejected = new HashMap<>();
    private Option<Base> awaited = Option.none();

    Introductions(boolean flat) {
        this.flat = flat;
    }

    /// {@return what is sent of a vector}
    Case given(Vector vector) {
        return flat ? vector.given().flat() : vector.given();
    }

    /// {@return the base that the process must be told of before a vector}
    Option<Base> lacking(Vector vector) {
        return base(vector).filter(base -> !known.contains(base.name()));
    }

    /// {@return what a vector gets for a reply because its base was rejected}
    Option<Reply> rejection(Vector vector) {
        return base(vector).flatMap(base -> Option.of(rejected.get(base.name())));
    }

    /// {@return the base whose answer is awaited}
    Option<Base> awaited() {
        return awaited;
    }

    /// {@return the line that tells the process of a base, whose answer is awaited from now on}
    String telling(Base base) {
        awaited = Option.some(base);
        return AnswerLine.request(base) + "\n";
    }

    /// The process answered; `obstacle` is why it cannot set the base up, if it cannot.
    void answered(Option<String> obstacle, String stderr) {
        Base base = awaited.get();
        if (obstacle.isEmpty()) known.add(base.name());
        else rejected.put(base.name(), new Reply.Answered(
            new Answer.Unsupported("the base %s: %s".formatted(base.name(), obstacle.get())), Option.none(), stderr));
        awaited = Option.none();
    }

    /// The process died or had to be ended. The base is to blame if no case was sent before it (`idle`), nor another base.
    /// @return what a reader should know, if the base is tried again
    Option<String> failed(Reply reply, boolean idle) {
        Base    base   = awaited.get();
        boolean blamed = idle && known.isEmpty();
        if (blamed) rejected.put(base.name(), reply);
        awaited = Option.none();
        return Option.when(!blamed, () -> "once the adapter %s; it was started again, and sent the base before anything else".formatted(reply.trouble()));
    }

    /// Another process knows nothing.
    void forget() {
        known.clear();
    }

    /// {@return the rest of a sentence about what happened while an answer was awaited}
    String occasion() {
        return awaited.map(base -> " when it was sent the base " + base.name()).getOrElse("");
    }

    /// {@return a breach with a remedy that fits what is awaited}
    Breach advised(Breach breach) {
        return awaited.map(base -> new Breach(breach.line(), breach.path(), breach.problem(), ADVICE.formatted(base.name()), breach.wrote())).getOrElse(breach);
    }

    private Option<Base> base(Vector vector) {
        return flat ? Option.none() : vector.stimulus().base();
    }
}
