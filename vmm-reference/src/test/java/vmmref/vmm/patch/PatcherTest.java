package vmmref.vmm.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;
import vmmref.vmm.recognize.Place;

/// Pages at 0x3000 of two bundles, stubs at 0xe100000000000000.
class PatcherTest {
    private static final Profile PROFILE = Profile.named("maximal").get();
    private static final Patcher PATCHER = Patcher.of(PROFILE, false);
    private static final Addressing ADDRESSING = new Addressing(new Psr(0), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(12 << 2))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY);
    private static final Stubs ROOM = new Stubs(new PhysicalAddress(0x100000), new VirtualAddress(0xe100000000000000L), 12);
    private static final Constants CONSTANTS = new Constants(Vector.of(0x10L, 0x11L, 0x12L, 0x1122334455667788L, 0x14L, 0x15L, 0x16L, 0x17L), ADDRESSING, PROFILE);
    private static final Bundle NOP = bundle("MII", "nop.m 0", "nop.i 0", "nop.i 0");

    private static Bundle bundle(String template, String... texts) {
        return ((AssembledBundle.Done) Assembler.architected().bundle(template, Vector.of(texts))).bundle();
    }

    private static Patched patched(Bundle bundle, Seq<VirtualAddress> stubs) {
        return PATCHER.patched(new Site(new VirtualAddress(0x3000), stubs, CONSTANTS, false), Vector.of(NOP, bundle));
    }

    private static Patched patched(Bundle bundle) {
        return patched(bundle, ROOM.free(HashSet.empty(), false));
    }

    @Test
    void whatIsNotSensitiveStays() {
        assertEquals(Vector.of(NOP, NOP), patched(NOP).bundles());
        assertTrue(patched(NOP).breaks().isEmpty() && patched(NOP).detours().isEmpty());
    }

    @Test
    void aMoveOfAKernelRegisterIsBranchedAround() {
        Patched patched = patched(bundle("M;MI;", "(p6) mov.m r26=ar.k3", "ld8 r27=[r8]", "adds r30=1,r30"));
        assertEquals(Vector.of(1), patched.detours().keySet().toVector());
        assertTrue(patched.breaks().isEmpty());
        assertEquals(5, patched.bundles().get(1).low() & 31, "the template of a long branch");
        Detour detour = patched.detours().get(1).get();
        assertEquals(new VirtualAddress(0xe100000000000000L), detour.at());
        assertEquals(3, detour.begins().size());
        assertEquals(bundle("MLX;", "nop.m 0", "(p6) movl r26=0x1122334455667788"), patched.stubs().get(1).get().head());
    }

    @Test
    void aStubIsKnownPlaceByPlace() {
        Detour detour = patched(bundle("M;MI;", "mov.m r26=ar.k3", "ld8 r27=[r8]", "adds r30=1,r30")).detours().get(1).get();
        assertEquals(new Place(0, 1), detour.ends().head());
        assertEquals(Option.some(0), detour.next(detour.at(), 0));
        assertEquals(Option.some(0), detour.next(detour.at(), 1));
        assertEquals(Option.some(0), detour.slot(detour.at(), 1));
        assertEquals(Option.none(), detour.slot(detour.at(), 0));
        VirtualAddress second = new VirtualAddress(detour.at().bits() + 16);
        assertEquals(Option.some(1), detour.next(second, 0));
        assertEquals(second, detour.bundle(1));
        assertEquals(Option.none(), detour.next(new VirtualAddress(detour.at().bits() + 16L * (detour.length() - 1)), 2));
        assertTrue(detour.has(second) && !detour.has(new VirtualAddress(detour.at().bits() + 16L * detour.length())) && !detour.has(new VirtualAddress(detour.at().bits() - 16)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"M;MI; ~ thash r26=r8 ~ nop.m 0 ~ nop.i 0 ~ 0", "M;MI; ~ ld8 r27=[r8] ~ mov.m r26=ar.k3 ~ nop.i 0 ~ 1", "M;MI; ~ mov.m r32=ar.k3 ~ nop.m 0 ~ nop.i 0 ~ 0", "M;MI; ~ mov.m r0=ar.k3 ~ nop.m 0 ~ nop.i 0 ~ 0",
        "MFB; ~ nop.m 0 ~ nop.f 0 ~ cover ~ 2", "MMB ~ mov.m r26=ar.k3 ~ nop.m 0 ~ br.cond.sptk.few b6 ~ 0"})
    void theseTrap(String template, String first, String second, String third, int slot) {
        Patched patched = patched(bundle(template, first, second, third));
        assertEquals(HashSet.of(new Place(1, slot)), patched.breaks());
        assertTrue(patched.detours().isEmpty());
    }

    private static Patched parking(Bundle bundle) {
        Addressing table = ADDRESSING.withPta(new Pta(0x48000 | 15 << 2));
        return Patcher.of(PROFILE, false).patched(new Site(new VirtualAddress(0x3000), ROOM.free(HashSet.empty(), false), new Constants(Vector.fill(8, 0L), table, PROFILE), true), Vector.of(NOP, bundle));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"M;MI; ~ thash r26=r8 ~ nop.m 0 ~ nop.i 0 ~ 0", "M;MI; ~ nop.m 0 ~ mov r26=cpuid[r8] ~ adds r30=1,r30 ~ 1", "M;MI; ~ ttag r2=r2 ~ ld8 r27=[r8] ~ nop.i 0 ~ 0", "M;MI; ~ nop.m 0 ~ mov r40=pmd[r8] ~ nop.i 0 ~ 1"})
    void theseParkRegisters(String template, String first, String second, String third, int slot) {
        Patched patched = parking(bundle(template, first, second, third));
        assertEquals(HashSet.of(new Place(1, slot)), patched.breaks());
        Detour detour = patched.detours().get(1).get();
        assertTrue(detour.parking().isDefined());
        assertEquals(3, detour.begins().size());
        assertEquals(3, detour.ends().size());
        assertTrue(detour.begins().get(slot).isBefore(detour.ends().get(slot)));
        Vector.of(0, 1, 2).filter(other -> other != slot).forEach(other -> assertEquals(detour.begins().get(other), detour.ends().get(other)));
        assertTrue(detour.length() <= 32);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"M;MI; ~ mov r26=cpuid[r8] ~ nop.m 0 ~ nop.i 0 ~ 0", "M;MI; ~ mov r26=pmd[r8] ~ nop.m 0 ~ nop.i 0 ~ 0", "M;MI; ~ thash r32=r8 ~ nop.m 0 ~ nop.i 0 ~ 0", "M;MI; ~ (p7) thash r26=r8 ~ nop.m 0 ~ nop.i 0 ~ 0", "M;MI; ~ ld8 r27=[r8] ~ ttag r26=r8 ~ nop.i 0 ~ 1",
        "M;MI; ~ setf.sig f32=r8 ~ nop.m 0 ~ nop.i 0 ~ 0", "M;MI; ~ getf.sig r26=f127 ~ nop.m 0 ~ nop.i 0 ~ 0", "MFI; ~ nop.m 0 ~ fmerge.s f6=f7,f33 ~ nop.i 0 ~ 1", "M;MI; ~ nop.m 0 ~ mov r26=psr.um ~ nop.i 0 ~ 1", "M;MI; ~ sum 0x2 ~ nop.m 0 ~ nop.i 0 ~ 0", "M;MI; ~ nop.m 0 ~ mov psr.um=r8 ~ nop.i 0 ~ 1",
        "M;MI; ~ ldfp8 f31,f32=[r8] ~ nop.m 0 ~ nop.i 0 ~ 0"})
    void theseTrapWhereRegistersAreParked(String template, String first, String second, String third, int slot) {
        Patched patched = parking(bundle(template, first, second, third));
        assertEquals(HashSet.of(new Place(1, slot)), patched.breaks());
        assertTrue(patched.detours().isEmpty());
    }

    /// frcpa clears p8 even if p7 is 0: a break with p7 would not.
    @Test
    void aUseThatDoesSomethingWithoutItsPredicateTrapsAlways() {
        assertEquals(Vector.of(NOP, bundle("MFI;", "(p6) nop.m 0", "break.f 0x1f0000", "(p5) nop.i 0")), parking(bundle("MFI;", "(p6) nop.m 0", "(p7) frcpa.s0 f33,p8=f6,f7", "(p5) nop.i 0")).bundles());
        assertEquals(Vector.of(NOP, bundle("MFI;", "nop.m 0", "(p7) break.f 0x1f0000", "nop.i 0")), parking(bundle("MFI;", "nop.m 0", "(p7) fmerge.s f33=f6,f7", "nop.i 0")).bundles());
    }

    @Test
    void usesOfTheSetConcernWhoParks() {
        Patcher patcher = Patcher.of(PROFILE, false);
        Bundle high = bundle("M;MI;", "setf.sig f32=r8", "nop.m 0", "nop.i 0");
        Bundle low = bundle("M;MI;", "setf.sig f31=r8", "nop.m 0", "nop.i 0");
        assertTrue(patcher.isConcerned(Vector.of(NOP, high), true));
        assertTrue(patcher.withScan((code, own) -> Vector.empty()).isConcerned(Vector.of(NOP, high), true) && !patcher.withUses((code, own) -> Vector.empty()).isConcerned(Vector.of(NOP, high), true));
        assertFalse(patcher.isConcerned(Vector.of(bundle("M;MI;", "ld8 r40=[r41]", "nop.m 0", "adds r50=1,r60")), true));
        assertFalse(patcher.isConcerned(Vector.of(NOP, high), false) || patcher.isConcerned(Vector.of(NOP, low), true));
        assertTrue(patcher.isConcerned(Vector.of(bundle("M;MI;", "fc r8", "nop.m 0", "nop.i 0")), false));
        assertEquals(Vector.of(NOP, low), parking(low).bundles());
        assertEquals(Vector.of(NOP, high), patched(high).bundles());
    }

    @Test
    void aUseBesideAnInstructionMakesItTrap() {
        Patched patched = parking(bundle("M;MI;", "thash r26=r8", "setf.sig f32=r8", "nop.i 0"));
        assertEquals(HashSet.of(new Place(1, 0), new Place(1, 1)), patched.breaks());
        assertTrue(patched.detours().isEmpty());
    }

    @Test
    void severalInOneBundleTrap() {
        Patched patched = patched(bundle("M;MI;", "mov.m r26=ar.k3", "mov.m r27=ar.k4", "nop.i 0"));
        assertEquals(HashSet.of(new Place(1, 0), new Place(1, 1)), patched.breaks());
    }

    @Test
    void withoutRoomTheyTrap() {
        Bundle bundle = bundle("M;MI;", "(p6) mov.m r26=ar.k3", "nop.m 0", "nop.i 0");
        Patched patched = patched(bundle, Vector.empty());
        assertEquals(HashSet.of(new Place(1, 0)), patched.breaks());
        assertEquals(bundle("M;MI;", "(p6) break.m 0x1f0000", "nop.m 0", "nop.i 0"), patched.bundles().get(1));
    }

    @Test
    void eachStubHasAPlaceOfItsOwn() {
        Bundle bundle = bundle("M;MI;", "mov.m r26=ar.k3", "nop.m 0", "nop.i 0");
        Patched patched = PATCHER.patched(new Site(new VirtualAddress(0x3000), ROOM.free(HashSet.of(new PhysicalAddress(0x100000)), true), CONSTANTS, false), Vector.of(bundle, bundle));
        assertEquals(Vector.of(0xe100000020000200L, 0xe100000020000400L), patched.detours().values().map(detour -> detour.at().bits()).toVector().sorted());
        assertEquals(new PhysicalAddress(0x100400), ROOM.physical(new VirtualAddress(0xe100000020000400L)));
    }
}
