package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.FirstAccesses.ACCESS_OPENED;
import static vmmref.spec.FirstAccesses.BYTES_OWN;
import static vmmref.spec.FirstAccesses.CODE_SCANNED;
import static vmmref.spec.FirstAccesses.DOMAINS_ALIKE;
import static vmmref.spec.FirstAccesses.DOMAIN_KEYED;
import static vmmref.spec.FirstAccesses.DOMAIN_PRESENT;
import static vmmref.spec.FirstAccesses.DOMAIN_RIGHTS;
import static vmmref.spec.FirstAccesses.EXECUTION_CAUGHT;
import static vmmref.spec.FirstAccesses.KEYS_FEW;
import static vmmref.spec.FirstAccesses.PAGE_REUSED;
import static vmmref.spec.FirstAccesses.PIECES_NARROWED;
import static vmmref.spec.FirstAccesses.POLICY_HIDDEN;
import static vmmref.spec.FirstAccesses.STATE_MOVED;
import static vmmref.spec.FirstAccesses.STATE_PERMITS;
import static vmmref.spec.FirstAccesses.STORE_FOLLOWED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.protect.Access;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.GuestScenes;
import vmmref.properties.arbitrary.Routines;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Resources;

/// What holds of guests whose first accesses are caught.
class FirstAccessGuarantees {
    private static final int MOST = 100;
    /// The bundles of a page.
    private static final int BUNDLES = 256;
    /// So many instructions lie between two looks at all of the hardware.
    private static final int STRETCH = 50;
    private static final long FRAMES = 1L << 40;
    private static final long SPARE = FRAMES + (1L << 30);
    private static final Resources FEW = new Resources(15, 4, 20, 3);
    private static final Resources MANY = new Resources(15, 64, 1 << 10, 1 << 10);
    private static final Seq<Catching> WAYS = Vector.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT);
    /// The accesses that states permit, in the order in which states are named.
    private static final Seq<String> PERMITTED = Vector.of("", "R W RW", "R X", "X");
    private static final Map<String, Access> ACCESSES = HashMap.of("R", Access.READ, "W", Access.WRITE, "RW", Access.READ_WRITE, "X", Access.EXECUTE);
    /// What accesses make of pages, by the state, the access, and for stores whether the instruction is in the page itself.
    private static final Map<String, Transition> MOVES = HashMap.of("UNSEEN R", Transition.TO_DATA, "UNSEEN W", Transition.TO_DATA, "UNSEEN own W", Transition.EMULATED, "UNSEEN X", Transition.TO_CODE, "DATA X", Transition.TO_CODE, "CODE W", Transition.TO_DATA, "CODE own W", Transition.EMULATED,
        "PATCHED R", Transition.EMULATED, "PATCHED W", Transition.TO_DATA, "PATCHED own W", Transition.EMULATED);
    private static final Seq<String> PATCHED = Vector.of("thash r1=r2", "(p9) ttag r1=r2", "mov r7=cpuid[r3]", "mov r8=pmd[r1]", "mov.m r4=ar.k3", "fc r6", "probe.r r1=r2,0", "probe.w.fault r3,2", "cover", "epc");
    private static final Seq<String> LEFT = Vector.of("nop.m 0", "adds r1=2,r3", "rfi", "bsw.0", "itc.d r7", "mov cr.itv=r1", "mov r1=psr", "ssm 0x2000", "tpa r1=r2", "ld8 r1=[r2]", "br.ret.sptk.few b0", "break.m 0");

    @Guarantee
    @Label("each state permits the accesses that are typed here")
    @FirstAccesses.Checks(STATE_PERMITS)
    void states(@ForAll PageState state) {
        assertEquals(permitted(state), ACCESSES.values().filter(access -> observed(state, STATE_PERMITS).permits(access)).toSet());
    }

    private static Set<Access> permitted(PageState state) {
        return Vector.of(PERMITTED.get(state.ordinal()).split(" ")).flatMap(ACCESSES::get).toSet();
    }

    @Guarantee
    @Label("an access makes of a page what is typed here, and nothing where the state permits it")
    @FirstAccesses.Checks(STATE_MOVED)
    void moves(Subject subject, @ForAll PageState state, @ForAll Access access, @ForAll boolean own) {
        String name = state + (access.writes() && own ? " own" : "") + (access.executes() ? " X" : access.writes() ? " W" : " R");
        Transition expected = permitted(state).contains(access) ? Transition.NONE : MOVES.get(name).get();
        assertEquals(expected, observed(subject.monitored().rules().watch().moving().of(state, access, own), STATE_MOVED), name);
    }

    /// An instruction in a page of code.
    ///
    /// @param bundle 0 to 255
    public record Placed(int bundle, String text) { }

    @Guarantee
    @Label("a page is code in which something is to be patched if one of the instructions is there that are typed here as sensitive and not trapping, and plain code if there are only others")
    @FirstAccesses.Checks(CODE_SCANNED)
    void scans(Subject subject, @ForAll("placed") Seq<Placed> placed) {
        Seq<Bundle> page = placed.foldLeft(Vector.fill(BUNDLES, () -> new GuestAction("nop", Vector.of("nop.m 0")).bundles().head()), (bundles, each) -> bundles.update(each.bundle(), new GuestAction("code", Vector.of(each.text())).bundles().head()));
        Seq<String> left = placed.filter(each -> placed.findLast(other -> other.bundle() == each.bundle()).contains(each)).map(Placed::text);
        PageState expected = left.exists(PATCHED::contains) ? PageState.PATCHED : PageState.CODE;
        assertEquals(expected, observed(subject.monitored().rules().watch().scanning().state(page, false), CODE_SCANNED), left::toString);
        Outcomes.label("page").collect(expected).coverage(checker -> Vector.of(PageState.PATCHED, PageState.CODE).forEach(each -> checker.check(each).percentage(share -> share > 20)));
    }

    @Guarantee
    @Costs(64)
    @Label("a guest whose first accesses are caught is after each instruction where it would be on a machine of its own, whichever two of keys, rights and the present bit tell domains; nothing in the hardware permits what a state denies, and nothing is executed but what was looked through")
    @FirstAccesses.Checks({CODE_SCANNED, STORE_FOLLOWED, BYTES_OWN, PIECES_NARROWED, DOMAIN_KEYED, DOMAIN_RIGHTS, DOMAIN_PRESENT, EXECUTION_CAUGHT, ACCESS_OPENED, KEYS_FEW, POLICY_HIDDEN, DOMAINS_ALIKE})
    void alike(Subject subject, @ForAll("scenes") GuestScene scene, @ForAll("ways") Catching left, @ForAll boolean few) {
        Seq<GuestLife> lives = WAYS.remove(left).map(catching -> watched(life(catching(subject, catching), scene, few)).sound().remembered());
        lives.forEach(life -> assertEquals(used(lives.head()), used(observed(life, DOMAINS_ALIKE))));
        GuestLife life = lives.head();
        Outcomes.label("end").collect(life.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
        Outcomes.label("not by").collect(left).coverage(checker -> WAYS.forEach(each -> checker.check(each).percentage(share -> share > 10)));
        Seq<PageState> seen = life.hosting().monitor().pages().states().values().toVector();
        Vector.of(PageState.DATA, PageState.CODE, PageState.PATCHED).forEach(state -> Outcomes.label(state.toString()).collect(seen.contains(state)).coverage(checker -> checker.check(true).percentage(share -> share > 5)));
    }

    @Guarantee
    @Costs(64)
    @Label("frames that change hands are frames that nobody has used, and guests go on as on machines of their own")
    @FirstAccesses.Checks(PAGE_REUSED)
    void reused(Subject subject, @ForAll("scenes") GuestScene scene, @ForAll Catching catching, @ForAll("pauses") Seq<Integer> pauses) {
        GuestLife life = life(catching(subject, catching), scene, false);
        int swaps = 0;
        for (int number = 0; number < pauses.size() && !life.isOver(); number++) {
            GuestLife paused = life.after(pauses.get(number));
            if (!paused.isOver()) swaps++;
            life = paused.isOver() ? paused : swapped(paused, number);
        }
        if (catching != Catching.NOTHING) new Watched(life.hosting()).sound();
        Outcomes.label("swaps").collect(Math.min(swaps, 2)).coverage(checker -> checker.check(2).percentage(share -> share > 50));
    }

    /// {@return the same after two pages of routines lie where the other one lay, or one of them lies in a frame that was not the guest's}
    private static GuestLife swapped(GuestLife life, int number) {
        GuestMap map = life.hosting().monitor().maps().head();
        Seq<Long> pages = Routines.pages();
        GuestPhysicalAddress one = new GuestPhysicalAddress(pages.get(number % pages.size()));
        GuestPhysicalAddress other = new GuestPhysicalAddress(pages.get((number + 1) % pages.size()));
        Backing spare = new Backing.Frames(new PhysicalAddress(SPARE));
        GuestMap swapped = map.with(new GuestMap.Run(one.bits() / GuestMap.PAGE, 1, number % 3 == 2 ? spare : map.at(other).get()));
        GuestLife after = life.moved(0, number % 3 == 2 ? swapped : swapped.with(new GuestMap.Run(other.bits() / GuestMap.PAGE, 1, map.at(one).get())));
        Seq<Long> frames = Vector.of(one, other).flatMap(each -> Vector.of(map, swapped).flatMap(either -> either.host(each))).map(host -> host.bits() / GuestMap.PAGE).take(number % 3 == 2 ? 2 : 4).distinct();
        assertEquals(Vector.of(PageState.UNSEEN), frames.map(frame -> observed(after.hosting().monitor().pages(), PAGE_REUSED).state(frame)).distinct());
        return after;
    }

    private static Monitored catching(Subject subject, Catching catching) {
        Monitored monitored = subject.monitored();
        return new Monitored(monitored.rules().catching(catching), monitored.turn());
    }

    private static GuestLife watched(GuestLife begun) {
        GuestLife life = begun;
        for (int number = 0; number < MOST && !life.isOver(); number += STRETCH) {
            for (int each = 0; each < STRETCH && !life.isOver(); each++) {
                life = life.after(1);
                if (!life.isOver()) new Watched(life.hosting()).executing();
            }
            new Watched(life.hosting()).sound();
        }
        return life;
    }

    private static Map<Long, PageState> used(GuestLife life) {
        return life.hosting().monitor().pages().states();
    }

    private static GuestLife life(Monitored monitored, GuestScene scene, boolean few) {
        Guest guest = Guest.of(Routines.in(scene.machine(monitored.rules().guest().translator().dimensions()), scene.seed()), scene.map(FRAMES, 0));
        return GuestLife.of(monitored, Vector.of(guest), few ? FEW : MANY);
    }

    @Provide
    Arbitrary<Catching> ways() {
        return Arbitraries.of(WAYS.asJava());
    }

    @Provide
    Arbitrary<Seq<Placed>> placed() {
        Arbitrary<String> texts = Arbitraries.oneOf(Arbitraries.of(LEFT.asJava()), Arbitraries.of(LEFT.asJava()), Arbitraries.of(LEFT.asJava()), Arbitraries.of(PATCHED.asJava()));
        return Combinators.combine(Arbitraries.integers().between(0, BUNDLES - 1), texts).as(Placed::new).list().ofMaxSize(4).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<Seq<Integer>> pauses() {
        return Arbitraries.integers().between(0, 40).list().ofMinSize(2).ofMaxSize(4).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<GuestScene> scenes() {
        return GuestScenes.scenes(GuestAction.withRoutines());
    }
}
