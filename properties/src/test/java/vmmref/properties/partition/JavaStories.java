package vmmref.properties.partition;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Opening;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Word;
import vmmref.properties.arbitrary.Trace;
import vmmref.properties.arbitrary.Traces;

/// Stories that the Java model tells of small hardware.
final class JavaStories {
    private static final int TRACES     = 800;
    private static final int MOST       = 60;
    private static final int SHORTEST   = 4;
    private static final int LONGEST    = 10;
    private static final int CLASSES    = 1 << RegisterClass.values().length;

    private JavaStories() { }

    /// A part of a trace.
    ///
    /// @param boots whether it is the beginning
    private record Part(Hardware hardware, Complex start, Seq<Event> events, boolean boots) {

        /// {@return which event was decided by which clause}
        Set<String> decisions() {
            Complex complex = start;
            Set<String> decisions = HashSet.of("boots " + boots);
            for (Event event : events) {
                var reaction = rules(hardware).react(complex, event);
                decisions = decisions.add(kind(event) + (changes(event) ? " " + reaction.because() : ""));
                complex = reaction.complex();
            }
            return decisions;
        }

        private static boolean changes(Event event) {
            return !(event instanceof Event.Data || event instanceof Event.Reach || event instanceof Event.Interrupt);
        }

        private static String kind(Event event) {
            return event.getClass().getSimpleName() + switch (event) {
                case Event.Answer answer -> answer.consent() ? " yes" : " no";
                case Event.Packet packet -> packet.configures() ? " configuring" : "";
                default                  -> "";
            };
        }

        Story story() {
            Seq<Word> held = start.controllers().flatMap(JavaStories::words);
            Seq<Word> come = events.flatMap(each -> switch (each) {
                case Event.Write write   -> Option.some(write.value());
                case Event.Packet packet -> Option.some(packet.payload());
                default                  -> Option.none();
            });
            Spelling spelling = new Spelling(hardware, Vector.of(Word.ZERO).appendAll(held).appendAll(come).distinct());
            return Replay.story(Replay.RULES, spelling, start, events.map(Option::some));
        }
    }

    private static Seq<Word> words(Controller controller) {
        return Vector.of(controller.firewall().bits(), controller.sharing().bits(), controller.interrupt().bits()).map(Word::new).append(controller.general()).append(controller.configuration());
    }

    /// {@return so many stories: first those that show most of what the others before do not, an event that is decided by a clause}
    static Seq<Story> some(int count, long seed) {
        Seq<Tuple2<Part, Set<String>>> left = parts(seed).map(each -> Tuple.of(each, each.decisions()));
        Set<String> shown = HashSet.empty();
        Vector<Part> chosen = Vector.empty();
        while (chosen.size() < count) {
            Set<String> before = shown;
            Tuple2<Part, Set<String>> next = left.maxBy(each -> each._2.count(decision -> !before.contains(decision))).get();
            chosen = chosen.append(next._1);
            shown = shown.union(next._2);
            left = left.remove(next);
        }
        return chosen.map(Part::story);
    }

    private static Seq<Part> parts(long seed) {
        Random random = new Random(seed);
        java.util.List<Part> parts = new java.util.ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<Trace> traces = Traces.traces(hardware(), MOST).generator(TRACES, false);
            for (int i = 0; i < TRACES; i++) parts(traces.next(random).value(), random).forEach(parts::add);
        });
        return Vector.ofAll(parts);
    }

    private static Seq<Part> parts(Trace trace, Random random) {
        Vector<Part> parts = Vector.empty();
        Complex start = Complex.reset(trace.hardware());
        int length = SHORTEST;
        for (int from = 0; from + length <= trace.events().size(); from += length) {
            length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
            Seq<Event> events = trace.events().slice(from, from + length);
            parts = parts.append(new Part(trace.hardware(), start, events, from == 0));
            start = events.foldLeft(start, (complex, event) -> rules(trace.hardware()).react(complex, event).complex());
        }
        return parts.filter(each -> each.events.size() >= SHORTEST);
    }

    static Arbitrary<Hardware> hardware() {
        Arbitrary<Integer> oneOrTwo = Arbitraries.of(1, 2);
        Arbitrary<Integer> number   = Arbitraries.integers().between(0, 1000);
        Arbitrary<Integer> classes  = Arbitraries.integers().between(0, CLASSES - 1);
        Arbitrary<Opening> opening  = Combinators.combine(classes, classes, classes).as((read, write, more) -> new Opening(read, write | more));
        return Combinators.combine(oneOrTwo, oneOrTwo, oneOrTwo, number, number, opening, opening, number).as(JavaStories::hardware);
    }

    private static Hardware hardware(int cells, int processors, int partitions, int reports, int statuses, Opening secure, Opening unsecure, int other) {
        Hardware named = Traces.NAMED.get(0);
        Opening closed = new Opening(unsecure.readable(), unsecure.writable() & ~(1 << RegisterClass.ROUTE.ordinal()));
        return new Hardware(cells, processors, partitions, of(Wirings.of(processors), reports), of(Wirings.of(cells * processors), statuses), of(Vector.of(Hardware.InTransfer.values()), other),
            of(Vector.of(Hardware.Gate.values()), other / 2), secure, closed, named.refusal(), named.barred());
    }

    private static <T> T of(Seq<T> all, int number) {
        return all.get(number % all.size());
    }

    private static Partitioner rules(Hardware hardware) {
        return Replay.RULES.on(hardware);
    }
}
