/// The clauses of the chapter on guests that decide what comes of a turn.
package vmmref.vectors.vmm;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.Ready;
import vmmref.model.execute.StackEngine;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Psr;
import vmmref.model.step.Step;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;

import static vmmref.spec.Guests.*;

/// Each is a part of the place on which it tells; `goes` stands for the place that says where the guest goes on.
final class Deciding {
    private static final int LOWEST = 3;

    private Deciding() { }

    static Map<String, Clause> of(Machine before, Turn.Turned turned, Effects effects, Step step, Choice choice) {
        Machine after = before.with(effects);
        boolean emulated = turned.taken().isEmpty() && isPrivileged(before, step, choice);
        boolean stacked = StackEngine.isReference(effects);
        Seq<Tuple2<String, Clause>> found = Vector.of(
            when(emulated, "goes.emulated", INSTRUCTION_EMULATED),
            when(emulated && mnemonic(before, step, choice).matches("pt[cr].*"), "goes.purged", PAGE_PURGED),
            when(turned.taken().exists(taken -> taken == Interruption.PRIVILEGED_OPERATION || taken == Interruption.PRIVILEGED_REGISTER), "goes.refused", INSTRUCTION_EMULATED),
            when(!turned.taken().isEmpty(), "goes.reflected", INTERRUPTION_REFLECTED),
            when(!turned.taken().isEmpty() && turned.taken().head().isTrap(), "goes.sifted", TRAPS_SIFTED),
            when(turned.taken().contains(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS), "goes.unimplemented", GUEST_FETCH_FAULTS),
            when(turned.taken().contains(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS), "goes.hidden", ADDRESS_HIDDEN),
            when(turned.taken().isEmpty() && after.psr().cpl() > before.psr().cpl() && !emulated, "psr.sifted", TRAPS_SIFTED),
            when(context(before.psr()) != context(after.psr()), "psr.context", CONTEXT_ENTERED),
            when(stacked && context(before.psr()) % 8 != 0 && context(before.psr()) % 8 != 7, "goes.stack", STACK_EMULATED),
            when(isDeferred(before, effects), "goes.deferral", DEFERRAL_PASSED)).flatMap(each -> each);
        return LinkedHashMap.ofEntries(found);
    }

    private static Option<Tuple2<String, Clause>> when(boolean holds, String part, Clause clause) {
        return Option.when(holds, () -> Tuple.of(part, clause));
    }

    /// {@return whether an instruction is done at level 0 that may not be done at another}
    private static boolean isPrivileged(Machine before, Step step, Choice choice) {
        return before.psr().cpl() == 0 && step.next(before.withPsr(before.psr().withCpl(LOWEST)), choice) instanceof Executed.Raised(var fault, var because) && (fault.kind() == Interruption.PRIVILEGED_OPERATION || fault.kind() == Interruption.PRIVILEGED_REGISTER);
    }

    private static String mnemonic(Machine before, Step step, Choice choice) {
        return step.ready(before, choice).flatMap(Ready::instruction).map(instruction -> instruction.form().syntax().mnemonic()).getOrElse("");
    }

    private static boolean isDeferred(Machine before, Effects effects) {
        return effects.writes().exists(write -> write.place() instanceof Place.General && write.because().name().startsWith("LOAD_DEFERRED"));
    }

    /// {@return what translations depend on: whether fetches, data and the stack are translated, and the level}
    private static int context(Psr psr) {
        return (psr.it() ? 1 : 0) | (psr.dt() ? 2 : 0) | (psr.rt() ? 4 : 0) | psr.cpl() << 3;
    }
}
