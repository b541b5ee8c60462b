package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.ACCESS_TOLD;
import static vmmref.spec.Interruptions.DEFERRAL_TOLD;
import static vmmref.spec.Interruptions.FETCH_TOLD;
import static vmmref.spec.Interruptions.QUERY_TOLD;
import static vmmref.spec.Interruptions.SPECULATION_TOLD;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of what the interruption status register tells of references that fault.
class ReferenceGuarantees {
    private static final long DATA = 0x2000_0000_0000_8000L;
    private static final Profile NARROW = Profile.named("minimal").get();

    @Guarantee
    @Label("of a fetch that faults ISR tells only that it was one, but not of an address that is not implemented")
    @Interruptions.Checks(FETCH_TOLD)
    void fetches(Subject subject, @ForAll("starts") Started start, @ForAll Trouble trouble, @ForAll @IntRange(min = 1, max = 7) int region, @ForAll @IntRange(max = 0xfff) int bundle, @ForAll @IntRange(max = 2) int slot) {
        Discard.unless(trouble.fetch().isDefined(), "no fetch has this trouble");
        long at = (long) region << 61 | (long) bundle << 4;
        Machine machine = trouble.ofFetch(start.machine().withPsr(start.psr().with(13, true)).withPosition(Position.at(at).withSlot(slot)), at);
        Took took = Took.of(subject, machine).took(trouble.fetch().get());
        assertEquals(0x1_0000_0000L + (long) slot * 0x200_0000_0000L + (trouble == Trouble.NAT_PAGE ? 0x20 : 0), observed(took.isr(), FETCH_TOLD), trouble::toString);
        Machine unimplemented = machine.withPosition(Position.at(at | 1L << 55).withSlot(slot));
        assertEquals(0x10 + (long) slot * 0x200_0000_0000L, Took.of(subject.on(NARROW), unimplemented).took(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS).isr());
        Outcomes.label("trouble").collect(trouble).coverage(checker ->
            Vector.of(Trouble.values()).filter(each -> each.fetch().isDefined()).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    private static final Set<Trouble> PAGE = HashSet.of(Trouble.MISSING, Trouble.ABSENT, Trouble.NAT_PAGE);
    private static final Set<Trouble> READ = PAGE.addAll(Vector.of(Trouble.KEY_MISSING, Trouble.KEY_DISABLED, Trouble.DENIED, Trouble.NOT_ACCESSED, Trouble.WATCHED));
    private static final Set<Trouble> LOAD = READ.add(Trouble.MISALIGNED);
    private static final Set<Trouble> SPECULATIVE_LOAD = LOAD.remove(Trouble.NAT_PAGE);
    private static final Set<Trouble> STORE = LOAD.add(Trouble.CLEAN);
    private static final Set<Trouble> SEMAPHORE = STORE.add(Trouble.UNCACHEABLE);

    /// An instruction that refers to memory, what ISR tells of it in the bits r, w and na with the number of a query, and which troubles it can have.
    private record Referring(String text, long isr, Set<Trouble> troubles) { }

    private static final Seq<Referring> REFERRING = Vector.of(
        new Referring("ld1 r8=[r9]",                    0x4_0000_0000L, LOAD.remove(Trouble.MISALIGNED)),
        new Referring("ld8.acq r8=[r9],8",              0x4_0000_0000L, LOAD),
        new Referring("ld2.c.clr r8=[r9]",              0x4_0000_0000L, LOAD),
        new Referring("ld8.fill r8=[r9]",               0x4_0000_0000L, LOAD),
        new Referring("ld4.a r8=[r9]",                  0x4_0000_0000L, LOAD),
        new Referring("ldfd f8=[r9]",                   0x4_0000_0000L, LOAD),
        new Referring("ldfps f8,f9=[r9]",               0x4_0000_0000L, LOAD),
        new Referring("ldf.fill f8=[r9]",               0x4_0000_0000L, LOAD),
        new Referring("ld8.s r8=[r9]",                  0x14_0000_0000L, SPECULATIVE_LOAD),
        new Referring("ld4.sa r8=[r9]",                 0x14_0000_0000L, SPECULATIVE_LOAD),
        new Referring("ldfe.s f8=[r9]",                 0x14_0000_0000L, SPECULATIVE_LOAD),
        new Referring("ldfpd.sa f8,f9=[r9]",            0x14_0000_0000L, SPECULATIVE_LOAD),
        new Referring("st8 [r9]=r0",                    0x2_0000_0000L, STORE),
        new Referring("st4.rel [r9]=r0,4",              0x2_0000_0000L, STORE),
        new Referring("st8.spill [r9]=r0",              0x2_0000_0000L, STORE),
        new Referring("stfs [r9]=f1",                   0x2_0000_0000L, STORE),
        new Referring("stf.spill [r9]=f1",              0x2_0000_0000L, STORE),
        new Referring("xchg8 r8=[r9],r0",               0x6_0000_0000L, SEMAPHORE),
        new Referring("cmpxchg4.rel r8=[r9],r0,ar.ccv", 0x6_0000_0000L, SEMAPHORE),
        new Referring("fetchadd8.acq r8=[r9],1",        0x6_0000_0000L, SEMAPHORE),
        new Referring("lfetch.fault [r9]",              0xc_0000_0004L, READ),
        new Referring("lfetch.fault.excl [r9],64",      0xc_0000_0004L, READ),
        new Referring("fc r9",                          0xc_0000_0001L, PAGE.add(Trouble.DENIED)),
        new Referring("fc.i r9",                        0xc_0000_0001L, PAGE.add(Trouble.DENIED)),
        new Referring("tpa r8=r9",                      0x8_0000_0000L, PAGE),
        new Referring("probe.r r8=r9,0",                0xc_0000_0002L, PAGE.add(Trouble.KEY_MISSING)),
        new Referring("probe.w r8=r9,r0",               0xa_0000_0002L, PAGE.add(Trouble.KEY_MISSING)),
        new Referring("probe.r.fault r9,3",             0xc_0000_0005L, READ),
        new Referring("probe.w.fault r9,3",             0xa_0000_0005L, READ.add(Trouble.CLEAN)),
        new Referring("probe.rw.fault r9,3",            0xe_0000_0005L, READ.add(Trouble.CLEAN)));

    @Guarantee
    @Label("of a data reference that faults ISR tells whether it reads or writes, which query it is, whether it is a speculative load, and the bit ed of its code page")
    @Interruptions.Checks({ACCESS_TOLD, QUERY_TOLD, SPECULATION_TOLD, DEFERRAL_TOLD})
    void accesses(Subject subject, @ForAll("starts") Started start, @ForAll("referring") int which, @ForAll Trouble trouble, @ForAll boolean ed, @ForAll boolean virtual) {
        Referring referring = REFERRING.get(which);
        boolean speculative = referring.text().matches("ld[^ ]*\\.sa? .*");
        Discard.unless(referring.troubles().contains(trouble), "the instruction does not look for this trouble");
        Discard.unless(!(speculative && ed && virtual && trouble == Trouble.MISALIGNED), "the load would be deferred");
        Machine plain = start.machine().withPsr(start.psr().with(13, true).with(18, false).with(19, false).with(36, virtual).withCpl(referring.text().startsWith("tpa") ? 0 : start.psr().cpl()));
        long at = trouble.at(DATA);
        Machine machine = trouble.ofData(Prepared.with(Took.at(plain, Unit.M, referring.text()), 9, at), at, ed);
        Took took = Took.of(subject, machine).took(trouble.data());
        long told = referring.isr()
            | (trouble == Trouble.NAT_PAGE ? 0x20 : 0)
            | (ed && virtual && trouble != Trouble.NAT_PAGE ? 0x800_0000_0000L : 0);
        long isr = observed(took.isr(), ACCESS_TOLD);
        if ((told & 1L << 35) != 0) observed(isr, QUERY_TOLD);
        if ((told & 1L << 36) != 0) observed(isr, SPECULATION_TOLD);
        if ((told & 1L << 43) != 0) observed(isr, DEFERRAL_TOLD);
        assertEquals(told, isr, () -> referring.text() + " " + trouble);
        Outcomes.label("instruction").collect(which).coverage(checker -> Vector.range(0, REFERRING.size()).forEach(each -> checker.check(each).count(count -> count > 0)));
        Outcomes.label("trouble").collect(trouble).coverage(checker -> Vector.of(Trouble.values()).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Integer> referring() {
        return Arbitraries.integers().between(0, REFERRING.size() - 1);
    }
}
