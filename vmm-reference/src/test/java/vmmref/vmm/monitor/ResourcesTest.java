package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import vmmref.model.profile.Profile;

class ResourcesTest {
    @Test
    void allThatAHostHas() {
        assertEquals(new Resources(16, 1024, (1 << 18) - 16, (1 << 21) - 1), Resources.of(Profile.named("merced").get().dimensions()));
        assertEquals(new Resources(16, 1024, (1 << 24) - 16, (1 << 24) - 1), Resources.of(Profile.named("maximal").get().dimensions()));
    }

    @Test
    void aGuestNeedsEightRegionsAndAnInstructionTwoKeys() {
        assertEquals(8, new Resources(15, 0, 8, 2).regions());
        assertThrows(IllegalArgumentException.class, () -> new Resources(15, 0, 7, 2));
        assertThrows(IllegalArgumentException.class, () -> new Resources(15, 0, 8, 1));
    }
}
