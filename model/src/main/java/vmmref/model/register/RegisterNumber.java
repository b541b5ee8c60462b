package vmmref.model.register;

/// The numbers of the application and control registers that rules speak of.
public final class RegisterNumber {
    /// Application register: configuration of the register stack.
    public static final int RSC = 16;
    /// Application register: where r32 goes to in memory.
    public static final int BSP = 17;
    /// Application register: where the next register of the stack goes to in memory.
    public static final int BSPSTORE = 18;
    /// Application register: the NaT bits of registers that went to memory.
    public static final int RNAT = 19;
    /// Application register: the upper half of 16 bytes in memory.
    public static final int CSD = 25;
    /// Application register: what a semaphore compares.
    public static final int CCV = 32;
    /// Application register: the NaT bits of registers that were spilled.
    public static final int UNAT = 36;
    /// Application register: status of floating-point arithmetic.
    public static final int FPSR = 40;
    /// Application register: the interval time counter.
    public static final int ITC = 44;
    /// Application register: the state of the caller.
    public static final int PFS = 64;
    /// Application register: the loop count.
    public static final int LC = 65;
    /// Application register: the epilog count.
    public static final int EC = 66;

    /// Control register: which speculative loads are deferred.
    public static final int DCR = 0;
    /// Control register: when the interval timer expires.
    public static final int ITM = 1;
    /// Control register: where the vectors of interruptions begin.
    public static final int IVA = 2;
    /// Control register: the virtual hash page table.
    public static final int PTA = 8;
    /// Control register: PSR before an interruption.
    public static final int IPSR = 16;
    /// Control register: what an interruption tells.
    public static final int ISR = 17;
    /// Control register: where the machine goes on after an interruption.
    public static final int IIP = 19;
    /// Control register: the address of a fault, or of an insertion.
    public static final int IFA = 20;
    /// Control register: page size and key of an insertion.
    public static final int ITIR = 21;
    /// Control register: the bundle of the last instruction before an interruption.
    public static final int IIPA = 22;
    /// Control register: the frame that `rfi` restores.
    public static final int IFS = 23;
    /// Control register: the immediate of an instruction that faults.
    public static final int IIM = 24;
    /// Control register: the address of an entry of the virtual hash page table.
    public static final int IHA = 25;
    /// Control register: the external interrupt that is served next.
    public static final int IVR = 65;
    /// Control register: which external interrupts are masked.
    public static final int TPR = 66;
    /// Control register: the end of an external interrupt.
    public static final int EOI = 67;
    /// Control register: the first of four with the external interrupts that are pending.
    public static final int IRR = 68;
    /// Control register: the external interrupt of the interval timer.
    public static final int ITV = 72;

    private RegisterNumber() { }
}
