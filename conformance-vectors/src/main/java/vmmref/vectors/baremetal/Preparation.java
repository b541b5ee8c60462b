package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;

/// The machine that an image makes of the start of a case, where it is about to return to it.
///
/// @param start   how the case starts
/// @param wished  the same after what happens before its first turn
/// @param machine what is made of that: the harness executes, untranslated, and IPSR, IIP and IFS hold the case's
/// @param site    where the harness is
/// @param conduct how the case is executed
record Preparation(Machine start, Machine wished, Machine machine, Site site, Conduct conduct) {
    static final int PTA = 8;
    static final int SS = 40;
    private static final int IC = 13;
    private static final int RI = 41;
    private static final long VALID = 1L << 63;
    /// The size field of a PTA that holds nothing.
    private static final long SMALLEST = 15 << 2;
    private static final long SIZE = 0x3fL << 2;
    private static final long MASKED = 1L << 16;
    /// What is set to enter a case.
    private static final Seq<Integer> ENTERING = Vector.of(RegisterNumber.IPSR, RegisterNumber.IIP, RegisterNumber.IFS);
    /// The branch register by which a case is entered.
    private static final int TARGET = 7;
    private static final int HARNESS_KEY = 0x3ff;
    /// Present, accessed, dirty, level 0, all rights, write back.
    private static final long PAGE_ENTRY = 0x661;
    /// What ITC does not hold: nobody knows when a case starts.
    private static final long TIME = 0x0123456789abcdefL;
    /// Where the harness returns from.
    static final long EXIT = Site.CODE + 0x8000;

    /// {@return what is made of the start of a case}
    ///
    /// @param wished that start, after what happens before its first turn
    ///
    /// @param plants the bundle at which it ends, if it ends so
    static Preparation of(Machine start, Machine wished, Site site, Conduct conduct, Option<Plant> plants) {
        Machine kept = new Place.Application(RegisterNumber.ITC).with(wished, TIME).withAlat(Alat.EMPTY)
            .withAddressing(wished.addressing().withInFlight(false).withIndirect(new IndirectRegisters(wished.indirect().ibr(), wished.indirect().dbr(), IndirectRegisters.RESET.pmc(), IndirectRegisters.RESET.pmd())));
        Machine keyed = kept.psr().it() || plants.isDefined() ? pinned(kept, site) : kept;
        Cfm frame = wished.cfm();
        RegisterStack stack = wished.stack();
        Machine planted = plants.map(plant -> plant.in(keyed)).getOrElse(keyed);
        Machine covered = planted.withCfm(Cfm.EMPTY).withStack(stack.pushed(frame.sof())).withPsr(new Psr(0)).withPosition(Position.at(EXIT | site.fetched()));
        Machine controlled = controls(wished, site, conduct).foldLeft(covered, (machine, control) -> new Place.Control(control.number).with(machine, control.value));
        return new Preparation(start, wished, conduct.jumping() ? jumping(wished, controlled, site) : controlled, site, conduct);
    }

    /// The branch and what comes before it need a branch register and four kernel registers.
    private static Machine jumping(Machine wished, Machine machine, Site site) {
        Seq<Long> values = Vector.of(wished.control(RegisterNumber.IPSR), wished.control(RegisterNumber.IIP), wished.control(RegisterNumber.IFS), wished.general(31).bits());
        Machine kept = values.zipWithIndex().foldLeft(machine, (each, value) -> new Place.Application(site.kept() + value._2).with(each, value._1));
        return new Place.Branch(TARGET).with(kept, wished.position().bundle().bits());
    }

    /// {@return the machine where the case begins, of that which returned to it}
    Machine entered(Machine returned) {
        if (!conduct.jumping()) return returned;
        Machine restored = restores() ? ENTERING.foldLeft(returned, (each, number) -> new Place.Control(number).with(each, wished.control(number))) : returned;
        Machine begun = isFlying() ? restored.withLast(new VirtualAddress(jump(wished))) : restored;
        return begun.withPsr(wished.psr()).withAddressing(begun.withPsr(wished.psr()).addressing().withInFlight(wished.addressing().inFlight())).withPosition(new Position(wished.position().bundle(), 0, Option.none()));
    }

    /// {@return the machine with the control registers with which the case begins}
    Machine set() {
        return restores() ? ENTERING.foldLeft(machine, (each, number) -> new Place.Control(number).with(each, wished.control(number))) : machine;
    }

    /// {@return where the branch is by which a case is entered}
    private static long jump(Machine wished) {
        return !wished.addressing().inFlight() ? Site.JUMP : wished.psr().ic() ? Site.SET_JUMP : Site.CLEARED_JUMP;
    }

    /// {@return whether instructions of the harness are done while PSR.ic is 1}
    boolean isFlying() {
        return conduct.jumping() && wished.addressing().inFlight();
    }

    /// {@return whether a case that is entered by a branch begins with IPSR, IIP and IFS of its own}
    private boolean restores() {
        return conduct.jumping() && jump(wished) != Site.CLEARED_JUMP;
    }

    private record Control(int number, long value) { }

    private static Seq<Control> controls(Machine wished, Site site, Conduct conduct) {
        long psr = wished.psr().with(SS, wished.psr().ss() || conduct.stepping()).with(IC, wished.psr().ic() || conduct.collecting()).bits();
        long pta = wished.control(PTA);
        long itv = wished.control(RegisterNumber.ITV);
        return Vector.of(
            new Control(RegisterNumber.IPSR, conduct.jumping() ? wished.addressing().inFlight() ? psr ^ 1L << IC : psr : psr | (long) wished.position().slot() << RI),
            new Control(RegisterNumber.IIP, conduct.jumping() ? jump(wished) | site.fetched() : wished.position().bundle().bits()),
            new Control(RegisterNumber.IFS, VALID | wished.cfm().bits()),
            new Control(RegisterNumber.IIPA, wished.last().bits()),
            new Control(RegisterNumber.IVA, conduct.own() ? wished.control(RegisterNumber.IVA) : site.iva()),
            new Control(PTA, (pta & SIZE) == 0 ? pta | SMALLEST : pta),
            new Control(RegisterNumber.ITV, itv == 0 ? MASKED : itv));
    }

    /// {@return a machine with a translation of the code of the harness in the highest instruction translation register that is free, and with a key for it}
    private static Machine pinned(Machine machine, Site site) {
        Tlb tlb = machine.addressing().tlb();
        Option<Integer> slot = Vector.of(7, 6, 5, 4, 3, 2, 1, 0).find(number -> tlb.register(Stream.INSTRUCTION, number).isEmpty());
        VirtualAddress code = new VirtualAddress(site.iva());
        Key key = key(machine);
        int rid = machine.addressing().regions().of(code).identifier();
        Translation translation = Translation.of(code, rid, new PageSize(Site.PAGE), key.number, new Pte(Site.CODE | PAGE_ENTRY));
        return slot.map(number -> key.machine.withTlb(tlb.withRegister(Stream.INSTRUCTION, number, Option.some(translation)))).getOrElse(key.machine);
    }

    private record Key(int number, Machine machine) { }

    /// A key that permits execution: one of the case, or where keys are checked one more in a register that holds none.
    private static Key key(Machine machine) {
        Seq<ProtectionKeyRegister> all = Vector.range(0, machine.addressing().keys().number()).map(number -> machine.addressing().keys().get(number));
        if (!machine.psr().pk()) return new Key(0, machine);
        return all.findLast(register -> register.valid() && !register.disablesExecution()).map(register -> new Key(register.key(), machine)).getOrElse(() -> {
            int free = all.lastIndexWhere(register -> register.bits() == 0);
            return free < 0 ? new Key(0, machine) : new Key(HARNESS_KEY, new Place.Key(free).with(machine, new ProtectionKeyRegister(1L | (long) HARNESS_KEY << 8)));
        });
    }
}
