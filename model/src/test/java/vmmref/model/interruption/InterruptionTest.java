package vmmref.model.interruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.VirtualAddress;

class InterruptionTest {

    @Test
    void interruptionsHaveTheNamesOfTheManual() {
        assertEquals(Vector.of("external-interrupt", "unimplemented-instruction-address", "illegal-operation", "break-instruction", "privileged-operation", "disabled-fp-register", "register-nat-consumption", "reserved-register-field",
                "unimplemented-data-address", "privileged-register", "speculative-operation", "virtualization",
                "data-nested-tlb", "alternate-instruction-tlb", "alternate-data-tlb", "vhpt-translation", "instruction-tlb", "data-tlb", "page-not-present", "nat-page-consumption", "instruction-key-miss", "data-key-miss", "key-permission",
                "instruction-access-rights", "data-access-rights", "dirty-bit", "instruction-access-bit", "instruction-debug", "data-access-bit", "data-debug",
                "unaligned-data-reference", "unsupported-data-reference", "floating-point-fault", "unimplemented-instruction-address-trap", "floating-point-trap", "lower-privilege-transfer", "taken-branch", "single-step"),
            Vector.of(Interruption.values()).map(Interruption::text));
        assertEquals(Interruption.DATA_NESTED_TLB, Interruption.named("data-nested-tlb"));
        assertEquals(Interruption.ILLEGAL_OPERATION, Interruption.named("illegal-operation"));
        assertEquals("no interruption is called DATA_NESTED_TLB", assertThrows(IllegalArgumentException.class, () -> Interruption.named("DATA_NESTED_TLB")).getMessage());
    }

    /// The manual defines IFA after the faults of the page and after those of the TLB, and after a fetch from an address that is not implemented.
    @Test
    void faultsSayWhereIfTheManualDoes() {
        VirtualAddress address = new VirtualAddress(0x2000000000004008L);
        for (Interruption kind : Interruption.values()) {
            boolean addressed = kind.compareTo(Interruption.ALTERNATE_INSTRUCTION_TLB) >= 0 && kind.compareTo(Interruption.UNSUPPORTED_DATA_REFERENCE) <= 0 || kind == Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS;
            assertEquals(addressed, kind.isAddressed(), kind.name());
            assertEquals(new Fault(kind, addressed ? Option.some(address) : Option.none()), Fault.of(kind, address));
        }
    }
}
