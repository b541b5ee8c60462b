package vmmref.vectors.baremetal;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.BackingStore;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.word.Bits;

/// An entry of a log: what [Block] says, of the end of a case.
///
/// @param bytes     from the start of the log on, little-endian
/// @param at        where the entry begins in them
/// @param record    the case
record LogEntry(ByteBuffer bytes, int at, CaseRecord record) {
    private static final long VALID_PREDICATE = 1;
    private static final int OFFSET = 0xffff;
    /// The bits of PSR that a move reads: 36:35 and 31:0.
    private static final long READABLE = 0x18ffffffffL;
    /// The NaT bit of r31 of bank 0, which a handler cannot keep unless it is 0.
    private static final long R31 = 1 << 15;

    int status() {
        return (int) word(Block.STATUS);
    }

    int vector() {
        return (int) word(Block.VECTOR) & OFFSET;
    }

    private long word(int offset) {
        return bytes.getLong(at + offset);
    }

    /// {@return the machine where the case ended; nothing if what the entry holds is no machine}
    Option<Arrived> arrived() {
        Machine wished = record.expressed().preparation().wished();
        Cfm frame = new Cfm(word(Block.FRAME) & Bits.ones(Cfm.WIDTH));
        long bspstore = word(Block.application("bspstore")) & -8;
        int held = LogStack.registers(bspstore, word(Block.application("bsp")));
        if (!frame.isSound() || held < 0 || held > GeneralRegisters.STACKED_NUMBER) return Option.none();
        int dirty = held - frame.sof();
        long bsp = BackingStore.skip(bspstore, dirty);
        RegisterStack stack = new RegisterStack(base(bsp, bspstore), dirty, new VirtualAddress(bspstore), word(Block.application("rnat")));
        Machine framed = record.expressed().preparation().machine().withCfm(frame).withStack(stack).withGeneral(stacked(general(wished.general()), stack, frame)).withFloating(wished.floating());
        return Option.some(new Arrived(indirect(registers(floating(framed))).withMemory(memory(wished.memory())), vector(), word(Block.PSR) & READABLE | record.expressed().arrived().psr() & ~READABLE, (int) word(Block.STEPS)));
    }

    /// {@return which stacked register r32 is, which nobody sees: as in the model if BSP and BSPSTORE are, or else by how BSP moved}
    private int base(long bsp, long bspstore) {
        RegisterStack expected = record.expressed().arrived().machine().stack();
        boolean same = bsp == expected.bsp().bits() && bspstore == expected.bspstore().bits();
        return same ? expected.base() : LogStack.base(record.expressed().preparation().wished().stack(), bsp);
    }

    private GeneralRegisters general(GeneralRegisters before) {
        long nats = word(Block.NATS) & ~R31;
        return Block.GENERAL.zipWithIndex().filter(each -> each._1 != 0).foldLeft(before, (all, each) -> all.with(each._1, new GeneralValue(word(Block.WORD * each._2), Bits.bit(nats, each._2))));
    }

    private GeneralRegisters stacked(GeneralRegisters before, RegisterStack stack, Cfm frame) {
        long low  = word(Block.STACK_NATS);
        long high = word(Block.STACK_NATS + Block.WORD);
        return Vector.range(0, stack.dirty() + frame.sof()).foldLeft(before, (all, offset) -> all.with(GeneralRegisters.STACKED + Math.floorMod(stack.base() - stack.dirty() + offset, GeneralRegisters.STACKED_NUMBER),
            new GeneralValue(word(Block.STACK + Block.WORD * offset), Bits.bit(offset < Long.SIZE ? low : high, offset & 63))));
    }

    private Machine floating(Machine machine) {
        return machine.withFloating(Vector.range(0, Block.FLOATING_NUMBER).foldLeft(machine.floating(), (all, number) -> {
            long high = word(Block.FLOATING + 16 * number + Block.WORD);
            return all.with(Block.FIRST_FLOATING + number, new FloatingValue(Bits.bit(high, 17), (int) (high & 0x1ffff), word(Block.FLOATING + 16 * number)));
        }));
    }

    private Machine registers(Machine machine) {
        Machine branching = Vector.range(0, Machine.BRANCHES).foldLeft(machine.withPredicates(word(Block.PREDICATES) | VALID_PREDICATE), (each, number) -> new Place.Branch(number).with(each, word(Block.BRANCHES + Block.WORD * number)));
        Machine applied = Block.APPLICATIONS.reject(name -> name.startsWith("bsp") || name.equals("rnat"))
            .foldLeft(branching, (each, name) -> new Place.Application(CaseRecord.number("ar." + name, Place.Application::new)).with(each, word(Block.application(name))));
        Machine spilled = new Place.Application(RegisterNumber.UNAT).with(applied, word(Block.UNAT));
        return Block.CONTROLS.foldLeft(spilled, (each, name) -> new Place.Control(CaseRecord.number("cr." + name, Place.Control::new)).with(each, word(Block.control(name))));
    }

    private Machine indirect(Machine machine) {
        Machine regions = Vector.range(0, Block.REGION_NUMBER).foldLeft(machine, (each, number) -> new Place.Region(number).with(each, new RegionRegister(word(Block.REGIONS + Block.WORD * number))));
        Machine keyed = Vector.range(0, Math.min(Block.KEY_NUMBER, machine.addressing().keys().number()))
            .foldLeft(regions, (each, number) -> new Place.Key(number).with(each, new ProtectionKeyRegister(word(Block.KEYS + Block.WORD * number))));
        return Vector.range(0, Block.BREAKPOINT_NUMBER).foldLeft(keyed, (each, number) -> new Place.Indirect(IndirectRegisters.File.DBR, number)
            .with(new Place.Indirect(IndirectRegisters.File.IBR, number).with(each, word(Block.IBRS + Block.WORD * number)), word(Block.DBRS + Block.WORD * number)));
    }

    private Memory memory(Memory before) {
        return record.watched().zipWithIndex().foldLeft(before, (memory, each) -> memory.with(new PhysicalAddress(each._1), Block.WORD, word(Block.REST + Block.WORD * each._2)));
    }
}
