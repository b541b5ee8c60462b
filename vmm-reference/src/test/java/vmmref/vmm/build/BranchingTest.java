package vmmref.vmm.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Builds.BRANCH_FAR;
import static vmmref.spec.Builds.BRANCH_NEAR;
import static vmmref.spec.Builds.BRANCH_REFUSED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;

/// Bundles that branch; their bytes are those of the GNU assembler 2.40.
class BranchingTest {
    private static final Branching BOTH = new Branching(true);

    private static VirtualAddress address(String hexadecimal) {
        return new VirtualAddress(Long.parseUnsignedLong(hexadecimal, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "4000,             4010,             11000000010000000002000010000040",
        "4010,             4000,             110000000100000000020000f0ffff48",
        "2000000000000000, 2000000000fffff0, 110000000100000000020000f0ffff40",
        "2000000001000000, 2000000000000000, 11000000010000000002000000000048",
        "0,                123450,           11000000010000000002000050341240",
        "4000,             4000,             11000000010000000002000000000040",
        "fffffffffffffff0, 0,                11000000010000000002000010000040",
        "0,                fffffffffffffff0, 110000000100000000020000f0ffff48"})
    void aNearTargetIsReachedByAShortBranch(String from, String to, String bundle) {
        Branched near = new Branched.Done(Bundle.ofHex(bundle), BRANCH_NEAR);
        assertEquals(near, BOTH.branch(address(from), address(to)));
        assertEquals(near, new Branching(false).branch(address(from), address(to)));
    }

    @ParameterizedTest
    @CsvSource({
        "0,                1000000,          050000000100010000000000000000c0",
        "1000010,          0,                050000000100feffffff7f00f0ffffc8",
        "0,                123456789abcdef0, 0500000001009a7856341200f0debcc0",
        "0,                4000000000,       050000000100004000000000000000c0",
        "e000000000000000, 2000004000000000, 050000000100004000004000000000c0"})
    void aFarTargetIsReachedByALongBranchIfThereIsOne(String from, String to, String bundle) {
        assertEquals(new Branched.Done(Bundle.ofHex(bundle), BRANCH_FAR), BOTH.branch(address(from), address(to)));
        assertEquals(new Branched.Refused("%s is too far from %s without long branches".formatted(address(to), address(from)), BRANCH_REFUSED), new Branching(false).branch(address(from), address(to)));
    }

    @Test
    void addressesAreThoseOfBundles() {
        assertEquals(new Branched.Refused("a bundle lies at a multiple of 16, not at 0000000000004008 or 0000000000004000", BRANCH_REFUSED), BOTH.branch(address("4008"), address("4000")));
        assertEquals(BRANCH_REFUSED, BOTH.branch(address("4000"), address("4001")).because());
        assertEquals(BRANCH_REFUSED, BOTH.branch(address("4008"), address("4018")).because());
    }
}
