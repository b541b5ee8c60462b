package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.register.Itir;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Translator;
import vmmref.spec.Walks;

/// Gives every translation that a walk inserts the key that those of the short format have.
final class TakesKeyOfRegion {
    static final Member MEMBER = Member.translating("TakesKeyOfRegion", "a walk in the long format inserts the region identifier as key",
        Vector.of(Walks.ENTRY_REFUSED), "WalkGuarantees.refused", TakesKeyOfRegion::wrong);

    private TakesKeyOfRegion() { }

    private static Translator wrong(Translator right) {
        return right.withWalker(right.walker().withReading((stream, table, first, second) -> {
            Instruction.InsertCache insertion = right.walker().reading().insertion(stream, table, first, second);
            return new Instruction.InsertCache(stream, insertion.r2(), insertion.ifa(), Itir.of(insertion.itir().size(), table.region().identifier()));
        }));
    }
}
