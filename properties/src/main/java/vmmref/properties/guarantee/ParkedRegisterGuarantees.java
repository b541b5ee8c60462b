package vmmref.properties.guarantee;

import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.PatchedPages.REGISTERS_PARKED;
import static vmmref.spec.PatchedPages.REGISTERS_RETURNED;
import static vmmref.spec.PatchedPages.SET_PARKING;
import static vmmref.spec.PatchedPages.USES_PATCHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.GuestScenes;
import vmmref.properties.arbitrary.Routines;
import vmmref.spec.PatchedPages;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Resources;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.scratch.ScratchSet;

/// What holds of guests whose registers wait in the scratch set while stubs use them.
class ParkedRegisterGuarantees {
    private static final long FRAMES = 1L << 40;
    private static final Resources HOST = new Resources(15, 64, 1 << 10, 1 << 10);
    private static final int COPIES = 4;
    private static final int STUBS_LOG2 = 14;

    @Guarantee
    @Property(tries = 250, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("a guest that stubs let have no register of its own for a while, and that is interrupted anywhere in them, is after each instruction where it would be on a machine of its own")
    @PatchedPages.Checks({REGISTERS_PARKED, REGISTERS_RETURNED, SET_PARKING, USES_PATCHED})
    void alike(Subject subject, @ForAll("scenes") GuestScene scene, @ForAll("ways") Catching catching, @ForAll("pauses") Seq<Integer> pauses, @ForAll("turns") Seq<Integer> turns) {
        GuestLife life = life(subject, scene, catching);
        boolean parked = false;
        boolean interrupted = false;
        for (int number = 0; number < pauses.size() && !life.isOver(); number++) {
            life = life.after(pauses.get(number));
            if (life.isOver()) break;
            GuestLife turned = life.turned(turns.get(number % turns.size()));
            interrupted = interrupted || isIn(turned.hosting());
            life = turned.interrupted();
            parked = parked || isParking(life.hosting().monitor().copies());
        }
        life.sound().remembered();
        Outcomes.label("end").collect(life.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
        Outcomes.label("parked").collect(parked).coverage(checker -> checker.check(true).percentage(share -> share > 20));
        Outcomes.label("in a stub").collect(interrupted).coverage(checker -> checker.check(true).percentage(share -> share > 5));
    }

    private static boolean isParking(Copies copies) {
        return copies.made().values().exists(copy -> observed(copy, REGISTERS_PARKED).detours().values().exists(detour -> detour.parking().isDefined()));
    }

    private static boolean isIn(Hosting hosting) {
        return hosting.monitor().copies().detoured(hosting.machine().position().bundle()).exists(in -> in.detour().parking().isDefined());
    }

    private static GuestLife life(Subject subject, GuestScene scene, Catching catching) {
        Monitored monitored = subject.monitored();
        Monitored parking = new Monitored(monitored.rules().catching(catching).taking(ScratchSet.HIGH).patching(COPIES, STUBS_LOG2), monitored.turn());
        Guest guest = Guest.of(Routines.in(scene.machine(parking.rules().guest().translator().dimensions()), scene.seed()), scene.map(FRAMES, 0));
        return GuestLife.of(parking, Vector.of(guest), HOST);
    }

    @Provide
    Arbitrary<Catching> ways() {
        return Arbitraries.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT);
    }

    @Provide
    Arbitrary<Seq<Integer>> pauses() {
        return Arbitraries.integers().between(1, 6).list().ofMinSize(6).ofMaxSize(20).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Seq<Integer>> turns() {
        return Arbitraries.integers().between(0, 40).list().ofMinSize(3).ofMaxSize(3).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<GuestScene> scenes() {
        return GuestScenes.scenes(GuestAction.withParked());
    }
}
