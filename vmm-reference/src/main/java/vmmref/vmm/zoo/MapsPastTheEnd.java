package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Composition;

/// Takes a guest's page for as large as the guest says, wherever its frames lie.
final class MapsPastTheEnd {
    static final Member MEMBER = Member.composing("MapsPastTheEnd", "a large page reaches past the frames that belong to the guest",
        Vector.of(Guests.PIECE_CONTIGUOUS), "GuestGuarantees.alone", MapsPastTheEnd::wrong);

    private MapsPastTheEnd() { }

    private static Composition wrong(Composition right) {
        return right.withPiecing((map, address, sizes) -> right.piecing().apply(map, address, sizes).map(size -> sizes.last()));
    }
}
