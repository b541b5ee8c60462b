package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Guests.GUEST_ADDRESSES;
import static vmmref.spec.Guests.GUEST_FETCH_FAULTS;
import static vmmref.spec.Guests.GUEST_LEVEL_SHOWN;
import static vmmref.spec.Guests.GUEST_PHYSICAL_SPECULATED;
import static vmmref.spec.PatchedPages.LEVEL_OWN;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Guests;
import vmmref.spec.PatchedPages;
import vmmref.vmm.keys.Catching;

/// What holds of the machine that a guest believes to have, beside what holds of every machine.
class GuestMachineGuarantees {
    private static Semantics rules(Subject subject) {
        return subject.monitored().rules().guest();
    }

    private static Machine after(Subject subject, Machine machine) {
        return after(Step.of(rules(subject)), machine);
    }

    private static Machine after(Step step, Machine machine) {
        Executed executed = observed(step.next(machine, Choice.USUAL));
        return machine.with(assertInstanceOf(Executed.Done.class, executed).effects());
    }

    @Guarantee
    @Label("it has one bit of virtual address less than the host, no more of physical ones, faults where it goes on without an address, and is otherwise what the host is")
    @Guests.Checks({GUEST_ADDRESSES, GUEST_FETCH_FAULTS})
    void implementation(Subject subject, @ForAll("profiles") String name) {
        Profile host = Profile.named(name).get();
        Profile guest = observed(observed(rules(subject.on(host)).profile(), GUEST_ADDRESSES), GUEST_FETCH_FAULTS);
        assertFalse(guest.trapsUnimplementedFetch());
        Map<String, Tuple2<String, String>> bits = HashMap.of("merced", Tuple.of("50", "44"), "itanium2", Tuple.of("60", "50"), "montecito", Tuple.of("60", "50"), "minimal", Tuple.of("50", "44"), "maximal", Tuple.of("60", "60"));
        assertEquals(host.parameters().put("va", bits.get(name).get()._1).put("pa", bits.get(name).get()._2).put("unimplemented-fetch", "fault"), guest.parameters());
    }

    @Guarantee
    @Label("at level 0 a call records 1, which a return and the register stack take for 0, RSC keeps at least 1, and all other levels are 3")
    @Guests.Checks(GUEST_LEVEL_SHOWN)
    void levels(Subject subject, @ForAll("starts") Started start, @ForAll boolean kernel, @ForAll("words") long value) {
        int level = kernel ? 0 : 3;
        Machine machine = start.machine().withPsr(start.psr().withCpl(level).with(13, true));
        Machine called = after(subject, Took.at(machine, "br.call.sptk.few b0=.+0x40", 2));
        assertEquals(kernel ? 1 : 3, called.application(RegisterNumber.PFS) >>> 62);
        assertEquals(level, called.psr().cpl());
        Machine returning = new Place.Branch(0).with(new Place.Application(RegisterNumber.PFS).with(machine, (value & 3) << 62), Started.CODE + 0x40);
        assertEquals((value & 3) < 2 ? level : 3, after(subject, Took.at(returning, "br.ret.sptk.few b0", 2)).psr().cpl());
        Machine interrupted = new Place.Control(RegisterNumber.IPSR).with(new Place.Control(RegisterNumber.IIP).with(machine.withPsr(machine.psr().with(13, false).withCpl(0)), Started.CODE + 0x40), new Psr(0).withCpl((int) value & 3).bits());
        assertEquals((value & 3) == 0 ? 0 : 3, after(subject, Took.at(interrupted, "rfi", 2)).psr().cpl());
        assertEquals(Vector.of(0, 0, 2, 3), Vector.of(0, 1, 2, 3).map(rules(subject).engine().level()::applyAsInt));
        Machine moved = after(subject, Took.at(Prepared.with(machine, 9, value & 0x3fff001fL), Unit.M, "mov.m ar.rsc=r9"));
        assertEquals(kernel ? Math.max(1, value >>> 2 & 3) : 3, moved.application(RegisterNumber.RSC) >>> 2 & 3);
        assertEquals(value & 0x3fff0013L, moved.application(RegisterNumber.RSC) & ~0xcL);
    }

    @Guarantee
    @Costs(64)
    @Label("where a guest may see no difference of its level, a call records it and RSC holds what is moved there, no other level but 3 is ever gone to, and memory that is not translated is speculated upon as on every machine")
    @PatchedPages.Checks(LEVEL_OWN)
    void exactly(Subject subject, @ForAll("starts") Started start, @ForAll boolean kernel, @ForAll("words") long value) {
        Semantics rules = observed(subject.monitored().rules().catching(Catching.KEYS).patching(1, 0).exact().guest(), LEVEL_OWN);
        Step step = Step.of(rules);
        int level = kernel ? 0 : 3;
        Machine machine = start.machine().withPsr(start.psr().withCpl(level).with(13, true));
        assertEquals(level, after(step, Took.at(machine, "br.call.sptk.few b0=.+0x40", 2)).application(RegisterNumber.PFS) >>> 62);
        Machine returning = new Place.Branch(0).with(new Place.Application(RegisterNumber.PFS).with(machine, (value & 3) << 62), Started.CODE + 0x40);
        assertEquals((value & 3) == 0 ? level : 3, after(step, Took.at(returning, "br.ret.sptk.few b0", 2)).psr().cpl());
        assertEquals(Vector.of(0, 3, 3, 3), Vector.of(0, 1, 2, 3).map(rules.engine().level()::applyAsInt));
        Machine moved = after(step, Took.at(Prepared.with(machine, 9, value & 0x3fff001fL), Unit.M, "mov.m ar.rsc=r9"));
        assertEquals(value & 0x3fff0013L | (kernel ? value & 0xc : 0xc), moved.application(RegisterNumber.RSC));
        Machine untranslated = Prepared.with(machine.withPsr(machine.psr().with(17, false).with(1, false).with(43, false)), 9, Started.DATA);
        assertTrue(after(step, Took.at(untranslated, Unit.M, "ld8.s r8=[r9]")).general(8).nat());
    }

    @Guarantee
    @Label("a speculative load from an address that is not translated is done if it is cached there, and deferred if not")
    @Guests.Checks(GUEST_PHYSICAL_SPECULATED)
    void speculation(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = Started.SIZE / 8 - 1) int word, @ForAll boolean cached) {
        Machine plain = start.machine().withPsr(start.psr().with(17, false).with(1, false).with(43, false));
        long address = Started.DATA + word * 8L;
        Machine machine = Prepared.with(plain, 9, cached ? address : address | Long.MIN_VALUE);
        Machine after = observed(after(subject, Took.at(machine, Unit.M, "ld8.s r8=[r9]")), GUEST_PHYSICAL_SPECULATED);
        assertEquals(!cached, after.general(8).nat());
        if (cached) assertEquals(machine.memory().read(new PhysicalAddress(address), 8), after.general(8).bits());
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Long> words() {
        return Pages.words();
    }

    @Provide
    Arbitrary<String> profiles() {
        return Arbitraries.of("merced", "itanium2", "montecito", "minimal", "maximal");
    }
}
