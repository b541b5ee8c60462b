package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Does for users, too, what only the kernel of a guest may do.
final class EmulatesForUsers {
    static final Member MEMBER = Member.monitoring("EmulatesForUsers", "users execute privileged instructions",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", EmulatesForUsers::wrong);

    private EmulatesForUsers() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withEmulating(believed -> believed.withPsr(believed.psr().withCpl(0)));
    }
}
