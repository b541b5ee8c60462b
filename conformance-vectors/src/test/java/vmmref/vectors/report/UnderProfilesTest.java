/// What profiles make of one vector.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UnderProfilesTest {

    private static final Expectation LONG = new Expectation(Outcome.DONE,
        HashMap.of("template", "MLX;", "slot0", "nop.m 0", "slot1", "brl.cond.sptk.few .+0x40"), Option.some("LONG_INSTRUCTION_SLOTS"), HashMap.empty());

    private static Vector vector(Needs needs, String source) {
        return Examples.vector("codec/long/0001", Level.MUST, needs, Examples.decode("050000000100000000000000400000c0"), LONG, source);
    }

    @Test @DisplayName("where a profile has no long branches, the model expects something else; another spelling is the same")
    void differs() {
        UnderProfiles profiles = UnderProfiles.of(vector(Needs.none(), "model"));
        assertEquals("""
              merced, minimal: slot1 unassigned instead of brl.cond.sptk.few .+0x40, by LONG_BRANCH_ABSENT; slot1.unassigned illegal instead of -, by LONG_BRANCH_ABSENT
              itanium2, montecito, maximal: the same
            """, profiles.text());
        assertEquals("{\"profile\":\"merced\",\"asked\":true,\"differs\":["
            + "{\"place\":\"slot1\",\"expected\":\"brl.cond.sptk.few .+0x40\",\"got\":\"unassigned\",\"by\":\"LONG_BRANCH_ABSENT\"},"
            + "{\"place\":\"slot1.unassigned\",\"expected\":\"-\",\"got\":\"illegal\",\"by\":\"LONG_BRANCH_ABSENT\"}]}", profiles.json().get(0).toString());
    }

    @Test @DisplayName("a profile that does not meet the needs is not asked, and the parameter is named")
    void needs() {
        assertEquals("""
              it needs brl true
              merced, minimal: not asked, as brl is false there
              itanium2, montecito, maximal: the same
            """, UnderProfiles.of(vector(new Needs(HashMap.of("brl", "true")), "model")).text());
    }

    @Test @DisplayName("what an independent source says is the same everywhere")
    void typed() {
        assertEquals("  merced, itanium2, montecito, minimal, maximal: the same\n", UnderProfiles.of(vector(Needs.none(), "manual")).text());
    }
}
