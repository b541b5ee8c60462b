package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.register.RegionRegister;
import vmmref.model.translate.Translator;
import vmmref.spec.References;

/// Walks the page table for regions whose register forbids it.
final class WalksEveryRegion {
    static final Member MEMBER = Member.translating("WalksEveryRegion", "the page table is walked for a region whose bit ve is 0",
        Vector.of(References.MISS_ALTERNATE), "WalkGuarantees.enabled", WalksEveryRegion::wrong);

    private WalksEveryRegion() { }

    private static Translator wrong(Translator right) {
        return right.withWalker(right.walker().withEnabling((machine, address, side) -> right.walker().enabling().isEnabled(
            machine.withRegions(machine.regions().with(address.region(), new RegionRegister(machine.regions().of(address).bits() | 1))), address, side)));
    }
}
