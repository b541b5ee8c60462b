package vmmref.vmm.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.spec.Builds;
import vmmref.spec.Table;

/// A builder answers each question with the function that stands for it.
class BuilderTest {
    private static final Builder BUILDER = Builder.reference(Profile.named("maximal").get());
    private static final VirtualAddress AT = new VirtualAddress(0x4000);
    private static final Bundle BUNDLE = Program.bundle("MII", "thash r8=r32 | nop.i 0x0 | nop.i 0x0");

    @Test
    void theReferenceAnswersEveryQuestion() {
        RawBlock block = new RawBlock(Vector.of(new RawDescription(Unit.B, 4L << 37, 0, Vector.of(new RawPortion(0, false, 13, 20)))));
        assertEquals(new Built.Done(Vector.of(Slot.of(0x8000002000L)), Builds.PORTIONS_JOINED), BUILDER.build(block, Vector.of(1L)));
        assertEquals(new Branched.Done(Bundle.ofHex("11000000010000000002000010000040"), Builds.BRANCH_NEAR), BUILDER.branch(AT, new VirtualAddress(0x4010)));
        assertEquals(new Packed.Done(Vector.of(Program.bundle("MII;", "add r1=r2,r3 | nop.i 0x0 | nop.i 0x0")), Builds.BUNDLES_PACKED), BUILDER.pack(Program.lines("add r1=r2,r3 ;;")));
        assertEquals(new Insertion.Planned(Vector.of(new Act.Write(AT, 1), new Act.Settle()), Builds.WRITES_ORDERED), BUILDER.insert(AT, Vector.of(new Bundle(0, 0)), Vector.of(new Bundle(1, 0))));
    }

    @Test
    void eachFunctionCanBeReplacedAlone() {
        Built built = new Built.Refused("no", Builds.VALUE_REFUSED);
        Branched branched = new Branched.Refused("no", Builds.BRANCH_REFUSED);
        Packed packed = new Packed.Refused("no", Builds.GROUP_BROKEN);
        Trapped trapped = new Trapped.Refused("no", Builds.TRAP_REFUSED);
        Carried carried = new Carried.Refused("no", Builds.BRANCH_PATCH_REFUSED);
        Insertion inserted = new Insertion.Refused("no", Builds.INSERTION_REFUSED);
        assertEquals(built, BUILDER.withJoin((block, values) -> built).build(new RawBlock(Vector.empty()), Vector.empty()));
        assertEquals(branched, BUILDER.withBranch((from, to) -> branched).branch(AT, AT));
        assertEquals(packed, BUILDER.withPack(lines -> packed).pack(Vector.empty()));
        assertEquals(trapped, BUILDER.withTrap(patch -> trapped).trap(new TrapPatch(BUNDLE, 0, 1)));
        assertEquals(carried, BUILDER.withCarry((builder, patch) -> carried).carry(new BranchPatch(BUNDLE, AT, 0, Vector.empty(), AT)));
        assertEquals(inserted, BUILDER.withInsert((at, memory, changed) -> inserted).insert(AT, Vector.empty(), Vector.empty()));
    }

    /// What carries a bundle asks the builder that it belongs to.
    @Test
    void aBranchPatchBranchesAndPacksAsTheBuilderDoes() {
        BranchPatch patch = new BranchPatch(BUNDLE, AT, 0, Program.lines("tpa r8=r32"), new VirtualAddress(0x8000));
        assertEquals(new Carried.Refused("no way", Builds.BRANCH_PATCH_REFUSED), BUILDER.withBranch((from, to) -> new Branched.Refused("no way", Builds.BRANCH_REFUSED)).carry(patch));
        assertEquals(new Carried.Refused("no bundle", Builds.BRANCH_PATCH_REFUSED), BUILDER.withPack(lines -> new Packed.Refused("no bundle", Builds.GROUP_BROKEN)).carry(patch));
    }

    @Test
    void whatIsNoInstructionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Line(Unit.L, Slot.ZERO, false));
        assertThrows(IllegalArgumentException.class, () -> new Line(Unit.M, new Slot(0, 1), false));
        assertThrows(IllegalArgumentException.class, () -> new BlockDescription(Vector.empty()));
    }

    @Test
    void aBundleWithAHoleCannotMove() {
        Bundle hole = Bundle.of(new Bundle.Fields(0, Slot.of(0x8000000L), Slot.of(0x8000000L), Slot.of(0x8000000L | 3L << 37)));
        assertEquals(new Carried.Refused("slot 2 holds no instruction that is known", Builds.BRANCH_PATCH_REFUSED), BUILDER.carry(new BranchPatch(hole, AT, 0, Vector.empty(), new VirtualAddress(0x8000))));
    }

    @Test
    void aBundleWithAReservedTemplateCannotMove() {
        Bundle reserved = Bundle.ofHex("06000000010000000002000000000400");
        assertEquals(new Carried.Refused("the template code is reserved", Builds.BRANCH_PATCH_REFUSED), BUILDER.carry(new BranchPatch(reserved, AT, 0, Vector.empty(), new VirtualAddress(0x8000))));
    }

    @Test
    void theTableOfPlacesNamesTwentyMnemonicsOfTwentyForms() {
        GroupPlaces places = GroupPlaces.of(Table.named("group-places"));
        assertEquals(GroupPlaces.architected(), places);
        assertEquals(20, places.bound().size());
        assertEquals(GroupPlace.LAST, places.of(Program.lines("itc.d r2 ;;").head()));
        assertEquals(GroupPlace.ANYWHERE, places.of(Program.lines("itr.d dtr[r3]=r2").head()));
    }

    @Test
    void aTemplateIsFilledWithAsManyInstructionsAsItHasSlots() {
        Filling mlx = Filling.of(Templates.architected().named("MLX;").get());
        assertEquals(Vector.of(Unit.M, Unit.X), mlx.units());
        assertEquals(Vector.of(false, true), mlx.stops());
        assertEquals(Vector.of(true, false, true), Filling.of(Templates.architected().named("M;MI;").get()).stops());
        assertEquals(Slot.of(0x20d2000200L), Written.instruction(Unit.M, "thash r8=r32").encode());
    }
}
