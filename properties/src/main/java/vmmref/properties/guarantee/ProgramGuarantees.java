package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Executions.BREAK_RAISED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.ShortProgram;
import vmmref.properties.arbitrary.ShortPrograms;
import vmmref.spec.Executions;

/// What holds of programs of some groups.
class ProgramGuarantees {

    @Guarantee
    @Label("a short program violates nothing and comes to its end, or to a fault before it")
    @Executions.Checks(BREAK_RAISED)
    @Costs(16)
    void programsEnd(Subject subject, @ForAll("programs") ShortProgram program) {
        assertEquals(Vector.empty(), subject.dependencies().violations(program.bundles().map(subject::decode)).toVector());
        Machine machine = program.machine();
        Executed executed = subject.step(machine, Choice.USUAL);
        int steps = 0;
        for (; executed instanceof Executed.Done done && steps < ShortProgram.MOST_STEPS; steps++) {
            machine = machine.with(done.effects());
            executed = subject.step(machine, Choice.USUAL);
        }
        observed(executed);
        assertTrue(steps < ShortProgram.MOST_STEPS, () -> "it does not end: " + program);
        Outcomes.label("end").collect(executed.because() == BREAK_RAISED ? "break" : "before").coverage(checker -> checker.check("break").percentage(share -> share > 90));
        Seq<String> forms = program.forms();
        part("branches", forms, "brl?\\.c(ond|all).*", 30);
        part("loops", forms, "br\\.(cloop|[cw](top|exit)).*", 25);
        part("calls", forms, "br\\.ret.*", 10);
        part("references", forms, ".*\\[r3].*", 60);
    }

    private static void part(String label, Seq<String> forms, String pattern, int percent) {
        Outcomes.label(label).collect(forms.exists(form -> form.matches(pattern))).coverage(checker -> checker.check(true).percentage(share -> share > percent));
    }

    @Provide
    Arbitrary<ShortProgram> programs() {
        return ShortPrograms.programs();
    }
}
