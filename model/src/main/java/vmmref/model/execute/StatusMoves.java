package vmmref.model.execute;

import static vmmref.spec.RegisterFiles.BANK_SWITCHED;
import static vmmref.spec.RegisterFiles.COLLECTION_IN_FLIGHT;
import static vmmref.spec.RegisterFiles.STATUS_READ;
import static vmmref.spec.RegisterFiles.STATUS_WRITTEN;
import static vmmref.spec.RegisterFiles.USER_MASK_WRITTEN;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Psr;
import vmmref.model.word.Bits;
import vmmref.spec.RegisterFiles;

/// Moves to and from the processor status register and parts of it.
final class StatusMoves {
    private static final int IC = 13;
    private static final int BN = 44;
    private static final long UP = 1L << 2;
    /// Bits 5:1 of PSR, which users change.
    private static final long USER_MASK = 0x3e;
    /// The reserved bits among 23:0.
    private static final long RESERVED_SYSTEM = 0x11fc1;
    /// The reserved bits among 31:0.
    private static final long RESERVED_LOW = 0xf0011fc1L;
    /// The reserved bits among all: those, and 63:47.
    private static final long RESERVED = RESERVED_LOW | ~Bits.ones(47);
    /// What `mov r1=psr` shows: bits 31:0, and mc and it.
    private static final long SHOWN = 0x18ffffffffL;

    private static final Map<String, Meaning> MEANINGS = HashMap.of(
        "mov r1=psr",    StatusMoves::read,
        "mov r1=psr.um", execution -> told(execution, USER_MASK),
        "mov psr.l=r2",  StatusMoves::lowWritten,
        "mov psr.um=r2", StatusMoves::userMaskWritten,
        "ssm imm24",     execution -> system(execution, execution.machine().psr().bits() | execution.operands().immediate()),
        "rsm imm24",     execution -> system(execution, execution.machine().psr().bits() & ~execution.operands().immediate()),
        "sum imm24",     execution -> user(execution, execution.machine().psr().bits() | execution.operands().immediate()),
        "rum imm24",     execution -> user(execution, execution.machine().psr().bits() & ~execution.operands().immediate()),
        "bsw.0",         execution -> bank(execution, false),
        "bsw.1",         execution -> bank(execution, true));

    private StatusMoves() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    private static Executed read(Execution execution) {
        return Checks.first(
                Checks.target(execution.machine(), execution.operands().r1()),
                Checks.privileged(execution.machine()),
                Checks.real(execution))
            .getOrElse(() -> told(execution, SHOWN));
    }

    @RegisterFiles.Rule(STATUS_READ)
    static Executed told(Execution execution, long shown) {
        return RegisterMoves.told(execution, execution.machine().psr().bits() & shown, STATUS_READ);
    }

    private static Executed lowWritten(Execution execution) {
        return Checks.first(
                Checks.privileged(execution.machine()),
                Checks.thing(execution.r2()),
                Checks.permitted((execution.r2().bits() & reserved(execution)) != 0),
                Checks.real(execution))
            .getOrElse(() -> changed(execution.machine(), execution.machine().psr().bits() & ~Bits.ones(32) | execution.r2().bits() & Bits.ones(32)));
    }

    private static long reserved(Execution execution) {
        return execution.translator().profile().reservesUpperStatus() ? RESERVED : RESERVED_LOW;
    }

    private static Executed system(Execution execution, long bits) {
        return Checks.first(
                Checks.privileged(execution.machine()),
                Checks.permitted((execution.operands().immediate() & RESERVED_SYSTEM) != 0),
                Checks.real(execution))
            .getOrElse(() -> changed(execution.machine(), bits));
    }

    /// {@return a new PSR; a change of ic is in flight}
    @RegisterFiles.Rule({STATUS_WRITTEN, COLLECTION_IN_FLIGHT})
    static Executed changed(Machine machine, long bits) {
        Effects effects = Effects.of(Place.Status.PSR, new Psr(bits), STATUS_WRITTEN);
        return new Executed.Done(Bits.bit(bits ^ machine.psr().bits(), IC) ? effects.then(Place.InFlight.IN_FLIGHT, true, COLLECTION_IN_FLIGHT) : effects, STATUS_WRITTEN);
    }

    private static Executed userMaskWritten(Execution execution) {
        return Checks.first(
                Checks.thing(execution.r2()),
                Checks.permitted((execution.r2().bits() & ~USER_MASK) != 0))
            .getOrElse(() -> masked(execution.machine(), execution.r2().bits()));
    }

    private static Executed user(Execution execution, long bits) {
        return Checks.permitted((execution.operands().immediate() & ~USER_MASK) != 0).getOrElse(() -> masked(execution.machine(), bits));
    }

    /// {@return PSR with another user mask; PSR.sp keeps its bit up}
    @RegisterFiles.Rule(USER_MASK_WRITTEN)
    static Executed masked(Machine machine, long bits) {
        long open = machine.psr().sp() ? USER_MASK & ~UP : USER_MASK;
        return new Executed.Done(Effects.of(Place.Status.PSR, new Psr(machine.psr().bits() & ~open | bits & open), USER_MASK_WRITTEN), USER_MASK_WRITTEN);
    }

    private static Executed bank(Execution execution, boolean bank1) {
        return Checks.first(
                Checks.privileged(execution.machine()),
                Checks.real(execution))
            .getOrElse(() -> switched(execution.machine(), bank1));
    }

    @RegisterFiles.Rule(BANK_SWITCHED)
    static Executed switched(Machine machine, boolean bank1) {
        return new Executed.Done(Effects.of(Place.Status.PSR, machine.psr().with(BN, bank1), BANK_SWITCHED), BANK_SWITCHED);
    }
}
