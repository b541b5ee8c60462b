/// How fast something goes: so many of something in so much time, beside what this machine makes of a calibration.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import java.util.function.IntSupplier;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Vector;

/// `unit` is what is counted.
public record Speed(String what, String unit, long count, double seconds) {

    /// {@return how many in a second}
    public double rate() {
        return count / seconds;
    }

    /// {@return the speed as an object}
    public ObjectNode json() {
        return Json.object().put("what", what).put("unit", unit).put("count", count)
            .put("seconds", Math.round(seconds * 1000) / 1000.0).put("rate", Math.round(rate()));
    }

    /// {@return the speed of something that counts what it does; it is done again and again, for a while to warm up and then for so many seconds}
    public static Speed of(String what, String unit, double seconds, IntSupplier doing) {
        repeated(what, unit, seconds / 2, doing);
        return repeated(what, unit, seconds, doing);
    }

    /// {@return the speed of judging vectors over a conversation}
    public static Speed of(String what, double seconds, Conversation conversation, Judge judge, Seq<Vector> vectors) {
        return of(what, "vectors", seconds, () -> {
            Run run = new Run(conversation, judge, new Waivers(KnownFailures.none()), false);
            return run.of(vectors.iterator(), vectors::iterator, judgement -> { }).tally().ran();
        });
    }

    /// {@return the speed of a small mutable interpreter: eight registers, four operations, a loop}
    public static Speed calibration(double seconds) {
        return of("calibration: a small mutable interpreter", "instructions", seconds, Speed::interpreted);
    }

    private static Speed repeated(String what, String unit, double seconds, IntSupplier doing) {
        long start = System.nanoTime();
        long count = 0;
        double spent;
        do {
            count += doing.getAsInt();
            spent  = (System.nanoTime() - start) / 1e9;
        } while (spent < seconds);
        return new Speed(what, unit, count, spent);
    }

    private static final int STEPS = 1_000_000;
    private static final int[] PROGRAM = {0x0121, 0x1232, 0x2343, 0x0414, 0x1545, 0x2656, 0x0767, 0x3000};

    private static int interpreted() {
        long[] registers = {1, 2, 3, 5, 7, 11, 13, 17};
        int ip = 0;
        for (int i = 0; i < STEPS; i++) {
            int word = PROGRAM[ip];
            int to   = word >> 8 & 7;
            long a   = registers[word >> 4 & 7];
            long b   = registers[word & 7];
            switch (word >> 12) {
                case 0  -> registers[to] = a + b;
                case 1  -> registers[to] = a ^ b << 1;
                case 2  -> registers[to] = a - b;
                default -> ip = -1;
            }
            ip++;
        }
        return registers[0] == 0 ? STEPS - 1 : STEPS;
    }
}
