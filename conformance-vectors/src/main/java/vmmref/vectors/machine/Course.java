/// A machine, and how far it executes.
package vmmref.vectors.machine;

import static vmmref.spec.Interruptions.TRAPS_TOLD;

import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.StackEngine;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Write;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.xlate.Told;

/// It ends with the first step that is not done, when IP is reached at slot 0, or after as many steps as are permitted.
///
/// @param start where it starts
/// @param until the address at which it stops, if it stops at one
/// @param most  how many steps it makes at most, references of the register stack engine not counted
public record Course(Machine start, Option<VirtualAddress> until, int most) implements Going {

    @Override public Course with(int keyRegisters) {
        return new Course(MachineState.with(start, keyRegisters), until, most);
    }

    /// How it is kept which clauses decided what differs.
    interface Deciding {
        /// Nothing is kept.
        Deciding NOBODY = (before, effects, earlier) -> earlier;

        /// {@return the clauses that decided earlier, and those of effects}
        Map<Spot, Clause> of(Machine before, Effects effects, Map<Spot, Clause> earlier);
    }

    @Override public Told told(Step step, Choice choice) {
        return told(step, choice, Course::decided);
    }

    @Override public Told seen(Step step, Choice choice) {
        return told(step, choice, Deciding.NOBODY);
    }

    /// Bits of RNAT that nothing defines may change.
    @Override public Set<String> open(Step step) {
        End end = end(step);
        return end.rnat.isOpen(start, end.machine) ? HashSet.of(DefinedCollection.PLACE) : HashSet.empty();
    }

    /// Nothing is asked of them where others of them change.
    @Override public Expectation expectation(Step step) {
        Seq<Expectation> whole = Going.super.expectation(step).alternatives();
        return whole.exists(way -> way.post().containsKey(DefinedCollection.PLACE)) ? Expectation.any(whole.map(way -> end(step).rnat.masked(way))) : Expectation.any(whole);
    }

    /// How far the usual steps come.
    private record End(Machine machine, DefinedCollection rnat) { }

    private End end(Step step) {
        End end = new End(start, DefinedCollection.WHOLE);
        for (int count = 0; count < most && step.next(end.machine, Choice.USUAL) instanceof Executed.Done(Effects effects, var clause, _) && !(count > 0 && isThere(end.machine)); ) {
            end = new End(end.machine.with(effects), end.rnat.after(effects));
            count = counted(count, end.machine, effects);
        }
        return end;
    }

    /// {@return how many steps were made, those not counted that the register stack engine makes; the last one is not over before its frame is complete}
    private int counted(int before, Machine machine, Effects effects) {
        int count = StackEngine.isReference(effects) ? before : before + 1;
        return machine.stack().isLoading() ? Math.min(count, most - 1) : count;
    }

    private Told told(Step step, Choice choice, Deciding deciding) {
        Machine now = start;
        Map<Spot, Clause> by = LinkedHashMap.empty();
        Option<Clause> because = Option.none();
        for (int count = 0; count < most; ) {
            switch (step.next(now, choice)) {
                case Executed.Raised(var fault, var clause)     -> { return told(Outcome.DONE, because, now, by).and(Told.fault(fault, clause)); }
                case Executed.MachineCheck(var clause)          -> { return Told.ended(Outcome.ABORT, clause); }
                case Executed.Unspecified(var clause)           -> { return Told.ended(Outcome.UNSPECIFIED, clause); }
                case Executed.Done done                         -> {
                    Effects effects = done.effects();
                    if (!step.traps(now, done).isEmpty()) return Told.ended(Outcome.UNSPECIFIED, TRAPS_TOLD);
                    by      = deciding.of(now, effects, by);
                    now     = now.with(effects);
                    because = Option.some(done.because());
                    count   = counted(count, now, effects);
                    if (isThere(now)) return told(Outcome.EXIT, because, now, by);
                }
            }
        }
        return told(Outcome.DONE, because, now, by);
    }

    private boolean isThere(Machine machine) {
        return machine.position().slot() == 0 && until.contains(machine.position().bundle());
    }

    /// {@return the clauses that decided earlier, and those of effects}
    public static Map<Spot, Clause> decided(Machine before, Effects effects, Map<Spot, Clause> earlier) {
        Machine now = before;
        Map<Spot, Clause> by = earlier;
        for (Write<?> write : effects.writes()) {
            Machine next = now.with(Effects.of(Vector.of(write)));
            by = Differences.between(now, next).keySet().foldLeft(by, (all, spot) -> all.put(spot, write.because()));
            now = next;
        }
        return by;
    }

    private Told told(Outcome outcome, Option<Clause> because, Machine now, Map<Spot, Clause> by) {
        Map<Spot, String> different = Differences.between(start, now);
        Map<String, String> places = Differences.named(different, now);
        Map<String, String> clauses = Differences.named(by.filterKeys(different::containsKey).mapValues(Clause::name), now);
        return new Told(outcome, because, LinkedHashMap.empty(), places, clauses);
    }
}
