package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Partitions.LINK_ASKED;
import static vmmref.spec.Partitions.LINK_CLOSED;
import static vmmref.spec.Partitions.LINK_CONSENTED;
import static vmmref.spec.Partitions.LINK_DENIED;
import static vmmref.spec.Partitions.LINK_ENABLED;
import static vmmref.spec.Partitions.LINK_PENDING;
import static vmmref.spec.Partitions.LINK_SELF;
import static vmmref.spec.Partitions.LINK_UNASKED;
import static vmmref.spec.Partitions.LINK_UNEXPIRED;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.PartitionSet;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Reaction;
import vmmref.properties.arbitrary.Staged;
import vmmref.properties.arbitrary.Traces;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// What holds of links between partitions.
class LinkGuarantees {

    @Guarantee
    @Label("a link is enabled on both sides by the consent of both, in either order, and by nothing less")
    @Partitions.Checks({LINK_ASKED, LINK_CONSENTED, LINK_ENABLED})
    void bothMustConsent(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll boolean order, @ForAll boolean turned) {
        Complex complex = decided(subject, hardware, firmware(hardware).complex(), turned ? new Event.Request(Staged.ONE, Staged.ZERO) : new Event.Request(Staged.ZERO, Staged.ONE), LINK_ASKED);
        assertEquals("asked, asked", told(complex));
        complex = decided(subject, hardware, complex, order ? one(true) : zero(true), LINK_CONSENTED);
        assertEquals(order ? "asked, asked and consented" : "asked and consented, asked", told(complex));
        complex = decided(subject, hardware, complex, order ? zero(true) : one(true), LINK_ENABLED);
        assertEquals("consented and enabled, consented and enabled", told(complex));
    }

    @Guarantee
    @Label("one refusal, or the end of the time, ends the request and the link on both sides, whatever was said before")
    @Partitions.Checks(LINK_DENIED)
    void oneRefusalIsEnough(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll boolean consents, @ForAll boolean enables, @ForAll boolean refuses, @ForAll boolean turned) {
        Staged staged = firmware(hardware).after(new Event.Request(Staged.ZERO, Staged.ONE));
        if (consents || enables) staged = staged.after(zero(true));
        if (enables)             staged = staged.after(one(true));
        Event end = refuses || enables ? turned ? zero(false) : one(false) : turned ? new Event.Expire(Staged.ONE, Staged.ZERO) : new Event.Expire(Staged.ZERO, Staged.ONE);
        assertEquals("nothing, nothing", told(decided(subject, hardware, staged.complex(), end, LINK_DENIED)));
    }

    @Guarantee
    @Label("requests, answers and ends that come to nothing")
    @Partitions.Checks({LINK_SELF, LINK_PENDING, LINK_UNASKED, LINK_UNEXPIRED})
    void requestsThatComeToNothing(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll boolean turned) {
        Staged nothing = firmware(hardware);
        Staged asked   = nothing.after(new Event.Request(Staged.ZERO, Staged.ONE));
        Staged given   = asked.after(zero(true));
        Staged enabled = given.after(one(true));
        Event request = turned ? new Event.Request(Staged.ONE, Staged.ZERO) : new Event.Request(Staged.ZERO, Staged.ONE);
        Event expire  = turned ? new Event.Expire(Staged.ONE, Staged.ZERO) : new Event.Expire(Staged.ZERO, Staged.ONE);
        Partition self = turned ? Staged.ONE : Staged.ZERO;
        unchanged(subject, hardware, nothing, new Event.Request(self, self), LINK_SELF);
        unchanged(subject, hardware, asked, request, LINK_PENDING);
        unchanged(subject, hardware, given, request, LINK_PENDING);
        unchanged(subject, hardware, enabled, request, LINK_PENDING);
        unchanged(subject, hardware, nothing, turned ? zero(true) : zero(false), LINK_UNASKED);
        unchanged(subject, hardware, given, zero(true), LINK_UNASKED);
        unchanged(subject, hardware, enabled, one(true), LINK_UNASKED);
        unchanged(subject, hardware, nothing, expire, LINK_UNEXPIRED);
        unchanged(subject, hardware, enabled, expire, LINK_UNEXPIRED);
    }

    @Guarantee
    @Label("an answer counts while LINK may be written, by the status that decides over accesses")
    @Partitions.Checks({LINK_CLOSED, LINK_CONSENTED})
    void answersAreGated(Subject subject, @ForAll("hardware") Hardware hardware, @ForAll boolean left, @ForAll boolean consent) {
        Staged asked = firmware(hardware).after(new Event.Request(Staged.ZERO, Staged.ONE));
        Complex before = (left ? asked.after(new Event.Leave(Staged.processor(Staged.FIRST))).quiet() : asked).complex();
        Reaction reaction = observed(subject.react(hardware, before, zero(consent)));
        assertEquals(left ? LINK_CLOSED : consent ? LINK_CONSENTED : LINK_DENIED, reaction.because());
        if (left) assertEquals(before, reaction.complex());
        Outcomes.label("left").collect(left).coverage(checker -> checker.check(true).percentage(share -> share > 30));
    }

    /// {@return a complex in which the firmware of cell 0 runs for partition 0, and that of cell 1 for partition 1}
    private static Staged firmware(Hardware hardware) {
        return Staged.of(hardware).at(Staged.FIRST, Phase.RELEASED, Staged.ZERO).at(Staged.SECOND, Phase.RELEASED, Staged.ONE);
    }

    private static Event zero(boolean consent) {
        return answer(Staged.FIRST, Staged.ZERO, Staged.ONE, consent);
    }

    private static Event one(boolean consent) {
        return answer(Staged.SECOND, Staged.ONE, Staged.ZERO, consent);
    }

    private static Event answer(Cell cell, Partition partition, Partition other, boolean consent) {
        return new Event.Answer(Staged.processor(cell), partition, other, consent);
    }

    private static Complex decided(Subject subject, Hardware hardware, Complex complex, Event event, Clause because) {
        Reaction reaction = observed(subject.react(hardware, complex, event));
        assertEquals(because, reaction.because());
        return reaction.complex();
    }

    private static void unchanged(Subject subject, Hardware hardware, Staged before, Event event, Clause because) {
        assertEquals(before.complex(), decided(subject, hardware, before.complex(), event, because));
    }

    /// {@return what the controllers of the partitions 0 and 1 know of their link}
    private static String told(Complex complex) {
        return told(complex, Staged.ZERO, Staged.ONE) + ", " + told(complex, Staged.ONE, Staged.ZERO);
    }

    private static String told(Complex complex, Partition partition, Partition other) {
        String told = word("asked", complex.of(partition).asked(), other) + word("consented", complex.of(partition).consented(), other) + word("enabled", complex.of(partition).enabled(), other);
        return told.isEmpty() ? "nothing" : told.strip().replace(" ", " and ");
    }

    private static String word(String word, PartitionSet set, Partition other) {
        return set.has(other) ? word + " " : "";
    }

    @Provide
    Arbitrary<Hardware> hardware() {
        return Traces.hardware();
    }
}
