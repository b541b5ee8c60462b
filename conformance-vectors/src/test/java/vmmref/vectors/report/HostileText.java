/// Text that no report may take for its own, and runs full of it.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Breach;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Recorded;
import vmmref.vectors.run.Reply;

final class HostileText {

    static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u001b[31m\u202e\u0000\"'& ";

    private HostileText() { }

    /// {@return an implementation that says it wherever it may say anything, and so on for a while}
    static Conversation implementation() {
        Hello right = Examples.hello(Examples.ITANIUM2);
        Hello hello = new Hello(1, new Hello.Impl(EVIL, EVIL, EVIL, Option.some("javascript:alert(3)")), right.kinds(),
            new Parameters(right.profile().values().put(EVIL, EVIL)), "observe", Option.none(), 1, 2_000);
        Map<String, Integer> numbers = HashMap.ofEntries(Judged.CORE.map(Vector::id).zipWithIndex());
        return new Recorded(hello, vector -> reply(vector, numbers.get(vector.id()).get()), List.of(new Breach(3, "$." + EVIL, "is " + EVIL, "write less", EVIL)), List.of(EVIL));
    }

    private static Reply reply(Vector vector, int number) {
        return switch (number % 7) {
            case 0  -> new Reply.Crashed("exited with code " + number + " " + EVIL, (EVIL + "\n").repeat(20));
            case 1  -> new Reply.TimedOut(2_000, true, EVIL);
            case 2  -> Examples.answered(new Answer.Failed(EVIL + number));
            case 3  -> Examples.answered(new Answer.Unsupported(EVIL + number));
            case 4  -> Examples.done(HashMap.ofEntries(vector.expect().post().mapValues(text -> EVIL)));
            case 5  -> Examples.done(HashMap.of(EVIL + number, EVIL.repeat(1_000)));
            default -> Examples.done(HashMap.ofEntries(vector.expect().post()).put("slot9." + "x".repeat(number % 97), EVIL));
        };
    }
}
