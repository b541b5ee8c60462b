package vmmref.properties.guarantee;

import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Guests.GUESTS_ALIKE;
import static vmmref.spec.PatchedPages.LEVEL_HIDDEN;
import static vmmref.spec.PatchedPages.PATCHES_UNSEEN;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmmref.model.machine.Machine;
import vmmref.properties.arbitrary.Encounters;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.Routines;
import vmmref.spec.Guests;
import vmmref.spec.PatchedPages;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Resources;
import vmmref.vmm.scratch.ScratchSet;

/// What holds of guests whatever they meet with: each interruption of which a guest is told, each reason for which the monitor is called, each sensitive instruction in each way in which it is done, and whatever becomes of pages and their copies.
class EncounterGuarantees {
    private static final int MOST = 500;
    private static final int STUBS_LOG2 = 14;
    private static final long FRAMES = 1L << 40;
    /// There is no PSR.vm on a guest's machine; a check that fails branches, as it usually does; and going on where there are no addresses is a fault of the fetch.
    static final Set<String> NEVER_TOLD = HashSet.of("virtualization", "speculative-operation", "unimplemented-instruction-address-trap");
    /// Besides, PSR.ic is the monitor's, its page table is pinned, and the host has all addresses; one that has not is what vectors ask about.
    static final Set<String> NEVER_EXITS = NEVER_TOLD.addAll(HashSet.of("data-nested-tlb", "vhpt-translation", "unimplemented-data-address", "unimplemented-instruction-address"));
    /// What these do is not modelled, and AR45 is no register.
    static final Set<String> NEVER_DONE = HashSet.of("vmsw.0", "vmsw.1", "mov msr[r3]=r2", "mov r1=msr[r3]", "mov.m ar45=r2", "mov.m ar45=imm8", "mov.m r1=ar45");
    static final Shares SHARES = Shares.of(Met.TOLD, "15 break-instruction, nat-page-consumption, privileged-operation", "12 data-access-bit, key-permission, page-not-present, reserved-register-field, vhpt-translation",
            "10 alternate-data-tlb, illegal-operation", "8 instruction-access-bit, taken-branch", "6 disabled-fp-register, unsupported-data-reference", "5 data-debug", "4 alternate-instruction-tlb, dirty-bit, instruction-debug, "
            + "unaligned-data-reference", "3 data-access-rights, instruction-tlb, unimplemented-data-address", "2 data-key-miss, data-tlb, instruction-access-rights, unimplemented-instruction-address", "1.5 external-interrupt, "
            + "instruction-key-miss", "1 floating-point-fault, floating-point-trap, privileged-register, register-nat-consumption", "0.5 data-nested-tlb, lower-privilege-transfer, single-step")
        .and(Shares.of(Met.EXIT, "45 break-instruction, illegal-operation, instruction-tlb, privileged-operation", "40 data-tlb", "15 instruction-key-miss, privileged-register", "12 data-access-rights", "10 data-key-miss, "
            + "key-permission", "8 taken-branch", "6 instruction-access-rights, page-not-present", "5 nat-page-consumption", "3 dirty-bit, disabled-fp-register", "2 unsupported-data-reference", "1.5 alternate-instruction-tlb, "
            + "external-interrupt, single-step, unaligned-data-reference", "1 instruction-debug, register-nat-consumption, reserved-register-field", "0.5 alternate-data-tlb, data-access-bit, data-debug, floating-point-fault, floating-point-trap", "0 instruction-access-bit, lower-privilege-transfer"))
        .and(Shares.of(Doer.MONITOR.label(), "45 mov cr3=r2, mov r1=cr3, rfi", "40 rsm, ssm", "35 mov r1=psr", "30 mov rr[r3]=r2", "25 itc.d", "20 mov psr.l=r2", "15 itc.i", "12 mov dbr[r3]=r2", "10 mov ibr[r3]=r2", "5 ptc.l",
            "3 bsw.1, mov.m ar44=imm8, mov.m ar44=r2", "2 bsw.0, mov r1=ibr[r3], mov r1=pmc[r3]", "1.5 mov pkr[r3]=r2, mov pmc[r3]=r2, mov r1=dbr[r3], mov r1=pkr[r3], mov r1=rr[r3], mov.m k=imm8, mov.m r1=ar44, ptc.e, ptc.g, ptc.ga, "
            + "tak", "1 mov pmd[r3]=r2, mov.m k=r2", "0.5 tpa", "0.2 itr.d, itr.i", "0 ptr.d, ptr.i"))
        .and(Shares.of(Doer.BREAK.label(), "15 br.ret", "12 mov r1=cpuid[r3], mov r1=pmd[r3], mov.i r1=ar64", "10 rum, sum", "8 mov.i ar64=imm8, thash, ttag", "6 alloc, mov.i ar64=r2, mov.m r1=k", "4 mov psr.um=r2, mov r1=psr.um, "
            + "mov.m ar16=imm8, mov.m ar16=r2, mov.m r1=ar16", "3 fc, fc.i", "2 cover, epc, ld1.sa, ld2.sa, ld4.sa, ld8.s, ld8.sa, probe.r, probe.r.fault, probe.rw.fault, probe.w, probe.w.fault", "1.5 ld1.s, ld2.s, ld4.s, ldf8.s, "
            + "ldfd.s, ldfe.s, ldfp8.s, ldfpd.s, ldfps.s, ldfs.s, mov.m ar24=imm8, mov.m ar24=r2, mov.m ar27=imm8, mov.m ar27=r2", "0.5 ldf8.sa, ldfd.sa, ldfe.sa, ldfp8.sa, ldfpd.sa, ldfps.sa, ldfs.sa"))
        .and(Shares.of(Doer.STUB.label(), "20 mov.m r1=k", "2 thash, ttag", "1.5 mov r1=cpuid[r3], mov r1=pmd[r3]"))
        .and(Shares.of(Met.PAGE, "45 copied, unseen to code, unseen to patched", "35 unseen to data", "30 copy gone", "20 data to patched", "15 copied twice", "6 data to code, patched to data", "4 copy replaced", "2 code to patched",
            "1.5 code to data, patched to code"));
    private static final Resources HOST = new Resources(15, 64, 1 << 10, 1 << 10);

    /// A monitor.
    ///
    /// @param catching how it catches first accesses
    /// @param copies   how many pages there are for copies of code
    /// @param taking   whether it takes f32 to f127
    /// @param exact    whether a guest may see no difference of its level
    public record Manner(Catching catching, int copies, boolean taking, boolean exact) {
        Monitored of(Subject subject) {
            Monitored monitored = subject.monitored();
            Monitoring patching = monitored.rules().catching(catching).patching(copies, STUBS_LOG2);
            Monitoring taken = taking ? patching.taking(ScratchSet.HIGH) : patching;
            return new Monitored(exact ? taken.exact() : taken, monitored.turn());
        }
    }

    @Guarantee
    @Rare
    @Property(tries = 300, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("a guest that meets with anything that there is to meet with is after each instruction where it would be on a machine of its own")
    @Guests.Checks(GUESTS_ALIKE)
    @PatchedPages.Checks({PATCHES_UNSEEN, LEVEL_HIDDEN})
    void alike(Subject subject, @ForAll("scenes") GuestScene scene, @ForAll("manners") Manner manner) {
        Monitored monitored = manner.of(subject);
        Machine bare = Encounters.in(Routines.in(scene.machine(monitored.rules().guest().translator().dimensions()), scene.seed()), scene.seed());
        GuestLife life = observed(GuestLife.of(monitored, Vector.of(Guest.of(bare, scene.map(FRAMES, 0))), HOST), manner.exact() ? LEVEL_HIDDEN : PATCHES_UNSEEN).after(MOST).sound().remembered();
        SHARES.shown(life.met()).efficiency().above(50, 80).above(75, 40);
        Outcomes.label("end").collect(life.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
    }

    @Provide
    Arbitrary<Manner> manners() {
        return Combinators.combine(Arbitraries.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT), Arbitraries.of(2, 8), Arbitraries.of(false, true), Arbitraries.of(false, true)).as(Manner::new);
    }

    @Provide
    Arbitrary<GuestScene> scenes() {
        return Encounters.scenes();
    }
}
