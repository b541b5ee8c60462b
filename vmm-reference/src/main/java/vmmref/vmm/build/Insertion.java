package vmmref.vmm.build;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.Clause;

/// How code comes into the place of other code, and the clause that decided it.
public sealed interface Insertion {
    Clause because();

    /// @param acts in the order in which they are carried out
    record Planned(Seq<Act> acts, Clause because) implements Insertion {

        /// {@return what memory holds once some of the acts are carried out: from this an insertion of the old code backs out}
        ///
        /// @param at     where the code lies
        /// @param memory what was there
        /// @param number of acts, counted from the first
        public Seq<Bundle> after(VirtualAddress at, Seq<Bundle> memory, int number) {
            return acts.take(number).foldLeft(memory, (bundles, act) -> switch (act) {
                case Act.Settle settle                             -> bundles;
                case Act.Write(VirtualAddress where, long bits) -> written(bundles, (int) (where.bits() - at.bits()) / Long.BYTES, bits);
            });
        }

        private static Seq<Bundle> written(Seq<Bundle> bundles, int half, long bits) {
            return bundles.update(half / 2, bundle -> half % 2 == 0 ? new Bundle(bits, bundle.high()) : new Bundle(bundle.low(), bits));
        }
    }

    /// Nothing is written.
    record Refused(String why, Clause because) implements Insertion { }
}
