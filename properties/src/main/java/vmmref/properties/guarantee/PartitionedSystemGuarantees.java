package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.ACCESS_CLOSED;
import static vmmref.spec.Partitions.CLOSED_UNCHANGED;
import static vmmref.spec.Partitions.CROSSING_PERMITTED;
import static vmmref.spec.Partitions.FABRIC_UNSECURE;
import static vmmref.spec.Partitions.FRAMES_OWN;
import static vmmref.spec.Partitions.LINK_DISABLED;
import static vmmref.spec.Partitions.PARTITION_NOT_WIDENED;
import static vmmref.spec.Partitions.SECURE_IS_TRUSTED;
import static vmmref.spec.Partitions.STRANGERS_UNSEEN;
import static vmmref.spec.Partitions.WINDOW_CLOSED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Event;
import vmmref.model.partition.Partition;
import vmmref.properties.arbitrary.Division;
import vmmref.properties.arbitrary.Estates;
import vmmref.properties.arbitrary.Meddling;
import vmmref.properties.arbitrary.Populated;
import vmmref.properties.arbitrary.Tenancy.Astray;
import vmmref.properties.arbitrary.Twins;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// What holds of a complex whose partitions run monitors with guests, adversaries among them.
class PartitionedSystemGuarantees {
    private static final int ROUNDS = 2;
    private static final int MOST = 30;

    @Guarantee
    @Property(tries = 400, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("whatever software asks for, and wherever monitors and guests are meanwhile, nothing changes or is shown that is open to trusted software alone, and no partition reaches more than its cells and what others granted before software began")
    @Partitions.Checks({CLOSED_UNCHANGED, PARTITION_NOT_WIDENED, SECURE_IS_TRUSTED, ACCESS_CLOSED, FABRIC_UNSECURE})
    void nothingIsTaken(Subject subject, @ForAll("populated") Populated populated) {
        Estate estate = Estate.of(subject, populated);
        Holdings holdings = Holdings.of(populated.division(), estate.complex());
        for (Meddling meddling : populated.meddling()) estate = estate.after(meddling);
        estate.log().forEach(holdings::assertKept);
        Seq<Happened> probed = new Probes(estate).all();
        probed.forEach(holdings::assertKept);
        observed(observed(observed(estate, CLOSED_UNCHANGED), PARTITION_NOT_WIDENED), SECURE_IS_TRUSTED);
        Seq<Happened> log = estate.log();
        Outcomes.label("guests").collect(Math.min(2, estate.done() / (MOST / 2))).coverage(checker -> Vector.of(0, 1, 2).forEach(each -> checker.check(each).percentage(share -> share > 5)));
        promise("reads what is closed", log.exists(each -> each.event() instanceof Event.Read && each.reaction().because() == ACCESS_CLOSED), 20);
        promise("writes what is closed", log.exists(each -> each.event() instanceof Event.Write && each.reaction().because() == ACCESS_CLOSED), 20);
        promise("configures", log.exists(each -> each.reaction().because() == FABRIC_UNSECURE), 20);
        promise("instructs", log.exists(each -> each.event() instanceof Event.Instruct && each.reaction().refused()), 20);
        promise("joins", log.exists(each -> each.reaction().because() == Partitions.ROUTE_ADDED), 5);
        promise("is granted", probed.exists(each -> each.reaction().because() == CROSSING_PERMITTED), 10);
    }

    private static void promise(String label, boolean shown, int least) {
        Outcomes.label(label).collect(shown).coverage(checker -> checker.check(true).percentage(share -> share > least));
    }

    @Guarantee
    @Property(tries = 400, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("monitor and guests of a partition are where they are if the software of all other partitions is other software that does something else, and what they ask for is answered alike; only pages and interrupts that the partition permits to those with which it is linked may differ")
    @Partitions.Checks(STRANGERS_UNSEEN)
    void strangersAreUnseen(Subject subject, @ForAll("twins") Twins twins) {
        Estate one = Estate.of(subject, twins.one());
        Estate other = one.beside(twins.own(), twins.other());
        boolean grants = twins.one().division().settled().exists(each -> twins.one().division().isLinked(twins.own(), each));
        for (int number = 0; number < twins.slices().size(); number++) {
            Twins.Slice slice = twins.slices().get(number);
            one = sliced(meddled(one, twins.own(), share(twins.one().meddling(), number, twins.slices().size())), twins.own(), slice);
            other = sliced(meddled(other, twins.own(), share(twins.other().meddling(), number, twins.slices().size())), twins.own(), slice);
            assertAlike(one, other, twins.own(), grants);
        }
        observed(one, STRANGERS_UNSEEN);
        Tenant tenant = one.tenant(twins.own());
        Outcomes.label("exits").collect(Math.min(2, tenant.exits() / 5)).coverage(checker -> Vector.of(0, 1, 2).forEach(each -> checker.check(each).percentage(share -> share > 5)));
        Outcomes.label("grants").collect(grants).coverage(Combinations.above(5, Combinations.EITHER));
        promise("others do something else", !one.log().map(Happened::event).equals(other.log().map(Happened::event)), 80);
        promise("others reach for it", one.log().exists(each -> reaches(each.event(), twins)), 20);
    }

    private static boolean reaches(Event event, Twins twins) {
        return switch (event) {
            case Event.Reach reach         -> !twins.one().division().cell(twins.own()).equals(reach.processor().cell()) && reach.partition().equals(twins.own());
            case Event.Interrupt interrupt -> !twins.one().division().cell(twins.own()).equals(interrupt.processor().cell()) && interrupt.partition().equals(twins.own());
            default                        -> false;
        };
    }

    private static Seq<Meddling> share(Seq<Meddling> all, int number, int of) {
        return all.slice(all.size() * number / of, all.size() * (number + 1) / of);
    }

    /// {@return a complex after what others do}
    private static Estate meddled(Estate estate, Partition own, Seq<Meddling> meddling) {
        Seq<Cell> cells = estate.division().cells(own);
        return meddling.reject(each -> isOf(own, cells, each)).foldLeft(estate, Estate::after);
    }

    private static boolean isOf(Partition own, Seq<Cell> cells, Meddling meddling) {
        return switch (meddling) {
            case Meddling.Runs(var partition, int instructions)         -> partition.equals(own);
            case Meddling.Boots(var cell, int events)                   -> cells.contains(cell);
            case Meddling.Asks(Event.Proceed(var cell))                 -> cells.contains(cell);
            case Meddling.Asks(var event)                               -> Estate.actor(event).exists(actor -> cells.contains(actor.cell()));
        };
    }

    private static Estate sliced(Estate estate, Partition own, Twins.Slice slice) {
        return estate.ran(own, slice.instructions()).happened(slice.event());
    }

    private static void assertAlike(Estate one, Estate other, Partition own, boolean grants) {
        Tenant mine = one.tenant(own);
        Tenant again = other.tenant(own);
        assertEquals(mine.barred(), again.barred());
        assertEquals(Vector.of(mine.over(), mine.exits(), mine.done()), Vector.of(again.over(), again.exits(), again.done()));
        assertEquals(Vector.empty(), GuestView.differences(mine.seen(grants), again.seen(grants), true));
        assertEquals(mine.seen(grants).memory(), again.seen(grants).memory());
        assertEquals(one.log().last().reaction().reply(), other.log().last().reaction().reply());
    }

    @Guarantee
    @Property(tries = 400, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("a monitor's machine reaches frames of its guests' maps and of the monitor, and gets them all; what a wrong map leads to it reaches only if it was granted, and stops there otherwise")
    @Partitions.Checks({FRAMES_OWN, CROSSING_PERMITTED, LINK_DISABLED, WINDOW_CLOSED})
    void mapsAreKept(Subject subject, @ForAll("populated") Populated populated) {
        Estate estate = Estate.of(subject, populated);
        Division division = populated.division();
        for (int round = 0; round < ROUNDS; round++) {
            for (Partition partition : division.settled()) estate = estate.after(new Meddling.Runs(partition, MOST));
        }
        Seq<Happened> log = observed(estate.log(), FRAMES_OWN);
        for (Partition partition : division.settled()) {
            Tenant tenant = estate.tenant(partition);
            Seq<Happened> own = log.filter(each -> ((Event.Reach) each.event()).processor().equals(division.processor(partition)));
            own.forEach(each -> assertReached(division, tenant, each));
            Astray astray = populated.tenants().get(partition.number()).astray();
            assertEquals(tenant.barred().isDefined(), own.exists(each -> each.reaction().refused()), "a refusal stops the machine");
            assertTrue(astray != Astray.NONE || tenant.barred().isEmpty(), () -> partition + ": " + tenant.barred());
            Outcomes.label("stopped").collect(astray, tenant.barred().isDefined()).coverage(checker -> {
                Vector.of(Astray.values()).remove(Astray.NONE).forEach(each -> checker.check(each, true).count(count -> count > 0));
                checker.check(Astray.NONE, false).percentage(share -> share > 30);
            });
        }
        promise("a monitor reaches its own frames", log.exists(each -> Territory.isNear(((Event.Reach) each.event()).page())), 80);
        promise("a wrong map leads to what is granted", log.exists(each -> isForeign(division, each) && !each.reaction().refused()), 0);
        promise("a wrong map leads to what a link does not open", log.exists(each -> each.reaction().because() == WINDOW_CLOSED), 2);
    }

    private static boolean isForeign(Division division, Happened happened) {
        Event.Reach reach = (Event.Reach) happened.event();
        return !division.cell(reach.partition()).equals(reach.processor().cell());
    }

    private static void assertReached(Division division, Tenant tenant, Happened happened) {
        Event.Reach reach = (Event.Reach) happened.event();
        boolean own = reach.partition().equals(tenant.partition());
        boolean mapped = Territory.isNear(reach.page()) || tenant.hosting().monitor().maps().exists(map -> !map.behind(tenant.territory().at(reach.partition(), reach.page())).isEmpty());
        assertTrue(mapped, () -> "no map leads to " + reach);
        Option<Clause> refuses = own || division.permits(tenant.partition(), reach.partition(), reach.page()) ? Option.none() : Option.some(division.isLinked(tenant.partition(), reach.partition()) ? WINDOW_CLOSED : LINK_DISABLED);
        assertEquals(refuses.getOrElse(CROSSING_PERMITTED), observed(happened.reaction()).because(), reach::toString);
    }

    @Provide
    Arbitrary<Populated> populated() {
        return Estates.populated();
    }

    @Provide
    Arbitrary<Twins> twins() {
        return Estates.twins();
    }
}
