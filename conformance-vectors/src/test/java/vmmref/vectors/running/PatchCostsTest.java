/// What the chapter on patched pages says of costs is what the monitor does today.
package vmmref.vectors.running;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.scratch.ScratchSet;

class PatchCostsTest {
    private static final int ROUNDS = 100;
    private static final Monitoring CAUGHT = Guests.RULES.catching(Catching.KEYS);
    private static final Seq<Monitoring> WAYS = Vector.of(CAUGHT.patching(4, 14), CAUGHT.patching(4, 0), CAUGHT.taking(ScratchSet.HIGH).patching(4, 14));
    private static final String PARKED = "branch patch, registers parked";
    private static final String KERNEL = "mov.m r26=ar.k3";
    private static final Seq<String> INSTRUCTIONS = Vector.of("adds r26=1,r26", KERNEL, "thash r26=r8", "ttag r26=r8", "mov r26=cpuid[r6]", "mov r26=pmd[r6]", "probe.r r26=r8,0", "fc r8", "cover", "epc", "tpa r26=r8", "mov r26=psr", "mov cr.iva=r8", "ssm 0x2000", "setf.sig f40=r8");
    private static final String HASH = "thash r26=r8";

    /// What an instruction costs each time it is executed.
    ///
    /// @param way  how it is executed
    /// @param once what its page costs, once
    private record Row(String instruction, String way, long exits, long operations, long hardware, long once) {
        static Row of(String instruction, Monitoring rules) {
            Loop loop = new Loop(instruction);
            Loop.Cost one  = loop.cost(rules, 1);
            Loop.Cost more = loop.cost(rules, 1 + ROUNDS);
            return new Row(instruction, way(one), each(more.exits() - one.exits()), each(more.operations() - one.operations()), each(more.instructions() - one.instructions()) - Loop.OTHERS, one.first());
        }

        private static long each(long all) {
            assertEquals(0, all % ROUNDS, "not the same in each round");
            return all / ROUNDS;
        }

        private static String way(Loop.Cost cost) {
            Copies copies = cost.end().monitor().copies();
            boolean branches = copies.made().values().exists(copy -> !copy.detours().isEmpty());
            boolean breaks   = copies.made().values().exists(copy -> !copy.breaks().isEmpty());
            boolean parks    = copies.made().values().exists(copy -> copy.detours().values().exists(detour -> detour.parking().isDefined()));
            return parks ? PARKED : branches ? "branch patch" : breaks ? "trap patch" : cost.exits() > 1 ? "traps by itself" : "as it stands";
        }

        String line() {
            return String.format(Locale.ROOT, "| `%s` | %s | %,d | %,d | %,d | %,d |", instruction, way, exits, operations, hardware, once);
        }
    }

    private static Seq<Row> rows() {
        return INSTRUCTIONS.flatMap(instruction -> WAYS.map(rules -> Row.of(instruction, rules)).distinctBy(Row::way));
    }

    private static Row row(Seq<Row> rows, String instruction, String way) {
        return rows.find(row -> row.instruction().equals(instruction) && row.way().equals(way)).get();
    }

    private static String saved(Seq<Row> rows) {
        Row plain  = row(rows, "adds r26=1,r26", "as it stands");
        Row branch = row(rows, KERNEL, "branch patch");
        Row trap   = row(rows, KERNEL, "trap patch");
        return String.format(Locale.ROOT, "Each move from a kernel register that is branched around saves an exit of %,d operations, and costs %,d instructions of the hardware in place of one; its page costs %,d operations once, where one in which nothing is patched costs %,d and one with a break %,d.",
            trap.operations(), branch.hardware(), branch.once(), plain.once(), trap.once())
            + String.format(Locale.ROOT, " A `thash` in parked registers saves as much, and costs %,d instructions; but each use of the set by the guest itself costs an exit then.", row(rows, HASH, PARKED).hardware());
    }

    @Test @DisplayName("so much does an instruction cost that is patched, and so much one that is not")
    void costs() throws IOException {
        Seq<Row> rows = rows();
        new ChapterSection("What patches cost").assertHolds(Vector.of("A guest executes each instruction in a loop (`itanium2`, first accesses caught by keys; registers are parked where f32 to f127 are taken as a scratch set, too). Exits, operations of the monitor and instructions that the hardware does are those of one execution; in the last column are the operations of the answer to the first fetch from the page.", "",
            "| instruction | way | exits | operations | instructions | first fetch |", "|---|---|--:|--:|--:|--:|").appendAll(rows.map(Row::line)).appendAll(Vector.of("", saved(rows))));
    }
}
