package vmmref.model.execute;

import static vmmref.spec.RegisterFiles.INDIRECT_READ;
import static vmmref.spec.RegisterFiles.INDIRECT_WRITTEN;
import static vmmref.spec.RegisterFiles.MONITOR_HIDDEN;
import static vmmref.spec.RegisterFiles.MONITOR_UNASSIGNED;
import static vmmref.spec.RegisterFiles.PROCESSOR_IDENTIFIED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Identification;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters.File;
import vmmref.model.word.Bits;
import vmmref.spec.RegisterFiles;

/// Moves from registers that a general register numbers, and to those of them that translation does not read.
final class IndirectMoves {
    /// The registers PMC0 to PMC7, and PMD4 to PMD7.
    private static final int MONITORS = 8;
    private static final int FIRST_DATA = 4;
    private static final int PRIVILEGED_MONITOR = 6;
    /// What odd registers lack: the enable bits that mean nothing, bits 62:60 of IBR and 61:60 of DBR.
    private static final long UNUSED_IBR = 7L << 60;
    private static final long UNUSED_DBR = 3L << 60;

    private static final Map<String, Meaning> MEANINGS = HashMap.<String, Meaning>of(
        "mov r1=rr[r3]",    IndirectMoves::regionRead,
        "mov r1=pkr[r3]",   IndirectMoves::keyRead,
        "mov r1=ibr[r3]",   execution -> read(execution, File.IBR),
        "mov r1=dbr[r3]",   execution -> read(execution, File.DBR),
        "mov r1=pmc[r3]",   execution -> read(execution, File.PMC),
        "mov r1=pmd[r3]",   IndirectMoves::monitorRead,
        "mov r1=cpuid[r3]", IndirectMoves::identificationRead)
        .put("mov ibr[r3]=r2", execution -> written(execution, File.IBR))
        .put("mov dbr[r3]=r2", execution -> written(execution, File.DBR))
        .put("mov pmc[r3]=r2", execution -> written(execution, File.PMC))
        .put("mov pmd[r3]=r2", execution -> written(execution, File.PMD));

    private IndirectMoves() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    /// {@return the number of a register: bits 7:0 of r3}
    private static int number(Execution execution) {
        return (int) Bits.field(execution.r3().bits(), 7, 0);
    }

    private static Executed regionRead(Execution execution) {
        int number = new VirtualAddress(execution.r3().bits()).region();
        return refused(execution, true).getOrElse(() -> told(execution, execution.machine().addressing().regions().get(number).bits()));
    }

    private static Executed keyRead(Execution execution) {
        int number = number(execution);
        return refused(execution, number < execution.translator().dimensions().pkrs())
            .getOrElse(() -> told(execution, execution.machine().addressing().keys().get(number).bits()));
    }

    private static Executed read(Execution execution, File file) {
        int number = number(execution);
        return refused(execution, exists(execution, file, number))
            .getOrElse(() -> held(execution, file, number));
    }

    private static Executed held(Execution execution, File file, int number) {
        return unassigned(execution, file, number).getOrElse(() -> told(execution, isImplemented(file, number) ? execution.machine().indirect().file(file).get(number) : 0));
    }

    private static Option<Executed> refused(Execution execution, boolean exists) {
        return Checks.first(
            Checks.target(execution.machine(), execution.operands().r1()),
            Checks.privileged(execution.machine()),
            Checks.thing(execution.r3()),
            Checks.numbered(exists),
            Checks.real(execution));
    }

    @RegisterFiles.Rule(INDIRECT_READ)
    static Executed told(Execution execution, long value) {
        return RegisterMoves.done(execution.operands().r1(), value, INDIRECT_READ);
    }

    private static Executed monitorRead(Execution execution) {
        return Checks.first(
                Checks.target(execution.machine(), execution.operands().r1()),
                Checks.thing(execution.r3()))
            .getOrElse(() -> monitor(execution, number(execution)));
    }

    @RegisterFiles.Rule(MONITOR_HIDDEN)
    static Executed monitor(Execution execution, int number) {
        Machine machine = execution.machine();
        boolean hidden = machine.psr().cpl() != 0 && (machine.psr().sp() || Bits.bit(machine.indirect().pmc().get(number), PRIVILEGED_MONITOR));
        return hidden ? RegisterMoves.done(execution.operands().r1(), 0, MONITOR_HIDDEN) : held(execution, File.PMD, number);
    }

    private static Executed identificationRead(Execution execution) {
        Identification identification = Identification.of(execution.translator().profile());
        int number = number(execution);
        return Checks.first(
                Checks.target(execution.machine(), execution.operands().r1()),
                Checks.thing(execution.r3()),
                Checks.numbered(number <= identification.last()),
                Checks.real(execution))
            .getOrElse(() -> identified(execution, identification.register(number)));
    }

    @RegisterFiles.Rule(PROCESSOR_IDENTIFIED)
    static Executed identified(Execution execution, long value) {
        return RegisterMoves.done(execution.operands().r1(), value, PROCESSOR_IDENTIFIED);
    }

    private static Executed written(Execution execution, File file) {
        int number = number(execution);
        GeneralValue value = execution.r2();
        return Checks.first(
                Checks.privileged(execution.machine()),
                Checks.thing(execution.r3()),
                Checks.thing(value),
                Checks.numbered(exists(execution, file, number)),
                Checks.real(execution))
            .orElse(() -> unassigned(execution, file, number))
            .getOrElse(() -> new Executed.Done(kept(file, number, value.bits()), INDIRECT_WRITTEN));
    }

    @RegisterFiles.Rule(INDIRECT_WRITTEN)
    static Effects kept(File file, int number, long value) {
        return isImplemented(file, number) ? Effects.of(new Place.Indirect(file, number), (number & 1) == 0 ? value : value & ~unused(file), INDIRECT_WRITTEN) : Effects.NONE;
    }

    /// {@return what comes of naming a performance monitor register that only some implementations have, where this one has such}
    @RegisterFiles.Rule(MONITOR_UNASSIGNED)
    static Option<Executed> unassigned(Execution execution, File file, int number) {
        return Option.when(!isImplemented(file, number) && execution.translator().profile().has(Profile.MORE_MONITORS), () -> new Executed.Unspecified(MONITOR_UNASSIGNED));
    }

    private static long unused(File file) {
        return switch (file) {
            case IBR      -> UNUSED_IBR;
            case DBR      -> UNUSED_DBR;
            case PMC, PMD -> 0;
        };
    }

    /// {@return whether a number may be named; of the performance monitor all may, also those that are not implemented}
    private static boolean exists(Execution execution, File file, int number) {
        return switch (file) {
            case IBR      -> number < execution.translator().dimensions().ibrs();
            case DBR      -> number < execution.translator().dimensions().dbrs();
            case PMC, PMD -> true;
        };
    }

    private static boolean isImplemented(File file, int number) {
        return switch (file) {
            case IBR, DBR -> true;
            case PMC      -> number < MONITORS;
            case PMD      -> number >= FIRST_DATA && number < MONITORS;
        };
    }
}
