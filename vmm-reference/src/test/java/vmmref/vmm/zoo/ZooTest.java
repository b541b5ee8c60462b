package vmmref.vmm.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.semantics.Semantics;
import vmmref.model.profile.Profile;

class ZooTest {
    private static final Profile PROFILE = Profile.named("maximal").get();

    /// For each member a bundle that it reads wrongly, and beside it one that it reads rightly.
    @Test
    void membersAreWrongInOneThing() {
        differs("AcceptsReservedTemplates", "06000000010000000002000000000400", "00000000010000000002000000000400");
        differs("ForgetsInnerStops", "0a000000010000000002000000000400", "09000000010000000002000000000400");
        differs("LosesSignOfLongBranch", "050000000100ffffffff7f00f0ffffc8", "050000000100000000000000400000c0");
        differs("OverlooksThashWithUnusedBits", "014014121a0400000002000000000400", "014000121a0400000002000000000400");
        differs("TakesPredicateOnCover", "17000000000800000000900200000800", "17000000000800000000100000000800");
    }

    private static void differs(String name, String wrong, String right) {
        Semantics member = Zoo.named(name).get().semantics(PROFILE);
        Semantics architected = Semantics.architected(PROFILE);
        Bundle wronged = Bundle.ofHex(wrong);
        Bundle other = Bundle.ofHex(right);
        assertNotEquals(architected.decode().apply(wronged), member.decode().apply(wronged), name);
        assertEquals(architected.decode().apply(other), member.decode().apply(other), name);
    }

    @Test
    void membersAreNamedAfterTheirDefectAndSmall() throws IOException {
        for (Member member : Zoo.members()) {
            long lines = Files.readString(Path.of("src/main/java/vmmref/vmm/zoo", member.name() + ".java")).lines()
                .dropWhile(line -> !line.contains("private static Function1")).count();
            assertTrue(lines <= 30, member.name() + " has " + lines + " lines that are wrong");
            assertTrue(!member.breaks().isEmpty(), member.name());
        }
        assertEquals(Vector.empty(), Zoo.named("Nobody").toVector());
    }
}
