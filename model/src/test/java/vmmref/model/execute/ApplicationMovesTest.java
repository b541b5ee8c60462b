package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.bundle.Unit.I;
import static vmmref.model.bundle.Unit.M;
import static vmmref.spec.RegisterFiles.APPLICATION_ABSENT;
import static vmmref.spec.RegisterFiles.APPLICATION_PRIVILEGED;
import static vmmref.spec.RegisterFiles.APPLICATION_READ;
import static vmmref.spec.RegisterFiles.APPLICATION_WRITTEN;
import static vmmref.spec.RegisterFiles.BACKING_STORE_CLOSED;
import static vmmref.spec.RegisterFiles.BACKING_STORE_MOVED;
import static vmmref.spec.RegisterFiles.COLLECTION_LOST;
import static vmmref.spec.RegisterFiles.INSTRUCTION_VIRTUALIZED;
import static vmmref.spec.RegisterFiles.OPERAND_NAT;
import static vmmref.spec.RegisterFiles.REGISTER_VALUE_RESERVED;
import static vmmref.spec.RegisterFiles.STACK_LEVEL_CLAMPED;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegisterStack;

class ApplicationMovesTest {
    private static final Moving START = Moving.start().register(9, 0);
    private static final long SI = 1L << 23;
    private static final long VM = 1L << 46;

    @ParameterizedTest
    @CsvSource({"0", "7", "21", "24", "25", "26", "27", "28", "29", "30", "32", "36", "40", "44"})
    void ofUnitM(int number) {
        START.register(9, 0x3f).writes(M, "mov.m ar" + number + "=r9", new Place.Application(number), 0x3fL, APPLICATION_WRITTEN).gives(M, "mov.m r8=ar" + number, 8, 0x3f, APPLICATION_READ);
        START.raises(I, "mov.i ar" + number + "=r9", Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
        START.raises(I, "mov.i r8=ar" + number, Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
    }

    @ParameterizedTest
    @CsvSource({"64", "65", "66"})
    void ofUnitI(int number) {
        START.register(9, 0x3f).writes(I, "mov.i ar" + number + "=r9", new Place.Application(number), 0x3fL, APPLICATION_WRITTEN).gives(I, "mov.i r8=ar" + number, 8, 0x3f, APPLICATION_READ);
        START.raises(M, "mov.m ar" + number + "=r9", Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
        START.raises(M, "mov.m r8=ar" + number, Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 15, 20, 22, 23, 31, 33, 35, 37, 39, 41, 43, 45, 46, 47, 67, 111})
    void reserved(int number) {
        START.raises(M, "mov.m ar" + number + "=r9", Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
        START.raises(M, "mov.m r8=ar" + number, Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
        START.raises(I, "mov.i ar" + number + "=1", Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
        START.raises(M, "mov.m ar" + number + "=1", Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 63, 112, 127})
    void ignored(int number) {
        START.nothing(M, "mov.m ar" + number + "=r9", APPLICATION_WRITTEN).application(number, 5).gives(M, "mov.m r8=ar" + number, 8, 0, APPLICATION_READ);
        START.nothing(I, "mov.i ar" + number + "=-1", APPLICATION_WRITTEN).gives(I, "mov.i r8=ar" + number, 8, 0, APPLICATION_READ);
        START.nat(9).raises(M, "mov.m ar" + number + "=r9", Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
    }

    @Test
    void immediates() {
        START.writes(M, "mov.m ar36=-128", new Place.Application(36), -128L, APPLICATION_WRITTEN);
        START.writes(I, "mov.i ar65=127", new Place.Application(65), 127L, APPLICATION_WRITTEN);
        START.writes(I, "mov.i ar66=-1", new Place.Application(66), 63L, APPLICATION_WRITTEN);
    }

    @Test
    void theStackRegisters() {
        Moving eager = START.application(16, 1);
        for (int number : new int[] {18, 19}) {
            eager.raises(M, "mov.m ar" + number + "=r9", Interruption.ILLEGAL_OPERATION, BACKING_STORE_CLOSED).raises(M, "mov.m r8=ar" + number, Interruption.ILLEGAL_OPERATION, BACKING_STORE_CLOSED);
            eager.application(16, 2).raises(M, "mov.m ar" + number + "=r9", Interruption.ILLEGAL_OPERATION, BACKING_STORE_CLOSED);
            eager.application(16, 0x1c).gives(M, "mov.m r8=ar" + number, 8, 0, APPLICATION_READ);
        }
        eager.gives(M, "mov.m r8=ar17", 8, 0, APPLICATION_READ).raises(M, "mov.m ar17=r9", Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
        eager.raises(M, "mov.m r0=ar18", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        START.register(9, -1).writes(M, "mov.m ar19=r9", new Place.Application(19), Long.MAX_VALUE, APPLICATION_WRITTEN);
    }

    @Test
    void theBackingStoreMoves() {
        Moving dirty = START.with(Place.Stack.STACK, new RegisterStack(5, 62, new VirtualAddress(0x1000), 7)).register(9, 0x2017);
        assertEquals(new Executed.Done(Effects.of(new Place.Application(18), 0x2010L, BACKING_STORE_MOVED).then(new Place.Application(19), 0L, COLLECTION_LOST), APPLICATION_WRITTEN),
            dirty.executed(M, "mov.m ar18=r9"));
        Moving moved = dirty.done(M, "mov.m ar18=r9", APPLICATION_WRITTEN);
        assertEquals(new RegisterStack(5, 62, new VirtualAddress(0x2010), 0), moved.machine().stack());
        moved.gives(M, "mov.m r8=ar17", 8, 0x2208, APPLICATION_READ).gives(M, "mov.m r8=ar18", 8, 0x2010, APPLICATION_READ);
    }

    @ParameterizedTest
    @CsvSource({"0, 0x00, 0x00", "0, 0x0c, 0x0c", "1, 0x03, 0x07", "2, 0x07, 0x0b", "3, 0x1f, 0x1f", "3, 0x08, 0x0c", "2, 0x0c, 0x0c", "0, 0x3fff0010, 0x3fff0010"})
    void levelsOfTheStack(int level, String written, String held) {
        START.level(level).register(9, Long.decode(written)).done(M, "mov.m ar16=r9", APPLICATION_WRITTEN)
            .gives(M, "mov.m r8=ar16", 8, Long.decode(held), APPLICATION_READ);
        assertEquals(new Executed.Done(Effects.of(new Place.Application(16), Long.decode(held), STACK_LEVEL_CLAMPED), APPLICATION_WRITTEN),
            START.level(level).register(9, Long.decode(written)).executed(M, "mov.m ar16=r9"));
    }

    @ParameterizedTest
    @CsvSource({"16, 0x20", "16, 0x8000", "16, 0x40000000", "40, 0x1000", "40, 0x100", "40, 0x200000", "40, 0x400000000", "40, 0x800000000000", "40, 0x400000000000000"})
    void reservedValues(int number, String value) {
        START.level(3).register(9, Long.decode(value)).raises(M, "mov.m ar" + number + "=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
    }

    @ParameterizedTest
    @CsvSource({"0x9804c0270033f", "0x0", "0x300", "0x200", "0x3fffe00000000ff"})
    void statusOfFloatingPoint(String value) {
        START.register(9, Long.decode(value)).writes(M, "mov.m ar40=r9", new Place.Application(40), Long.decode(value), APPLICATION_WRITTEN);
    }

    @Test
    void previousFunctionState() {
        START.register(9, 0xc3f0_0000_0000_0408L).writes(I, "mov.i ar64=r9", new Place.Application(64), 0xc3f0_0000_0000_0408L, APPLICATION_WRITTEN);
        for (long value : new long[] {1L << 38, 1L << 51, 1L << 58, 1L << 61, 97, 1 << 7, 1 << 14 | 7, 1 << 18}) {
            START.register(9, value).raises(I, "mov.i ar64=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        }
    }

    @Test
    void privilege() {
        Moving user = START.level(1);
        user.gives(M, "mov.m r8=ar7", 8, 0, APPLICATION_READ).raises(M, "mov.m ar7=r9", Interruption.PRIVILEGED_REGISTER, APPLICATION_PRIVILEGED);
        user.gives(M, "mov.m r8=ar44", 8, 0, APPLICATION_READ).raises(M, "mov.m ar44=5", Interruption.PRIVILEGED_REGISTER, APPLICATION_PRIVILEGED);
        user.writes(M, "mov.m ar36=5", new Place.Application(36), 5L, APPLICATION_WRITTEN);
        START.psr(SI).gives(M, "mov.m r8=ar44", 8, 0, APPLICATION_READ);
        START.psr(SI).level(3).raises(M, "mov.m r8=ar44", Interruption.PRIVILEGED_REGISTER, APPLICATION_PRIVILEGED).gives(M, "mov.m r8=ar7", 8, 0, APPLICATION_READ);
        START.psr(SI).level(3).raises(M, "mov.m r0=ar44", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
    }

    @Test
    void virtualMachines() {
        Moving virtual = START.psr(VM);
        virtual.gives(M, "mov.m r8=ar44", 8, 0, APPLICATION_READ).raises(M, "mov.m ar44=r9", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
        virtual.writes(M, "mov.m ar7=r9", new Place.Application(7), 0L, APPLICATION_WRITTEN);
        virtual.psr(VM | SI).raises(M, "mov.m r8=ar44", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
        virtual.psr(VM | SI).on("itanium2").gives(M, "mov.m r8=ar44", 8, 0, APPLICATION_READ);
        virtual.on("itanium2").writes(M, "mov.m ar44=r9", new Place.Application(44), 0L, APPLICATION_WRITTEN);
    }
}
