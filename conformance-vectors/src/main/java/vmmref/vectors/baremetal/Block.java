package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.register.GeneralRegisters;

/// Where the parts of a state lie, in bytes from the start of a record of the case table or of an entry of the log, which begins at a multiple of 512. All numbers are little-endian words of 64 bits.
final class Block {
    static final int WORD = 8;
    static final int ALIGNMENT = 512;

    /// r16 to r31 of bank 0.
    static final int BANK_0 = 0;
    /// r16 to r31 of bank 1.
    static final int BANK_1 = 128;
    /// r0 to r15.
    static final int STATIC = 256;
    /// The general registers that are not stacked, in their order here.
    static final Seq<Integer> GENERAL = Vector.rangeClosed(16, 31).appendAll(Vector.range(GeneralRegisters.BANK_1, GeneralRegisters.BANK_1 + 16)).appendAll(Vector.range(0, 16));
    /// The NaT bits of [#GENERAL], a bit each.
    static final int NATS = 384;
    static final int PREDICATES = 392;
    /// PSR where the handler begins; bits 63:37 are not readable and 0.
    static final int PSR = 400;
    /// The offset of the vector that was entered.
    static final int VECTOR = 408;
    static final int UNAT = 416;
    /// In a record how many steps are made; in an entry how many are left.
    static final int STEPS = 424;
    /// In a record IFS that leads to a frame of 96 registers of which those of the case are local; in an entry the frame marker of the case, with bit 63 set.
    static final int FRAME = 432;
    /// The NaT bits of the first 64 stacked registers, and of the other 32.
    static final int STACK_NATS = 440;
    /// Of an entry: what became of the case, one of [Status].
    static final int STATUS = 456;
    /// The list of memory: its address and its length.
    static final int MEMORY_LIST = 464;
    /// The list of translations that are inserted: its address and its length.
    static final int INSERTION_LIST = 480;
    /// The list of translations that are purged afterwards: its address and its length.
    static final int PURGE_LIST = 496;
    /// b0 to b7.
    static final int BRANCHES = 512;
    static final int APPLICATION = 576;

    /// Application registers, in their order here.
    static final Seq<String> APPLICATIONS = Vector.of("k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "fcr", "eflag", "csd", "ssd", "cflg", "fsr", "fir", "fdr", "ccv", "fpsr", "pfs", "lc", "ec", "rsc", "bsp", "bspstore", "rnat", "itc");
    static final int CONTROL = APPLICATION + WORD * APPLICATIONS.size();
    /// Control registers, in their order here.
    static final Seq<String> CONTROLS = Vector.of("dcr", "itm", "iva", "pta", "ipsr", "isr", "iip", "ifa", "itir", "iipa", "ifs", "iim", "iha", "lid", "tpr", "irr0", "irr1", "irr2", "irr3", "itv", "pmv", "cmcv", "lrr0", "lrr1");
    static final int REGIONS = CONTROL + WORD * CONTROLS.size();
    static final int REGION_NUMBER = 8;
    static final int KEYS = REGIONS + WORD * REGION_NUMBER;
    static final int KEY_NUMBER = 16;
    static final int IBRS = KEYS + WORD * KEY_NUMBER;
    static final int BREAKPOINT_NUMBER = 8;
    static final int DBRS = IBRS + WORD * BREAKPOINT_NUMBER;
    /// f2 to f127 as stf.spill writes them, 16 bytes each.
    static final int FLOATING = 1536;
    static final int FIRST_FLOATING = 2;
    static final int FLOATING_NUMBER = 126;
    /// The 96 stacked registers: in a record those below the frame, then the frame, then the others; in an entry the same of the case afterwards.
    static final int STACK = 3584;
    static final int STACK_NUMBER = 96;

    /// Of a record: where its entry of the log lies.
    static final int ENTRY = 4352;
    /// Of a record: the bundle at which a program ends, or 1.
    static final int UNTIL = 4360;
    /// Of a record: 1 if single-step traps are those of the harness.
    static final int STEPPING = 4368;
    /// Of a record: where the next one lies.
    static final int NEXT = 4376;
    /// Of a record: the list of external interrupts that are raised: its address and its length.
    static final int INTERRUPT_LIST = 4384;
    /// Of a record: its lists. Of an entry: the words of memory, in the order of the list.
    static final int REST = 4608;

    private Block() { }

    static int application(String name) {
        return APPLICATION + WORD * APPLICATIONS.indexOf(name);
    }

    static int control(String name) {
        return CONTROL + WORD * CONTROLS.indexOf(name);
    }
}
