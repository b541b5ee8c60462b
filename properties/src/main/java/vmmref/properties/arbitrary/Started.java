package vmmref.properties.arbitrary;

import io.vavr.collection.Vector;
import java.util.SplittableRandom;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.FloatingRegisters;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.word.Words;

/// The start of a machine in few numbers: a seed says what registers and memory hold.
///
/// Code lies at [#CODE], where the last instruction was done, too; data lies at [#DATA]. Where references are translated, both streams hold one translation of the first 64 KB to themselves, with all rights at all levels.
///
/// @param seed what fills registers and memory
/// @param psr  the processor status register
/// @param cfm  the current frame marker
/// @param base the stacked register that r32 is without rotation, 0 to 95
public record Started(long seed, Psr psr, Cfm cfm, int base) {
    /// The address of the bundle that is executed first.
    public static final long CODE = 0x4000;
    /// The address of 512 bytes of data.
    public static final long DATA = 0x8000;
    /// How many bytes of data there are.
    public static final int SIZE = 512;

    private static final PageSize PAGE = new PageSize(16);
    private static final int RID = 0x101;
    /// Present, write back, accessed, dirty, level 3, read, write and execute.
    private static final Pte IDENTITY = new Pte(0x661 | 3 << 7);

    /// {@return the machine}
    public Machine machine() {
        SplittableRandom random = new SplittableRandom(seed);
        Translation identity = Translation.of(new VirtualAddress(0), RID, PAGE, 0, IDENTITY);
        Addressing addressing = new Addressing(psr, false, false, new Dcr(0), RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((RID + number) << 8 | 16 << 2))),
            ProtectionKeyRegisters.zero(256), Tlb.EMPTY.withCached(Stream.INSTRUCTION, identity, true).withCached(Stream.DATA, identity, true));
        GeneralRegisters general = GeneralRegisters.RESET;
        for (int number = 1; number < GeneralRegisters.NUMBER; number++) general = general.with(number, new GeneralValue(word(random), random.nextInt(8) == 0));
        FloatingRegisters floating = FloatingRegisters.RESET;
        for (int number = 2; number < FloatingRegisters.NUMBER; number++) floating = floating.with(number, floating(random));
        Memory memory = Memory.ZERO;
        for (int offset = 0; offset < SIZE; offset += 8) memory = memory.with(new PhysicalAddress(DATA + offset), 8, word(random));
        return Machine.of(addressing).withPosition(Position.at(CODE)).withLast(new VirtualAddress(CODE)).framed(cfm, new RegisterStack(base, 0, new VirtualAddress(0xc000), 0))
            .withGeneral(general).withFloating(floating).withPredicates(random.nextLong() | 1).withBranches(words(random, Machine.BRANCHES)).withMemory(memory);
    }

    /// {@return a machine whose memory holds a bundle where it executes next}
    public static Machine holding(Machine machine, Bundle bundle) {
        long at = machine.position().bundle().bits();
        return new Place.Bytes(new PhysicalAddress(at + 8), 8).with(new Place.Bytes(new PhysicalAddress(at), 8).with(machine, bundle.low()), bundle.high());
    }

    private static Words words(SplittableRandom random, int length) {
        Words words = Words.zero(length);
        for (int number = 0; number < length; number++) words = words.with(number, word(random));
        return words;
    }

    /// {@return a word: in half of the cases a boundary or close to one}
    static long word(SplittableRandom random) {
        long bit = 1L << random.nextInt(64);
        return switch (random.nextInt(8)) {
            case 0  -> 0;
            case 1  -> -1;
            case 2  -> bit;
            case 3  -> bit - 1;
            default -> random.nextLong();
        };
    }

    private static FloatingValue floating(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0  -> FloatingValue.NATVAL;
            case 1  -> FloatingValue.ZERO;
            case 2  -> FloatingValue.integer(word(random));
            default -> new FloatingValue(random.nextBoolean(), random.nextInt(1 << 17), word(random));
        };
    }
}
