package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;

class InstructionTest {
    private static final GeneralValue NAT = new GeneralValue(0, true);
    private static final GeneralValue ONES = GeneralValue.of(-1);
    private static final VirtualAddress IFA = new VirtualAddress(0x4000);
    private static final Itir ITIR = new Itir(0x38);

    /// Every instruction with its operands r3 and r2; those that have no r3 ignore it.
    private static Seq<Instruction> all(GeneralValue r3, GeneralValue r2) {
        return Vector.of(
            new Instruction.InsertCache(Stream.DATA, r2, IFA, ITIR),
            new Instruction.InsertRegister(Stream.DATA, r3, r2, IFA, ITIR),
            new Instruction.Purge(Instruction.PurgeType.PTC_L, r3, r2),
            new Instruction.PurgeAll(r3),
            new Instruction.MoveRegion(r3, r2),
            new Instruction.MoveKey(r3, r2));
    }

    @Test
    void eachInstructionHasItsColumn() {
        assertEquals(Vector.of(Column.ITC, Column.ITR, Column.PURGE, Column.PTC_E, Column.RR, Column.PKR), all(ONES, ONES).map(Instruction::column));
    }

    @Test
    void anOperandThatIsNotAThingIsSeen() {
        assertEquals(Vector.of(false, false, false, false, false, false), all(ONES, ONES).map(Instruction::nat));
        assertEquals(Vector.of(false, true, true, true, true, true), all(NAT, ONES).map(Instruction::nat));
        assertEquals(Vector.of(true, true, true, false, true, true), all(ONES, NAT).map(Instruction::nat));
    }

    @Test
    void registersAreNumberedByBits() {
        assertEquals(0xff, new Instruction.InsertRegister(Stream.DATA, ONES, ONES, IFA, ITIR).slot());
        assertEquals(0, new Instruction.InsertRegister(Stream.DATA, GeneralValue.of(~0xffL), ONES, IFA, ITIR).slot());
        assertEquals(0x80, new Instruction.MoveKey(GeneralValue.of(0x7f80), ONES).number());
        assertEquals(7, new Instruction.MoveRegion(ONES, ONES).number());
        assertEquals(0, new Instruction.MoveRegion(GeneralValue.of(0x1fffffffffffffffL), ONES).number());
        assertEquals(4, new Instruction.MoveRegion(GeneralValue.of(0x8000000000000000L), ONES).number());
    }

    @Test
    void operandsAreRegisters() {
        assertEquals(new RegionRegister(0x10138), new Instruction.MoveRegion(ONES, GeneralValue.of(0x10138)).value());
        assertEquals(new ProtectionKeyRegister(0x5501), new Instruction.MoveKey(ONES, GeneralValue.of(0x5501)).value());
        assertEquals(new Pte(0x7e1), new Instruction.InsertCache(Stream.DATA, GeneralValue.of(0x7e1), IFA, ITIR).entry());
    }

    @Test
    void purgesHaveAnAddressAndASize() {
        Instruction.Purge purge = new Instruction.Purge(Instruction.PurgeType.PTC_G, GeneralValue.of(0x2000000000004000L), GeneralValue.of(0xffffffffffffff3bL));
        assertEquals(new VirtualAddress(0x2000000000004000L), purge.address());
        assertEquals(new PageSize(14), purge.size());
        assertEquals(new PageSize(63), new Instruction.Purge(Instruction.PurgeType.PTC_G, ONES, GeneralValue.of(0xfc)).size());
    }

    @Test
    void purgesAreOfCachesOrRegisters() {
        for (Instruction.PurgeType type : Instruction.PurgeType.values()) {
            assertEquals(type.name().startsWith("PTR"), type.ofRegisters(), type.name());
        }
        assertEquals(Vector.of(Stream.INSTRUCTION), Instruction.PurgeType.PTR_I.streams());
        assertEquals(Vector.of(Stream.DATA), Instruction.PurgeType.PTR_D.streams());
        assertTrue(Vector.of(Instruction.PurgeType.PTC_L, Instruction.PurgeType.PTC_G, Instruction.PurgeType.PTC_GA)
            .forAll(type -> type.streams().equals(Vector.of(Stream.INSTRUCTION, Stream.DATA))));
    }
}
