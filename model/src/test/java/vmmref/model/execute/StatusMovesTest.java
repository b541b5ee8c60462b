package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.bundle.Unit.B;
import static vmmref.model.bundle.Unit.M;
import static vmmref.spec.RegisterFiles.BANK_SWITCHED;
import static vmmref.spec.RegisterFiles.COLLECTION_IN_FLIGHT;
import static vmmref.spec.RegisterFiles.COLLECTION_SERIALISED;
import static vmmref.spec.RegisterFiles.FENCE_PASSED;
import static vmmref.spec.RegisterFiles.INSTRUCTION_VIRTUALIZED;
import static vmmref.spec.RegisterFiles.LEVEL_INSUFFICIENT;
import static vmmref.spec.RegisterFiles.OPERAND_NAT;
import static vmmref.spec.RegisterFiles.REGISTER_VALUE_RESERVED;
import static vmmref.spec.RegisterFiles.STATUS_READ;
import static vmmref.spec.RegisterFiles.STATUS_WRITTEN;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;
import static vmmref.spec.RegisterFiles.USER_MASK_WRITTEN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;

class StatusMovesTest {
    private static final Moving START = Moving.start().register(9, 0);
    private static final long IC = 1L << 13;
    private static final long SP = 1L << 20;
    private static final long VM = 1L << 46;

    private static Psr psr(long bits) {
        return new Psr(bits);
    }

    @Test
    void shown() {
        START.psr(0x7fff_fffc_0ffe_e03eL & ~VM).gives(M, "mov r8=psr", 8, 0x18_0ffe_e03eL, STATUS_READ);
        START.psr(0xffff_e003L).gives(M, "mov r8=psr", 8, 0xffff_e003L, STATUS_READ);
        START.psr(0x7f).level(3).gives(M, "mov r8=psr.um", 8, 0x3e, STATUS_READ).raises(M, "mov r8=psr", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        START.raises(M, "mov r0=psr.um", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        START.level(3).raises(M, "mov r0=psr", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        START.psr(VM).raises(M, "mov r8=psr", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED).gives(M, "mov r8=psr.um", 8, 0, STATUS_READ);
    }

    @Test
    void theLowHalf() {
        Moving all = START.psr(0x18_0000_0000L | IC);
        all.register(9, 0xffff_ffff_0ffe_e03eL).writes(M, "mov psr.l=r9", Place.Status.PSR, psr(0x18_0ffe_e03eL), STATUS_WRITTEN);
        all.level(1).nat(9).raises(M, "mov psr.l=r9", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        all.nat(9).raises(M, "mov psr.l=r9", Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
        START.psr(VM).raises(M, "mov psr.l=r9", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 12, 16, 28, 31})
    void reservedBits(int bit) {
        START.register(9, 1L << bit).raises(M, "mov psr.l=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        START.psr(VM).register(9, 1L << bit).raises(M, "mov psr.l=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        if (bit < 24) START.psr(VM).raises(M, "ssm " + (1 << bit), Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED).raises(M, "rsm " + (1 << bit), Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
    }

    @ParameterizedTest
    @ValueSource(ints = {47, 63})
    void theUpperHalf(int bit) {
        Moving upper = START.register(9, 1L << bit | 2);
        upper.on("itanium2").writes(M, "mov psr.l=r9", Place.Status.PSR, psr(2), STATUS_WRITTEN);
        upper.on("minimal").raises(M, "mov psr.l=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        START.register(9, 0x7fff_0000_000eL).on("minimal").writes(M, "mov psr.l=r9", Place.Status.PSR, psr(0xe), STATUS_WRITTEN);
    }

    @Test
    void theSystemMask() {
        START.psr(SP | 8).writes(M, "ssm 0xc00006", Place.Status.PSR, psr(SP | 8 | 0xc00006), STATUS_WRITTEN);
        START.psr(SP | 0xe).writes(M, "rsm 0x4", Place.Status.PSR, psr(SP | 0xa), STATUS_WRITTEN);
        START.level(2).raises(M, "ssm 1", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT).raises(M, "rsm 1", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        START.psr(VM).raises(M, "ssm 2", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED).raises(M, "rsm 2", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
        START.psr(VM).on("merced").writes(M, "ssm 2", Place.Status.PSR, psr(VM | 2), STATUS_WRITTEN);
    }

    @Test
    void collectionInFlight() {
        Executed flying = new Executed.Done(Effects.of(Place.Status.PSR, psr(IC), STATUS_WRITTEN).then(Place.InFlight.IN_FLIGHT, true, COLLECTION_IN_FLIGHT), STATUS_WRITTEN);
        assertEquals(flying, START.executed(M, "ssm 0x2000"));
        assertEquals(flying, START.register(9, IC).executed(M, "mov psr.l=r9"));
        START.psr(IC).writes(M, "ssm 0x2000", Place.Status.PSR, psr(IC), STATUS_WRITTEN);
        Moving flight = START.psr(IC).done(M, "rsm 0x2000", STATUS_WRITTEN);
        assertTrue(flight.machine().addressing().inFlight());
        for (String fence : new String[] {"mf", "mf.a", "fwb", "sync.i"}) flight.nothing(M, fence, FENCE_PASSED);
        assertFalse(flight.writes(M, "srlz.d", Place.InFlight.IN_FLIGHT, false, COLLECTION_SERIALISED).machine().addressing().inFlight());
        flight.writes(M, "srlz.i", Place.InFlight.IN_FLIGHT, false, COLLECTION_SERIALISED);
    }

    @Test
    void theUserMask() {
        Moving user = START.psr(0xf00).level(3);
        long rest = 3L << 32 | 0xf00;
        user.register(9, 0x3e).writes(M, "mov psr.um=r9", Place.Status.PSR, psr(rest | 0x3e), USER_MASK_WRITTEN).writes(M, "rum 0x14", Place.Status.PSR, psr(rest | 0x2a), USER_MASK_WRITTEN)
            .writes(M, "sum 0x10", Place.Status.PSR, psr(rest | 0x3a), USER_MASK_WRITTEN).register(9, 2).writes(M, "mov psr.um=r9", Place.Status.PSR, psr(rest | 2), USER_MASK_WRITTEN);
        Moving secure = START.psr(SP | 4);
        secure.writes(M, "mov psr.um=r9", Place.Status.PSR, psr(SP | 4), USER_MASK_WRITTEN).writes(M, "rum 0x3e", Place.Status.PSR, psr(SP | 4), USER_MASK_WRITTEN);
        START.psr(SP).writes(M, "sum 0x3e", Place.Status.PSR, psr(SP | 0x3a), USER_MASK_WRITTEN);
        START.nat(9).raises(M, "mov psr.um=r9", Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
        for (long bit : new long[] {0, 6, 23}) {
            START.raises(M, "sum " + (1 << bit), Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED).raises(M, "rum " + (1 << bit), Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        }
        for (int bit : new int[] {0, 6, 63}) START.register(9, 1L << bit).raises(M, "mov psr.um=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
    }

    @Test
    void banks() {
        Moving one = START.register(16, 5).register(15, 6).writes(B, "bsw.1", Place.Status.PSR, psr(1L << 44), BANK_SWITCHED);
        assertEquals(GeneralValue.of(0), one.machine().general(16));
        assertEquals(GeneralValue.of(6), one.machine().general(15));
        Moving zero = one.register(31, 7).writes(B, "bsw.0", Place.Status.PSR, psr(0), BANK_SWITCHED);
        assertEquals(GeneralValue.of(5), zero.machine().general(16));
        assertEquals(GeneralValue.of(0), zero.machine().general(31));
        START.level(1).raises(B, "bsw.0", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT).raises(B, "bsw.1", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        START.psr(VM).raises(B, "bsw.0", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED).raises(B, "bsw.1", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
    }
}
