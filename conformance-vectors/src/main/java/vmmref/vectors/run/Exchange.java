/// Cases going out and answers coming in, from the first case to the last reply.
package vmmref.vectors.run;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Vector;

/// Up to `window` cases are outstanding, and their answers come in any order. When the process dies, hangs or garbles its output while
/// several are, it is started again and they are sent again one by one until the one is known that it cannot take; that one gets the
/// verdict, and the exchange goes on. The clock of a case runs from the flush that follows it, and anew from each answer.
final class Exchange {

    private record Asked(int seq, Vector vector) { }

    /// How a process ended, and what it last said on standard error.
    private record Death(Option<String> how, String stderr) { }

    private final Adapter adapter;
    private final Schemas schemas;
    private final Limits limits;
    private final Iterator<Vector> vectors;
    private final Conversation.Replies replies;
    private final Map<Integer, Asked> outstanding = new LinkedHashMap<>();
    private final Deque<Vector> suspects = new ArrayDeque<>();
    private Option<String> suspicion = Option.none();
    private boolean careful;
    private boolean wanted = true;
    private boolean answered;
    private int sent;
    private int firstOfChild = 1;
    private int deathsInARow;
    private int unforgiven;
    private long clock;

    Exchange(Adapter adapter, Schemas schemas, Limits limits, Iterator<Vector> vectors, Conversation.Replies replies) {
        this.adapter = adapter;
        this.schemas = schemas;
        this.limits  = limits;
        this.vectors = vectors;
        this.replies = replies;
    }

    /// @throws AdapterBreakdown if the adapter cannot go on
    void run() {
        while (wanted && !done()) {
            if (outstanding.size() <= window() / 2 && adapter.child().quiet()) send();
            await();
        }
        if (!outstanding.isEmpty()) adapter.bury(0);
    }

    private boolean done() {
        return outstanding.isEmpty() && suspects.isEmpty() && !vectors.hasNext();
    }

    private int window() {
        return careful ? 1 : Math.min(adapter.hello().window(), Limits.WINDOW);
    }

    /// Fills the window, and says that answers are awaited. It waits until half of the window is free, and
    /// nothing is left to read, which keeps the batches of adapters that work in batches large.
    private void send() {
        Child child = adapter.child();
        StringBuilder lines = new StringBuilder();
        while (outstanding.size() < window() && (!suspects.isEmpty() || vectors.hasNext())) {
            Asked asked = new Asked(++sent, suspects.isEmpty() ? vectors.next() : suspects.poll());
            outstanding.put(asked.seq(), asked);
            lines.append(AnswerLine.request(asked.seq(), asked.vector().given())).append('\n');
        }
        if (lines.isEmpty()) return;
        child.send(lines.append("{\"cmd\":\"flush\"}\n").toString());
        clock = System.nanoTime();
    }

    private void await() {
        int limit = adapter.hello().timeoutMillis();
        Option<Child.Event> event = adapter.child().next(clock + limit * 1_000_000L);
        if (event.isEmpty()) died(0, death -> new Reply.TimedOut(limit, answered, death.stderr()));
        else switch (event.get()) {
            case Child.Event.Line(int number, String text)             -> line(number, text);
            case Child.Event.Bytes(int number, String text)            -> garbled(AnswerLine.noText(number, text));
            case Child.Event.Flood(int number, String text)            -> garbled(AnswerLine.flood(number, text, limits.line()));
            case Child.Event.Ended(int number, Option<String> partial) -> died(Adapter.GRACE, death -> new Reply.Crashed(
                death.how().getOrElse("closed its standard output") + Adapter.cutOff(partial), death.stderr()));
        }
    }

    private void line(int number, String text) {
        AnswerLine line;
        try {
            line = AnswerLine.of(text);
        } catch (FieldMistake mistake) {
            garbled(Breach.of(number, text, mistake));
            return;
        }
        Option<Asked> asked = Option.of(outstanding.remove(line.seq()));
        if (asked.isEmpty()) stray(number, text, line.seq());
        else answer(number, text, line, asked.get().vector());
    }

    private void answer(int number, String text, AnswerLine line, Vector vector) {
        Reply reply;
        try {
            Answer answer = line.answer(schemas);
            reply = new Reply.Answered(answer, Option.some(line.json()), adapter.lastWords());
        } catch (FieldMistake mistake) {
            reply = new Reply.Garbled(adapter.note(Breach.of(number, text, mistake)), adapter.lastWords());
        }
        answered     = true;
        deathsInARow = 0;
        if (careful && suspects.isEmpty()) acquit();
        if (suspicion.isEmpty()) careful = false;
        wanted = replies.more(vector, reply);
        clock  = System.nanoTime();
    }

    /// What brought the process down with several cases outstanding did not happen again with any of them alone.
    private void acquit() {
        suspicion.forEach(what -> adapter.tell("once, with several cases outstanding, the adapter " + what
            + "; sent again one by one, every one of them was answered"));
        suspicion = Option.none();
    }

    /// An answer to nothing that is outstanding: no case can be blamed, and the process may go on for a while.
    private void stray(int number, String text, int seq) {
        boolean twice = seq >= firstOfChild && seq <= sent;
        unforgiven(adapter.note(new Breach(number, "$.seq",
            "is %d, which was %s".formatted(seq, twice ? "answered before" : "never asked"),
            twice ? "answer each request once, also after a flush" : "copy the seq of the request that is answered",
            text)));
    }

    private void garbled(Breach breach) {
        boolean blamed = outstanding.size() == 1;
        died(0, death -> new Reply.Garbled(breach, death.stderr()));
        if (blamed) unforgiven(adapter.note(breach));
    }

    private void unforgiven(Breach breach) {
        if (++unforgiven >= limits.breaches())
            throw new AdapterBreakdown("the adapter broke the protocol %d times; the last time, %s".formatted(unforgiven, breach.text()));
    }

    /// The process is of no more use: blames the only case outstanding, or goes to find out which of several it was.
    private void died(int grace, Function<Death, Reply> verdict) {
        Option<String> how = adapter.bury(grace);
        Reply reply = verdict.apply(new Death(how, adapter.lastWords()));
        List<Asked> open = List.copyOf(outstanding.values());
        outstanding.clear();
        firstOfChild = sent + 1;
        if (open.size() == 1) {
            suspicion = Option.none();
            wanted    = replies.more(open.getFirst().vector(), reply);
        } else {
            suspicion = Option.some(reply.trouble());
            careful   = true;
            open.reversed().forEach(asked -> suspects.addFirst(asked.vector()));
        }
        deathsInARow++;
        if (!answered && deathsInARow >= limits.silentDeaths())
            throw new AdapterBreakdown("the adapter has answered nothing, and failed %d times; the last time, it %s".formatted(deathsInARow, reply.trouble()));
        if (deathsInARow >= limits.deathsInARow())
            throw new AdapterBreakdown("the adapter failed %d times in a row; the last time, it %s".formatted(deathsInARow, reply.trouble()));
    }
}
