package vmmref.properties.partition;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Random;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Wiring;
import vmmref.properties.alloy.Facts;
import vmmref.properties.arbitrary.Traces;

/// What Alloy is asked to tell stories of.
///
/// @param name    of the run
/// @param like    hardware; which registers are open is left to Alloy
/// @param formula what happens, from any sound state
/// @param states  how many
/// @param most    how many stories
record Scenario(String name, Hardware like, String formula, int states, int most) {
    private static final int VALUES  = 3;
    private static final int TURNS   = 5;
    private static final int STORIES = 5;

    /// What is said everywhere: ROUTE is closed under UNSECURE, and nothing happens of which the Java model has no notion.
    static final String EVERYWHERE = """
        pred sayable {
          sound and ROUTE not in Unsecure.(Complex.writable)
          always (step and (Now.event = Ask implies no Now.by) and (Now.event = Stick implies some Now.level))
        }
        pred refused[e: Event] { Now.event in e and some Refused }
        """;

    /// The duration of the first is 0, whatever travels; the others take a tick or more.
    private static final Wiring AT_ONCE  = new Wiring(8, 0);
    private static final Wiring ONE_TICK = new Wiring(4, 1);
    private static final Wiring LATER    = new Wiring(3, 1);

    private static final Seq<Scenario> NAMED = Vector.of(
        named("Boot", on(1, 2, 2, ONE_TICK, AT_ONCE),
            "start and done[Start]; done[Post]; done[Advance]; done[Release]; done[Rendezvous]; done[Instruct]; done[Proceed]; done[Proceed]; done[Proceed]; done[HandOff]; done[Advance]"),
        named("Join", on(2, 2, 1, AT_ONCE, ONE_TICK), "done[Instruct] and Now.change = Join; done[Proceed]; done[Quit]; done[Proceed]; done[Proceed]; done[HandOff]"),
        named("JoinRefused", on(2, 2, 2, AT_ONCE, AT_ONCE), "done[Instruct] and Now.change = Join; done[Proceed]; done[Quit]; refused[Proceed]; refused[Proceed]"),
        named("Move", on(2, 1, 2, AT_ONCE, ONE_TICK), "done[Instruct] and Now.change = Move; done[Proceed]; done[Proceed]; done[Proceed]; done[Proceed]; done[Advance]; done[HandOff]"),
        named("MoveRefused", on(1, 2, 2, AT_ONCE, AT_ONCE), "done[Instruct] and Now.change = Move; done[Proceed]; done[Proceed]; done[Quit]; refused[Proceed]; refused[Instruct]"),
        named("Departure", on(2, 2, 2, LATER, AT_ONCE), "done[Instruct] and Now.change = Leave; done[Proceed]; done[Proceed]; refused[Post]; done[Proceed]; done[Post]"),
        named("DepartureUnsecure", on(2, 1, 2, ONE_TICK, ONE_TICK), "done[Instruct] and Now.change = Leave and Now.cell.phase = Running; refused[Proceed]; refused[Proceed]; refused[HandOff]"),
        named("Link", on(2, 1, 2, ONE_TICK, LATER), "no asked + enabled and done[Ask]; refused[Ask]; done[Consent]; refused[Consent]; done[Consent]; refused[Expire]; done[Deny]"),
        named("LinkExpires", on(2, 2, 2, ONE_TICK, AT_ONCE), "done[Ask]; done[Consent]; done[Expire]; refused[Deny]"),
        named("StuckReport", on(1, 2, 1, ONE_TICK, AT_ONCE), "done[Start]; done[Stick] and Now.path in Cell; done[Advance]; done[Advance]; done[Stick]; done[Quit]"),
        named("StuckStatus", on(1, 2, 2, AT_ONCE, AT_ONCE), "done[Stick] and Now.path in Partition and some copy; done[Start]; done[Stick] and Now.path in Cell; done[Stick]; done[Quit]"),
        named("BothArrive", on(2, 2, 2, ONE_TICK, ONE_TICK),
            "Complex.sending = ticks/first and ticks/first in Cell.left and done[Advance] and Complex.register' != Complex.register and some copy; done[Quit]; done[Advance]; done[Advance]"),
        named("ResetUnderWay", on(2, 2, 2, LATER, ONE_TICK), "some left and done[Reset] and some Now.cell.left; done[Advance]; done[Start]; done[Reset]; done[Advance]; done[Advance]"),
        named("ResetMidway", on(2, 1, 2, AT_ONCE, AT_ONCE), "done[Proceed] and Now.cell.part = Determine; done[Reset]; refused[Proceed]; done[Start]"),
        named("Reconfiguration", on(2, 2, 2, ONE_TICK, ONE_TICK), "some enabled and some Partition.mask and done[Reconfigure] and #again = 2; done[Advance]; done[Post]; done[Advance]; done[Release]"),
        named("ReconfigurationAtOnce", on(2, 2, 2, AT_ONCE, AT_ONCE), "some enabled and done[Reconfigure] and again.phase = Released + AtRendezvous; done[Configure]; done[Message]"),
        named("ReconfigurationLate", on(2, 1, 2, AT_ONCE, ONE_TICK), "done[Write]; done[Reconfigure] and again.phase = HasJoined + Running; done[Reset] and Now.cell.phase = Blocked"),
        named("ResetAnywhere", on(2, 2, 2, ONE_TICK, AT_ONCE),
            "done[Reset] and Now.cell.phase = Running; done[Reset] and Now.cell.phase = HasJoined; done[Reset] and Now.cell.phase = InReset; done[Start]"),
        named("ResetOnTheWay", on(2, 1, 2, AT_ONCE, ONE_TICK), "done[Reset] and Now.cell.phase = Released; done[Reset] and Now.cell.phase = AtRendezvous; done[Start]"),
        named("InTwoPartitions", on(2, 1, 2, AT_ONCE, AT_ONCE),
            "Cell0 in secureCells[Complex.register] and mask = Partition0 -> Cell0 and profile = Cell0 -> Partition1 + Cell1 -> Partition0 and refused[Configure] and Now.by.Slot = Cell0; "
                + "done[Quit]; refused[Configure]"),
        named("HalfSecure", on(1, 2, 1, AT_ONCE, AT_ONCE),
            "statusesAreTrue and no stuck and done[Read] and Now.class not in Unsecure.(Complex.readable); done[Quit] and Now.by = Cell0 -> Slot1; "
                + "refused[Read] and Now.class in Secure.(Complex.readable); refused[Write]"),
        named("Access", on(2, 2, 1, ONE_TICK, LATER), "done[Read]; done[Quit]; done[Write]; done[Advance]; done[Advance]; refused[Write]; refused[Read]; refused[Configure]"));

    /// {@return those with a name, each of something that belongs together}
    static Seq<Scenario> named() {
        return NAMED;
    }

    /// {@return such in which, together, every event is performed and refused where it can be, a few of them in each}
    static Seq<Scenario> drawn(long seed) {
        Random random = new Random(seed);
        Seq<String> turns = Relations.UNREFUSABLE.union(Relations.REFUSABLE).toVector().map(each -> "done[" + each + "]")
            .appendAll(Relations.REFUSABLE.toVector().map(each -> "refused[" + each + "]"));
        return shuffled(turns, random).grouped(TURNS).toVector().zipWithIndex().map(each -> {
            int processors = 1 + random.nextInt(2);
            Hardware like = on(2, processors, 2, draw(random, Wirings.of(processors)), draw(random, Wirings.of(2 * processors)));
            return new Scenario("Drawn" + each._2, random.nextBoolean() ? like : like.withGate(Hardware.Gate.PROCESSOR), each._1.mkString("; "), each._1.size() + 1, STORIES);
        });
    }

    private static Seq<String> shuffled(Seq<String> all, Random random) {
        return all.map(each -> Tuple.of(random.nextInt(), each)).sortBy(Tuple2::_1).map(Tuple2::_2);
    }

    private static <T> T draw(Random random, Seq<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Scenario named(String name, Hardware like, String formula) {
        return new Scenario(name, like, formula, formula.split(";").length + 1, STORIES);
    }

    private static Hardware on(int cells, int processors, int partitions, Wiring reports, Wiring statuses) {
        Hardware named = Traces.NAMED.get(cells + processors);
        return new Hardware(cells, processors, partitions, reports, statuses, named.inTransfer(), named.gate(), named.secure(), named.unsecure(), named.refusal(), named.barred());
    }

    Size size() {
        return new Size(like, VALUES);
    }

    String run() {
        Facts parameters = new Spelling(like, Vector.empty()).parameters();
        Facts fixed = new Facts(parameters.relations().filterKeys(each -> !each.endsWith("able")));
        return "run " + name + " { sayable and " + fixed.formula() + " and (\n  " + Vector.of(formula.split("; ")).append("always Now.event = Idle").map(each -> "(" + each + ")").mkString("; ")
            + ") } " + size().scope(states) + "\n";
    }
}
