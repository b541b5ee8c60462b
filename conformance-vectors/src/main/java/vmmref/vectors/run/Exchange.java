/// Cases going out and answers coming in, from the first case to the last reply.
package vmmref.vectors.run;

import io.vavr.control.Option;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Vector;

/// Up to `window` cases are outstanding, and their answers come in any order. When the process dies, hangs or garbles its output, it is
/// started again and the outstanding cases are sent again one by one. A case is to blame if the same happens to a process that was asked
/// no other; it gets the verdict, and the exchange goes on. The clock of a case runs from the flush that follows it, and anew from each
/// answer. A base is told and awaited while no case is outstanding, see {@link Introductions}.
final class Exchange {

    private record Asked(int seq, Vector vector) { }

    /// How a process ended, and what it last said on standard error.
    private record Death(Option<String> how, String stderr) { }

    private final Adapter adapter;
    private final Schemas schemas;
    private final Limits limits;
    private final Introductions bases;
    private final Turns turns;
    private final Conversation.Replies replies;
    private final Map<Integer, Asked> outstanding = new LinkedHashMap<>();
    private final Suspicions suspicions = new Suspicions();
    private boolean careful;
    private boolean wanted = true;
    private boolean answered;
    private int sent;
    private int firstOfChild = 1;
    private int deathsInARow;
    private int unforgiven;
    private int unexplained;
    private long clock;

    Exchange(Adapter adapter, Schemas schemas, Limits limits, Iterator<Vector> vectors, Conversation.Replies replies) {
        this.adapter = adapter;
        this.schemas = schemas;
        this.limits  = limits;
        this.bases   = adapter.introductions();
        this.turns   = new Turns(vectors);
        this.replies = replies;
    }

    /// @throws AdapterBreakdown if the adapter cannot go on
    void run() {
        while (wanted && !done()) {
            if (hasRoom() && adapter.child().quiet()) send();
            if (wanted && (waits() || !adapter.child().quiet())) await();
        }
        if (!outstanding.isEmpty()) adapter.bury(0);
    }

    private boolean done() {
        return outstanding.isEmpty() && turns.isEmpty();
    }

    private boolean hasRoom() {
        return bases.awaited().isEmpty() && outstanding.size() <= window() / 2;
    }

    private boolean waits() {
        return bases.awaited().isDefined() || !outstanding.isEmpty();
    }

    private int window() {
        return careful ? 1 : Math.min(adapter.hello().window(), Limits.WINDOW);
    }

    /// Fills the window, and says that answers are awaited. It waits until half of the window is free, and
    /// nothing is left to read, which keeps the batches of adapters that work in batches large.
    private void send() {
        Child  child = adapter.child();
        String lines = requests();
        if (lines.isEmpty()) return;
        child.send(lines + "{\"cmd\":\"flush\"}\n");
        clock = System.nanoTime();
    }

    /// As many cases as there is room for, up to one whose base the process does not know; or that base, once nothing is outstanding.
    private String requests() {
        StringBuilder lines = new StringBuilder();
        while (wanted && outstanding.size() < window() && !turns.isEmpty()) {
            Option<Reply> rejection = bases.rejection(turns.first());
            Option<Base>  lacking   = bases.lacking(turns.first());
            if (rejection.isDefined()) wanted = replies.more(turns.next(), rejection.get());
            else if (lacking.isEmpty()) lines.append(request(new Asked(++sent, turns.next())));
            else return outstanding.isEmpty() ? bases.telling(lacking.get()) : lines.toString();
        }
        return lines.toString();
    }

    private String request(Asked asked) {
        outstanding.put(asked.seq(), asked);
        return AnswerLine.request(asked.seq(), bases.given(asked.vector())) + "\n";
    }

    private void await() {
        int limit = adapter.timeout();
        Option<Child.Event> event = adapter.child().next(clock + limit * 1_000_000L);
        if (event.isEmpty()) late(limit, Adapter.cutOff(adapter.child().unfinished()));
        else switch (event.get()) {
            case Child.Event.Line(int number, String text)             -> line(number, text);
            case Child.Event.Bytes(int number, String text)            -> garbled(AnswerLine.noText(number, text));
            case Child.Event.Flood(int number, String text)            -> garbled(AnswerLine.flood(number, text, limits.line()));
            case Child.Event.Ended(int number, Option<String> partial) -> died(Adapter.GRACE, Option.none(), death -> new Reply.Crashed(
                death.how().getOrElse("closed its standard output") + Adapter.cutOff(partial) + bases.occasion(), death.stderr()));
        }
    }

    private void late(int limit, String cutOff) {
        Option<String> base = bases.awaited().map(Base::name);
        died(0, Option.none(), death -> new Reply.TimedOut(limit, base, cutOff, answered, death.stderr()));
    }

    private void line(int number, String text) {
        try {
            Fields fields = AnswerLine.object(text);
            if (!fields.has("seq") && (fields.has("ok") || bases.awaited().isDefined())) ready(number, text, fields);
            else answer(number, text, AnswerLine.of(fields));
        } catch (FieldMistake mistake) {
            if (AnswerLine.greets(text)) unforgiven(adapter.note(AnswerLine.again(number, text)));
            else garbled(Breach.of(number, text, mistake));
        }
    }

    /// @throws FieldMistake if it is no answer to a base
    private void ready(int number, String text, Fields fields) {
        Option<String> obstacle = AnswerLine.obstacle(schemas, fields);
        if (bases.awaited().isEmpty())
            unforgiven(adapter.note(new Breach(number, "$.ok", "answers a base, and none was sent since the last answer to one", "answer each base once", text)));
        else bases.answered(obstacle, adapter.lastWords());
    }

    private void answer(int number, String text, AnswerLine line) {
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
        wanted = replies.more(vector, reply);
        clock  = System.nanoTime();
        if (careful) suspicions.unfounded(turns.suspects()).forEach(this::acquit);
        if (suspicions.isEmpty()) careful = false;
    }

    /// What happened did not happen again with any of the cases alone: none is to blame, but the adapter is not sound either.
    private void acquit(Suspicions.Suspicion unfounded) {
        adapter.tell(unfounded.sentence());
        unfounded.breach().forEach(breach -> unforgiven(adapter.note(breach)));
        if (++unexplained >= limits.deathsInARow())
            throw new AdapterBreakdown("the adapter failed %d times though no case is to blame; the last time, it %s".formatted(unexplained, unfounded.trouble()));
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
        Breach  known   = bases.advised(breach);
        boolean settled = died(0, Option.some(known), death -> new Reply.Garbled(known, death.stderr()));
        if (settled) unforgiven(adapter.note(known));
    }

    private void unforgiven(Breach breach) {
        if (++unforgiven >= limits.breaches())
            throw new AdapterBreakdown("the adapter broke the protocol %d times; the last time, %s".formatted(unforgiven, breach.text()));
    }

    /// The process is of no more use: blames the base or the only case that it was asked, or goes to find out which of several it was.
    /// @return whether it is known what is to blame
    private boolean died(int grace, Option<Breach> breach, Function<Death, Reply> verdict) {
        Option<String> how = adapter.bury(grace);
        Reply   reply   = verdict.apply(new Death(how, adapter.lastWords()));
        boolean settled = bases.awaited().isDefined();
        if (settled) bases.failed(reply, sent < firstOfChild).forEach(adapter::tell);
        else settled = blamed(reply, breach);
        firstOfChild = sent + 1;
        deathsInARow++;
        if (!answered && deathsInARow >= limits.silentDeaths())
            throw new AdapterBreakdown("the adapter has answered nothing, and failed %d times; the last time, it %s".formatted(deathsInARow, reply.trouble()));
        if (deathsInARow >= limits.deathsInARow())
            throw new AdapterBreakdown("the adapter failed %d times in a row; the last time, it %s".formatted(deathsInARow, reply.trouble()));
        return settled;
    }

    private boolean blamed(Reply reply, Option<Breach> breach) {
        List<Asked> open = List.copyOf(outstanding.values());
        boolean alone = open.size() == 1 && open.getFirst().seq() == firstOfChild;
        outstanding.clear();
        if (alone) {
            suspicions.clear();
            wanted = replies.more(open.getFirst().vector(), reply);
        } else {
            suspicions.add(new Suspicions.Suspicion(reply.trouble(), open.size(), turns.suspects(), breach));
            careful = true;
            turns.suspect(open.stream().map(Asked::vector).toList());
        }
        return alone;
    }
}
