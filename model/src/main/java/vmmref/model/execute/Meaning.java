package vmmref.model.execute;

import vmmref.model.machine.Executed;

/// What the instructions of a form mean.
@FunctionalInterface
public interface Meaning {
    /// {@return what comes of an instruction; where the effects do not say which instruction comes next, the one that follows does}
    Executed of(Execution execution);

    /// {@return whether the instruction is executed even if its qualifying predicate is 0}
    default boolean ignoresPredicate() {
        return false;
    }

    /// A meaning of instructions that look at their qualifying predicate themselves, or at none.
    record Unpredicated(Meaning meaning) implements Meaning {
        @Override public Executed of(Execution execution) {
            return meaning.of(execution);
        }

        @Override public boolean ignoresPredicate() {
            return true;
        }
    }
}
