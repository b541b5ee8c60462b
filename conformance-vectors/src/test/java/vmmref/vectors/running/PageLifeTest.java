/// The life of a page that the chapter on patched pages tells is that of the page of the program `life`.
package vmmref.vectors.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.spec.Guests.TABLE_PUBLISHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.spec.Clause;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Exit;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Privileged;
import vmmref.vmm.scratch.ScratchSet;

class PageLifeTest {
    private static final Monitoring RULES = Guests.RULES.catching(Catching.KEYS).taking(ScratchSet.HIGH).patching(4, 14);
    private static final String FIRST = "itc.d";
    /// What the kernel does besides.
    private static final String OTHERS = "(mov|ssm|rsm|bsw).*";

    /// A step of the life.
    ///
    /// @param guest   what the guest does
    /// @param exit    what the hardware tells, if it calls the monitor
    /// @param becomes what becomes of it
    private record Step(String guest, String exit, Seq<String> becomes, Seq<Clause> decided, int operations) {
        String line(int number) {
            return String.format(Locale.ROOT, "| %d | %s | %s | %s | %s | %,d |", number, guest, exit, becomes.mkString("<br>"), decided.distinct().map(clause -> "`" + clause + "`").mkString(" "), operations);
        }
    }

    /// Sees the steps.
    private static final class Steps implements GuestWatcher {
        private final Turn turn = Turn.of(RULES.host());
        private Seq<Step> steps = Vector.empty();
        private boolean detoured;

        @Override
        public void turns(long number, Hosting before) {
            boolean in = before.monitor().copies().stubs().has(before.machine().position().bundle());
            if (in && !detoured) seen(new Step("goes on in the stub: `%s`".formatted(text(before.machine().withPosition(before.machine().position().withSlot(1)))), "none", Vector.empty(), Vector.empty(), 0));
            detoured = in;
        }

        @Override
        public void answered(Hosting before, Exit exit, Answer answer) {
            Seq<String> becomes = BeliefText.changed(before.believed(), new Hosting(answer.rules(), answer.monitor(), answer.machine()).believed()).filter(text -> text.contains("tc ")).map("the guest's own: "::concat)
                .appendAll(PageText.changed(before.monitor(), answer)).appendAll(answer.done().flatMap(Steps::shown)).appendAll(published(answer));
            seen(new Step(did(before.machine()), exit.kind().text(), becomes, answer.decided(), answer.done().size()));
        }

        private void seen(Step step) {
            boolean begun = !steps.isEmpty() || step.guest.startsWith("`" + FIRST);
            if (begun && !step.guest.matches("`" + OTHERS)) steps = steps.append(step);
        }

        private String did(Machine machine) {
            boolean fetched = turn.step().fetched(machine, Choice.USUAL).isDefined();
            return fetched ? "`%s` at %s".formatted(text(machine), Trace.address(machine.position())) : "fetches from " + Trace.address(machine.position());
        }

        private String text(Machine machine) {
            return new Standing(turn.step()).text(machine);
        }

        private static Seq<String> shown(Privileged operation) {
            return switch (operation) {
                case Privileged.Translating(Instruction.InsertCache insert)                        -> Vector.of(OperationText.of(operation));
                case Privileged.Moving(var write) when write.place() instanceof Place.General place -> Vector.of(OperationText.of(operation));
                default                                                                             -> Vector.empty();
            };
        }

        private static Seq<String> published(Answer answer) {
            return answer.decided().contains(TABLE_PUBLISHED) ? Vector.of("the same in the host's VHPT") : Vector.empty();
        }
    }

    @Test @DisplayName("the life of a page, step by step")
    void life() throws IOException {
        Steps seen = new Steps();
        GuestRan ran = Guests.run(RULES, Vector.of("life"), 1000, seen).guests().head();
        assertTrue(ran.ran().ending().isPassed(), ran.ran().ending().toString());
        assertEquals(FIRST, seen.steps.head().guest.substring(1, 1 + FIRST.length()));
        new ChapterSection("One life of a page").assertHolds(Vector.of("What `vmmref run --vmm --patch --scratch conformance-vectors/programs/life/life.hex --trace` shows of the page that [its program](../../conformance-vectors/programs/life/life.s) calls at two addresses. "
            + "Moves to and from registers and changes of PSR are left out.", "", "| | the guest | exit | what becomes of it | decided by | operations |", "|--:|---|---|---|---|--:|").appendAll(seen.steps.zipWithIndex().map(step -> step._1.line(step._2 + 1))));
    }
}
