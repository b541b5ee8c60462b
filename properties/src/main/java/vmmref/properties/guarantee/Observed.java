package vmmref.properties.guarantee;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.util.Objects;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Operand;
import vmmref.model.machine.Write;
import vmmref.model.partition.Effect;
import vmmref.model.partition.Reaction;
import vmmref.model.real.Outcome;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Translated;
import vmmref.spec.Clause;
import vmmref.vmm.build.Branched;
import vmmref.vmm.build.Built;
import vmmref.vmm.build.Carried;
import vmmref.vmm.build.Insertion;
import vmmref.vmm.build.Packed;
import vmmref.vmm.build.Trapped;
import vmmref.vmm.recognize.Recognized;

/// What the running property has seen decide. A property passes each result that it judges through `observed`.
public final class Observed {
    private static final ThreadLocal<java.util.Set<Clause>> SEEN = ThreadLocal.withInitial(java.util.HashSet::new);

    private Observed() { }

    public static Decoded observed(Decoded result) {
        return observed(result, result.because());
    }

    public static DecodedBundle observed(DecodedBundle result) {
        return observed(result, result.because());
    }

    public static Operand.Value observed(Operand.Value result) {
        return observed(result, result.because());
    }

    public static Assembled observed(Assembled result) {
        return observed(result, result.because());
    }

    public static AssembledBundle observed(AssembledBundle result) {
        return observed(result, result.because());
    }

    public static Translated observed(Translated result) {
        return observed(result, result.because());
    }

    /// {@return what comes of an instruction; the clauses of its effects decided, too}
    public static Executed observed(Executed result) {
        if (result instanceof Executed.Done done) done.effects().writes().forEach(Observed::observed);
        return observed(result, result.because());
    }

    public static Built observed(Built result) {
        return observed(result, result.because());
    }

    public static Branched observed(Branched result) {
        return observed(result, result.because());
    }

    public static Packed observed(Packed result) {
        return observed(result, result.because());
    }

    public static Trapped observed(Trapped result) {
        return observed(result, result.because());
    }

    public static Insertion observed(Insertion result) {
        return observed(result, result.because());
    }

    /// {@return what comes of a branch patch; the clause of the stub decided, too}
    public static Carried observed(Carried result) {
        if (result instanceof Carried.Done done) observed(done.stub(), done.stub().because());
        return observed(result, result.because());
    }

    /// {@return what comes of an event; the clauses of its effects decided, too}
    public static Reaction observed(Reaction reaction) {
        for (List<Effect<?>> left = reaction.course().last(); !left.isEmpty(); left = left.tail()) observed(left, left.head().because());
        return observed(reaction, reaction.because());
    }

    public static Recognized observed(Recognized result) {
        return observed(result, result.because());
    }

    /// {@return an effect that a clause demands}
    public static <T> Write<T> observed(Write<T> effect) {
        return observed(effect, effect.because());
    }

    /// {@return what comes of floating-point arithmetic; the clauses of its value and of what is told of it, or of what it raised, decided, too}
    public static <T> Outcome<T> observed(Outcome<T> outcome) {
        switch (outcome) {
            case Outcome.Delivered<T> delivered -> observed(delivered, delivered.by()).told().forEach(each -> observed(each, each.because()));
            case Outcome.Faulted<T> faulted     -> observed(faulted, faulted.raised());
        }
        return observed(outcome, outcome.because());
    }

    /// {@return a result that a clause decided}
    public static <T> T observed(T result, Clause because) {
        SEEN.get().add(Objects.requireNonNull(because, "no clause"));
        return result;
    }

    /// Forgets what was seen.
    public static void forget() {
        SEEN.get().clear();
    }

    /// {@return the clauses that decided since the last forgetting}
    public static Set<Clause> seen() {
        return HashSet.ofAll(SEEN.get());
    }
}
