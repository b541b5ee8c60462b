/// Clauses of the register stack engine that decide something and write nothing themselves, each beside the place on which it tells.
package vmmref.vectors.machine;

import static vmmref.spec.Stacks.ALLOCATION_SPILLED;
import static vmmref.spec.Stacks.COLLECTION_LOADED;
import static vmmref.spec.Stacks.COLLECTION_REMAINING;
import static vmmref.spec.Stacks.COLLECTION_STORED;
import static vmmref.spec.Stacks.FRAME_RESUMED;
import static vmmref.spec.Stacks.LOADED_COLLECTION_LOST;
import static vmmref.spec.Stacks.LOADING_ENDED;
import static vmmref.spec.Stacks.REFERENCE_STEPPED;
import static vmmref.spec.Stacks.REGISTER_LOADED;
import static vmmref.spec.Stacks.REGISTER_PLACED;
import static vmmref.spec.Stacks.REGISTER_STORED;
import static vmmref.spec.Stacks.STACK_FLUSHED;
import static vmmref.spec.Stacks.STACK_LOADED;
import static vmmref.spec.Stacks.STORE_EAGER;
import static vmmref.spec.Stacks.STORE_LEVEL;
import static vmmref.spec.Stacks.STORE_TRANSLATED;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.Ready;
import vmmref.model.execute.StackEngine;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.Isr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Turn;
import vmmref.model.word.Bits;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;

/// They are parts of BSPSTORE where the engine stored or loaded, and of where the machine goes on where that faults.
final class StackReasons {
    private static final Set<Clause> REFERENCES = HashSet.of(REGISTER_STORED, COLLECTION_STORED, REGISTER_LOADED, COLLECTION_LOADED);
    private static final String STORE = "ar.bspstore.";
    private static final String GOES = "goes.";

    private StackReasons() { }

    /// {@return parts of places, and the clauses that decided there}
    ///
    /// @param ready the instruction at which the machine was, if it is known
    static Seq<Tuple2<String, Clause>> of(Machine before, Turn.Turned turned, Option<Ready> ready) {
        Executed.Done done = (Executed.Done) turned.executed();
        Seq<Clause> because = done.effects().writes().map(Write::because);
        Option<String> mnemonic = ready.flatMap(Ready::instruction).map(instruction -> instruction.form().syntax().mnemonic());
        boolean refers = because.exists(REFERENCES::contains);
        boolean faults = turned.taken().nonEmpty() && isr(done).exists(isr -> (isr & Isr.Field.RS.mask()) != 0);
        return (refers ? references(before, done, because, mnemonic) : Vector.<Tuple2<String, Clause>>empty())
            .appendAll(refers || faults ? checks(before, faults ? GOES : STORE) : Vector.empty())
            .appendAll(when(faults && mnemonic.contains("alloc"), "cfm" + Expectation.KEPT, ALLOCATION_SPILLED))
            .appendAll(when(because.contains(LOADED_COLLECTION_LOST), STORE + "lost", LOADED_COLLECTION_LOST))
            .appendAll(when(because.contains(FRAME_RESUMED), "ar.bspstore.resumed", FRAME_RESUMED))
            .appendAll(when(because.contains(LOADING_ENDED), GOES + "loading", LOADING_ENDED));
    }

    private static Seq<Tuple2<String, Clause>> references(Machine before, Executed.Done done, Seq<Clause> because, Option<String> mnemonic) {
        boolean loading = before.stack().isLoading();
        boolean stepped = StackEngine.isReference(done.effects());
        return Vector.<Tuple2<String, Clause>>of(Tuple.of(Reasons.REMAINING, COLLECTION_REMAINING))
            .appendAll(when(stepped, STORE + "step", REFERENCE_STEPPED))
            .appendAll(when(!stepped || loading && done.effects().writes().count(write -> write.place() == Place.Stack.STACK) > 1, STORE + "eager", STORE_EAGER))
            .appendAll(when(because.contains(COLLECTION_STORED) || because.contains(COLLECTION_LOADED), STORE + "placed", REGISTER_PLACED))
            .appendAll(when(because.contains(COLLECTION_LOADED), STORE + "collected", COLLECTION_LOADED))
            .appendAll(when(stepped && !loading && mnemonic.contains("alloc"), STORE + "alloc", ALLOCATION_SPILLED))
            .appendAll(when(stepped && !loading && mnemonic.contains("flushrs"), STORE + "flush", STACK_FLUSHED))
            .appendAll(when(stepped && !loading && mnemonic.contains("loadrs"), STORE + "load", STACK_LOADED));
    }

    /// {@return what decides how a reference is checked, where it might be another}
    private static Seq<Tuple2<String, Clause>> checks(Machine before, String place) {
        boolean level = Bits.field(before.application(RegisterNumber.RSC), 3, 2) != before.psr().cpl();
        return when(level && before.psr().rt(), place + "level", STORE_LEVEL).appendAll(when(before.psr().rt() != before.psr().dt(), place + "translated", STORE_TRANSLATED));
    }

    private static Seq<Tuple2<String, Clause>> when(boolean holds, String part, Clause clause) {
        return holds ? Vector.of(Tuple.of(part, clause)) : Vector.empty();
    }

    private static Option<Long> isr(Executed.Done done) {
        return done.effects().writes().filter(write -> write.place().toString().equals("cr.isr")).lastOption().map(write -> (Long) write.value());
    }
}
