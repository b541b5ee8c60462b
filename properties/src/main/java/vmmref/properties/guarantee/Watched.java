package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.spec.FirstAccesses.ACCESS_OPENED;
import static vmmref.spec.FirstAccesses.EXECUTION_CAUGHT;
import static vmmref.spec.FirstAccesses.KEYS_FEW;
import static vmmref.spec.FirstAccesses.PIECES_NARROWED;
import static vmmref.spec.FirstAccesses.POLICY_HIDDEN;
import static vmmref.spec.FirstAccesses.STATE_MOVED;
import static vmmref.spec.Guests.INTERRUPTION_REFLECTED;
import static vmmref.spec.Guests.STACK_EMULATED;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.protect.Access;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.Owner;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Exit;
import vmmref.vmm.monitor.Hosting;

/// A machine whose monitor catches first accesses.
record Watched(Hosting hosting) {
    private static final int STATES = 4;

    /// Asserts that the hardware permits an access that was opened, and that a fault that the guest is told of has moved no page.
    static void answered(Hosting before, Answer answer) {
        if (answer.decided().contains(INTERRUPTION_REFLECTED) && !answer.retires()) assertEquals(before.monitor().pages().states(), Observed.observed(answer, POLICY_HIDDEN).monitor().pages().states(), "a fault that the guest is told of has moved a page");
        if (!answer.decided().contains(STATE_MOVED) || answer.ended().isDefined() || answer.retires() || answer.decided().contains(STACK_EMULATED)) return;
        Exit exit = Exit.of(before.rules().host().profile(), before.machine());
        ReferenceType type = semaphore(exit.cause().reference().get());
        Reference reference = new Reference(type, exit.cause().address().get(), 1, type.isOfStack() ? answer.machine().psr().cpl() : 0, false);
        Translated translated = before.rules().host().translator().arrive(answer.machine().addressing(), answer.machine().memory(), reference, Choice.USUAL).translated();
        assertInstanceOf(Translated.To.class, Observed.observed(translated, ACCESS_OPENED), () -> "after " + exit.cause() + ": " + translated);
    }

    /// {@return the reference that all pages permit that permit one: which semaphore it was no cause tells, and some pages permit fetchadd alone}
    private static ReferenceType semaphore(ReferenceType type) {
        return type == ReferenceType.EXCHANGE ? ReferenceType.FETCHADD : type;
    }

    /// Asserts that the next instruction is one of a page that was looked through.
    Watched executing() {
        Translated fetch = hosting.rules().host().translator().arrive(hosting.machine().addressing(), hosting.machine().memory(), Reference.fetch(hosting.machine().position().bundle()), Choice.USUAL).translated();
        if (fetch instanceof Translated.To(var at, var attribute, var because) && !hosting.isExit())
            assertTrue(Observed.observed(state(frame(at)), EXECUTION_CAUGHT).permits(Access.EXECUTE), () -> "a page is executed that is " + state(frame(at)));
        return this;
    }

    /// Asserts that pages are what was found when they were looked through, that nothing in the hardware permits what their states do not, and that few keys stand for them.
    Watched sound() {
        Map<Long, PageState> executable = hosting.monitor().pages().states().filterValues(state -> state.permits(Access.EXECUTE));
        assertEquals(executable, executable.map((frame, state) -> io.vavr.Tuple.of(frame, hosting.rules().watch().scanning().state(bundles(frame), hosting.rules().parks()))));
        assertEquals(Vector.empty(), Observed.observed(Standing.of(hosting), PIECES_NARROWED).open());
        Seq<Owner.Key> keys = Observed.observed(hosting.monitor().keys(), KEYS_FEW).given().keySet().toVector();
        assertTrue(keys.groupBy(Owner.Key::processor).values().forAll(own -> own.size() <= STATES * (1 + own.flatMap(Owner.Key::key).distinct().size())), keys::toString);
        return this;
    }

    private PageState state(long frame) {
        return hosting.monitor().pages().state(frame);
    }

    private static long frame(PhysicalAddress host) {
        return host.bits() / GuestMap.PAGE;
    }

    private Seq<Bundle> bundles(long frame) {
        return Vector.rangeBy(frame * GuestMap.PAGE, (frame + 1) * GuestMap.PAGE, 16).map(at -> new Bundle(hosting.machine().memory().read(new PhysicalAddress(at), 8), hosting.machine().memory().read(new PhysicalAddress(at + 8), 8)));
    }
}
