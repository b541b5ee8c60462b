package vmmref.properties.guarantee;

import io.vavr.control.Option;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.IndirectRegisters.File;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;

/// What is wrong with a reference or its page, and what the manual's table of vectors says of it.
enum Trouble {
    MISSING      (Interruption.ALTERNATE_DATA_TLB, 0x1000, Interruption.ALTERNATE_INSTRUCTION_TLB, 0x0c00, true),
    ABSENT       (Interruption.PAGE_NOT_PRESENT, 0x5000, Interruption.PAGE_NOT_PRESENT, 0x5000, true),
    NAT_PAGE     (Interruption.NAT_PAGE_CONSUMPTION, 0x5600, Interruption.NAT_PAGE_CONSUMPTION, 0x5600, false),
    KEY_MISSING  (Interruption.DATA_KEY_MISS, 0x1c00, Interruption.INSTRUCTION_KEY_MISS, 0x1800, true),
    KEY_DISABLED (Interruption.KEY_PERMISSION, 0x5100, Interruption.KEY_PERMISSION, 0x5100, true),
    DENIED       (Interruption.DATA_ACCESS_RIGHTS, 0x5300, Interruption.INSTRUCTION_ACCESS_RIGHTS, 0x5200, true),
    CLEAN        (Interruption.DIRTY_BIT, 0x2000, true),
    NOT_ACCESSED (Interruption.DATA_ACCESS_BIT, 0x2800, Interruption.INSTRUCTION_ACCESS_BIT, 0x2400, true),
    WATCHED      (Interruption.DATA_DEBUG, 0x5900, Interruption.INSTRUCTION_DEBUG, 0x5900, false),
    MISALIGNED   (Interruption.UNALIGNED_DATA_REFERENCE, 0x5a00, false),
    UNCACHEABLE  (Interruption.UNSUPPORTED_DATA_REFERENCE, 0x5b00, false);

    private static final int RID = 0x101;
    private static final int KEY = 0x55;
    private static final int CODE_KEY = 0x56;
    private static final PageSize PAGE = new PageSize(16);
    /// Present, write back, accessed, dirty, level 3, read, write and execute.
    private static final long ENTRY = 0x7e1;

    private final Interruption data;
    private final int dataVector;
    private final Option<Interruption> fetch;
    private final int fetchVector;
    private final boolean sized;

    Trouble(Interruption data, int vector, boolean sized) {
        this.data = data;
        this.dataVector = vector;
        this.fetch = Option.none();
        this.fetchVector = 0;
        this.sized = sized;
    }

    Trouble(Interruption data, int dataVector, Interruption fetch, int fetchVector, boolean sized) {
        this.data = data;
        this.dataVector = dataVector;
        this.fetch = Option.some(fetch);
        this.fetchVector = fetchVector;
        this.sized = sized;
    }

    /// {@return what a data reference raises}
    Interruption data() {
        return data;
    }

    /// {@return the vector of that}
    int dataVector() {
        return dataVector;
    }

    /// {@return what a fetch raises, if it can have this trouble}
    Option<Interruption> fetch() {
        return fetch;
    }

    /// {@return the vector of that}
    int fetchVector() {
        return fetchVector;
    }

    /// {@return whether ITIR tells the size of the page}
    boolean isSized() {
        return sized;
    }

    /// {@return a machine that has the trouble with data at an address outside region 0; code in region 0 is fetched, translated if it was, from a page with a bit ed}
    Machine ofData(Machine machine, long at, boolean ed) {
        Translation code = Translation.of(new VirtualAddress(0), RID, PAGE, CODE_KEY, new Pte(ENTRY | (ed ? 1L << 52 : 0)));
        Tlb tlb = Tlb.EMPTY.withCached(Stream.INSTRUCTION, code, true);
        Machine paged = troubled(machine, this == MISSING ? tlb : tlb.withCached(Stream.DATA, page(at), true));
        return watching(paged.withPsr(level(paged.psr()).with(17, true).with(38, false).with(39, false).with(3, true)), File.DBR, at);
    }

    /// {@return a machine that has the trouble with the fetch of a bundle}
    Machine ofFetch(Machine machine, long at) {
        Machine paged = troubled(machine, this == MISSING ? Tlb.EMPTY : Tlb.EMPTY.withCached(Stream.INSTRUCTION, page(at), true));
        return watching(paged.withPsr(level(paged.psr()).with(36, true).with(45, false).with(37, false)), File.IBR, at);
    }

    /// {@return the address of a reference that has the trouble, near another}
    long at(long address) {
        return this == MISALIGNED ? address + 1 : address;
    }

    private static Translation page(long at, Pte entry) {
        return Translation.of(new VirtualAddress(at & -0x10000L), RID + (int) (at >>> 61), PAGE, KEY, entry);
    }

    private Translation page(long at) {
        return page(at, new Pte(switch (this) {
            case ABSENT       -> ENTRY & ~1L;
            case NAT_PAGE     -> ENTRY | 7 << 2;
            case UNCACHEABLE  -> ENTRY | 4 << 2;
            case CLEAN        -> ENTRY & ~(1L << 6);
            case NOT_ACCESSED -> ENTRY & ~(1L << 5);
            case DENIED       -> ENTRY & ~(7L << 9 | 3L << 7);
            default           -> ENTRY;
        }));
    }

    private Machine troubled(Machine machine, Tlb tlb) {
        ProtectionKeyRegisters keys = machine.addressing().keys().with(4, new ProtectionKeyRegister((long) CODE_KEY << 8 | 1))
            .with(3, new ProtectionKeyRegister((long) KEY << 8 | (this == KEY_MISSING ? 0 : this == KEY_DISABLED ? 0xf : 1)));
        Addressing changed = machine.addressing().withTlb(tlb).withKeys(keys).withPsr(machine.psr().with(15, this == KEY_MISSING || this == KEY_DISABLED));
        return machine.withAddressing(changed);
    }

    private Psr level(Psr psr) {
        return (this == DENIED ? psr.withCpl(3) : psr).with(24, this == WATCHED);
    }

    private static Machine watching(Machine machine, File file, long at) {
        IndirectRegisters registers = machine.indirect().with(file, 0, at).with(file, 1, -1);
        return machine.withAddressing(machine.addressing().withIndirect(registers));
    }
}
