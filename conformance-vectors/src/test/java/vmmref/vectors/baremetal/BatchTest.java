/// What an adapter makes of simulators that crash, hang and lie.
package vmmref.vectors.baremetal;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BatchTest {
    private static final String[] IDS = {"step/manual/0001", "step/manual/0002", "step/manual/0003", "step/manual/0004", "step/manual/0005"};
    private static final long TURNS = 2_000_000;

    /// A simulator that runs images on our own machine, and then does something to the dump.
    private static final class Spoiling implements Simulator {
        private final UnaryOperator<Ran> spoil;
        private final AtomicInteger runs = new AtomicInteger();

        private Spoiling(UnaryOperator<Ran> spoil) {
            this.spoil = spoil;
        }

        @Override public Ran run(Image image) {
            runs.incrementAndGet();
            return spoil.apply(new Ran(Option.some(new ImageRun(Semantics.architected(Sample.PROFILE)).log(image, TURNS)), "ended with exit code 0"));
        }
    }

    private static Map<String, Answer> answers(Simulator simulator) {
        return LinkedHashMap.ofEntries(new Batch(simulator, Export.MOST).answers(Sample.sheet(IDS).cases()));
    }

    private static String failure(Map<String, Answer> answers, String id) {
        return assertInstanceOf(Answer.Failed.class, answers.get(id).get()).detail();
    }

    /// {@return a dump as a simulator leaves it that dies in the case that starts with a register at a value}
    private static Simulator.Ran diesIn(Simulator.Ran ran, Image image, CaseRecord culprit) {
        int number = image.records().indexWhere(record -> record.expressed().preparation().start().equals(culprit.expressed().preparation().start()));
        if (number < 0) return ran;
        byte[] dump = ran.dump().get();
        ByteBuffer.wrap(dump).order(ByteOrder.LITTLE_ENDIAN).putLong(LogLayout.FINISHED, number).putLong(LogLayout.END, 0);
        return new Simulator.Ran(Option.some(dump), "ended with exit code 139");
    }

    @Test @DisplayName("a simulator that does its work is asked once")
    void works() {
        Spoiling simulator = new Spoiling(ran -> ran);
        Map<String, Answer> answers = answers(simulator);
        assertEquals(5, answers.count(answer -> Sample.isExpected(Sample.CORE.get().get(answer._1).get(), answer._2)));
        assertEquals(1, simulator.runs.get());
    }

    @Test @DisplayName("the case at which it crashes is an error, and the others are answered")
    void crashes() {
        CaseRecord culprit = Sample.sheet(IDS[2]).image().records().head();
        Simulator inner = image -> new Simulator.Ran(Option.some(new ImageRun(Semantics.architected(Sample.PROFILE)).log(image, TURNS)), "ended with exit code 0");
        Map<String, Answer> answers = answers(image -> diesIn(inner.run(image), image, culprit));
        assertEquals("the command ended with exit code 139, and this case is not over", failure(answers, IDS[2]));
        assertEquals(4, answers.count(answer -> answer._2 instanceof Answer.Observed));
    }

    @Test @DisplayName("where a crash leaves no dump, halves are tried until the culprit is alone")
    void leavesNothing() {
        CaseRecord culprit = Sample.sheet(IDS[3]).image().records().head();
        Simulator inner = image -> new Simulator.Ran(Option.some(new ImageRun(Semantics.architected(Sample.PROFILE)).log(image, TURNS)), "ended with exit code 0");
        Map<String, Answer> answers = answers(image -> image.records().exists(record -> record.expressed().preparation().start().equals(culprit.expressed().preparation().start()))
            ? new Simulator.Ran(Option.none(), "did not end within 1 s") : inner.run(image));
        assertEquals("the command did not end within 1 s, and it left no dump", failure(answers, IDS[3]));
        assertEquals(4, answers.count(answer -> answer._2 instanceof Answer.Observed));
    }

    @Test @DisplayName("a log of another image is no answer")
    void lies() {
        byte[] other = new ImageRun(Semantics.architected(Sample.PROFILE)).log(Sample.sheet("step/manual/0006").image(), TURNS);
        Map<String, Answer> answers = answers(image -> new Simulator.Ran(Option.some(other), "ended with exit code 0"));
        assertTrue(failure(answers, IDS[0]).contains("its dump is the log of image "), failure(answers, IDS[0]));
        assertEquals(5, answers.count(answer -> answer._2 instanceof Answer.Failed));
    }

    @Test @DisplayName("a simulator that does not start is tried once")
    void absent() {
        AtomicInteger runs = new AtomicInteger();
        Map<String, Answer> answers = answers(image -> {
            runs.incrementAndGet();
            return Simulator.Ran.never("does not start (no such file)");
        });
        assertEquals(1, runs.get());
        assertEquals(java.util.Set.of(new Answer.Failed("the command does not start (no such file)")), answers.values().toJavaSet());
    }

    @Test @DisplayName("a simulator of which nothing ever comes is given up")
    void nothing() {
        AtomicInteger runs = new AtomicInteger();
        Map<String, Answer> answers = LinkedHashMap.ofEntries(new Batch(image -> {
            runs.incrementAndGet();
            return new Simulator.Ran(Option.none(), "ended with exit code 1");
        }, Export.MOST).answers(io.vavr.collection.Vector.rangeClosed(1, 30).map("step/manual/%04d"::formatted).flatMap(id -> Sample.export(id).sheets().flatMap(Sheet::cases))));
        assertTrue(runs.get() < 20, () -> runs + " runs");
        assertTrue(answers.values().exists(answer -> answer.equals(new Answer.Failed("was not tried: nothing came of 12 runs of the command before"))), answers::toString);
    }
}
