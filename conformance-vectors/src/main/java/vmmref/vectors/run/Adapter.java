/// An implementation in a process of its own that speaks the adapter protocol AP/1: JSON Lines over standard input and output.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Vector;

/// The process lives as long as the conversation, unless it dies or has to be ended; {@link Exchange} then has it started again.
public final class Adapter implements Conversation {

    /// How long a process whose output has ended may take to exit, in milliseconds.
    static final int GRACE = 200;

    private final List<String> words;
    private final String pack;
    private final Schemas schemas;
    private final Limits limits;
    private final List<Breach> breaches = new ArrayList<>();
    private final Map<String, Integer> news = new LinkedHashMap<>();
    private final Introductions bases;
    private final Hello hello;
    private Child child;
    private boolean alive;

    /// Starts a command and greets it. `pack` is the version of the pack that it will be judged by, `schemas` are the pack's.
    /// @throws UsageMistake   if the command is no command line
    /// @throws AdapterBreakdown if it cannot be started, or does not introduce itself
    public static Adapter start(String command, String pack, Schemas schemas) {
        return start(command, pack, schemas, false);
    }

    /// Starts a command as {@link #start(String, String, Schemas)} does; when `flat`, cases bring their whole start states, and it is told of
    /// no base.
    public static Adapter start(String command, String pack, Schemas schemas, boolean flat) {
        return new Adapter(command, pack, schemas, Limits.usual(), flat);
    }

    Adapter(String command, String pack, Schemas schemas, Limits limits) {
        this(command, pack, schemas, limits, false);
    }

    Adapter(String command, String pack, Schemas schemas, Limits limits, boolean flat) {
        this.words   = ShellWords.of(command).asJava();
        this.bases   = new Introductions(flat);
        this.pack    = pack;
        this.schemas = schemas;
        this.limits  = limits;
        this.hello   = greeted();
        if (hello.timeoutMillis() > limits.answer())
            tell("the adapter's hello asks for %,d ms a case; no case gets more than %,d ms".formatted(hello.timeoutMillis(), limits.answer()));
    }

    @Override
    public Hello hello() {
        return hello;
    }

    @Override
    public Seq<Breach> breaches() {
        return io.vavr.collection.List.ofAll(breaches);
    }

    @Override
    public Seq<String> news() {
        return io.vavr.collection.List.ofAll(news.entrySet())
            .map(told -> told.getValue() == 1 ? told.getKey() : "%s (%,d times)".formatted(told.getKey(), told.getValue()));
    }

    @Override
    public Option<String> ask(Iterator<Vector> vectors, Replies replies) {
        try {
            new Exchange(this, schemas, limits, vectors, replies).run();
            return Option.none();
        } catch (AdapterBreakdown over) {
            return Option.some(over.getMessage());
        }
    }

    @Override
    public void close() {
        if (!alive) return;
        alive = false;
        Option<Integer> exit = child.dismiss("{\"cmd\":\"bye\"}\n", limits.bye());
        if (exit.isEmpty())
            tell("the adapter did not exit within %d ms of bye, and was ended".formatted(limits.bye()));
        exit.filter(code -> code != 0).forEach(code -> tell("after its last answer, the adapter %s, and not with code 0".formatted(Child.ending(code))));
    }

    /// {@return the process, started again if need be}
    Child child() {
        for (int attempt = 1; !alive; attempt++) {
            try {
                Hello again = greeted();
                if (!again.equals(hello))
                    throw new AdapterBreakdown("the adapter introduced itself differently after it was started again: first %s, then %s"
                        .formatted(Printable.of(Json.line(hello.json()), Printable.SENTENCE), Printable.of(Json.line(again.json()), Printable.SENTENCE)));
            } catch (AdapterBreakdown silent) {
                if (alive) bury(0);
                if (attempt >= limits.restarts()) throw silent;
            }
        }
        return child;
    }

    /// {@return what the process has been told of}
    Introductions introductions() {
        return bases;
    }

    /// Ends the process and whatever it started.
    /// @return how it ended by itself, if it did
    Option<String> bury(int grace) {
        alive = false;
        return child.kill(grace);
    }

    /// {@return how long a case may take, in milliseconds}
    int timeout() {
        return Math.min(hello.timeoutMillis(), limits.answer());
    }

    /// {@return what the process, alive or not, wrote to standard error since the last time}
    String lastWords() {
        return child.stderr();
    }

    Breach note(Breach breach) {
        breaches.add(breach);
        return breach;
    }

    void tell(String sentence) {
        news.merge(sentence, 1, Integer::sum);
    }

    /// Starts the process and reads its hello.
    private Hello greeted() {
        try {
            child = new Child(words, limits.line());
        } catch (UncheckedIOException cannot) {
            throw new NoStart(words.getFirst(), cannot.getCause()).told();
        }
        alive = true;
        bases.forget();
        child.send(Json.line(Json.object().put("cmd", "hello").put("proto", Hello.PROTOCOL).put("pack", pack)) + "\n");
        try {
            return introduced(child.next(System.nanoTime() + limits.hello() * 1_000_000L));
        } catch (AdapterBreakdown rude) {
            bury(0);
            throw rude;
        }
    }

    private Hello introduced(Option<Child.Event> first) {
        if (first.isEmpty())
            throw new AdapterBreakdown(("the adapter said nothing within %d ms of hello%s; does it read standard input, and flush standard "
                + "output after each line?%s").formatted(limits.hello(), cutOff(child.unfinished()), murmur()));
        return switch (first.get()) {
            case Child.Event.Line(int number, String text)             -> hello(number, text);
            case Child.Event.Bytes(int number, String text)            -> throw rude(AnswerLine.noText(number, text));
            case Child.Event.Flood(int number, String text)            -> throw rude(AnswerLine.flood(number, text, limits.line()));
            case Child.Event.Ended(int number, Option<String> partial) -> throw new AdapterBreakdown("the adapter %s before it said hello%s%s"
                .formatted(bury(GRACE).getOrElse("closed its standard output"), cutOff(partial), murmur()));
        };
    }

    private Hello hello(int number, String text) {
        try {
            return AnswerLine.hello(schemas, text);
        } catch (FieldMistake mistake) {
            throw rude(Breach.of(number, text, mistake));
        }
    }

    private AdapterBreakdown rude(Breach breach) {
        return new AdapterBreakdown("the adapter's hello breaks the protocol: " + note(breach).text() + murmur());
    }

    /// {@return the rest of a sentence about a line that was never ended}
    static String cutOff(Option<String> partial) {
        return partial.map(text -> ", in the middle of a line: " + Printable.of(text, Printable.QUOTED)).getOrElse("");
    }

    private String murmur() {
        String said = lastWords().strip();
        return said.isEmpty() ? "" : "; on standard error it said:\n" + Printable.lines(said).indent(4).stripTrailing();
    }
}
