package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.StackEngine;
import vmmref.model.register.BackingStore;
import vmmref.model.register.RegisterStack;
import vmmref.spec.Stacks;

/// Collects 62 NaT bits for 63 registers.
final class DropsNatAtCollection {
    static final Member MEMBER = Member.engaging("DropsNatAtCollection", "the NaT bit of the register that is stored just before a collection is not in it",
        Vector.of(Stacks.REGISTER_STORED), "StackGuarantees.flushing", DropsNatAtCollection::wrong);

    private DropsNatAtCollection() { }

    private static StackEngine wrong(StackEngine right) {
        return right.withStoring((stack, nat) -> right.storing().after(stack, nat && !isLast(stack)));
    }

    private static boolean isLast(RegisterStack stack) {
        return BackingStore.slot(stack.bspstore().bits()) == BackingStore.COLLECTED - 1;
    }
}
