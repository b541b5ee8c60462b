package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.bundle.Unit.M;
import static vmmref.spec.RegisterFiles.INDIRECT_READ;
import static vmmref.spec.RegisterFiles.INDIRECT_WRITTEN;
import static vmmref.spec.RegisterFiles.INSTRUCTION_VIRTUALIZED;
import static vmmref.spec.RegisterFiles.LEVEL_INSUFFICIENT;
import static vmmref.spec.RegisterFiles.MONITOR_HIDDEN;
import static vmmref.spec.RegisterFiles.MONITOR_UNASSIGNED;
import static vmmref.spec.RegisterFiles.OPERAND_NAT;
import static vmmref.spec.RegisterFiles.PROCESSOR_IDENTIFIED;
import static vmmref.spec.RegisterFiles.REGISTER_INDEX_ABSENT;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.register.IndirectRegisters.File;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.RegionRegister;

class IndirectMovesTest {
    private static final Moving START = Moving.start().register(9, -1);
    private static final long SP = 1L << 20;
    private static final long VM = 1L << 46;

    @ParameterizedTest
    @CsvSource({"IBR, 0, ffffffffffffffff", "IBR, 7, 8fffffffffffffff", "DBR, 6, ffffffffffffffff", "DBR, 1, cfffffffffffffff", "PMC, 0, ffffffffffffffff", "PMC, 7, ffffffffffffffff", "PMD, 4, ffffffffffffffff",
        "PMD, 7, ffffffffffffffff"})
    void writtenAndRead(File file, int number, String held) {
        String name = file.name().toLowerCase(Locale.ROOT) + "[r10]";
        long value = Long.parseUnsignedLong(held, 16);
        START.register(10, 0xabcd00 | number).writes(M, "mov " + name + "=r9", new Place.Indirect(file, number), value, INDIRECT_WRITTEN).gives(M, "mov r8=" + name, 8, value, INDIRECT_READ);
    }

    @ParameterizedTest
    @CsvSource({"PMC, 8", "PMC, 255", "PMD, 0", "PMD, 3", "PMD, 8", "PMD, 255"})
    void monitorsThatDoNotExist(File file, int number) {
        String name = file.name().toLowerCase(Locale.ROOT) + "[r10]";
        START.on("minimal").register(10, number).with(new Place.Indirect(file, number), 5L).nothing(M, "mov " + name + "=r9", INDIRECT_WRITTEN).gives(M, "mov r8=" + name, 8, 0, INDIRECT_READ);
    }

    @ParameterizedTest
    @CsvSource({"pmc, 8", "pmc, 255", "pmd, 0", "pmd, 3", "pmd, 8", "pmd, 255"})
    void monitorsOfTheImplementation(String file, int number) {
        Moving more = START.on("itanium2").register(10, number);
        for (String move : new String[] {"mov r8=" + file + "[r10]", "mov " + file + "[r10]=r9"}) assertEquals(new Executed.Unspecified(MONITOR_UNASSIGNED), more.executed(M, move));
        more.level(1).nat(10).raises(M, "mov " + file + "[r10]=r9", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        more.register(10, file.equals("pmc") ? 7 : 4).done(M, "mov " + file + "[r10]=r9", INDIRECT_WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ibr", "dbr"})
    void breakpointsThatDoNotExist(String file) {
        Moving start = START.psr(VM);
        for (int number : new int[] {8, 255}) {
            start.register(10, number).raises(M, "mov " + file + "[r10]=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT)
                .raises(M, "mov r8=" + file + "[r10]", Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT);
        }
    }

    @ParameterizedTest
    @CsvSource({"IBR", "DBR"})
    void breakpointsOfLargerMachines(File file) {
        String name = file.name().toLowerCase(Locale.ROOT) + "[r10]";
        Moving start = START.on("maximal");
        start.register(10, 15).register(9, 1).writes(M, "mov " + name + "=r9", new Place.Indirect(file, 15), 1L, INDIRECT_WRITTEN).gives(M, "mov r8=" + name, 8, 1, INDIRECT_READ);
        start.register(10, 16).raises(M, "mov r8=" + name, Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT);
    }

    @Test
    void regionsAndKeys() {
        START.register(10, 0xbfff_ffff_ffff_ffffL).with(new Place.Region(5), new RegionRegister(0x1234)).gives(M, "mov r8=rr[r10]", 8, 0x1234, INDIRECT_READ);
        START.register(10, 0xff0f).with(new Place.Key(15), new ProtectionKeyRegister(0x5501)).gives(M, "mov r8=pkr[r10]", 8, 0x5501, INDIRECT_READ);
        START.register(10, 16).raises(M, "mov r8=pkr[r10]", Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rr", "pkr", "ibr", "dbr", "pmc"})
    void theOrderOfReads(String file) {
        String move = "=" + file + "[r10]";
        START.level(1).nat(10).raises(M, "mov r0" + move, Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL).raises(M, "mov r8" + move, Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        START.psr(VM).nat(10).raises(M, "mov r8" + move, Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
        START.psr(VM).raises(M, "mov r8" + move, Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ibr", "dbr", "pmc", "pmd"})
    void theOrderOfWrites(String file) {
        String move = "mov " + file + "[r10]=r9";
        START.level(1).nat(10).raises(M, move, Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        START.register(10, 255).nat(9).raises(M, move, Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
        START.psr(VM).nat(10).raises(M, move, Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
        START.psr(VM).raises(M, move, Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
    }

    @Test
    void hiddenCounters() {
        Moving counted = START.register(10, 5).with(new Place.Indirect(File.PMD, 5), 99L);
        Moving closed = counted.with(new Place.Indirect(File.PMC, 5), 0x40L);
        counted.level(3).gives(M, "mov r8=pmd[r10]", 8, 99, INDIRECT_READ);
        counted.psr(SP).gives(M, "mov r8=pmd[r10]", 8, 99, INDIRECT_READ);
        counted.psr(SP).level(1).gives(M, "mov r8=pmd[r10]", 8, 0, MONITOR_HIDDEN);
        closed.level(1).gives(M, "mov r8=pmd[r10]", 8, 0, MONITOR_HIDDEN);
        closed.gives(M, "mov r8=pmd[r10]", 8, 99, INDIRECT_READ);
        counted.with(new Place.Indirect(File.PMC, 5), ~0x40L).level(1).gives(M, "mov r8=pmd[r10]", 8, 99, INDIRECT_READ);
        closed.psr(VM).nat(10).raises(M, "mov r0=pmd[r10]", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL).raises(M, "mov r8=pmd[r10]", Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
        closed.psr(VM).gives(M, "mov r8=pmd[r10]", 8, 99, INDIRECT_READ);
    }

    @Test
    void identification() {
        Moving start = START.level(3).on("itanium2");
        start.register(10, 0).gives(M, "mov r8=cpuid[r10]", 8, 0x49656e69756e6547L, PROCESSOR_IDENTIFIED);
        start.register(10, 1).gives(M, "mov r8=cpuid[r10]", 8, 0x6c65746e, PROCESSOR_IDENTIFIED);
        start.register(10, 2).gives(M, "mov r8=cpuid[r10]", 8, 0, PROCESSOR_IDENTIFIED);
        start.register(10, 0xf03).gives(M, "mov r8=cpuid[r10]", 8, 0x1f010504, PROCESSOR_IDENTIFIED);
        start.register(10, 4).gives(M, "mov r8=cpuid[r10]", 8, 1, PROCESSOR_IDENTIFIED)
            .on("merced").gives(M, "mov r8=cpuid[r10]", 8, 0, PROCESSOR_IDENTIFIED)
            .on("montecito").gives(M, "mov r8=cpuid[r10]", 8, 5, PROCESSOR_IDENTIFIED);
        START.psr(VM).register(10, 5).raises(M, "mov r8=cpuid[r10]", Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT);
        START.psr(VM).register(10, 4).raises(M, "mov r8=cpuid[r10]", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
        START.nat(10).raises(M, "mov r0=cpuid[r10]", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL).raises(M, "mov r8=cpuid[r10]", Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
    }
}
