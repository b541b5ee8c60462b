package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Software;
import vmmref.vectors.format.Draft;

/// What crosses the fabric: data, accesses to pages, interrupts, and the registers that stop them, at their boundaries.
final class CrossingDrafts {
    private static final Setup LINKED = Setup.RESET.running(0, 0).running(1, 1).linked(0, 1).consented(0, 1).consented(1, 0);

    private CrossingDrafts() { }

    static Seq<Draft> all() {
        return routes().appendAll(firewalls()).appendAll(windows()).appendAll(interrupts());
    }

    private record Standing(String name, Setup setup) { }

    private static Seq<Standing> standings() {
        Setup open = LINKED.word(1, "firewall", 0xffff_ffffL).word(1, "sharing", 0x00ff_ffff_0000_00ffL).word(1, "interrupt", 0xffff_02ffL);
        Setup unlinked = Setup.RESET.running(0, 0).running(1, 1).word(1, "firewall", 0xffff_ffffL).word(1, "sharing", 0x00ff_ffff_0000_00ffL).word(1, "interrupt", 0xffff_02ffL);
        Setup nowhere = Setup.RESET.cell(0, Phase.RUNNING, Software.OTHER).assigned(0, 0).running(1, 1).linked(0, 1);
        Setup lonely = Setup.RESET.running(0, 0).cell(1, Phase.RUNNING, Software.OTHER).assigned(1, 1).linked(0, 1);
        return Vector.of(new Standing("everything is open", open), new Standing("the link is not enabled", unlinked), new Standing("the link is enabled and nothing open", LINKED),
            new Standing("both were asked for the link", unlinked.asked(0, 1)), new Standing("the sender is in no mask", nowhere), new Standing("the receiver is in no mask", lonely),
            new Standing("both are in one mask", Setup.RESET.running(0, 0).running(1, 0)), new Standing("the registers of the sender are open", LINKED.word(0, "firewall", 0xffff_ffffL).word(0, "sharing", 0x00ff_ffff_0000_00ffL).word(0, "interrupt", 0xffff_02ffL)),
            new Standing("the sender executes nothing", open.cell(0, Phase.RUNNING, Software.NONE)), new Standing("the receiver is in reset", open.cell(1, Phase.RESET, Software.NONE)));
    }

    private static Seq<Draft> routes() {
        return standings().flatMap(standing -> Vector.of(
            draft("crossings", "data from cell 0 to cell 1 where " + standing.name, "OpenFirewall", standing.setup, Events.data("0.0", 1)),
            draft("crossings", "data from cell 1 to cell 0 where " + standing.name, "OpenFirewall", standing.setup, Events.data("1.0", 0)),
            draft("crossings", "data from cell 0 to itself where " + standing.name, "OpenFirewall", standing.setup, Events.data("0.1", 0)),
            draft("crossings", "data from cell 0 to cell 2 where " + standing.name, "OpenFirewall", standing.setup, Events.data("0.0", 2)),
            draft("crossings", "cell 0 reaches a page of partition 1 where " + standing.name, "WindowEdge", standing.setup, Events.reach("0.0", 1, 0x10)),
            draft("crossings", "cell 0 reaches a page of partition 0 where " + standing.name, "WindowEdge", standing.setup, Events.reach("0.0", 0, 0x10)),
            draft("crossings", "cell 0 interrupts partition 1 where " + standing.name, "ForeignInterrupt", standing.setup, Events.interrupt("0.0", 1, 0x20)),
            draft("crossings", "cell 0 interrupts partition 0 where " + standing.name, "ForeignInterrupt", standing.setup, Events.interrupt("0.0", 0, 0x20))));
    }

    /// Each bit of the register alone, and all but that; between each two cells.
    private static Seq<Draft> firewalls() {
        Setup cells = Setup.RESET.running(0, 0).running(1, 1).running(2, 1).running(3, 0).linked(0, 1);
        Seq<Draft> pairs = Vector.of(0, 3).flatMap(from -> Vector.of(1, 2).flatMap(to -> {
            long right = 1L << from | 1L << 16 + to;
            return Vector.of(right, right ^ 1L << from, right ^ 1L << 16 + to, 0xffff_ffffL ^ 1L << from, 0xffff_ffffL ^ 1L << 16 + to, 1L << to | 1L << 16 + from, right << 32).map(bits ->
                draft("firewalls", "data from cell %d to cell %d with FIREWALL %016x".formatted(from, to, bits), "OpenFirewall", cells.word(1, "firewall", bits), Events.data(from + ".0", to)));
        }));
        return pairs.appendAll(Vector.range(0, 8).flatMap(cell -> Vector.of(
            draft("firewalls", "the firewall permits cell %d alone to every cell".formatted(cell), "OpenFirewall", LINKED.word(1, "firewall", 0xffff_0000L | 1L << cell), Events.data("0.0", 1)),
            draft("firewalls", "the firewall permits every cell to cell %d alone".formatted(cell), "OpenFirewall", LINKED.word(1, "firewall", 0xffffL | 1L << 16 + cell), Events.data("0.0", 1)))));
    }

    private static Seq<Draft> windows() {
        Seq<Draft> edges = Vector.of(0x00_0000, 0x00_0001, 0x00_0100, 0x7f_ffff, 0x80_0000, 0xff_fffe, 0xff_ffff).flatMap(first -> Vector.of(0, 1, 0x10, -1).map(length -> first + length).filter(last -> last >= 0 && last <= 0xff_ffff)
            .flatMap(last -> Vector.of(first - 1, first, last, last + 1).distinct().filter(page -> page >= 0 && page <= 0xff_ffff).map(page ->
                draft("windows", "page %06x and a window from %06x to %06x".formatted(page, first, last), "WindowEdge", LINKED.word(1, "sharing", (long) last << 32 | (long) first << 8 | 1), Events.reach("0.0", 1, page)))));
        return edges.appendAll(Vector.range(0, 8).flatMap(partition -> Vector.of(
            draft("windows", "a window that lists partition %d alone".formatted(partition), "WindowEdge", LINKED.word(1, "sharing", 0x20_0000_1000L | 1L << partition), Events.reach("0.0", 1, 0x18)),
            draft("windows", "a window that lists all but partition %d".formatted(partition), "WindowEdge", LINKED.word(1, "sharing", 0x20_0000_10ffL ^ 1L << partition), Events.reach("0.0", 1, 0x18)))));
    }

    private static Seq<Draft> interrupts() {
        Seq<Draft> groups = Vector.range(0, 16).flatMap(group -> Vector.of(16 * group - 1, 16 * group, 16 * group + 15, 16 * group + 16).filter(vector -> vector >= 0 && vector < 256).map(vector ->
            draft("interrupts", "vector %02x where group %d is listed alone".formatted(vector, group), "ForeignInterrupt", LINKED.word(1, "interrupt", 1L << 16 + group | 0xee01L), Events.interrupt("0.0", 1, vector))));
        return groups.appendAll(Vector.range(0, 8).flatMap(partition -> Vector.of(
                draft("interrupts", "an interrupt where partition %d is listed alone".formatted(partition), "ForeignInterrupt", LINKED.word(1, "interrupt", 0xffff_ee00L | 1L << partition), Events.interrupt("0.0", 1, 0x42)),
                draft("interrupts", "an interrupt where all but partition %d are listed".formatted(partition), "ForeignInterrupt", LINKED.word(1, "interrupt", 0xffff_eeffL ^ 1L << partition), Events.interrupt("0.0", 1, 0x42)))))
            .appendAll(Vector.of(0x00, 0x42, 0xff).map(notification ->
                draft("interrupts", "an interrupt that is not permitted, with the notification vector %02x".formatted(notification), "ForeignInterrupt", LINKED.word(1, "interrupt", (long) notification << 8), Events.interrupt("0.0", 1, 0x42))));
    }
}
