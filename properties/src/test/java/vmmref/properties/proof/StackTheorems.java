package vmmref.properties.proof;

import static vmmref.spec.Executions.REGISTERS_ROTATED;
import static vmmref.spec.Stacks.REGISTER_PLACED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.register.BackingStore;

/// Where registers go to in the backing store, and how rename bases rotate.
final class StackTheorems {
    private static final Class<?> LOOPS = Types.named("vmmref.model.execute.Loops");
    private static final String NEAR = "(and (store-word address) (store-distance registers))";

    private StackTheorems() { }

    static Seq<Theorem> all() {
        return Vector.of(
            Theorem.of("place-of-a-register", BackingStore.class, "skip", REGISTER_PLACED).by("register-placed").with("address").with("registers").where(NEAR)
                .claims("(= result (register-placed address registers))"),
            Theorem.of("there-and-back-in-the-store", Lemmas.class, "thereAndBack", REGISTER_PLACED).by("register-placed").with("address").with("registers").where(NEAR).claims("result"),
            Theorem.of("registers-between-are-counted", Lemmas.class, "countedBetween", REGISTER_PLACED).by("register-placed").with("address").with("registers")
                .where("(and " + NEAR + " (bvsge registers #x00000000))").claims("result"),
            Theorem.of("rename-base-rotates", LOOPS, "down", REGISTERS_ROTATED).by("rotation").with("base").with("size").where("(base-possible base size)").claims("(= result (rotated-base base size))"));
    }
}
