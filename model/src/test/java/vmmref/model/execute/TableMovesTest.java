package vmmref.model.execute;

import static vmmref.model.bundle.Unit.M;
import static vmmref.spec.RegisterFiles.INSTRUCTION_VIRTUALIZED;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;
import static vmmref.spec.Walks.HASH_NAT;
import static vmmref.spec.Walks.HASH_TOLD;
import static vmmref.spec.Walks.TAG_TOLD;

import org.junit.jupiter.api.Test;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegionRegister;

class TableMovesTest {
    private static final Moving START = Moving.start().register(9, 0x2000000000012345L).with(new Place.Region(1), new RegionRegister(0x12345638)).control(8, 0xe000000010000160L);

    @Test
    void addressesOfEntries() {
        START.writes(M, "thash r8=r9", new Place.General(8), GeneralValue.of(0xe000000010468a40L), HASH_TOLD);
        START.control(8, 0x1ff800000000009cL).psr(3L << 32).writes(M, "thash r8=r9", new Place.General(8), GeneralValue.of(0x3ff8000000000020L), HASH_TOLD);
    }

    @Test
    void tagsOfPages() {
        START.psr(3L << 32).writes(M, "ttag r8=r9", new Place.General(8), GeneralValue.of(0x091a2b0000000004L), TAG_TOLD);
        START.control(8, 0).writes(M, "ttag r8=r9", new Place.General(8), GeneralValue.of(0x091a2b0000000004L), TAG_TOLD);
    }

    @Test
    void whatIsNoAddressGivesNoThing() {
        for (String text : new String[] {"thash r8=r9", "ttag r8=r9"}) {
            START.nat(9).writes(M, text, new Place.General(8), Moving.NAT, HASH_NAT);
            new Moving(START.register(9, 1L << 55).machine(), "merced").writes(M, text, new Place.General(8), Moving.NAT, HASH_NAT);
        }
    }

    @Test
    void faults() {
        for (String name : new String[] {"thash", "ttag"}) {
            START.raises(M, name + " r45=r9", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
            START.psr(1L << 46).nat(9).raises(M, name + " r8=r9", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
        }
    }
}
