package vmmref.vectors.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;

/// Values that are not the same.
class UnlikeTest {
    private static final CodecKind CODEC = new CodecKind();

    private static Seq<String> unlike(String place, String value) {
        return CODEC.unlike(place, value);
    }

    @Test @DisplayName("an instruction has neighbours: another operand, another completer, another predicate")
    void instructions() {
        assertEquals(Vector.of("(p6) ld8.nta r9=[r9]", "(p6) ld8.nta r8=[r8]", "(p6) ld8 r8=[r9]", "(p7) ld8.nta r8=[r9]", "unassigned", "unmodelled"),
            unlike("slot0", "(p6) ld8.nta r8=[r9]"));
        assertEquals(Vector.of("adds r9=0,r2", "adds r8=1,r2", "adds r8=0,r3", "(p1) adds r8=0,r2", "unassigned", "unmodelled"), unlike("slot0", "mov r8=r2"));
        assertEquals(Vector.of("unassigned", "unmodelled"), unlike("slot0", "loadrs"));
    }

    @Test @DisplayName("no instruction, a treatment, a template")
    void words() {
        assertEquals(Vector.of("nop.m 0x0", "unmodelled"), unlike("slot1", "unassigned"));
        assertEquals(Vector.of("illegal-if-predicated", "nop"), unlike("slot1.unassigned", "illegal"));
        assertEquals(23, unlike("template", "MII;").size());
        assertFalse(unlike("template", "MII;").contains("MII;"));
    }

    @Test @DisplayName("the digits of a bundle need no help")
    void bundle() {
        assertEquals(Vector.empty(), unlike("bundle", "014000401a0400000002000000000400"));
    }

    @Test @DisplayName("no two of them are the same, of whatever the pack expects of any place")
    void neverTheSame() {
        Pack.open(Path.of("vectors")).vectors(Tier.CORE, family -> family.startsWith("codec/")).forEachRemaining(vector -> vector.expect().post().forEach((place, value) ->
            unlike(place, value).forEach(other -> assertFalse(CODEC.same(vector.given(), place, value, other), vector.id() + " " + place + ": " + value + " and " + other))));
    }
}
