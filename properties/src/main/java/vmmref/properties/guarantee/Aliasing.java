package vmmref.properties.guarantee;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.Routines;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Resources;

/// A guest that executes a page of routines at a second address, and changes the page so that something is to be patched there; then it calls and reads the page at both addresses.
///
/// @param seed   what registers and memory hold
/// @param page   where the page is
/// @param text   the instruction that comes there
/// @param device whether a device stores it, and not the guest
/// @param called whether the page is called at its first address before all that
record Aliasing(long seed, long page, String text, boolean device, boolean called) {
    /// What lies between the two addresses of a page.
    private static final long OTHER = 0x80000;
    /// Where a routine is that stays as it is.
    private static final int PLAIN = 0x300;
    /// Where the bundle lies that the guest stores.
    private static final long DATA = 0x2c000;
    private static final long FRAMES = 1L << 40;
    private static final int BUNDLE = 16;
    private static final int MOST = 1000;
    private static final String THERE = "goes on";
    /// PSR.pk: keys would keep the guest from its routines.
    private static final int PK = 15;

    /// How it ended.
    ///
    /// @param end in a word: it came where it was to come, it did not, or the clause for which it did not go on
    record Ended(Hosting hosting, String end) {
        boolean isThere() {
            return end.equals(THERE);
        }
    }

    static Arbitrary<Aliasing> any() {
        Arbitrary<String> texts = Arbitraries.of("mov.m r26=ar.k3", "(p6) mov.m r26=ar.k5", "(p6) thash r26=r8", "ttag r26=r8", "probe.r r26=r8,0", "fc r8", "adds r26=3,r0");
        return Combinators.combine(Arbitraries.longs(), Arbitraries.of(Routines.pages().asJava()), texts, Arbitraries.of(true, false), Arbitraries.of(true, false)).as(Aliasing::new);
    }

    Ended aliasedFirst(Monitored monitored, Resources host) {
        return device ? stored(monitored, host, before().appendAll(alias())) : ended(monitored, host, before().appendAll(alias()).appendAll(patch()).appendAll(after()));
    }

    Ended patchedFirst(Monitored monitored, Resources host) {
        return device ? stored(monitored, host, before()) : ended(monitored, host, before().appendAll(patch()).appendAll(alias()).appendAll(after()));
    }

    /// {@return what the guest's memory holds, but for its own program}
    Map<PhysicalAddress, Long> memory(Hosting hosting) {
        Memory memory = hosting.memory(0);
        return memory.written().filter(at -> at.bits() < GuestScene.CODE || at.bits() >= GuestScene.VECTORS).toMap(at -> at, at -> memory.read(at, 8));
    }

    /// {@return the end of a guest while which a device stores behind some of its actions}
    private Ended stored(Monitored monitored, Resources host, Seq<GuestAction> first) {
        Ended until = until(monitored, begun(monitored, host, before().appendAll(alias()).appendAll(after())), end(first));
        Bundle bundle = bundle();
        return !until.isThere() ? until : until(monitored, transferred(transferred(until.hosting, page, bundle.low()), page + 8, bundle.high()), end(before().appendAll(alias()).appendAll(after())));
    }

    private static Hosting transferred(Hosting hosting, long at, long word) {
        return hosting.with(hosting.rules().transferred(hosting.monitor(), hosting.machine(), 0, new GuestPhysicalAddress(at), word));
    }

    private Ended ended(Monitored monitored, Resources host, Seq<GuestAction> all) {
        return until(monitored, begun(monitored, host, all), end(all));
    }

    private Hosting begun(Monitored monitored, Resources host, Seq<GuestAction> all) {
        GuestScene scene = new GuestScene(seed, GuestScene.Mode.VIRTUAL, 0, all);
        Machine machine = Routines.in(scene.machine(monitored.rules().guest().translator().dimensions()), seed);
        Bundle bundle = bundle();
        Memory memory = machine.memory().with(new PhysicalAddress(DATA), 8, bundle.low()).with(new PhysicalAddress(DATA + 8), 8, bundle.high());
        return Hosting.of(monitored.rules(), Vector.of(Guest.of(machine.withMemory(memory).withPsr(machine.psr().with(PK, false)), scene.map(FRAMES, 0))), host);
    }

    /// {@return where a guest is after some actions}
    private static long end(Seq<GuestAction> actions) {
        return GuestScene.CODE + (long) actions.map(each -> each.texts().size()).sum().intValue() * BUNDLE;
    }

    private static Ended until(Monitored monitored, Hosting begun, long bundle) {
        Hosting hosting = begun;
        for (int turns = 0; turns < MOST; turns++) {
            if (!hosting.isExit() && hosting.machine().position().bundle().bits() == bundle) return new Ended(hosting, THERE);
            Monitored.Moment moment = monitored.next(hosting, Choice.USUAL);
            hosting = moment.after();
            if (moment.ended().isDefined()) return new Ended(hosting, moment.ended().get().toString());
        }
        return new Ended(hosting, "elsewhere");
    }

    private Bundle bundle() {
        return new GuestAction("routine", Vector.of(text)).bundles().head();
    }

    private Seq<GuestAction> before() {
        return called ? Vector.of(call(page)) : Vector.empty();
    }

    private Seq<GuestAction> alias() {
        return Vector.of(call(page + OTHER + PLAIN));
    }

    private Seq<GuestAction> patch() {
        return Vector.of(new GuestAction("code", Vector.of(place(DATA), "ld8 r26=[r28],8", "ld8 r27=[r28]", place(page), "st8 [r28]=r26,8", "st8 [r28]=r27", "sync.i", "srlz.i")));
    }

    /// {@return calls and reads at both addresses, which leave no trace of what came first}
    private Seq<GuestAction> after() {
        return Vector.of(call(page), new GuestAction("code", Vector.of("adds r29=0,r26")), call(page + OTHER), new GuestAction("code", Vector.of(place(page), "ld8 r24=[r28]", place(page + OTHER), "ld8 r25=[r28]", place(DATA), "ld8 r27=[r28]")));
    }

    private static GuestAction call(long address) {
        return new GuestAction("routine", Vector.of("adds r26=0,r0", place(address), "mov b6=r28", "br.call.sptk.few b0=b6"));
    }

    private static String place(long address) {
        return "addl r28=0x%x,r0".formatted(address);
    }
}
