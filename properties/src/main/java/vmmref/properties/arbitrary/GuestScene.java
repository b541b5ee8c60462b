package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.SplittableRandom;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Dimensions;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;

/// A guest that changes its own translations and uses them, in few numbers: a seed says what registers, page table and data hold, and where its memory lies.
///
/// Of a quarter of guests one page of data is not there. Code lies from [#CODE] on, the handlers of its interruptions from [#VECTORS] on; each handler goes on behind the bundle that was interrupted. Both are translated to themselves in region 0, in a translation register. Data lie in pages from [#DATA] on.
///
/// @param seed    what fills registers and memory
/// @param mode    bits of PSR at the start
/// @param level   0 or 3
/// @param actions what the guest does, one after the other
public record GuestScene(long seed, Mode mode, int level, Seq<GuestAction> actions) implements Legible, Sized, Shortened<GuestScene> {
    /// Where code begins.
    public static final long CODE = 0x10000;
    /// Where the vectors begin.
    public static final long VECTORS = 0x20000;
    /// Where data begin: 32 pages of 4 KB.
    public static final long DATA = 0x40000;
    /// How many pages of 4 KB a guest has.
    public static final int PAGES = 0x60;

    private static final int DATA_PAGES = 32;
    /// How many words of a page are filled.
    private static final int WORDS = 8;
    private static final long FAR = 0x200000;
    private static final int IDENTITY_LOG2 = 18;
    private static final int VECTOR_LAST = 0x6b00;
    private static final int VECTOR_STEP = 0x100;
    private static final long IC = 1L << 13;
    private static final long BN = 1L << 44;
    private static final Pte OPEN = new Pte(0x661 | 3 << 7);
    /// What a handler does: it goes on behind the bundle.
    private static final Seq<Bundle> HANDLER = Vector.of(
        bundle("M;MI;", "mov r20=cr.iip", "mov r21=cr.ipsr", "nop.i 0"),
        bundle("M;MI;", "nop.m 0", "adds r20=16,r20", "dep r21=0,r21,41,2"),
        bundle("M;MI;", "mov cr.iip=r20", "mov cr.ipsr=r21", "nop.i 0"),
        bundle("MFB;", "nop.m 0", "nop.f 0", "rfi"));

    /// Which references a guest believes to be translated at the start.
    public enum Mode {
        PHYSICAL(0), VIRTUAL(1L << 17 | 1L << 27 | 1L << 36), DATA(1L << 17), STACK(1L << 27), FETCHES(1L << 36), UNSTACKED(1L << 17 | 1L << 36);

        private final long bits;

        Mode(long bits) {
            this.bits = bits;
        }

        /// {@return the bits it, dt and rt of PSR}
        public long bits() {
            return bits;
        }
    }

    private static Bundle bundle(String template, String... texts) {
        return switch (Assembler.architected().bundle(template, Vector.of(texts))) {
            case AssembledBundle.Done done       -> done.bundle();
            case AssembledBundle.Refused refused -> throw new IllegalArgumentException(refused.why());
        };
    }

    /// What its actions have: handlers of interruptions are those of every guest.
    @Override
    public int instructions() {
        return actions.map(GuestAction::instructions).sum().intValue();
    }

    @Override
    public Seq<GuestScene> shorter() {
        return Vector.range(0, actions.size()).flatMap(at -> actions.get(at).shorter().map(action -> new GuestScene(seed, mode, level, action.texts().isEmpty() ? actions.removeAt(at) : actions.update(at, action))));
    }

    /// {@return the guest on a machine of its own}
    ///
    /// @param machine what that implements
    public Machine machine(Dimensions machine) {
        SplittableRandom random = new SplittableRandom(seed);
        GuestValues values = new GuestValues(random, machine);
        Psr psr = new Psr(IC | BN | mode.bits() | (random.nextInt(4) == 0 ? 1L << 15 : 0)).withCpl(level);
        RegionRegisters regions = RegionRegisters.of(Vector.range(0, RegionRegisters.NUMBER).map(number -> new RegionRegister(values.region())));
        ProtectionKeyRegisters keys = Vector.of(1, 2, 5, 9).foldLeft(ProtectionKeyRegisters.zero(machine.pkrs()), (all, number) -> all.with(number, new ProtectionKeyRegister((long) number % 5 << 8 | random.nextInt(8) << 1 | 1)));
        Translation code = Translation.of(new VirtualAddress(0), regions.get(0).identifier(), new PageSize(IDENTITY_LOG2), 1, OPEN.with(52, 52, random.nextInt(2)));
        Tlb tlb = Tlb.EMPTY.withRegister(Stream.INSTRUCTION, 0, Option.some(code));
        Addressing addressing = new Addressing(psr, false, false, new Dcr(random.nextInt(4) == 0 ? random.nextLong() & 0x7f00 : 0), regions, keys.with(0, new ProtectionKeyRegister(1 << 8 | 1)), random.nextInt(3) == 0 ? tlb : tlb.withRegister(Stream.DATA, 0, Option.some(code)));
        Machine start = Machine.of(addressing).withPosition(Position.at(CODE)).withLast(new VirtualAddress(CODE)).framed(Cfm.of(16, 8, 0), new RegisterStack(0, 0, new VirtualAddress(values.address() & -8), 0)).withMemory(memory(random, values));
        Machine filled = Vector.range(1, 32).foldLeft(start, (each, number) -> new Place.General(number).with(each, GeneralValue.of(values.of(number))));
        Machine framed = Vector.range(32, 48).foldLeft(filled, (each, number) -> new Place.General(number).with(each, new GeneralValue(random.nextLong(), random.nextInt(8) == 0)));
        Machine controlled = new Place.Control(RegisterNumber.IVA).with(new Place.Control(RegisterNumber.PTA).with(framed, values.pta()), VECTORS);
        Machine applied = Vector.of(0, 5, RegisterNumber.CCV, RegisterNumber.UNAT).foldLeft(controlled, (each, number) -> new Place.Application(number).with(each, random.nextLong()));
        return new Place.Application(RegisterNumber.RSC).with(translating(applied, machine, random, values), 4L);
    }

    /// {@return a machine of which half of the addresses of data are translated}
    private static Machine translating(Machine machine, Dimensions dimensions, SplittableRandom random, GuestValues values) {
        return Vector.rangeClosed(8, 12).filter(number -> random.nextBoolean()).foldLeft(machine, (each, number) -> {
            VirtualAddress address = new VirtualAddress(each.general(number).bits());
            Translation page = Translation.of(address, each.addressing().regions().of(address).identifier(), new PageSize(values.size()), random.nextInt(5), new Pte(values.entry()));
            Tlb tlb = each.addressing().tlb();
            return address.isImplemented(dimensions.virtualBits()) && tlb.overlapping(Stream.DATA, page.rid(), page.page(), page.size()).isEmpty() ? each.withTlb(tlb.withCached(Stream.DATA, page, true)) : each;
        });
    }

    @Override
    public Seq<String> reading() {
        Seq<String> texts = actions.flatMap(GuestAction::texts);
        return texts.zipWithIndex((text, number) -> "  %016x  %s".formatted(CODE + 16L * number, text)).prepend("guest: level %d, %s, seed %x".formatted(level, mode.name().toLowerCase(Locale.ROOT), seed));
    }

    private Memory memory(SplittableRandom random, GuestValues values) {
        Memory handlers = Vector.rangeClosedBy(0, VECTOR_LAST, VECTOR_STEP).foldLeft(Memory.ZERO, (memory, vector) -> Bundles.in(memory, VECTORS + vector, HANDLER));
        Memory coded = Bundles.in(handlers, CODE, actions.flatMap(GuestAction::bundles));
        return Vector.range(0, DATA_PAGES * WORDS).reject(word -> missing().contains(word / WORDS)).foldLeft(coded, (memory, word) -> memory.with(new PhysicalAddress(DATA + word * 512L), 8, random.nextInt(3) == 0 ? values.entry() : random.nextLong()));
    }

    /// {@return the number of the page of data that is not there}
    private Option<Integer> missing() {
        SplittableRandom random = new SplittableRandom(seed ^ DATA);
        return Option.when(random.nextInt(4) == 0, () -> random.nextInt(DATA_PAGES));
    }

    /// {@return where the guest's memory lies on a host: in runs of frames in another order, four pages of registers of a device among them in half of the cases}
    ///
    /// @param first the first frame of the host that is the guest's
    /// @param host  the number of its device
    public GuestMap map(long first, int host) {
        SplittableRandom random = new SplittableRandom(~seed);
        GuestMap map = GuestMap.EMPTY;
        long frame = first;
        for (int page = 0; page < PAGES; ) {
            int run = Math.min(PAGES - page, 1 << random.nextInt(7));
            frame = frame + (long) random.nextInt(3) * GuestMap.PAGE;
            map = map.with(new GuestMap.Run(page, run, new Backing.Frames(new PhysicalAddress(frame))));
            frame = frame + (long) run * GuestMap.PAGE;
            page = page + run;
        }
        GuestMap everywhere = Vector.of(1, 2, 3).foldLeft(map, (each, region) -> each.with(new GuestMap.Run(((long) region << VirtualAddress.OFFSET_WIDTH | DATA) / GuestMap.PAGE, DATA_PAGES, new Backing.Frames(new PhysicalAddress(first + region * FAR)))));
        GuestMap there = missing().map(page -> everywhere.without(DATA / GuestMap.PAGE + page, 1)).getOrElse(everywhere);
        return random.nextInt(2) == 0 ? there.with(new GuestMap.Run(DATA / GuestMap.PAGE + 4 * random.nextInt(DATA_PAGES / 4), 4, new Backing.Device(host, random.nextInt(2)))) : there;
    }
}
