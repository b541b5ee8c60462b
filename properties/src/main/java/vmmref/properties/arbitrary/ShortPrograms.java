package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import vmmref.model.instruction.Form;
import vmmref.model.register.Psr;

/// Generators of programs that run, and of such that break one rule.
public final class ShortPrograms {
    private static final long DISABLED = 3L << 18;

    private ShortPrograms() { }

    /// {@return the forms whose instructions come up: those with a meaning that leave program, frame and pages as they are, and branches}
    public static Seq<Form> forms() {
        return Recipes.forms();
    }

    /// {@return programs of 1 to 12 groups, on any start with any frame, at each privilege level, with floating-point registers enabled}
    ///
    /// An instruction is of any form with a meaning, each form as often as another in one half, each clause of the chapter on instructions in the other. A third of the groups end with a branch, a quarter of the places where there is room
    /// begin a loop. Constants and what registers hold are boundaries in half of the cases. Half of the registers that are chosen are among few, so that values flow. Shrinks to one group.
    public static Arbitrary<ShortProgram> programs() {
        return Combinators.combine(starts(), seeds(), Arbitraries.integers().between(1, 12)).as(ShortProgram::new);
    }

    /// {@return programs of [#programs()] with one [Flaw] each, every one as often as another; shrinks like them, to the first flaw}
    public static Arbitrary<FlawedProgram> flawed() {
        return Combinators.combine(programs(), Arbitraries.of(Flaw.class)).as(FlawedProgram::new);
    }

    private static Arbitrary<Started> starts() {
        return Starts.starts().map(start -> new Started(start.seed(), new Psr(start.psr().bits() & ~DISABLED), start.cfm(), start.base()));
    }

    private static Arbitrary<Long> seeds() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }
}
