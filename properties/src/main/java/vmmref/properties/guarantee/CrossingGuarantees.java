package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.CROSSING_PERMITTED;
import static vmmref.spec.Partitions.INTERRUPT_BARRED;
import static vmmref.spec.Partitions.LINK_DISABLED;
import static vmmref.spec.Partitions.PORT_FIREWALLED;
import static vmmref.spec.Partitions.ROUTE_DISABLED;
import static vmmref.spec.Partitions.WINDOW_CLOSED;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.InterruptVector;
import vmmref.model.partition.Page;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Reply;
import vmmref.model.partition.Word;
import vmmref.properties.arbitrary.Staged;
import vmmref.properties.arbitrary.Traces;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// What holds of what crosses the fabric.
class CrossingGuarantees {
    /// Partition 0 may come; the first page is 1, the last 2; the notification vector is 0x55; of vectors the groups 2 and 3.
    private static final long SHARING   = 0x0000_0002_0000_0101L;
    private static final long INTERRUPT = 0x0000_0000_000c_5501L;

    /// What is sent.
    enum Sent { DATA, REACH, INTERRUPT }

    @Guarantee
    @Label("what crosses needs a route, between partitions a link, and the permission of the partition to which it goes")
    @Partitions.Checks({ROUTE_DISABLED, LINK_DISABLED, PORT_FIREWALLED, WINDOW_CLOSED, INTERRUPT_BARRED, CROSSING_PERMITTED})
    void theTableDecides(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll Sent sent, @ForAll boolean routed, @ForAll boolean linked, @ForAll boolean inside,
                         @ForAll @IntRange(max = 3) int detail, @ForAll @IntRange(max = 3) int firewall) {
        Complex before = situation(hardware, routed, linked, firewall);
        Partition to = inside ? Staged.ZERO : Staged.ONE;
        Processor sender = Staged.processor(Staged.FIRST);
        Reaction reaction = observed(subject.react(hardware, before, switch (sent) {
            case DATA      -> new Event.Data(sender, inside ? Staged.FIRST : Staged.SECOND);
            case REACH     -> new Event.Reach(sender, to, new Page(detail));
            case INTERRUPT -> new Event.Interrupt(sender, to, new InterruptVector(0x1f + detail % 2 + detail / 2 * 0x20));
        }));
        boolean permitted = switch (sent) {
            case DATA      -> firewall == 3;
            case REACH     -> detail == 1 || detail == 2;
            case INTERRUPT -> detail == 1 || detail == 2;
        };
        Clause bars = switch (sent) {
            case DATA      -> PORT_FIREWALLED;
            case REACH     -> WINDOW_CLOSED;
            case INTERRUPT -> INTERRUPT_BARRED;
        };
        Clause expected = !routed ? ROUTE_DISABLED : inside ? CROSSING_PERMITTED : !linked ? LINK_DISABLED : permitted ? CROSSING_PERMITTED : bars;
        assertEquals(expected, reaction.because());
        assertEquals(before, reaction.complex());
        assertEquals(expected != CROSSING_PERMITTED, reaction.refused());
        if (sent == Sent.INTERRUPT && expected == INTERRUPT_BARRED)
            assertEquals(hardware.barred() == Hardware.Barred.REPLACE ? new Reply.Interrupted(new InterruptVector(0x55)) : Reply.Refused.REFUSED, reaction.reply());
        Outcomes.label("decided").collect(sent, expected).coverage(checker -> {
            checker.check(sent(0), PORT_FIREWALLED).percentage(share -> share > 1);
            checker.check(sent(1), WINDOW_CLOSED).percentage(share -> share > 1);
            checker.check(sent(2), INTERRUPT_BARRED).percentage(share -> share > 1);
        });
    }

    private static Sent sent(int number) {
        return Sent.values()[number];
    }

    /// {@return a complex in which cell 0 may have joined partition 0, and cell 1 joined partition 1, with what it permits}
    ///
    /// @param firewall bit 0: packets may come from cell 0; bit 1: they may go to cell 1
    private static Complex situation(Hardware hardware, boolean routed, boolean linked, int firewall) {
        Staged staged = Staged.of(hardware).at(Staged.FIRST, Phase.RENDEZVOUS, Staged.ZERO).at(Staged.SECOND, Phase.RENDEZVOUS, Staged.ONE);
        Processor second = Staged.processor(Staged.SECOND);
        staged = staged.after(
            new Event.Write(second, Staged.ONE, RegisterClass.FIREWALL, new Word(firewall & 1 | (firewall & 2L) << 16)),
            new Event.Write(second, Staged.ONE, RegisterClass.SHARING, new Word(SHARING)),
            new Event.Write(second, Staged.ONE, RegisterClass.INTERRUPT, new Word(INTERRUPT)));
        if (linked) staged = staged.after(new Event.Request(Staged.ZERO, Staged.ONE), new Event.Answer(Staged.processor(Staged.FIRST), Staged.ZERO, Staged.ONE, true),
            new Event.Answer(second, Staged.ONE, Staged.ZERO, true));
        if (routed) staged = staged.after(Staged.joining(Staged.FIRST, Staged.ZERO)).quiet();
        return staged.after(Staged.joining(Staged.SECOND, Staged.ONE)).quiet().complex();
    }

    @Provide
    Arbitrary<Hardware> hardware() {
        return Traces.hardware();
    }
}
