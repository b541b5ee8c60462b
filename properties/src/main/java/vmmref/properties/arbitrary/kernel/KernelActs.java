package vmmref.properties.arbitrary.kernel;

import static vmmref.properties.arbitrary.kernel.Layout.KERNEL_DATA;
import static vmmref.properties.arbitrary.kernel.Layout.KERNEL_ROUTINE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// What kernels do before they let processes run: at level 0, with r2 at the beginning of region 1 and r3 at that of region 2, which is theirs to play with. Each leaves the kernel able to go on.
final class KernelActs {
    private static final String COLLECTS = "ssm 0x2000";
    private static final String COLLECTS_NOT = "rsm 0x2000";
    private static final String DATA = "addl r14=0x%x,r0".formatted(KERNEL_DATA);
    /// A page of region 2 that leads to the kernel's data: present, write back, accessed, dirty, read, write and execute.
    private static final Seq<String> PLAY = Vector.of("addl r14=0x1000,r3", "addl r15=0x%x,r0".formatted(KERNEL_DATA | 0x661), "addl r13=48,r0");

    private KernelActs() { }

    /// {@return an act while PSR.ic is 0}
    private static Act quiet(String name, Seq<String> before, Seq<String> quiet, Seq<String> after) {
        return new Act(name, before.append(COLLECTS_NOT).append("srlz.i").appendAll(quiet).append(COLLECTS).append("srlz.i").appendAll(after));
    }

    private static Act inserting(String name, Seq<String> insertion, String... after) {
        return quiet(name, PLAY, Vector.of("mov cr.ifa=r14", "mov cr.itir=r13").appendAll(insertion), Vector.of(after));
    }

    private static final Seq<Act> INSERTIONS = Vector.of(
        inserting("insert", Vector.of("itc.d r15"), "ld8 r9=[r14]"), inserting("insert", Vector.of("itc.d r15"), "st8 [r14]=r9", "ptc.l r14,r13", "srlz.d", "ld8 r9=[r14]"), inserting("insert", Vector.of("itc.i r15", "itc.d r15"), "tpa r9=r14", "ptc.ga r14,r13"),
        inserting("pin", Vector.of("addl r12=3,r0", "itr.d dtr[r12]=r15"), "ld8 r9=[r14]", "tak r10=r14", "ptr.d r14,r13", "srlz.d", "ld8 r9=[r14]"), inserting("pin", Vector.of("addl r12=3,r0", "itr.i itr[r12]=r15"), "ptr.i r14,r13", "srlz.i"),
        inserting("pin", Vector.of("ptr.d r14,r13", "addl r12=4,r0", "itr.d dtr[r12]=r15", "ptr.d r14,r13", "addl r12=3,r0", "itr.d dtr[r12]=r15"), "ld8 r9=[r14]", "ptr.d r14,r13", "srlz.d"));

    private static final Seq<Act> REGISTERS = Vector.of(
        Act.of("region", "addl r15=0x%x,r0".formatted(5 << 8 | 12 << 2), "mov rr[r3]=r15", "srlz.d", "addl r14=0x1000,r3", "ld8 r9=[r14]"), Act.of("region", "addl r15=0x%x,r0".formatted(6 << 8 | 14 << 2), "mov rr[r3]=r15", "srlz.d", "mov r9=rr[r3]"),
        Act.of("key", "addl r15=0x501,r0", "addl r12=5,r0", "mov pkr[r12]=r15", "srlz.d", "mov r9=pkr[r12]"), Act.of("key", "addl r12=5,r0", "mov pkr[r12]=r0", "srlz.d"), Act.of("control", "mov r9=cr.iva", "mov r10=cr.pta", "mov r11=cr.dcr"), Act.of("control", "addl r15=0x7f00,r0", "mov cr.dcr=r15", "srlz.d"),
        Act.of("control", "mov cr.tpr=r0", "srlz.d", "addl r15=0xef,r0", "mov cr.itv=r15", "srlz.d"), Act.of("control", "mov r9=cr.itv", "mov r10=cr.lid", "mov r11=cr.irr0"), Act.of("monitor", "addl r6=4,r0", "mov pmd[r6]=r9", "mov r10=pmd[r6]", "mov pmc[r6]=r0", "mov r11=pmc[r6]"), Act.of("time", "mov.m ar.itc=r0", "mov.m r9=ar.itc"), Act.of("purge", "addl r13=48,r0", "ptc.g r3,r13", "srlz.d", "addl r14=0x%x,r0".formatted(KERNEL_DATA), "fc.i r14"),
        Act.of("kernel register", "mov.m ar.k7=r9", "mov.m r10=ar.k7", "mov.m r11=ar.k0"));

    private static final Seq<Act> QUESTIONS = Vector.of(Act.of("ask", DATA, "tpa r9=r14"), Act.of("ask", DATA, "tak r9=r14"), Act.of("ask", DATA, "thash r9=r14", "ttag r10=r14"), Act.of("ask", "addl r14=0x20000,r2", "thash r9=r14"), Act.of("ask", "addl r14=0x3000,r3", "ttag r9=r14"),
        Act.of("ask", DATA, "probe.r r9=r14,0", "probe.w r10=r14,3"), Act.of("ask", "addl r14=0x3000,r3", "probe.r r9=r14,3", "probe.rw.fault r14,0"), Act.of("ask", "addl r6=2,r0", "mov r9=cpuid[r6]", "mov r10=psr"), Act.of("ask", "mov.m r9=ar.itc", "mov.m r10=ar.itc"));

    private static final Seq<Act> MODES = Vector.of(
        Act.of("physical", DATA, "rsm 0x20000", "srlz.d", "ld8 r9=[r14]", "st8 [r14]=r9", "ssm 0x20000", "srlz.d"), Act.of("physical", DATA, "rsm 0x20000", "srlz.d", "xchg8 r9=[r14],r10", "thash r11=r14", "ssm 0x20000", "srlz.d"),
        Act.of("status", "mov r9=psr", "mov psr.l=r9", "srlz.d"), Act.of("status", "sum 0x8", DATA, "adds r14=1,r14", "ld8 r9=[r14]", "rum 0x8"), Act.of("bank", "bsw.0", "adds r16=1,r16", "bsw.1", "adds r16=2,r16"), Act.of("nested", COLLECTS_NOT, "srlz.i", DATA, "ld8 r9=[r14]", "ld8.s r10=[r3]", COLLECTS, "srlz.i"),
        quiet("return", Vector.of("mov r9=psr"), Vector.of("mov r14=ip", "adds r14=112,r14", "mov cr.iip=r14", "dep r9=-1,r9,44,1", "mov cr.ipsr=r9", "mov cr.ifs=r0", "rfi"), Vector.empty()),
        Act.of("interruptible", "ssm 0x4000", "srlz.d", "mov.m r15=ar.itc", "adds r15=4,r15", "mov cr.itm=r15", "nop.m 0", "nop.m 0", "nop.m 0", "rsm 0x4000"), Act.of("high", "ssm 0x80000", "srlz.d", "setf.sig f40=r9", "rsm 0x80000", "srlz.d", "setf.sig f40=r9"));

    /// {@return what returns behind itself with a bit of IPSR set}
    private static Act returning(int bit, String... after) {
        return quiet("return", Vector.of("mov r9=psr"), Vector.of("mov r14=ip", "adds r14=128,r14", "mov cr.iip=r14", "dep r9=-1,r9,44,1", "dep r9=-1,r9,%d,1".formatted(bit), "mov cr.ipsr=r9", "mov cr.ifs=r0", "rfi"), Vector.of(after));
    }

    private static final Seq<Act> TRAPS = Vector.of(returning(40), returning(26, "br.cond.sptk.few .+0x10"), returning(41, "nop.m 0 | mov.m r9=ar.k0 | nop.i 0"), returning(24, "ld8 r9=[r3]"),
        Act.of("lower", "mov r11=psr", "dep r11=-1,r11,25,1", "mov psr.l=r11", "srlz.d", "mov r14=ip", "adds r14=112,r14", "mov b0=r14", "mov.i r9=ar.pfs", "dep r9=-1,r9,62,2", "mov.i ar.pfs=r9", "br.ret.sptk.few b0"),
        Act.of("nested", "mov r15=ip", "adds r15=80,r15", COLLECTS_NOT, "srlz.i", "ld8 r9=[r3]", COLLECTS, "srlz.i"), Act.of("reserved", "addl r15=0x532,r0", "mov rr[r3]=r15"), Act.of("beyond", "dep r14=-1,r3,60,1", "ld8 r9=[r14]"));

    private static final Seq<Act> DEBUG = Vector.of(Act.of("breakpoint", "addl r14=0x%x,r0".formatted(KERNEL_ROUTINE), "addl r15=0,r0", "dep r15=-1,r15,63,1", "dep r15=-1,r15,3,40", "dep r15=-1,r15,56,1", "addl r12=2,r0", "mov ibr[r12]=r14", "addl r12=3,r0", "mov ibr[r12]=r15", "mov r9=ibr[r12]", "mov r11=psr", "dep r11=-1,r11,24,1", "mov psr.l=r11", "srlz.i", "mov b6=r14", "br.call.sptk.few b0=b6"),
        Act.of("breakpoint", DATA, "addl r15=0,r0", "dep r15=-1,r15,62,2", "dep r15=-1,r15,3,40", "dep r15=-1,r15,56,4", "addl r12=0,r0", "mov dbr[r12]=r14", "addl r12=1,r0", "mov dbr[r12]=r15", "mov r11=psr", "dep r11=-1,r11,24,1", "mov psr.l=r11", "srlz.d", "ld8 r9=[r14]", "dep r11=0,r11,24,1", "mov psr.l=r11", "srlz.d"),
        Act.of("breakpoint", "addl r12=1,r0", "mov dbr[r12]=r0", "srlz.d", "mov r9=dbr[r12]"));

    private static final Seq<Act> STACKS = Vector.of(Act.of("calls", "addl r8=3,r0", "br.call.sptk.few b0=@tree"), Act.of("calls", "addl r8=8,r0", "br.call.sptk.few b0=@tree"), Act.of("frame", "alloc r34=ar.pfs,0,60,10,0", "cover", "alloc r34=ar.pfs,0,16,8,0"), Act.of("frame", "alloc r34=ar.pfs,0,90,10,0", "flushrs", "alloc r34=ar.pfs,0,16,8,0"),
        Act.of("frame", "mov.m r9=ar.bsp", "mov.m r10=ar.rnat"));

    private static final Seq<Act> CODE = Vector.of(Act.of("call code", "addl r14=0x%x,r0".formatted(KERNEL_ROUTINE), "mov b6=r14", "br.call.sptk.few b0=b6"),
        copying(0x200), copying(0x300), Act.of("read code", "addl r14=0x%x,r0".formatted(KERNEL_ROUTINE), "ld8 r9=[r14]", "fc r14"), Act.of("data", DATA, "st8 [r14]=r9,8", "ld4 r10=[r14]", "fetchadd8.acq r11=[r14],1", "cmp.eq p8,p9=r9,r10", "(p8) st1 [r14]=r10"));

    private static Act copying(long from) {
        return Act.of("change code", "addl r14=0x%x,r0".formatted(KERNEL_ROUTINE + from), "ld8 r9=[r14],8", "ld8 r10=[r14]", "addl r14=0x%x,r0".formatted(KERNEL_ROUTINE), "st8 [r14]=r9,8", "st8 [r14]=r10", "fc r14", "sync.i", "srlz.i", "mov b6=r14", "addl r14=0x%x,r0".formatted(KERNEL_ROUTINE), "mov b6=r14", "br.call.sptk.few b0=b6");
    }

    private static final Seq<Act> ALL = INSERTIONS.appendAll(REGISTERS).appendAll(QUESTIONS).appendAll(MODES).appendAll(TRAPS).appendAll(DEBUG).appendAll(STACKS).appendAll(CODE);

    static Seq<Act> all() {
        return ALL;
    }
}
