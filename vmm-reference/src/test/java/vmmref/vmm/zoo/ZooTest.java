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
import vmmref.model.machine.Semantics;
import vmmref.model.profile.Profile;

class ZooTest {
    private static final Profile PROFILE = Profile.named("maximal").get();

    /// For each member a bundle that it reads wrongly, and beside it one that it reads rightly.
    @Test
    void membersAreWrongInOneThing() {
        differs("AcceptsReservedTemplates", "060000000100000000020000000004 00", "000000000100000000020000000004 00");
        differs("ForgetsInnerStops", "0a000000010000000002000000000400", "0b000000010000000002000000000400".replace("0b", "09"));
        differs("LosesSignOfLongBranch", "05000000010000000000000000000" + "8c9", "0500000001000000000000000000000" + "0");
        differs("OverlooksThashWithUnusedBits", "014014401a0400000002000000000400", "014000401a0400000002000000000400");
        differs("TakesPredicateOnCover", "3700000002000000000010000000" + "0020", "17000000020000000000100000000020".replace("20000000000", "20000000000"));
    }

    private static void differs(String name, String wrong, String right) {
        Semantics member = Zoo.named(name).get().semantics(PROFILE);
        Semantics architected = Semantics.architected(PROFILE);
        Bundle wronged = Bundle.ofHex(wrong.replace(" ", ""));
        Bundle other = Bundle.ofHex(right.replace(" ", ""));
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
