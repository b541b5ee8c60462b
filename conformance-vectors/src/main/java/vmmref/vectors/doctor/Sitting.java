/// One start of the adapter that is examined, from its first line to its last.
package vmmref.vectors.doctor;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.lang3.StringUtils;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.run.AnswerLine;
import vmmref.vectors.run.Breach;
import vmmref.vectors.run.Child;

/// Lines that are no answers are noted, and do not stop it.
final class Sitting implements AutoCloseable {

    private static final int MOST_NOISE = 1000;
    private static final int GRACE      = 200;
    private static final int SHOWN      = 300;

    private final Child child;
    private final Notes notes;
    private final int lineLimit;
    private Option<String> over = Option.none();
    private int seq;

    Sitting(Child child, int lineLimit, Notes notes) {
        this.child     = child;
        this.lineLimit = lineLimit;
        this.notes     = notes;
    }

    /// {@return how the process ended, if it did}
    Option<String> over() {
        return over;
    }

    boolean isOver() {
        return over.isDefined();
    }

    int nextSeq() {
        return ++seq;
    }

    void say(String line) {
        child.send(line + "\n");
    }

    /// {@return the first line that is an object, if one comes in time}
    Option<Child.Event.Line> hello(int millis) {
        return line(millis, line -> nothingWrong(line, AnswerLine::object));
    }

    /// Listens until every one of some numbers was answered, or time is up.
    Heard hear(Set<Integer> asked, int millis) {
        Set<Integer> open = LinkedHashSet.ofAll(asked);
        Seq<AnswerLine> answers = List.empty();
        int strays = 0;
        while (!open.isEmpty() && strays < MOST_NOISE) {
            Option<Child.Event.Line> line = line(millis, next -> nothingWrong(next, AnswerLine::of));
            if (line.isEmpty()) break;
            AnswerLine answer = AnswerLine.of(line.get().text());
            if (open.contains(answer.seq())) {
                answers = answers.append(answer);
                open    = open.remove(answer.seq());
            } else {
                stray(line.get(), answer.seq());
                strays++;
            }
        }
        return new Heard(answers, over);
    }

    /// {@return the answer to a base, if one comes in time}
    Option<Child.Event.Line> told(int millis) {
        return line(millis, line -> nothingWrong(line, AnswerLine::object) && !AnswerLine.object(line.text()).has("seq"));
    }

    /// {@return whether anything is said within some time}
    boolean spoke(int millis) {
        return line(millis, line -> true).isDefined();
    }

    void endInput() {
        child.endInput();
    }

    Option<Integer> exit(int millis) {
        return child.exit(millis);
    }

    /// {@return what it started and did not end, a moment after its own end}
    Seq<String> left() {
        for (int i = 0; i < GRACE / 20 && !child.started().isEmpty(); i++) LockSupport.parkNanos(20_000_000L);
        return child.started();
    }

    @Override
    public void close() {
        child.kill(0);
        notes.said(child.stderr());
    }

    private Option<Child.Event.Line> line(int millis, Predicate<Child.Event.Line> wanted) {
        long deadline = System.nanoTime() + millis * 1_000_000L;
        for (int i = 0; i < MOST_NOISE && !isOver(); i++) {
            Option<Child.Event> event = child.next(deadline);
            if (event.isEmpty()) return Option.none();
            switch (event.get()) {
                case Child.Event.Line line                                 -> { if (wanted.test(line)) return Option.some(line); }
                case Child.Event.Bytes(int number, String text)            -> notes.noise(AnswerLine.noText(number, text));
                case Child.Event.Flood(int number, String text)            -> end(AnswerLine.flood(number, text, lineLimit));
                case Child.Event.Ended(int number, Option<String> partial) -> ended(number, partial);
            }
        }
        return Option.none();
    }

    private boolean nothingWrong(Child.Event.Line line, Function<String, ?> reader) {
        try {
            reader.apply(line.text());
            return true;
        } catch (FieldMistake mistake) {
            notes.noise(Breach.of(line.number(), line.text(), mistake));
            return false;
        }
    }

    private void stray(Child.Event.Line line, int number) {
        notes.noise(new Breach(line.number(), "$.seq", "is %d, which was never asked, or was answered before".formatted(number),
            "answer each request once, with its own seq", line.text()));
    }

    private void end(Breach flood) {
        notes.noise(flood);
        child.kill(0);
        over = Option.some("wrote a line that does not end, and was ended");
    }

    private void ended(int number, Option<String> partial) {
        String how  = child.kill(GRACE).getOrElse("closed its standard output");
        String all  = child.stderr();
        String said = StringUtils.abbreviate(all.strip(), SHOWN);
        notes.said(all);
        over = Option.some(how + partial.map(text -> " in the middle of line " + number).getOrElse("") + (said.isEmpty() ? "" : "; on standard error it said: " + said));
    }
}
