package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Protections.KEY_UNIQUE;
import static vmmref.spec.Protections.KEY_WRITTEN;
import static vmmref.spec.Translations.CACHE_EMPTIED;
import static vmmref.spec.Translations.CACHE_INSERTED;
import static vmmref.spec.Translations.CACHE_PURGED;
import static vmmref.spec.Translations.OVERLAP_PURGED;
import static vmmref.spec.Translations.REGION_WRITTEN;
import static vmmref.spec.Translations.REGISTER_INSERTED;
import static vmmref.spec.Translations.REGISTER_OVERLAPPED;
import static vmmref.spec.Translations.REGISTER_PURGED;
import static vmmref.spec.Translations.REPLACED_KEPT;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
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
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
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
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.Protections;
import vmmref.spec.Translations;

/// What holds of the instructions that change translations, whatever came before them.
class HistoryGuarantees {
    private static final int FEW = 3;

    @Guarantee
    @Costs(16)
    @Label("after any history the look-aside buffers hold, and answer, what a plain list would")
    @Translations.Checks({REGISTER_INSERTED, CACHE_INSERTED, CACHE_PURGED, CACHE_EMPTIED, REGISTER_PURGED, REGISTER_OVERLAPPED, REGION_WRITTEN})
    void buffersAreLists(Subject subject, @ForAll("crowds") Crowd crowd, @ForAll("histories") Seq<Instruction> history, @ForAll @IntRange(max = 63) int size) {
        Addressing machine = crowd.uncollected();
        LinearTlb list = LinearTlb.of(crowd.held());
        for (Instruction instruction : history) {
            Option<LinearTlb> after = list.after(instruction, machine.regions());
            machine = after(machine, observed(subject.execute(machine, instruction, Choice.USUAL)), after.isDefined());
            list = after.getOrElse(list);
            assertHolds(list, machine.tlb());
        }
        assertAnswers(list, list, machine, new PageSize(size));
        Outcomes.label("length").collect(history.size() > 5).coverage(checker -> checker.check(true).percentage(share -> share > 30));
        Outcomes.label("held").collect(Math.min(6, list.all().size())).coverage(checker -> checker.check(6).percentage(share -> share > 20));
    }

    @Guarantee
    @Costs(8)
    @Label("however many translations are held, a range is purged, and addresses around what is left are found, as in a plain list")
    @Translations.Checks({REGISTER_PURGED, CACHE_PURGED, REGISTER_OVERLAPPED})
    void manyTranslations(Subject subject, @ForAll("multitudes") Seq<Held> held, @ForAll("purges") Instruction.Purge somewhere, @ForAll("words") long word) {
        Crowd crowd = new Crowd(held, Scene.MACHINE.regions().with((int) (word & 7), new RegionRegister(0)));
        Instruction.Purge purge = Operations.purge(somewhere.type(), crowd.aimed(somewhere.address(), word), somewhere.size());
        LinearTlb list = LinearTlb.of(held);
        Option<LinearTlb> after = list.after(purge, crowd.regions());
        Addressing machine = after(crowd.machine(), observed(subject.execute(crowd.machine(), purge, Choice.USUAL)), after.isDefined());
        assertHolds(after.getOrElse(list), machine.tlb());
        assertAnswers(new LinearTlb(after.getOrElse(list).all().take(FEW)), after.getOrElse(list), machine, purge.size());
        Outcomes.label("many").collect(held.size() >= 50).coverage(checker -> checker.check(true).percentage(share -> share > 30));
    }

    @Guarantee
    @Costs(4)
    @Label("an instruction changes the places that its effects name, to the values that they name, and nothing else")
    @Translations.Checks({REGISTER_INSERTED, CACHE_INSERTED, OVERLAP_PURGED, REPLACED_KEPT, CACHE_PURGED, CACHE_EMPTIED, REGISTER_PURGED, REGION_WRITTEN})
    @Protections.Checks({KEY_WRITTEN, KEY_UNIQUE})
    void effectsAreAllThatChanges(Subject subject, @ForAll("crowds") Crowd crowd, @ForAll("keys") ProtectionKeyRegisters keys, @ForAll("instructions") Instruction instruction,
                                  @ForAll("choices") Choice choice) {
        Addressing before = crowd.uncollected().withKeys(keys);
        Effects effects = switch (subject.execute(before, instruction, choice)) {
            case Executed.Done done -> observed(done, done.because()).effects();
            case Executed.Raised raised -> throw new AssertionError(raised.toString());
            case Executed.MachineCheck check -> Effects.NONE;
            case Executed.Unspecified unspecified -> throw new AssertionError(unspecified.toString());
        };
        Addressing after = before.with(effects);
        for (Place<?> place : places(before.tlb(), after.tlb())) {
            Seq<Write<?>> writes = effects.writes().filter(write -> write.place().equals(place));
            assertEquals(writes.isEmpty() ? place.of(Machine.of(before)) : observed(writes.last()).value(), place.of(Machine.of(after)), place::toString);
        }
        assertEquals(before, after.withRegions(before.regions()).withKeys(before.keys()).withTlb(before.tlb()));
        Outcomes.label("writes").collect(Math.min(2, effects.writes().size())).coverage(checker ->
            Vector.of(0, 1, 2).forEach(number -> checker.check(number).percentage(share -> share > 5)));
    }

    private static Addressing after(Addressing machine, Executed executed, boolean expected) {
        return switch (executed) {
            case Executed.Done(var effects, var because, _) when expected -> machine.with(effects);
            case Executed.MachineCheck(var because) when !expected && because == REGISTER_OVERLAPPED -> machine;
            default -> throw new AssertionError((expected ? "done, not " : "a machine check, not ") + executed);
        };
    }

    private static void assertHolds(LinearTlb list, Tlb tlb) {
        for (Stream stream : Stream.values()) {
            assertEquals(list.entries(stream), tlb.entries(stream).all().toSet());
            assertEquals(list.entries(stream).size(), tlb.entries(stream).all().size());
            assertEquals(list.entries(stream).filter(entry -> entry.slot() < 0).map(entry -> entry.translation()), tlb.cached(stream).toSet());
        }
    }

    /// Compares searches for addresses and for ranges of a size around some pages, and what registers and caches are said to hold.
    private static void assertAnswers(LinearTlb some, LinearTlb list, Addressing machine, PageSize size) {
        for (VirtualAddress address : new Crowd(some.all(), machine.regions()).boundaries()) {
            int rid = LinearTlb.identifier(machine.regions(), address);
            for (Stream stream : Stream.values()) {
                assertEquals(list.matching(stream, rid, address), machine.tlb().matching(stream, rid, address).toSet());
                assertEquals(list.overlapping(stream, rid, address, size), machine.tlb().overlapping(stream, rid, address, size).toSet());
            }
        }
        some.all().filter(held -> !held.isCached()).forEach(held ->
            assertEquals(Option.some(held.translation()), machine.tlb().register(held.stream(), held.entry().slot())));
        some.all().forEach(held -> assertEquals(list.entries(held.stream()).exists(entry -> entry.isCached() && entry.translation().equals(held.translation())),
            machine.tlb().isCached(held.stream(), held.translation())));
    }

    /// Every place that the instructions of [Operations] can reach.
    private static Set<Place<?>> places(Tlb before, Tlb after) {
        Seq<Place<?>> registers = Vector.range(0, RegionRegisters.NUMBER).<Place<?>>map(Place.Region::new).appendAll(Vector.range(0, 16).map(Place.Key::new));
        return HashSet.ofAll(registers).addAll(Vector.of(Stream.values()).<Place<?>>flatMap(stream ->
            Vector.range(0, Pages.SLOTS).<Place<?>>map(slot -> new Place.Pinned(stream, slot))
                .appendAll(before.entries(stream).all().appendAll(after.entries(stream).all()).map(entry -> new Place.Cached(stream, entry.translation())))));
    }

    @Provide
    Arbitrary<Crowd> crowds() {
        return Pages.crowds();
    }

    @Provide
    Arbitrary<Seq<Instruction>> histories() {
        return Operations.histories();
    }

    @Provide
    Arbitrary<Seq<Held>> multitudes() {
        return Pages.multitudes();
    }

    @Provide
    Arbitrary<Instruction.Purge> purges() {
        return Operations.purges();
    }

    @Provide
    Arbitrary<Long> words() {
        return Pages.words();
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Operations.instructions();
    }

    @Provide
    Arbitrary<ProtectionKeyRegisters> keys() {
        return Scenes.keyRegisters();
    }

    @Provide
    Arbitrary<Choice> choices() {
        return Arbitraries.of(Choice.USUAL, Choice.of(Freedom.REPLACED), Choice.of(Vector.of(Freedom.SEARCH, Freedom.CACHE, Freedom.REPLACED)));
    }
}
