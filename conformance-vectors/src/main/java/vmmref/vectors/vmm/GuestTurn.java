/// A turn that a guest made on the machine that it believes to have.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.StackEngine;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.word.Bits;
import vmmref.spec.Executions;
import vmmref.spec.Memories;
import vmmref.vectors.gpmap.Bare;
import vmmref.vectors.gpmap.Landing;
import vmmref.vectors.gpmap.NamedMap;

/// @param guest   its number
/// @param before  with its memory
/// @param effects of the turn, with those of a delivery
/// @param frames  the memory of all guests before, as [Frames] has it
/// @param written the same afterwards
public record GuestTurn(int guest, NamedMap map, Bare bare, Turn turn, Choice choice, Machine before, Turn.Turned turned, Effects effects, Memory frames, Memory written) {
    private static final int WORD = 8;
    private static final Seq<vmmref.spec.Clause> NOWHERE = Vector.of(Executions.INSTRUCTION_NULLIFIED, Memories.CHECK_LOAD_HIT, Memories.TARGET_DEFERRED);

    public Machine after() {
        return before.with(effects);
    }

    /// {@return what the guest has referred to, the fetch first, as far as its own machine permitted it}
    public Seq<Reference> references() {
        if (turned.taken().contains(Interruption.EXTERNAL_INTERRUPT)) return Vector.empty();
        if (before.stack().isLoading()) return stacked();
        Reference fetch = Reference.fetch(before.position().bundle());
        return frame(fetch).isEmpty() ? Vector.empty() : data().prepend(fetch);
    }

    private Seq<Reference> data() {
        boolean done = turned.taken().isEmpty() || turned.taken().head().isTrap();
        if (!done) return Vector.empty();
        if (StackEngine.isReference(effects)) return stacked();
        if (NOWHERE.contains(turned.executed().because())) return Vector.empty();
        return Referred.by(before, turn.step(), choice).filter(reference -> frame(reference).isDefined()).toVector();
    }

    private Seq<Reference> stacked() {
        if (!StackEngine.isReference(effects)) return Vector.empty();
        boolean stores = effects.writes().exists(write -> write.place() instanceof Place.Bytes);
        VirtualAddress next = before.stack().bspstore();
        int level = bare.rules().engine().level().applyAsInt((int) Bits.field(before.application(RegisterNumber.RSC), 3, 2));
        return Vector.of(Reference.stack(stores ? ReferenceType.STACK_STORE : ReferenceType.STACK_LOAD, stores ? next : new VirtualAddress(next.bits() - WORD), level));
    }

    /// {@return the number of the frame that a reference reaches, if it reaches one}
    public Option<Integer> frame(Reference reference) {
        return bare.landed(before.addressing(), before.memory(), map, reference, choice).landing() instanceof Landing.Reached(var place, var attribute, var because) ? NamedMap.frame(place) : Option.none();
    }
}
