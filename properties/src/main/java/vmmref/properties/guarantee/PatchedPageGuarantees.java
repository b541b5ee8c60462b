package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.PatchedPages.ALIAS_COPIED;
import static vmmref.spec.PatchedPages.COPY_RELEASED;
import static vmmref.spec.PatchedPages.COPY_REPLACED;
import static vmmref.spec.PatchedPages.PATCHES_APPLIED;
import static vmmref.spec.PatchedPages.PATCHES_UNSEEN;
import static vmmref.spec.PatchedPages.IMMEDIATES_REBUILT;
import static vmmref.spec.PatchedPages.LEVEL_HIDDEN;
import static vmmref.spec.PatchedPages.PATCH_BRANCHED;
import static vmmref.spec.PatchedPages.PATCH_FALLBACK;
import static vmmref.spec.PatchedPages.PATCH_TRAPPED;
import static vmmref.spec.PatchedPages.SLOT_ENTERED;
import static vmmref.spec.PatchedPages.STUB_LEFT;
import static vmmref.spec.PatchedPages.STUB_MAPPED;
import static vmmref.spec.PatchedPages.TRANSFER_FOLLOWED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.RegisterNumber;
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
import vmmref.vmm.monitor.Levels;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Resources;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Copy;
import vmmref.vmm.scratch.ScratchSet;

/// What holds of guests whose code is patched.
class PatchedPageGuarantees {
    private static final int MOST = 100;
    /// So many instructions lie between two looks at all of the hardware.
    private static final int STRETCH = 25;
    private static final int BUNDLE = 16;
    private static final long FRAMES = 1L << 40;
    private static final Resources FEW = new Resources(15, 4, 20, 3);
    private static final Resources MANY = new Resources(15, 64, 1 << 10, 1 << 10);

    @Guarantee
    @Costs(64)
    @Label("a guest whose code is patched is after each instruction where it would be on a machine of its own, whatever instructions it executes; nothing in the hardware leads to code in which something is to be patched, but to a copy for the very address, and each copy is led to")
    @PatchedPages.Checks({PATCHES_APPLIED, PATCH_TRAPPED, ALIAS_COPIED, COPY_RELEASED, COPY_REPLACED, PATCH_BRANCHED, PATCH_FALLBACK, STUB_MAPPED, STUB_LEFT, SLOT_ENTERED, IMMEDIATES_REBUILT, PATCHES_UNSEEN})
    void alike(Subject subject, @ForAll("scenes") GuestScene scene, @ForAll("ways") Catching catching, @ForAll("pages") int pages, @ForAll boolean few) {
        GuestLife life = patched(life(patching(subject, catching, pages), scene, few)).sound().remembered();
        Outcomes.label("end").collect(life.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
        Outcomes.label("stubs").collect(life.hosting().monitor().copies().made().values().exists(copy -> !observed(copy, STUB_MAPPED).detours().isEmpty())).coverage(checker -> checker.check(true).percentage(share -> share > 5));
        Outcomes.label("copies").collect(life.hosting().monitor().copies().made().size()).coverage(checker -> Vector.of(1, 2).forEach(number -> checker.check(number).percentage(share -> share > 5)));
    }

    @Guarantee
    @Property(tries = 150, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("a guest that may see no difference of its level is after each instruction where a machine would be that shows level 0 as it is, whatever it does with registers in which levels stand, and by speculative loads")
    @PatchedPages.Checks(LEVEL_HIDDEN)
    void exactly(Subject subject, @ForAll("levelled") GuestScene scene, @ForAll("ways") Catching catching, @ForAll("pages") int pages, @ForAll boolean taking) {
        Monitoring rules = patching(subject, catching, pages).rules().exact();
        Monitored monitored = new Monitored(taking ? rules.taking(ScratchSet.HIGH) : rules, subject.monitored().turn());
        GuestLife life = patched(observed(life(monitored, scene, true), LEVEL_HIDDEN)).sound().remembered();
        Outcomes.label("end").collect(life.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
        Outcomes.label("level").collect(life.hosting().believed().psr().cpl()).coverage(checker -> Vector.of(0, 3).forEach(level -> checker.check(level).percentage(share -> share > 5)));
    }

    @Guarantee
    @Costs(64)
    @Label("whatever a device stores to pages of code, a guest executes what is there")
    @PatchedPages.Checks(TRANSFER_FOLLOWED)
    void transfers(Subject subject, @ForAll("scenes") GuestScene scene, @ForAll("ways") Catching catching, @ForAll("pauses") Seq<Integer> pauses) {
        GuestLife life = life(patching(subject, catching, 8), scene, false);
        int stores = 0;
        for (int number = 0; number < pauses.size() && !life.isOver(); number++) {
            GuestLife paused = life.after(pauses.get(number));
            if (!paused.isOver()) stores++;
            life = paused.isOver() ? paused : stored(paused, number);
        }
        GuestLife end = life.after(pauses.head());
        if (!end.isOver()) sound(end.hosting());
        Outcomes.label("stores").collect(Math.min(stores, 2)).coverage(checker -> checker.check(2).percentage(share -> share > 50));
    }

    /// {@return the same after a device has stored one of two routines where the first one of a page begins}
    private static GuestLife stored(GuestLife life, int number) {
        long page = Routines.pages().get(number % Routines.pages().size());
        Bundle bundle = new GuestAction("routine", Vector.of(number % 2 == 0 ? "(p6) thash r26=r8" : "mov.m r26=ar.k3")).bundles().head();
        return life.transferred(new GuestPhysicalAddress(page), bundle.low()).transferred(new GuestPhysicalAddress(page + 8), bundle.high());
    }

    private static GuestLife patched(GuestLife begun) {
        GuestLife life = begun;
        for (int number = 0; number < MOST && !life.isOver(); number += STRETCH) {
            life = life.after(STRETCH);
            if (!life.isOver()) sound(life.hosting());
        }
        return life;
    }

    /// Asserts that copies are what they are copies of, but for breaks, and that the hardware leads to them.
    private static void sound(Hosting hosting) {
        Copies copies = hosting.monitor().copies();
        copies.made().forEach((alias, copy) -> assertEquals(original(hosting, alias, copy), bundles(hosting, copies.at(copy)), () -> "the copy of " + alias));
        assertEquals(copies.made().size(), copies.made().values().map(Copy::number).distinct().size());
        assertTrue(copies.made().values().forAll(copy -> copy.number() < copies.number() && !observed(copy, COPY_RELEASED).rids().isEmpty()), copies::toString);
        assertEquals(Vector.empty(), Standing.of(hosting).unpatched());
        assertEquals(Vector.empty(), Standing.of(hosting).open());
    }

    /// {@return the bundles of a frame, with those of a copy where that has patches}
    private static Seq<Bundle> original(Hosting hosting, Alias alias, Copy copy) {
        Seq<Bundle> changed = bundles(hosting, hosting.monitor().copies().at(copy));
        return copy.detours().keySet().addAll(copy.breaks().map(vmmref.vmm.recognize.Place::bundle)).foldLeft(bundles(hosting, new PhysicalAddress(alias.frame() * GuestMap.PAGE)), (bundles, number) -> bundles.update(number, changed.get(number)));
    }

    private static Seq<Bundle> bundles(Hosting hosting, PhysicalAddress page) {
        Memory memory = hosting.machine().memory();
        return Vector.rangeBy(page.bits(), page.bits() + GuestMap.PAGE, BUNDLE).map(at -> new Bundle(memory.read(new PhysicalAddress(at), 8), memory.read(new PhysicalAddress(at + 8), 8)));
    }

    private static Monitored patching(Subject subject, Catching catching, int pages) {
        Monitored monitored = subject.monitored();
        return new Monitored(monitored.rules().catching(catching).patching(pages, pages == 2 ? 0 : 14), monitored.turn());
    }

    private static GuestLife life(Monitored monitored, GuestScene scene, boolean few) {
        Machine bare = scene.machine(monitored.rules().guest().translator().dimensions());
        Machine start = monitored.rules().levels() == Levels.HIDDEN ? new Place.Application(RegisterNumber.RSC).with(bare, scene.seed() & 0xc) : bare;
        Guest guest = Guest.of(Routines.gated(Routines.in(start, scene.seed()), scene.seed()), scene.map(FRAMES, 0));
        return GuestLife.of(monitored, Vector.of(guest), few ? FEW : MANY);
    }

    @Provide
    Arbitrary<Catching> ways() {
        return Arbitraries.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT);
    }

    @Provide
    Arbitrary<Seq<Integer>> pauses() {
        return Arbitraries.integers().between(1, 20).list().ofMinSize(2).ofMaxSize(6).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Integer> pages() {
        return Arbitraries.of(1, 2, 8);
    }

    @Provide
    Arbitrary<GuestScene> scenes() {
        return GuestScenes.scenes(GuestAction.withSensitive());
    }

    @Provide
    Arbitrary<GuestScene> levelled() {
        return GuestScenes.scenes(GuestAction.withLevels());
    }
}
