package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Executions.LOOP_COUNTED;
import static vmmref.spec.Executions.LOOP_PIPELINED;
import static vmmref.spec.Executions.LOOP_PIPELINED_WHILE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Executions;

/// What holds of branches that close loops.
class LoopGuarantees {
    private static final Place<Long> LC = new Place.Application(RegisterNumber.LC);
    private static final Place<Long> EC = new Place.Application(RegisterNumber.EC);
    private static final long TARGET = Started.CODE - 0x40;

    @Guarantee
    @Label("a loop that br.cloop closes runs once more than LC says, and leaves LC at 0")
    @Executions.Checks(LOOP_COUNTED)
    void counted(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 8) int count) {
        Machine machine = LC.with(start.machine(), (long) count);
        int rounds = 0;
        Ended ended;
        do {
            ended   = ended(subject, machine, "br.cloop.sptk.few .-0x40");
            machine = ended.machine();
            rounds++;
        } while (ended.taken() && rounds <= count + 1);
        assertEquals(count + 1, rounds);
        assertEquals(0L, LC.of(machine));
        assertEquals(EC.of(start.machine()), EC.of(machine));
        Ended huge = ended(subject, LC.with(machine, Long.MIN_VALUE), "br.cloop.sptk.few .-0x40");
        assertEquals(Long.MAX_VALUE, LC.of(huge.machine()));
    }

    /// The manual's flow chart, a row for each way through it: what LC and EC were, what becomes of them, what p63 becomes, whether registers rotate, and whether the loop goes on.
    private record Way(long lc, long ec, long lcAfter, long ecAfter, boolean last, boolean rotates, boolean goesOn) { }

    private static final Seq<Way> COUNTED = Vector.of(
        new Way(5, 3, 4, 3, true,  true,  true),
        new Way(1, 0, 0, 0, true,  true,  true),
        new Way(-1, 2, -2, 2, true, true, true),
        new Way(0, 63, 0, 62, false, true, true),
        new Way(0, 2, 0, 1, false, true,  true),
        new Way(0, 1, 0, 0, false, true,  false),
        new Way(0, 0, 0, 0, false, false, false));

    private static final Seq<Way> WHILE = Vector.of(
        new Way(5, 3, 5, 3, false, true,  true),
        new Way(0, 0, 0, 0, false, true,  true));

    private static final Seq<Way> WHILE_OVER = Vector.of(
        new Way(5, 63, 5, 62, false, true, true),
        new Way(0, 2, 0, 1, false, true,  true),
        new Way(7, 1, 7, 0, false, true,  false),
        new Way(7, 0, 7, 0, false, false, false));

    @Guarantee
    @Label("br.ctop and br.cexit go the ways of the manual's flow chart")
    @Executions.Checks(LOOP_PIPELINED)
    void pipelined(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 6) int row, @ForAll boolean exit) {
        assertGoes(subject, start.machine(), COUNTED.get(row), exit, "br.c" + (exit ? "exit" : "top") + ".sptk.few .-0x40");
    }

    @Guarantee
    @Label("br.wtop and br.wexit go the ways of the manual's flow chart")
    @Executions.Checks(LOOP_PIPELINED_WHILE)
    void pipelinedWhile(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 5) int row, @ForAll boolean exit, @ForAll @IntRange(min = 1, max = 62) int predicate) {
        boolean on = row < 2;
        Machine machine = new Place.Predicate(predicate).with(start.machine(), on);
        assertGoes(subject, machine, on ? WHILE.get(row) : WHILE_OVER.get(row - 2), exit, "(p" + predicate + ") br.w" + (exit ? "exit" : "top") + ".sptk.few .-0x40");
    }

    private static void assertGoes(Subject subject, Machine start, Way way, boolean exit, String branch) {
        Machine before = EC.with(LC.with(start, way.lc()), way.ec());
        Ended ended = ended(subject, before, branch);
        Machine after = ended.machine();
        assertEquals(way.goesOn() != exit, ended.taken(), way::toString);
        assertEquals(way.lcAfter(), LC.of(after), way::toString);
        assertEquals(way.ecAfter(), EC.of(after), way::toString);
        assertEquals(way.last(), after.predicate(way.rotates() ? 16 : 63), way::toString);
        assertEquals(!way.rotates(), after.cfm().equals(before.cfm()), way::toString);
    }

    /// How a loop branch ended, and the machine after it, which stands where it stood before.
    private record Ended(boolean taken, Machine machine) { }

    private static Ended ended(Subject subject, Machine machine, String branch) {
        Machine after = machine.with(((Executed.Done) observed(Single.of(Unit.B, branch).on(subject, machine))).effects());
        long next = after.position().bundle().bits();
        assertEquals(next == TARGET ? TARGET : Started.CODE + 16, next);
        return new Ended(next == TARGET, after.withPosition(machine.position()));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }
}
