package vmmref.vmm.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.spec.Builds.BRANCH_PATCH_REFUSED;
import static vmmref.spec.Builds.SLOT_TRAPPED;
import static vmmref.spec.Builds.TRAP_REFUSED;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;

/// An instruction becomes a break, or a bundle a branch to a stub.
class PatchTest {
    private static final Builder BUILDER = Builder.reference(Profile.named("maximal").get());
    private static final VirtualAddress AT = new VirtualAddress(0x4000);
    private static final VirtualAddress STUB = new VirtualAddress(0x8000);

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "M;MI; > (p6) thash r8=r32 | nop.m 0x0 | nop.i 0x0  > 0 > M;MI; (p6) break.m 0x5 | nop.m 0x0 | nop.i 0x0",
        "MII   > nop.m 0x0 | (p7) mov b0=r1 | add r1=r2,r3  > 1 > MII nop.m 0x0 | (p7) break.i 0x5 | add r1=r2,r3",
        "MII   > nop.m 0x0 | mov b0=r1 | (p8) add r1=r2,r3  > 2 > MII nop.m 0x0 | mov b0=r1 | (p8) break.i 0x5",
        "MFI   > nop.m 0x0 | (p9) fma.s0 f6=f7,f1,f8 | nop.i 0x0 > 1 > MFI nop.m 0x0 | (p9) break.f 0x5 | nop.i 0x0",
        "MIB;  > nop.m 0x0 | nop.i 0x0 | cover              > 2 > MIB; nop.m 0x0 | nop.i 0x0 | break.b 0x5",
        "MLX;  > nop.m 0x0 | (p5) movl r4=0x123456789abcdef > 1 > MLX; nop.m 0x0 | (p5) break.x 0x5"})
    void aBreakStandsInTheSlot(String template, String before, int slot, String after) {
        assertEquals(after.strip(), Program.text(((Trapped.Done) BUILDER.trap(new TrapPatch(Program.bundle(template, before.strip()), slot, 5))).bundle()));
    }

    /// Slot 0 = 0x20d2000200: cookbook, 0x00000000140 for `break.m 5`; the other bytes stay.
    @Test
    void theBytesOfATrap() {
        assertEquals(new Trapped.Done(Bundle.ofHex("01280000000000000002000000000400"), SLOT_TRAPPED), BUILDER.trap(new TrapPatch(Bundle.ofHex("014000401a0400000002000000000400"), 0, 5)));
    }

    @Test
    void someSlotsCannotTrap() {
        Bundle mii = Program.bundle("MII", "add r1=r2,r3 | nop.i 0x0 | nop.i 0x0");
        Bundle mlx = Program.bundle("MLX", "nop.m 0x0 | movl r4=0x5");
        trapRefused("no instruction begins in slot 3", mii, 3, 5);
        trapRefused("no instruction begins in slot -1", mii, -1, 5);
        trapRefused("no instruction begins in slot 2", mlx, 2, 5);
        trapRefused("the instruction in slot 0 does something though its predicate is 0", Program.bundle("MII", "(p6) cmp.eq.unc p7,p8=r2,r3 | nop.i 0x0 | nop.i 0x0"), 0, 5);
        trapRefused("the instruction in slot 1 does something though its predicate is 0", Program.bundle("MFI", "nop.m 0x0 | (p6) frcpa.s0 f6,p7=f8,f9 | nop.i 0x0"), 1, 5);
        trapRefused("the instruction in slot 2 does something though its predicate is 0", Program.bundle("MIB", "nop.m 0x0 | nop.i 0x0 | (p16) br.wtop.sptk.few .+0x10"), 2, 5);
        trapRefused("the immediate 0 is 0 or does not fit", mii, 0, 0);
        trapRefused("the immediate 200000 is 0 or does not fit", mii, 0, 0x200000);
        trapRefused("the immediate ffffffffffffffff is 0 or does not fit", mii, 0, -1);
        trapRefused("the immediate 4000000000000000 is 0 or does not fit", mlx, 1, 1L << 62);
        trapRefused("the template code is reserved", Bundle.ofHex("06000000010000000002000000000400"), 0, 5);
        trapRefused("slot 0 holds no instruction that is known", Bundle.of(new Bundle.Fields(0, Slot.of(0x8000000L | 3L << 37), Slot.of(0x8000000L), Slot.of(0x8000000L))), 0, 5);
        assertEquals(SLOT_TRAPPED, BUILDER.trap(new TrapPatch(mii, 0, 0x1fffff)).because());
        assertEquals(SLOT_TRAPPED, BUILDER.trap(new TrapPatch(mlx, 1, (1L << 62) - 1)).because());
    }

    private static void trapRefused(String why, Bundle bundle, int slot, long immediate) {
        assertEquals(new Trapped.Refused(why, TRAP_REFUSED), BUILDER.trap(new TrapPatch(bundle, slot, immediate)));
    }

    private static Carried carried(String template, String bundle, int slot, String replacement) {
        return BUILDER.carry(new BranchPatch(Program.bundle(template, bundle.strip()), AT, slot, Program.lines(replacement), STUB));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "MII;  > thash r8=r32 | add r1=r2,r3 | nop.i 0x1       > 0 > adds r8=1,r32                  > MII; adds r8=1,r32 | add r1=r2,r3 | nop.i 0x1",
        "M;MI  > (p6) thash r8=r32 | ld8 r9=[r8] | nop.i 0x1   > 0 > adds r8=1,r32 ;; | add r8=r8,r8 > MII; (p6) adds r8=1,r32 | nop.i 0x0 | nop.i 0x0 / M;MI (p6) add r8=r8,r8 | ld8 r9=[r8] | nop.i 0x1",
        "MLX;  > thash r8=r32 | movl r4=0x5                    > 0 > add r8=r2,r3                   > MLX; add r8=r2,r3 | movl r4=0x5",
        "MLX;  > ld8 r1=[r2] | movl r4=0x5                     > 1 > add r4=r2,r3                   > MII; ld8 r1=[r2] | add r4=r2,r3 | nop.i 0x0",
        "MIB;  > ld8 r1=[r2] | nop.i 0x1 | epc                 > 2 > ''                             > MII; ld8 r1=[r2] | nop.i 0x1 | nop.i 0x0",
        "M;MI; > itc.d r2 | thash r8=r32 | nop.i 0x1           > 1 > mov r8=r9                      > M;MI; itc.d r2 | adds r8=0,r9 | nop.i 0x1"})
    void theStubExecutesTheRest(String template, String bundle, int slot, String replacement, String stub) {
        Carried.Done done = assertInstanceOf(Carried.Done.class, carried(template, bundle, slot, replacement));
        assertEquals("MIB; nop.m 0x0 | nop.i 0x0 | br.cond.sptk.few .+0x4000", Program.text(done.bundle()));
        assertEquals(stub.strip(), done.stub().bundles().init().map(Program::text).mkString(" / "));
        long back = 0x4010 - (0x8000 + 16 * (done.stub().bundles().size() - 1));
        assertEquals("MIB; nop.m 0x0 | nop.i 0x0 | br.cond.sptk.few .-0x" + Long.toHexString(-back), Program.text(done.stub().bundles().last()));
    }

    /// Predicates that are not the victim's, or that nothing after it needs, may change; under p0 anything may stand there.
    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "(p6) thash r8=r32      > cmp.eq p7,p8=r2,r3 | nop.m 0x1",
        "(p6) thash r8=r32      > nop.m 0x1 | cmp.eq p6,p8=r2,r3",
        "thash r8=r32           > cmp.eq.unc p6,p8=r2,r3 | nop.m 0x1",
        "thash r8=r32           > mov pr=r2,-2 | nop.m 0x1",
        "cmp.eq.unc p6,p7=r2,r3 > nop.m 0x1"})
    void somePredicatesMayChange(String victim, String replacement) {
        assertInstanceOf(Carried.Done.class, carried("MII;", victim.strip() + " | nop.i 0x1 | nop.i 0x1", 0, replacement));
    }

    @Test
    void aStubFarAwayIsReachedByLongBranches() {
        Bundle bundle = Program.bundle("MII;", "thash r8=r32 | nop.i 0x1 | nop.i 0x1");
        BranchPatch patch = new BranchPatch(bundle, AT, 0, Program.lines("mov r8=0"), new VirtualAddress(0x2000000000000000L));
        Carried.Done done = (Carried.Done) BUILDER.carry(patch);
        assertEquals("MLX; nop.m 0x0 | brl.cond.sptk.few .+0x1fffffffffffc000", Program.text(done.bundle()));
        assertEquals("MLX; nop.m 0x0 | brl.cond.sptk.few .-0x1fffffffffffc000", Program.text(done.stub().bundles().last()));
        assertEquals(BRANCH_PATCH_REFUSED, Builder.reference(Profile.named("merced").get()).carry(patch).because());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "MIB; > thash r8=r32 | nop.i 0x1 | br.cond.sptk.few .+0x10    > 0 > nop.m 0x1        > the instruction in slot 2 depends on its address",
        "MIB; > thash r8=r32 | nop.i 0x1 | br.call.sptk.few b0=b1     > 0 > nop.m 0x1        > the instruction in slot 2 depends on its address",
        "MIB; > thash r8=r32 | nop.i 0x1 | epc                        > 0 > nop.m 0x1        > the instruction in slot 2 depends on its address",
        "MII; > thash r8=r32 | mov r1=ip | nop.i 0x1                  > 0 > nop.m 0x1        > the instruction in slot 1 depends on its address",
        "MLX; > thash r8=r32 | brl.call.sptk.few b0=.+0x10            > 0 > nop.m 0x1        > the instruction in slot 1 depends on its address",
        "MII; > (p6) thash r8=r32 | nop.i 0x1 | nop.i 0x1             > 0 > cover ;;         > the instruction 00010000000 of unit B is not known or cannot have the qualifying predicate p6",
        "MII; > (p6) thash r8=r32 | nop.i 0x1 | nop.i 0x1             > 0 > (p7) mov r8=r9   > the instruction 10800900207 of unit A is not known or cannot have the qualifying predicate p6",
        "MII; > thash r8=r32 | nop.i 0x1 | nop.i 0x1                  > 0 > cover            > the instruction 0, 00010000000, must be the last of its group",
        "MIB; > thash r8=r32 | nop.i 0x1 | vmsw.0                     > 0 > nop.m 0x1        > the instruction in slot 2 depends on its address",
        "MIB; > nop.m 0x1 | nop.i 0x1 | (p16) br.wexit.sptk.few .+0x10 > 2 > nop.m 0x1       > the instruction in slot 2 does something though its predicate is 0",
        "MMF; > nop.m 0x1 | nop.m 0x1 | (p6) frsqrta.s0 f6,p7=f8      > 2 > nop.m 0x1        > the instruction in slot 2 does something though its predicate is 0",
        "MII; > nop.m 0x1 | (p6) tbit.z.unc p7,p8=r9,3 | nop.i 0x1    > 1 > nop.m 0x1        > the instruction in slot 1 does something though its predicate is 0",
        "MII; > (p6) thash r8=r32 | nop.i 0x1 | nop.i 0x1             > 0 > cmp.eq.unc p7,p8=r2,r3 > the instruction 1c0403051c0 of unit A is not known or cannot have the qualifying predicate p6",
        "MII; > (p6) thash r8=r32 | nop.i 0x1 | nop.i 0x1             > 0 > cmp.eq p6,p8=r2,r3 | nop.m 0x1 > the instruction 1c040304180 of unit A may change p6, which those after it need",
        "MII; > (p6) thash r8=r32 | nop.i 0x1 | nop.i 0x1             > 0 > cmp.eq p8,p6=r2,r3 ;; | nop.m 0x1 > the instruction 1c030304200 of unit A may change p6, which those after it need",
        "MII; > (p6) thash r8=r32 | nop.i 0x1 | nop.i 0x1             > 0 > mov pr=r2,-2 | nop.m 0x1 > the instruction 016ff005fc0 of unit I may change p6, which those after it need",
        "MMI; > thash r8=r32 | nop.m 0x1 | nop.i 0x1                  > 3 > nop.m 0x1        > no instruction begins in slot 3"})
    void someBundlesStay(String template, String bundle, int slot, String replacement, String why) {
        assertEquals(new Carried.Refused(why.strip(), BRANCH_PATCH_REFUSED), carried(template, bundle, slot, replacement));
    }

    @Test
    void aStubLiesElsewhereAndWhereBundlesLie() {
        Bundle bundle = Program.bundle("MII;", "thash r8=r32 | nop.i 0x1 | nop.i 0x1");
        for (long stub : new long[] {0x4000, 0x3ff0, 0x4010, 0x8008}) {
            assertEquals(BRANCH_PATCH_REFUSED, BUILDER.carry(new BranchPatch(bundle, AT, 0, Program.lines("mov r8=0"), new VirtualAddress(stub))).because());
        }
        for (long stub : new long[] {0x3fe0, 0x4020}) {
            assertInstanceOf(Carried.Done.class, BUILDER.carry(new BranchPatch(bundle, AT, 0, Vector.empty(), new VirtualAddress(stub))));
        }
    }
}
