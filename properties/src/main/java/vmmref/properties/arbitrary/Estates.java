package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.PartitionSet;
import vmmref.model.partition.Phase;

/// Generators of complexes whose partitions run monitors with guests, among software that wants more than it has.
public final class Estates {
    private static final int MOST_TENANTS = 3;
    private static final int MOST_GUESTS = 2;
    private static final int MOST_MEDDLING = 40;
    private static final int MOST_SLICES = 4;
    private static final int MOST_INSTRUCTIONS = 30;
    private static final int LINES = 64;

    private Estates() { }

    /// {@return divisions of the hardware of [Traces#hardware()]: two or three partitions run, as many as there are; each permits something to some of them, mostly; other cells are in any phase; a line of a path dies in a quarter}
    public static Arbitrary<Division> divisions() {
        return Traces.hardware().flatMap(hardware -> {
            int tenants = Math.min(MOST_TENANTS, Math.min(hardware.cells(), hardware.partitions()));
            Arbitrary<Division.Comer> comers = Combinators.combine(Arbitraries.integers().between(0, hardware.partitions() - 1).map(Partition::new), Arbitraries.of(Phase.RESET, Phase.BLOCKED, Phase.RELEASED, Phase.RENDEZVOUS, Phase.RENDEZVOUS, Phase.RENDEZVOUS, Phase.JOINED, Phase.RUNNING)).as(Division.Comer::new);
            return Combinators.combine(Arbitraries.integers().between(0, hardware.cells() - 1), listed(grants(tenants), tenants, tenants), listed(comers, hardware.cells() - tenants, hardware.cells() - tenants), dead(hardware))
                .as((first, grants, others, dead) -> new Division(hardware, first, grants, others, dead));
        });
    }

    private static Arbitrary<Division.Grant> grants(int tenants) {
        Arbitrary<PartitionSet> to = Arbitraries.integers().between(0, (1 << tenants) - 1).withDistribution(RandomDistribution.uniform()).map(PartitionSet::new);
        return Combinators.combine(Arbitraries.oneOf(Arbitraries.just(PartitionSet.NONE), to, Arbitraries.just(new PartitionSet((1 << tenants) - 1))), Arbitraries.of(true, true, true, false), Arbitraries.of(true, false)).as(Division.Grant::new);
    }

    private static Arbitrary<Option<Event.Stick>> dead(Hardware hardware) {
        Arbitrary<Event.Stick> dead = Combinators.combine(Arbitraries.integers().between(0, hardware.cells() + hardware.partitions() - 1), Arbitraries.integers().between(0, LINES - 1), Arbitraries.of(false, true)).as((wire, line, level) ->
            wire < hardware.cells() ? new Event.Stick(new Event.Wire.Report(new Cell(wire)), line % hardware.reports().lines(), level)
                : new Event.Stick(new Event.Wire.Status(new Partition(wire - hardware.cells())), line % hardware.statuses().lines(), level));
        return dead.map(stick -> Option.some(stick)).injectNull(0.75).map(stick -> stick == null ? Option.none() : stick);
    }

    /// {@return monitors with one guest, or in a quarter of cases two: a quarter execute copies of code, and the maps of half are wrong}
    public static Arbitrary<Tenancy> tenancies() {
        Tenancy.Astray none = Tenancy.Astray.NONE;
        return Combinators.combine(Arbitraries.of(1, 1, 1, MOST_GUESTS).flatMap(number -> listed(GuestScenes.scenes(), number, number)), Arbitraries.of(false, false, false, true), Arbitraries.of(none, none, none, Tenancy.Astray.DATA, Tenancy.Astray.WINDOW, Tenancy.Astray.CODE)).as(Tenancy::new);
    }

    /// {@return divisions whose partitions run such monitors; in them 0 to 40 things go on, every number alike: one in six is a run of a monitor, one in eight some steps of a cell's firmware, and the others what software tries}
    public static Arbitrary<Populated> populated() {
        return divisions().flatMap(division -> Combinators.combine(tenants(division), meddling(division)).as((tenants, meddling) -> new Populated(division, tenants, meddling)));
    }

    /// {@return a partition whose maps are right, among others and others again}
    public static Arbitrary<Twins> twins() {
        return divisions().flatMap(division -> Combinators.combine(tenants(division), meddling(division), tenants(division), meddling(division), Arbitraries.integers().between(0, division.grants().size() - 1).map(Partition::new))
            .flatAs((tenants, meddling, otherTenants, otherMeddling, own) -> slices(division, own).map(slices -> {
                Tenancy confined = tenants.get(own.number()).confined();
                return new Twins(new Populated(division, tenants.update(own.number(), confined), meddling), new Populated(division, otherTenants.update(own.number(), confined), otherMeddling), own, slices);
            })));
    }

    private static Arbitrary<Seq<Twins.Slice>> slices(Division division, Partition own) {
        return listed(Combinators.combine(Arbitraries.integers().between(1, MOST_INSTRUCTIONS), words()).as((instructions, word) -> new Twins.Slice(instructions, new Meddler(division).own(own, word))), 1, MOST_SLICES);
    }

    private static Arbitrary<Seq<Tenancy>> tenants(Division division) {
        return listed(tenancies(), division.grants().size(), division.grants().size());
    }

    private static Arbitrary<Seq<Meddling>> meddling(Division division) {
        return listed(words().map(new Meddler(division)::of), 0, MOST_MEDDLING);
    }

    private static Arbitrary<Long> words() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    private static <T> Arbitrary<Seq<T>> listed(Arbitrary<T> each, int least, int most) {
        return each.list().ofMinSize(least).ofMaxSize(most).withSizeDistribution(RandomDistribution.uniform()).<Seq<T>>map(Vector::ofAll).withoutEdgeCases();
    }
}
