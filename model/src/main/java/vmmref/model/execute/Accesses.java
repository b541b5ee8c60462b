package vmmref.model.execute;

import static vmmref.spec.Memories.WIDE_ATTRIBUTE_UNSUPPORTED;

import io.vavr.Function1;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Arrival;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.spec.Memories;

/// References of instructions to memory.
final class Accesses {
    private Accesses() { }

    /// {@return the reference of an instruction whose operand r3 is the address}
    ///
    /// @param nat whether another operand is not a thing
    static Reference reference(ReferenceType type, GeneralValue r3, int size, boolean nat) {
        return new Reference(type, new VirtualAddress(r3.bits()), size, 0, r3.nat() || nat);
    }

    /// {@return what comes of an instruction that makes a reference, given what comes of that unless it faults}
    static Executed translated(Execution execution, Reference reference, Function1<Translated, Executed> then) {
        Arrival arrival = execution.translator().arrive(execution.machine().addressing(), execution.machine().memory(), reference, execution.choice());
        return switch (arrival.translated()) {
            case Translated.To to                          -> walked(arrival, then.apply(to));
            case Translated.Answered answered              -> walked(arrival, then.apply(answered));
            case Translated.Deferred deferred              -> walked(arrival, then.apply(deferred));
            case Translated.Dropped dropped                -> walked(arrival, then.apply(dropped));
            case Translated.Raised(var fault, var because) -> new Executed.Raised(fault, because);
            case Translated.Unspecified(var because)       -> new Executed.Unspecified(because);
        };
    }

    /// {@return what comes of an instruction, after what a walk for its reference changed}
    private static Executed walked(Arrival arrival, Executed executed) {
        Effects walked = arrival.walked();
        return walked == Effects.NONE || !(executed instanceof Executed.Done done) ? executed : done.with(walked.then(done.effects()));
    }

    /// {@return what comes of an instruction that makes a reference which goes to memory or faults}
    static Executed reached(Execution execution, Reference reference, Function1<Translated.To, Executed> then) {
        return translated(execution, reference, translated -> then.apply((Translated.To) translated));
    }

    /// {@return what comes of `ld16` and `st16`, which are not done but on cacheable memory}
    @Memories.Rule(WIDE_ATTRIBUTE_UNSUPPORTED)
    static Executed whole(Execution execution, Translated.To to, Executed done) {
        return to.attribute().isCacheable() ? done
            : new Executed.Raised(Fault.of(Interruption.UNSUPPORTED_DATA_REFERENCE, new VirtualAddress(execution.r3().bits())), WIDE_ATTRIBUTE_UNSUPPORTED);
    }
}
