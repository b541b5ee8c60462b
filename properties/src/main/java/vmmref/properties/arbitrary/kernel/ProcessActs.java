package vmmref.properties.arbitrary.kernel;

import static vmmref.properties.arbitrary.kernel.Layout.ALIAS;
import static vmmref.properties.arbitrary.kernel.Layout.DATA;
import static vmmref.properties.arbitrary.kernel.Layout.DATA_PAGES;
import static vmmref.properties.arbitrary.kernel.Layout.PAGE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// What processes do: at level 3, with r2 at the beginning of region 1, in which they have code and data, and r3 at that of region 2, in which they have nothing. They use r8 to r15, r32 up and b6, and some floating-point registers.
final class ProcessActs {
    private static final Seq<String> REFERENCES = Vector.of("ld8 r8=[r14]", "st8 [r14]=r8", "ld4 r9=[r14],4", "st1 [r14]=r9", "xchg8 r10=[r14],r8", "fetchadd8.acq r10=[r14],1", "ld8.a r8=[r14]", "ld8.c.nc r8=[r14]", "lfetch [r14]", "lfetch.fault [r14]", "ld8.s r11=[r14]", "ld8.fill r12=[r14]", "st8.spill [r14]=r11",
        "probe.r r9=r14,3", "probe.w r9=r14,3", "probe.rw.fault r14,3", "ldf8 f6=[r14]", "stf.spill [r14]=f6", "thash r9=r14", "fc r14");

    private ProcessActs() { }

    private static String page(int number) {
        return "addl r14=0x%x,r2".formatted(DATA + (long) number * PAGE + number * 8L);
    }

    private static final Seq<Act> DATA_USES = Vector.range(0, DATA_PAGES).flatMap(number -> REFERENCES.map(reference -> Act.of("reference", page(number), reference)));

    private static Act call(String name, int number, int page, int other) {
        return Act.of(name, "addl r8=%d,r0".formatted(page), "addl r9=%d,r0".formatted(other), "break.m 0x%x".formatted(0x100 + number));
    }

    private static Act onPage(String name, int number, int page, int other) {
        return call(name, number, (int) (DATA / PAGE) + page, other);
    }

    private static final Seq<Act> CALLS = Vector.range(0, DATA_PAGES).flatMap(page -> Vector.of(onPage("unmap", 2, page, 0), onPage("demand", 3, page, 0), onPage("protect", 4, page, page), onPage("remap", 5, page, (int) (DATA / PAGE) + (page + 3) % DATA_PAGES), onPage("pin", 8, page, 0)))
        .appendAll(Vector.fill(8, Act.of("yield", "break.m 0x101"))).appendAll(Vector.of(call("arm", 6, 3, 0), call("arm", 6, 20, 0), Act.of("flush", "break.m 0x109"), call("grant", 10, 1, 0), call("grant", 10, 2, 2), call("grant", 10, 1, 5), call("grant", 10, 2, 7), call("grant", 10, 1, 3), Act.of("unknown", "break.m 0x7"), Act.of("exit", "break.m 0x107")));

    private static final Seq<Act> SPECULATION = Vector.range(0, DATA_PAGES).flatMap(page -> Vector.of(
        Act.of("speculate", page(page), "ld8.s r11=[r14]", "chk.s.m r11,.+0x20", "adds r9=1,r11", "adds r10=1,r10"), Act.of("advance", page(page), "ld8.a r11=[r14]", "st8 [r14]=r8", "chk.a.nc r11,.+0x20", "adds r9=1,r11", "adds r10=1,r10"), Act.of("consume", page(page), "addl r9=-1,r0", "mov.m ar.unat=r9", "ld8.fill r11=[r14]", "st8 [r14]=r11")));

    private static final Seq<Act> PRIVILEGED = Vector.of("mov r9=cr.iva", "rsm 0x2000", "ptc.l r14,r8", "itc.d r8", "mov rr[r2]=r8", "tpa r9=r14", "mov r9=psr", "mov.m ar.k0=r8", "ptc.e r8", "mov r9=pkr[r8]", "bsw.0", "rfi").map(text -> Act.of("privileged", text));

    private static final Seq<Act> STACKS = Vector.of(1, 3, 6).map(depth -> Act.of("calls", "addl r8=%d,r0".formatted(depth), "br.call.sptk.few b0=@tree")).appendAll(Vector.of(Act.of("frame", "alloc r34=ar.pfs,0,70,10,0", "flushrs", "alloc r34=ar.pfs,0,16,8,0"), Act.of("frame", "cover", "alloc r34=ar.pfs,0,16,8,0"), Act.of("frame", "mov.m r9=ar.bsp", "mov.i r10=ar.pfs"), Act.of("rotate", "mov.i ar.lc=r8", "clrrrb", "br.ctop.sptk.few .+0x10"),
        Act.of("loop", "addl r8=3,r0", "mov.i ar.lc=r8", "adds r9=1,r9", "br.cloop.sptk.few .-0x10"), Act.of("predicates", "cmp.eq p8,p9=r8,r9", "(p8) adds r9=1,r9", "(p9) adds r10=1,r10", "mov r11=pr")));

    private static final Seq<Act> FLOATS = Vector.of("setf.sig f33=r8", "setf.exp f40=r9", "getf.sig r8=f33", "getf.exp r9=f126", "fmerge.s f126=f33,f40", "setf.sig f6=r8").map(text -> Act.of("float", text)).appendAll(Vector.of(Act.of("float", page(0), "stf.spill [r14]=f33"), Act.of("float", page(1), "ldf.fill f40=[r14]")));

    private static final Seq<Act> CODE = Vector.of(Act.of("call code", "br.call.sptk.few b0=@routine"), copying("other"), copying("plain"), Act.of("read code", "addl r14=0x%x,r2".formatted(ALIAS), "ld8 r9=[r14]"), Act.of("write code", "movl r14=&routine", "st8 [r14]=r8"),
        Act.of("aliased code", "addl r14=0x%x,r2".formatted(ALIAS), "mov b6=r14", "br.call.sptk.few b0=b6"), Act.of("astray", "mov r7=ip", "adds r7=64,r7", "addl r14=0x%x,r2".formatted(DATA), "mov b6=r14", "br.cond.sptk.few b6"), Act.of("astray", "mov r7=ip", "adds r7=48,r7", "mov b6=r3", "br.cond.sptk.few b6"),
        Act.of("beyond", "dep r14=-1,r2,60,1", "ld8 r9=[r14]"), Act.of("astray", "mov r7=ip", "adds r7=64,r7", "dep r14=-1,r2,60,1", "mov b6=r14", "br.cond.sptk.few b6"), Act.of("promote", "epc"), Act.of("time", "mov.m r9=ar.itc"), Act.of("who", "mov.m r9=ar.k0", "addl r8=1,r0", "mov r10=cpuid[r8]"), Act.of("misaligned", "sum 0x8", page(2), "adds r14=1,r14", "ld8 r9=[r14]", "rum 0x8"));

    /// {@return what copies another routine to where one is, through the page to which it may be written}
    private static Act copying(String from) {
        return Act.of("change code", "movl r14=&" + from, "ld8 r9=[r14],8", "ld8 r10=[r14]", "movl r15=&routine", "dep r15=-1,r15,15,1", "st8 [r15]=r9,8", "st8 [r15]=r10", "fc r15", "sync.i", "srlz.i", "br.call.sptk.few b0=@routine");
    }

    static Seq<Seq<Act>> kinds() {
        return Vector.of(DATA_USES, CALLS, SPECULATION, PRIVILEGED, STACKS, FLOATS, CODE);
    }
}
