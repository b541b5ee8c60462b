package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.ACCESS_IDLE;
import static vmmref.spec.Partitions.FABRIC_CONFIGURED;
import static vmmref.spec.Partitions.FABRIC_UNSECURE;
import static vmmref.spec.Partitions.PACKET_STAMPED;
import static vmmref.spec.Partitions.PACKET_TAKEN;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.Reply;
import vmmref.model.partition.Status;
import vmmref.model.partition.Word;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Staged;
import vmmref.properties.arbitrary.Trace;
import vmmref.properties.arbitrary.Traces;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// What holds of packets to the fabric.
class PacketGuarantees {

    @Guarantee
    @Label("the status of a packet is what the state machine knows of the sender, or of all who share a partition with it, whatever the sender claims")
    @Partitions.Checks(PACKET_STAMPED)
    void nobodyChoosesTheStatus(Subject subject, @ForAll("traces") Trace trace, @ForAll @IntRange(max = 31) int number, @ForAll Status claim) {
        Hardware hardware = trace.hardware();
        Complex complex = Happened.end(subject, trace);
        Processor sender = hardware.everyProcessor().get(number % (hardware.cells() * hardware.processors()));
        Discard.unless(complex.at(sender.cell()).phase() != Phase.RESET, "its cell is in reset");
        Reply reply = observed(subject.react(hardware, complex, new Event.Packet(sender, Staged.ZERO, false, new Word(-1), claim)), PACKET_STAMPED).reply();
        boolean secure = hardware.gate() == Hardware.Gate.PROCESSOR ? complex.register().isSecure(hardware.place(sender))
            : hardware.everyProcessor().filter(each -> shares(hardware, complex, sender.cell(), each.cell())).forAll(each -> complex.register().isSecure(hardware.place(each)));
        assertEquals(new Reply.Taken(secure ? Status.SECURE : Status.UNSECURE), reply);
        Outcomes.label("lie").collect(secure, claim).coverage(checker -> {
            checker.check(true, Status.UNSECURE).percentage(share -> share > 5);
            checker.check(false, Status.SECURE).percentage(share -> share > 10);
        });
    }

    private static boolean shares(Hardware hardware, Complex complex, Cell one, Cell other) {
        return one.equals(other) || hardware.everyPartition().exists(partition -> complex.isIn(one, partition) && complex.isIn(other, partition));
    }

    @Guarantee
    @Label("only a packet that is secure configures, and only where it goes")
    @Partitions.Checks({FABRIC_CONFIGURED, FABRIC_UNSECURE, PACKET_TAKEN, ACCESS_IDLE})
    void onlySecurePacketsConfigure(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll Phase phase, @ForAll boolean configures, @ForAll boolean one, @ForAll("words") long payload, @ForAll Status claim) {
        Complex before = Staged.of(hardware).at(Staged.FIRST, phase, Staged.ZERO).complex();
        Partition to = one ? Staged.ONE : Staged.ZERO;
        Reaction reaction = observed(subject.react(hardware, before, new Event.Packet(Staged.processor(Staged.FIRST), to, configures, new Word(payload), claim)));
        boolean secure = phase.compareTo(Phase.JOINED) < 0;
        Clause expected = phase == Phase.RESET ? ACCESS_IDLE : !configures ? PACKET_TAKEN : secure ? FABRIC_CONFIGURED : FABRIC_UNSECURE;
        assertEquals(expected, reaction.because());
        assertEquals(new Word(expected == FABRIC_CONFIGURED ? payload : 0), reaction.complex().of(to).configuration());
        assertEquals(Word.ZERO, reaction.complex().of(one ? Staged.ZERO : Staged.ONE).configuration());
        assertEquals(expected == FABRIC_UNSECURE || expected == ACCESS_IDLE, reaction.refused());
        Outcomes.label("decided").collect(expected).coverage(checker -> {
            checker.check(FABRIC_CONFIGURED).percentage(share -> share > 15);
            checker.check(FABRIC_UNSECURE).percentage(share -> share > 8);
        });
    }

    @Provide
    Arbitrary<Long> words() {
        return Pages.words();
    }

    @Provide
    Arbitrary<Hardware> hardware() {
        return Traces.hardware();
    }

    @Provide
    Arbitrary<Trace> traces() {
        return Traces.traces(30);
    }
}
