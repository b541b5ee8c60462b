package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// All theorems, in the order of the chapters.
final class Theorems {
    private Theorems() { }

    static Seq<Theorem> all() {
        return Vector.of(WordTheorems.all(), BundleTheorems.all(), OperandTheorems.all(), FormTheorems.all(), PageTheorems.all(), RegisterTheorems.all(), CheckTheorems.all(), PartitionTheorems.all(), InterruptionTheorems.all(), WalkTheorems.all(), StackTheorems.all()).flatMap(each -> each);
    }
}
