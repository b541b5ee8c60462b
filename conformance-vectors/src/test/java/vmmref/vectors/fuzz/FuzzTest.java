/// Spoiled lines are read, or refused with a message for people; nothing else happens.
package vmmref.vectors.fuzz;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.run.AdapterBreakdown;
import vmmref.vectors.run.UsageMistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `mvn verify` spoils 8,000 lines; `-Dvmmref.fuzz=1000000` spoils a million, and tells how it goes.
class FuzzTest {

    private static final int  USUAL  = 8_000;
    private static final long LONGEST = 1_000_000_000L;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private long slowest;

    @Test @DisplayName("every spoiled line is read, or refused with a message for people, within a second")
    void spoiled(@TempDir Path folder) {
        int count = Integer.getInteger("vmmref.fuzz", USUAL);
        Seq<Target> targets = Target.all(folder);
        for (int number = 0; number < count; number++) {
            Random random = new Random(2026L * 1_000_003 + number);
            Target target = targets.get(number % targets.size());
            spoil(target, random, number);
            if (number % 100_000 == 99_999) System.out.printf("[status] phase=fuzz done=%d total=%d slowest=%d ms%n", number + 1, count, slowest / 1_000_000);
        }
        if (count > USUAL) System.out.println(outcomes);
        targets.forEach(target -> {
            assertTrue(outcomes.containsKey(target.name() + ": read"), target.name() + " was never read: " + outcomes);
            assertTrue(outcomes.keySet().stream().anyMatch(key -> key.startsWith(target.name() + ": refused")), target.name() + " was never refused: " + outcomes);
        });
        assertEquals(List.empty(), List.of(Mutation.values()).reject(mutation -> outcomes.containsKey("mutation " + mutation)));
    }

    private void spoil(Target target, Random random, int number) {
        String line = target.lines().get(random.nextInt(target.lines().size()));
        for (int times = 1 + random.nextInt(3); times > 0 && !line.isEmpty(); times--) {
            Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
            line = mutation.of(line, target.lines().get(random.nextInt(target.lines().size())), random);
            count("mutation " + mutation);
        }
        long start = spentSoFar();
        count(target.name() + ": " + outcome(target, line, number));
        long spent = spentSoFar() - start;
        slowest = Math.max(slowest, spent);
        assertTrue(spent < LONGEST, () -> "%s %d took %d ms".formatted(target.name(), number, spent / 1_000_000));
    }

    /// {@return nanoseconds for which a processor worked on this thread, so that what else the machine does does not count}
    private static long spentSoFar() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String outcome(Target target, String line, int number) {
        try {
            target.read().read(line);
            return "read";
        } catch (FieldMistake | PackDamage | UsageMistake | AdapterBreakdown refused) {
            Told.people(refused.getMessage());
            return "refused by " + refused.getClass().getSimpleName();
        } catch (Exception | Error finding) {
            throw new AssertionError("%s, line %d: %s\n%s".formatted(target.name(), number, finding, line.substring(0, Math.min(2_000, line.length()))), finding);
        }
    }

    private void count(String what) {
        outcomes.merge(what, 1, Integer::sum);
    }
}
