package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.register.Pte;
import vmmref.model.translate.Translator;
import vmmref.model.translate.Walker;
import vmmref.spec.Walks;

/// Takes a reserved memory attribute of the page table for write back, so that a fault vanishes for which an operating system waits, as Xen on IA-64 did.
final class AcceptsReservedAttributes {
    static final Member MEMBER = Member.translating("AcceptsReservedAttributes", "an entry of the page table with a reserved memory attribute is inserted",
        Vector.of(Walks.ENTRY_REFUSED), "WalkGuarantees.refused", AcceptsReservedAttributes::wrong);

    private static final long ATTRIBUTE = 7 << 2;

    private AcceptsReservedAttributes() { }

    private static Translator wrong(Translator right) {
        Walker.Reading reading = right.walker().reading();
        return right.withWalker(right.walker().withReading((stream, table, first, second) -> reading.insertion(stream, table, new Pte(first).attribute().isEmpty() ? first & ~ATTRIBUTE : first, second)));
    }
}
