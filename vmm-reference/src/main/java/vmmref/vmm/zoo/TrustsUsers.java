package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Composition;
import vmmref.vmm.memory.Context;

/// Composes the rights of the kernel for users, too: it forgets that both run at levels above 0.
final class TrustsUsers {
    static final Member MEMBER = Member.composing("TrustsUsers", "users of a guest reach what its kernel may",
        Vector.of(Guests.RIGHTS_COMPOSED), "GuestGuarantees.alone", TrustsUsers::wrong);

    private TrustsUsers() { }

    private static Composition wrong(Composition right) {
        return right.withPermitting((context, guest, streams) -> right.permitting().permitted(new Context(0, context.it(), context.dt(), context.rt()), guest, streams).with(8, 7, context.real()));
    }
}
