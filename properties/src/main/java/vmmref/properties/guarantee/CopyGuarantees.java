package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.spec.PatchedPages.ALIASES_CONFLUENT;
import static vmmref.spec.PatchedPages.CONSTANTS_APART;
import static vmmref.spec.PatchedPages.COPIES_APART;
import static vmmref.spec.PatchedPages.COPY_RELEASED;
import static vmmref.spec.PatchedPages.COPY_REPLACED;

import io.vavr.collection.HashMap;
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
import net.jqwik.api.Tuple;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.GuestScenes;
import vmmref.properties.arbitrary.Routines;
import vmmref.spec.PatchedPages;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Resources;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Copy;

/// What holds of copies of patched pages together. A copy is some 1,500 operations, and so there are fewer cases than of other guarantees.
class CopyGuarantees {
    private static final int MOST = 30;
    /// So many instructions lie between two looks at the copies.
    private static final int STRETCH = 10;
    private static final int MANY = 8;
    private static final int STUBS_LOG2 = 14;
    private static final int KERNEL = 8;
    private static final long FRAMES = 1L << 40;
    private static final Resources HOST = new Resources(15, 64, 1 << 10, 1 << 10);

    @Guarantee
    @Property(tries = 250, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("each page for copies is free or of one copy, also when all are in use; pieces lead to each copy, and after a store to its frame its page is free")
    @PatchedPages.Checks({COPIES_APART, COPY_RELEASED, COPY_REPLACED})
    void apart(Subject subject, @ForAll("scenes") GuestScene scene, @ForAll("ways") Catching catching, @ForAll("pages") int pages) {
        Monitored monitored = patching(subject, catching, pages);
        GuestLife life = GuestLife.of(monitored, Vector.of(guest(monitored, scene)), HOST);
        boolean full = false;
        for (int number = 0; number < MOST && !life.isOver(); number += STRETCH) {
            life = life.after(STRETCH);
            if (!life.isOver()) assertApart(life.hosting().monitor().copies());
            full = full || life.hosting().monitor().copies().isFull();
        }
        if (!life.isOver()) assertEquals(HashMap.empty(), stored(life).hosting().monitor().copies().made(), "pages for copies are not free after stores to all frames of which there were some");
        Outcomes.label("full").collect(full).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 20)));
        Outcomes.label("end").collect(life.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
    }

    private static void assertApart(Copies copies) {
        Seq<Copy> made = copies.made().values();
        assertEquals(made.size(), made.map(Copy::number).distinct().size(), copies::toString);
        assertTrue(made.forAll(copy -> copy.number() >= 0 && copy.number() < copies.number() && !copy.rids().isEmpty()), copies::toString);
    }

    /// {@return the same after a device has stored a word, the one that is there, to each frame that has a copy}
    private static GuestLife stored(GuestLife life) {
        return life.hosting().monitor().copies().made().keySet().map(Alias::frame).toVector().foldLeft(life, (after, frame) -> {
            PhysicalAddress at = new PhysicalAddress(frame * GuestMap.PAGE);
            return after.transferred(new GuestPhysicalAddress(after.hosting().monitor().map().behind(at).head().bits()), after.hosting().machine().memory().read(at, 8));
        });
    }

    @Guarantee
    @Property(tries = 250, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("a guest whose page is executed at another address before something is to be patched in it, and one where that comes after, end in the same state")
    @PatchedPages.Checks(ALIASES_CONFLUENT)
    void confluent(Subject subject, @ForAll("aliasings") Aliasing aliasing, @ForAll("ways") Catching catching, @ForAll("pages") int pages) {
        Monitored monitored = patching(subject, catching, pages);
        Aliasing.Ended aliased = aliasing.aliasedFirst(monitored, HOST);
        Aliasing.Ended patched = aliasing.patchedFirst(monitored, HOST);
        assertEquals(aliased.end(), patched.end());
        if (aliased.isThere()) assertEquals(Vector.empty(), GuestView.differences(aliased.hosting().believed(), patched.hosting().believed(), false));
        if (aliased.isThere()) assertEquals(aliasing.memory(aliased.hosting()), aliasing.memory(patched.hosting()));
        if (aliased.isThere() && pages == MANY) assertEquals(aliases(aliased.hosting()), aliases(patched.hosting()));
        Outcomes.label("end").collect(aliased.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 80));
        Outcomes.label("aliases").collect(Math.min(aliases(aliased.hosting()).size(), 2), aliasing.device()).coverage(checker -> Vector.of(true, false).forEach(device -> checker.check(2, device).percentage(share -> share > 5)));
    }

    private static Seq<Alias> aliases(Hosting hosting) {
        return hosting.monitor().copies().made().keySet().toVector().sortBy(Alias::toString);
    }

    @Guarantee
    @Property(tries = 250, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("two virtual processors that execute the same code at the same address read each its own kernel registers")
    @PatchedPages.Checks(CONSTANTS_APART)
    void own(Subject subject, @ForAll("kernels") GuestScene scene, @ForAll("ways") Catching catching, @ForAll("pauses") Seq<Integer> pauses) {
        Monitored monitored = patching(subject, catching, MANY);
        Machine first = machine(monitored, scene);
        Machine second = Vector.range(0, KERNEL).foldLeft(first, (machine, number) -> new Place.Application(number).with(machine, ~first.application(number)));
        GuestLife life = GuestLife.of(monitored, Vector.of(new Guest(Vector.of(first, second), scene.map(FRAMES, 0))), HOST);
        boolean shared = false;
        for (int number = 0; number < pauses.size() && !life.isOver(); number++) {
            life = life.after(pauses.get(number));
            if (life.isOver()) break;
            shared = shared || isShared(life.hosting().monitor().copies());
            life = life.switched(1 - life.hosting().monitor().running());
        }
        Outcomes.label("shared").collect(shared).coverage(checker -> checker.check(true).percentage(share -> share > 20));
    }

    /// {@return whether both processors have a copy of a frame at one address}
    private static boolean isShared(Copies copies) {
        return copies.made().keySet().exists(alias -> copies.made().keySet().exists(other -> other.processor() != alias.processor() && other.frame() == alias.frame() && other.page().equals(alias.page())));
    }

    private static Monitored patching(Subject subject, Catching catching, int pages) {
        Monitored monitored = subject.monitored();
        return new Monitored(monitored.rules().catching(catching).patching(pages, STUBS_LOG2), monitored.turn());
    }

    private static Guest guest(Monitored monitored, GuestScene scene) {
        return Guest.of(machine(monitored, scene), scene.map(FRAMES, 0));
    }

    private static Machine machine(Monitored monitored, GuestScene scene) {
        return Routines.in(scene.machine(monitored.rules().guest().translator().dimensions()), scene.seed());
    }

    @Provide
    Arbitrary<Catching> ways() {
        return Arbitraries.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT);
    }

    @Provide
    Arbitrary<Integer> pages() {
        return Arbitraries.of(1, 2, MANY);
    }

    @Provide
    Arbitrary<Seq<Integer>> pauses() {
        return Arbitraries.integers().between(2, 8).list().ofMinSize(3).ofMaxSize(4).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<GuestScene> scenes() {
        return GuestScenes.scenes(GuestAction.withSensitive());
    }

    @Provide
    Arbitrary<Aliasing> aliasings() {
        return Aliasing.any();
    }

    @Provide
    Arbitrary<GuestScene> kernels() {
        Seq<GuestAction> moves = Vector.of("mov.m r26=ar.k3", "mov.m r26=ar.k7", "mov.m ar.k3=r27", "mov.m r26=ar.k3 | adds r30=1,r30 | nop.i 0").map(text -> new GuestAction("kernel", Vector.of(text)));
        return GuestScenes.scenes(Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(moves.asJava())), Tuple.of(2, GuestAction.withSensitive())));
    }
}
