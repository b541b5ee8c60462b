package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Translations.CACHE_EMPTIED;
import static vmmref.spec.Translations.CACHE_PURGED;
import static vmmref.spec.Translations.PURGE_COMPLETE;
import static vmmref.spec.Translations.PURGE_SIZE_UNSUPPORTED;
import static vmmref.spec.Translations.REGION_WRITTEN;
import static vmmref.spec.Translations.REGISTER_PURGED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Choice;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Instruction;
import vmmref.properties.arbitrary.Crowd;
import vmmref.properties.arbitrary.Held;
import vmmref.properties.arbitrary.Operations;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.Translations;

/// What holds of purges, and of region registers, whose writing is none.
class PurgeGuarantees {

    @Guarantee
    @Label("after a purge of a range no address of it is translated in any region of its identifier, and everything else is")
    @Translations.Checks({CACHE_PURGED, PURGE_COMPLETE})
    void nothingIsLeft(Subject subject, @ForAll("cachedCrowds") Crowd crowd, @ForAll("cachePurges") Instruction.Purge somewhere, @ForAll("words") long word) {
        Instruction.Purge purge = aimed(somewhere, crowd, word);
        Addressing machine = crowd.machine().with(done(subject, crowd.machine(), purge, Choice.of(Freedom.SEARCH)));
        int rid = LinearTlb.identifier(crowd.regions(), purge.address());
        LinearTlb list = LinearTlb.of(crowd.held());
        for (Stream stream : Stream.values()) {
            Set<Entry> gone = list.overlapping(stream, rid, purge.address(), purge.size());
            assertEquals(list.entries(stream).removeAll(gone), machine.tlb().entries(stream).all().toSet());
            for (int region : crowd.regionsOf(rid)) {
                long first = purge.address().bits() & ~purge.size().mask();
                Vector.of(first, first + purge.size().mask(), first + (word & purge.size().mask())).map(address -> Crowd.in(region, address)).forEach(address ->
                    assertEquals(LinearTlb.miss(stream, address), subject.translate(machine, Operations.of(stream, address), Choice.USUAL)));
            }
            Outcomes.label("purged").collect(Math.min(gone.size(), 2)).coverage(checker -> {
                checker.check(1).percentage(share -> share > 15);
                checker.check(2).percentage(share -> share > 2);
            });
        }
    }

    @Guarantee
    @Label("a purge of everything empties both caches and leaves the registers")
    @Translations.Checks(CACHE_EMPTIED)
    void emptying(Subject subject, @ForAll("crowds") Crowd crowd, @ForAll("words") long operand) {
        Tlb after = crowd.machine().with(done(subject, crowd.machine(), new Instruction.PurgeAll(GeneralValue.of(operand)), Choice.USUAL)).tlb();
        for (Stream stream : Stream.values()) {
            assertEquals(LinearTlb.of(crowd.held()).entries(stream).reject(Entry::isCached), after.entries(stream).all().toSet());
        }
        Outcomes.label("registers and cache").collect(crowd.held().exists(Held::isCached) && !crowd.held().forAll(Held::isCached)).coverage(checker ->
            checker.check(true).percentage(share -> share > 40));
    }

    @Guarantee
    @Label("a purge of registers takes what shares an address with the range from the registers and the cache of its stream, and nothing from the other")
    @Translations.Checks(REGISTER_PURGED)
    void purgingRegisters(Subject subject, @ForAll("crowds") Crowd crowd, @ForAll("registerPurges") Instruction.Purge somewhere, @ForAll("words") long word) {
        Instruction.Purge purge = aimed(somewhere, crowd, word);
        Stream stream = purge.type() == Instruction.PurgeType.PTR_I ? Stream.INSTRUCTION : Stream.DATA;
        Stream other  = purge.type() == Instruction.PurgeType.PTR_I ? Stream.DATA : Stream.INSTRUCTION;
        Tlb after = crowd.machine().with(done(subject, crowd.machine(), purge, Choice.USUAL)).tlb();
        LinearTlb list = LinearTlb.of(crowd.held());
        Set<Entry> gone = list.overlapping(stream, LinearTlb.identifier(crowd.regions(), purge.address()), purge.address(), purge.size());
        assertEquals(list.entries(stream).removeAll(gone), after.entries(stream).all().toSet());
        assertEquals(list.entries(other), after.entries(other).all().toSet());
        Outcomes.label("purged").collect(gone.isEmpty() ? "nothing" : gone.exists(Entry::isCached) ? "from the cache" : "from registers").coverage(checker ->
            Vector.of("nothing", "from the cache", "from registers").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    @Guarantee
    @Label("a purge with a size that cannot be purged ends in a machine check whatever it overlaps, or purges a range of that size")
    @Translations.Checks(PURGE_SIZE_UNSUPPORTED)
    void unsupportedSizes(Subject subject, @ForAll Instruction.PurgeType type, @ForAll("crowds") Crowd somewhere, @ForAll("words") long word, @ForAll @IntRange(max = 63) int size,
                          @ForAll boolean taken) {
        boolean supported = HashSet.of(12, 13, 14, 16, 18, 20, 22, 24, 26, 28, 32).contains(size);
        Crowd crowd = somewhere.map(held -> new Held(held.stream(), new Entry(held.entry().slot(), Scenes.narrowed(held.translation()))));
        Instruction.Purge purge = Operations.purge(type, Scenes.narrowed(crowd.aimed(new VirtualAddress(word), word)), new PageSize(size));
        Executed executed = subject.on(Scenes.NARROW).execute(crowd.machine(), purge, taken ? Choice.of(Freedom.PURGE_SIZE) : Choice.USUAL);
        if (supported || taken) {
            Option<LinearTlb> after = LinearTlb.of(crowd.held()).after(purge, crowd.regions());
            assertEquals(after.map(list -> list.entries(Stream.DATA)), entries(crowd.machine(), supported ? executed : observed(executed, PURGE_SIZE_UNSUPPORTED), Stream.DATA));
            assertEquals(after.map(list -> list.entries(Stream.INSTRUCTION)), entries(crowd.machine(), executed, Stream.INSTRUCTION));
        } else {
            assertEquals(new Executed.MachineCheck(PURGE_SIZE_UNSUPPORTED), observed(executed));
        }
        Outcomes.label("supported").collect(supported).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    private static Option<Set<Entry>> entries(Addressing machine, Executed executed, Stream stream) {
        return switch (executed) {
            case Executed.Done(var effects, var because, _)     -> Option.some(machine.with(effects).tlb().entries(stream).all().toSet());
            case Executed.MachineCheck(var because)          -> Option.none();
            case Executed.Raised raised                      -> throw new AssertionError(raised.toString());
            case Executed.Unspecified unspecified            -> throw new AssertionError(unspecified.toString());
        };
    }

    @Guarantee
    @Label("writing a region register writes the one that bits 63:61 number, and no translation is lost")
    @Translations.Checks(REGION_WRITTEN)
    void writingRegionRegisters(Subject subject, @ForAll("crowds") Crowd crowd, @ForAll("words") long r3, @ForAll @IntRange(max = 0xffffff) int identifier, @ForAll boolean walked) {
        long value = (long) identifier << 8 | 14 << 2 | (walked ? 1 : 0);
        Addressing after = crowd.machine().with(done(subject, crowd.machine(), new Instruction.MoveRegion(GeneralValue.of(r3), GeneralValue.of(value)), Choice.USUAL));
        assertEquals(crowd.regions().all().update((int) (r3 >>> 61), new RegionRegister(value)), after.regions().all());
        assertEquals(crowd.machine(), after.withRegions(crowd.regions()));
    }

    private static Instruction.Purge aimed(Instruction.Purge purge, Crowd crowd, long word) {
        return Operations.purge(purge.type(), crowd.aimed(purge.address(), word), purge.size());
    }

    private static Effects done(Subject subject, Addressing machine, Instruction instruction, Choice choice) {
        return assertInstanceOf(Executed.Done.class, observed(subject.execute(machine, instruction, choice))).effects();
    }

    @Provide
    Arbitrary<Crowd> crowds() {
        return Pages.crowds();
    }

    @Provide
    Arbitrary<Crowd> cachedCrowds() {
        return Pages.cachedCrowds();
    }

    @Provide
    Arbitrary<Instruction.Purge> cachePurges() {
        return Arbitraries.of(Instruction.PurgeType.PTC_L, Instruction.PurgeType.PTC_G, Instruction.PurgeType.PTC_GA).flatMap(Operations::purges);
    }

    @Provide
    Arbitrary<Instruction.Purge> registerPurges() {
        return Arbitraries.of(Instruction.PurgeType.PTR_I, Instruction.PurgeType.PTR_D).flatMap(Operations::purges);
    }

    @Provide
    Arbitrary<Long> words() {
        return Pages.words();
    }
}
