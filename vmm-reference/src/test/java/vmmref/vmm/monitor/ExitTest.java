package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.ReferenceType;

/// What is read of the registers after a delivery: the vector, and ISR, of which bit 32 is x, 33 w, 34 r, 35 na, 36 sp, 37 rs, and bits 42:41 ei.
class ExitTest {
    private static final long VECTORS = 0xe002000000018000L;
    private static final VirtualAddress ADDRESS = new VirtualAddress(0x4000000000012345L);

    private static Exit exit(int vector, long isr) {
        return exit("maximal", vector, isr);
    }

    private static Exit exit(String profile, int vector, long isr) {
        RegionRegisters regions = RegionRegisters.of(Vector.fill(RegionRegisters.NUMBER, () -> new RegionRegister(0)));
        Machine machine = Machine.of(new Addressing(new Psr(0), false, false, new Dcr(0), regions, ProtectionKeyRegisters.zero(16), Tlb.EMPTY)).withPosition(Position.at(VECTORS + vector));
        return Exit.of(Profile.named(profile).get(), Vector.of(at(RegisterNumber.IVA, VECTORS), at(RegisterNumber.ISR, isr), at(RegisterNumber.IFA, ADDRESS.bits()), at(RegisterNumber.IIM, 0x1234))
            .foldLeft(machine, (each, control) -> control.in(each)));
    }

    private record Control(int number, long value) {
        Machine in(Machine machine) {
            return new Place.Control(number).with(machine, value);
        }
    }

    private static Control at(int number, long value) {
        return new Control(number, value);
    }

    @ParameterizedTest
    @CsvSource({
        "0000, 100000000, VHPT_TRANSLATION, FETCH", "0400, 100000000, INSTRUCTION_TLB, FETCH", "0800, 400000000, DATA_TLB, LOAD", "0800, 200000000, DATA_TLB, STORE", "0800, 600000000, DATA_TLB, EXCHANGE",
        "0800, 1400000000, DATA_TLB, SPECULATIVE_LOAD", "0800, 2400000000, DATA_TLB, STACK_LOAD", "0800, 2200000000, DATA_TLB, STACK_STORE", "0c00, 100000000, ALTERNATE_INSTRUCTION_TLB, FETCH",
        "1000, 800000000, ALTERNATE_DATA_TLB, TPA", "1000, 800000001, ALTERNATE_DATA_TLB, FC", "0800, c00000001, DATA_TLB, FC", "0800, c00000002, DATA_TLB, PROBE_R", "0800, a00000002, DATA_TLB, PROBE_W", "0800, 800000003, DATA_TLB, TAK",
        "0800, c00000004, DATA_TLB, LFETCH_FAULT", "0800, c00000005, DATA_TLB, PROBE_R_FAULT", "0800, a00000005, DATA_TLB, PROBE_W_FAULT", "0800, e00000005, DATA_TLB, PROBE_RW_FAULT",
        "1800, 100000000, INSTRUCTION_KEY_MISS, FETCH", "1c00, 400000000, DATA_KEY_MISS, LOAD", "2000, 200000000, DIRTY_BIT, STORE", "2400, 100000000, INSTRUCTION_ACCESS_BIT, FETCH", "2800, 400000000, DATA_ACCESS_BIT, LOAD",
        "5000, 400000000, PAGE_NOT_PRESENT, LOAD", "5100, 100000000, KEY_PERMISSION, FETCH", "5200, 100000000, INSTRUCTION_ACCESS_RIGHTS, FETCH", "5300, 200000000, DATA_ACCESS_RIGHTS, STORE", "5600, 400000020, NAT_PAGE_CONSUMPTION, LOAD",
        "5900, 100000000, INSTRUCTION_DEBUG, FETCH", "5900, 400000000, DATA_DEBUG, LOAD", "5a00, 400000000, UNALIGNED_DATA_REFERENCE, LOAD", "5b00, 600000000, UNSUPPORTED_DATA_REFERENCE, EXCHANGE"})
    void aReferenceThatWasNotPermitted(String vector, String isr, Interruption kind, ReferenceType reference) {
        Exit exit = exit(Integer.parseInt(vector, 16), Long.parseLong(isr, 16));
        assertEquals(kind, exit.kind());
        assertEquals(Option.some(reference), exit.cause().reference());
        assertEquals(Option.some(ADDRESS), exit.cause().address());
        assertEquals(reference == ReferenceType.SPECULATIVE_LOAD, exit.isSpeculative());
        assertEquals(Vector.empty(), exit.traps());
    }

    @ParameterizedTest
    @CsvSource({"2c00, 0, BREAK_INSTRUCTION, 0", "3000, 0, EXTERNAL_INTERRUPT, 0", "5400, 0, ILLEGAL_OPERATION, 0", "5400, 10, PRIVILEGED_OPERATION, 0", "5400, 20, PRIVILEGED_REGISTER, 0", "5400, 30, RESERVED_REGISTER_FIELD, 0",
        "5400, 400000030, UNIMPLEMENTED_DATA_ADDRESS, 0", "5500, 3, DISABLED_FP_REGISTER, 3", "5500, 2, DISABLED_FP_REGISTER, 2", "5600, 10, REGISTER_NAT_CONSUMPTION, 0", "5700, 2, SPECULATIVE_OPERATION, 2"})
    void anInstructionThatIsNotDone(String vector, String isr, Interruption kind, int code) {
        Exit exit = exit(Integer.parseInt(vector, 16), Long.parseLong(isr, 16) | 2L << 41);
        assertEquals(kind, exit.kind());
        assertEquals(2, exit.cause().slot());
        assertEquals(code, exit.cause().code());
        assertEquals(Option.none(), exit.cause().address());
        assertEquals(0x1234, exit.cause().immediate());
        assertFalse(exit.isMiss() || exit.isOfPages() || exit.isSpeculative());
        assertEquals(Vector.empty(), exit.traps());
    }

    @ParameterizedTest
    @CsvSource({"5f00, 4, TAKEN_BRANCH", "5f00, c, TAKEN_BRANCH SINGLE_STEP", "6000, 8, SINGLE_STEP", "5e00, 2, LOWER_PRIVILEGE_TRANSFER", "5e00, e, LOWER_PRIVILEGE_TRANSFER TAKEN_BRANCH SINGLE_STEP"})
    void trapsThatComeTogether(String vector, String isr, String traps) {
        assertEquals(Vector.of(traps.split(" ")).map(Interruption::valueOf), exit(Integer.parseInt(vector, 16), Long.parseLong(isr, 16)).traps());
    }

    @Test
    void aBranchToNowhereIsATrapOfSomeHosts() {
        Exit trap = exit("itanium2", 0x5e00, 0x1c);
        assertEquals(Vector.of(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP, Interruption.TAKEN_BRANCH, Interruption.SINGLE_STEP), trap.traps());
        assertEquals(Option.none(), trap.cause().address());
        assertEquals(Vector.of(Interruption.LOWER_PRIVILEGE_TRANSFER), exit("itanium2", 0x5e00, 2).traps());
        Exit fault = exit("maximal", 0x5e00, 0x10);
        assertEquals(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS, fault.kind());
        assertEquals(Option.some(ADDRESS), fault.cause().address());
    }

    @Test
    void missesAreFaultsOfPages() {
        Seq<Interruption> misses = Vector.of(0, 0x400, 0x800, 0xc00, 0x1000).map(vector -> exit(vector, 1L << 32)).filter(Exit::isMiss).map(Exit::kind);
        assertEquals(5, misses.size());
        assertTrue(misses.forAll(Exit::isOfPages));
        assertFalse(exit(0x5300, 1L << 33).isMiss());
        assertTrue(exit(0x5300, 1L << 33).isOfPages());
        assertFalse(Exit.isOfPages(Interruption.DATA_DEBUG));
    }
}
