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
    static final Shares SHARES = Shares.of("");
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
    @Property(tries = 500, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
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
