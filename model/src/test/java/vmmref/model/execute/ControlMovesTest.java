package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.bundle.Unit.M;
import static vmmref.spec.Interruptions.INTERRUPT_ACKNOWLEDGED;
import static vmmref.spec.Interruptions.INTERRUPT_SPURIOUS;
import static vmmref.spec.Interruptions.SERVICE_ENDED;
import static vmmref.spec.RegisterFiles.APPLICATION_ABSENT;
import static vmmref.spec.RegisterFiles.APPLICATION_WRITTEN;
import static vmmref.spec.RegisterFiles.CONTROL_ABSENT;
import static vmmref.spec.RegisterFiles.CONTROL_COLLECTING;
import static vmmref.spec.RegisterFiles.CONTROL_READ;
import static vmmref.spec.RegisterFiles.CONTROL_WRITTEN;
import static vmmref.spec.RegisterFiles.INSTRUCTION_VIRTUALIZED;
import static vmmref.spec.RegisterFiles.LEVEL_INSUFFICIENT;
import static vmmref.spec.RegisterFiles.OPERAND_NAT;
import static vmmref.spec.RegisterFiles.REGISTER_VALUE_RESERVED;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;

import io.vavr.collection.Seq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.bundle.Unit;
import vmmref.model.register.InterruptSet;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.profile.Profile;
import vmmref.model.register.ApplicationRegister;
import vmmref.model.register.ControlRegister;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Translator;
import vmmref.spec.Table;

class ControlMovesTest {
    private static final Place<InterruptSet> SERVED = Place.InService.IN_SERVICE;

    private static final Moving START = Moving.start().register(9, 0);
    private static final long IC = 1L << 13;
    private static final long VM = 1L << 46;

    /// Number, what is written, what is read back.
    @ParameterizedTest
    @CsvSource({
        "0,  0x7f07,             0x7f07",
        "1,  0x7fffffffffffffff, 0x7fffffffffffffff",
        "2,  0x7fffffffffffffff, 0x7fffffffffff8000",
        "8,  0x12345678813d,     0x12345678813d",
        "16, 0x5a00ffee03e,      0x5a00ffee03e",
        "16, 0x3f9fa0f03e,       -",
        "17, 0x0db34f00ffffff,   -",
        "17, 0x0db00ffffff,      0x0db00ffffff",
        "19, 0x123456789abcdef0, 0x123456789abcdef0",
        "20, 0x123456789abcdef1, 0x123456789abcdef1",
        "21, 0x123456789abcdeff, 0x9abcdefc",
        "22, 0x123456789abcdef1, 0x123456789abcdef1",
        "23, 0x3fffffffff,       0x3fffffffff",
        "24, 0x123456789abcdef1, 0x123456789abcdef1",
        "25, 0x123456789abcdef3, 0x123456789abcdef0",
        "64, 0x7fffffffffff0000, 0xffff0000",
        "66, 0x7fffffffffff00ff, 0x100f0",
        "72, 0x7fffffffffff10ff, 0x100ff",
        "73, 0x10001,            0x10001",
        "74, 0x7fffffffffff1080, 0x10080",
        "80, 0x7fffffffffffb7ff, 0x1a7ff",
        "81, 0x225,              0x225"})
    void writtenAndRead(int number, String written, String read) {
        Moving start = START.register(9, Long.decode(written));
        if (read.equals("-")) start.raises(M, "mov cr" + number + "=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        else start.done(M, "mov cr" + number + "=r9", CONTROL_WRITTEN).gives(M, "mov r8=cr" + number, 8, Long.decode(read), CONTROL_READ);
    }

    @Test
    void acknowledged() {
        Moving pending = START.control(71, 1L << 63 | 4).control(68, 1L << 16).with(SERVED, InterruptSet.NONE.with(32));
        Effects first = Effects.of(new Place.Control(71), 4L, INTERRUPT_ACKNOWLEDGED).then(SERVED, InterruptSet.NONE.with(32).with(255), INTERRUPT_ACKNOWLEDGED)
            .then(new Place.General(8), GeneralValue.of(255), INTERRUPT_ACKNOWLEDGED);
        assertEquals(new Executed.Done(first, INTERRUPT_ACKNOWLEDGED), pending.executed(M, "mov r8=cr.ivr"));
        Moving served = pending.done(M, "mov r8=cr.ivr", INTERRUPT_ACKNOWLEDGED);
        served.gives(M, "mov r8=cr.ivr", 8, 15, INTERRUPT_SPURIOUS);
        served.writes(M, "mov cr.eoi=r9", SERVED, InterruptSet.NONE.with(32), SERVICE_ENDED).done(M, "mov r8=cr.ivr", INTERRUPT_ACKNOWLEDGED).writes(M, "mov cr.eoi=r9", SERVED, InterruptSet.NONE.with(32), SERVICE_ENDED);
        pending.control(66, 0x10000).gives(M, "mov r8=cr.ivr", 8, 15, INTERRUPT_SPURIOUS);
        pending.raises(M, "mov r0=cr.ivr", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL).raises(M, "mov cr.ivr=r9", Interruption.ILLEGAL_OPERATION, CONTROL_ABSENT);
        pending.level(1).raises(M, "mov r8=cr.ivr", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT).raises(M, "mov cr.eoi=r9", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        pending.psr(VM).raises(M, "mov r8=cr.ivr", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED).raises(M, "mov cr.eoi=r9", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
    }

    @Test
    void onlyOneRegisterIsWritten() {
        START.register(9, 5).writes(M, "mov cr1=r9", new Place.Control(1), 5L, CONTROL_WRITTEN);
        START.register(9, -1).writes(M, "mov cr21=r9", new Place.Control(21), -1L, CONTROL_WRITTEN);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "0, 7", "0, 15", "0, 63", "8, 1", "8, 9", "8, 14", "16, 0", "16, 6", "16, 12", "16, 16", "16, 28", "16, 31", "16, 47", "16, 63", "17, 24", "17, 31", "17, 44", "17, 63",
        "23, 38", "23, 62", "64, 0", "64, 15", "66, 8", "66, 15", "72, 8", "72, 11", "72, 13", "72, 15", "73, 9", "74, 14", "80, 11", "80, 14", "81, 11"})
    void reservedBits(int number, int bit) {
        START.register(9, 1L << bit | (number == 8 ? 15 << 2 : 0)).raises(M, "mov cr" + number + "=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "8, 0x38", "16, 0x60000000000", "17, 0x60000000000", "80, 0x100", "80, 0x300", "81, 0x600"})
    void reservedValues(int number, String value) {
        START.register(9, Long.decode(value)).raises(M, "mov cr" + number + "=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
    }

    @Test
    void frames() {
        START.register(9, Long.MIN_VALUE | 97).raises(M, "mov cr23=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        START.register(9, 97).writes(M, "mov cr23=r9", new Place.Control(23), 97L, CONTROL_WRITTEN);
        START.register(9, Long.MIN_VALUE | 96).writes(M, "mov cr23=r9", new Place.Control(23), Long.MIN_VALUE | 96, CONTROL_WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 9, 15, 18, 26, 27, 28, 63, 75, 79, 82, 127})
    void reserved(int number) {
        START.level(3).raises(M, "mov cr" + number + "=r9", Interruption.ILLEGAL_OPERATION, CONTROL_ABSENT).raises(M, "mov r8=cr" + number, Interruption.ILLEGAL_OPERATION, CONTROL_ABSENT);
    }

    @Test
    void whileInterruptionsAreCollected() {
        Moving collecting = START.psr(IC).level(3);
        for (int number : new int[] {16, 17, 19, 20, 21, 22, 23, 24, 25}) {
            collecting.raises(M, "mov cr" + number + "=r9", Interruption.ILLEGAL_OPERATION, CONTROL_COLLECTING).raises(M, "mov r0=cr" + number, Interruption.ILLEGAL_OPERATION, CONTROL_COLLECTING);
        }
        collecting.raises(M, "mov cr1=r9", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        START.psr(IC).gives(M, "mov r8=cr2", 8, 0, CONTROL_READ);
    }

    @Test
    void interrupts() {
        START.gives(M, "mov r8=cr65", 8, 15, INTERRUPT_SPURIOUS).nothing(M, "mov cr67=r9", SERVICE_ENDED);
        START.raises(M, "mov cr65=r9", Interruption.ILLEGAL_OPERATION, CONTROL_ABSENT).gives(M, "mov r8=cr67", 8, 0, CONTROL_READ);
        for (int number = 68; number < 72; number++) {
            START.raises(M, "mov cr" + number + "=r9", Interruption.ILLEGAL_OPERATION, CONTROL_ABSENT).gives(M, "mov r8=cr" + number, 8, 0, CONTROL_READ);
        }
    }

    @Test
    void order() {
        START.level(1).raises(M, "mov r0=cr1", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL).raises(M, "mov r8=cr1", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        START.nat(9).level(1).raises(M, "mov cr1=r9", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        START.nat(9).raises(M, "mov cr1=r9", Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
        Moving virtual = START.psr(VM);
        virtual.raises(M, "mov r8=cr1", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED).raises(M, "mov cr1=r9", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
        virtual.raises(M, "mov r8=cr65", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED).raises(M, "mov cr67=r9", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
        virtual.on("itanium2").gives(M, "mov r8=cr1", 8, 0, CONTROL_READ).writes(M, "mov cr1=r9", new Place.Control(1), 0L, CONTROL_WRITTEN);
    }

    @Test
    void theBitOfVirtualMachinesInIpsr() {
        START.register(9, VM).writes(M, "mov cr16=r9", new Place.Control(16), VM, CONTROL_WRITTEN);
        START.register(9, VM).on("itanium2").raises(M, "mov cr16=r9", Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
        START.register(9, 1L << 45).on("itanium2").writes(M, "mov cr16=r9", new Place.Control(16), 1L << 45, CONTROL_WRITTEN);
    }

    private static Executed withOthers(Unit unit, String text) {
        Seq<ApplicationRegister> application = ApplicationRegister.of(Table.parse("application-registers", "8\tx\tM\tany\t0\t0\t-"));
        Seq<ControlRegister> control = ControlRegister.of(Table.parse("control-registers", "3\tx\tro\t-\t0\t0\t0\t-\t0"));
        Instruction instruction = ((Assembled.Done) Assembler.architected().assemble(unit, text)).instruction();
        return Meanings.with(application, control).apply(instruction.form()).get()
            .of(new Execution(Translator.architected(Profile.named("montecito").get()), START.machine(), Operands.of(instruction), Choice.USUAL));
    }

    @Test
    void otherTablesGiveOtherRegisters() {
        assertEquals(APPLICATION_WRITTEN, withOthers(M, "mov.m ar8=r9").because());
        assertEquals(APPLICATION_ABSENT, withOthers(M, "mov.m ar36=r9").because());
        assertEquals(CONTROL_READ, withOthers(M, "mov r8=cr3").because());
        assertEquals(CONTROL_ABSENT, withOthers(M, "mov cr3=r9").because());
        assertEquals(CONTROL_ABSENT, withOthers(M, "mov r8=cr2").because());
        assertEquals(START.executed(M, "add r8=r9,r9"), withOthers(M, "add r8=r9,r9"));
    }
}
