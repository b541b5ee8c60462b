package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import vmmref.model.bundle.Bundle;

/// What a guest does: some instructions, with registers as [GuestValues] fills them. Each is in a bundle of its own.
///
/// @param name  in a word or two
/// @param texts of its instructions, those of the branch unit told by their names; three in one bundle have bars between them
public record GuestAction(String name, Seq<String> texts) implements Sized, Shortened<GuestAction> {
    private static final Seq<String> DATA = Vector.of("ld8 r26=[%s]", "ld8 r26=[%s]", "st8 [%s]=r27", "st8 [%s]=r27", "ld4 r26=[%s],4", "st1 [%s]=r26", "xchg8 r26=[%s],r27", "ld8.s r26=[%s]", "ld8.a r26=[%s]", "ld8.c.nc r26=[%s]", "lfetch [%s]", "fetchadd8.acq r26=[%s],1", "probe.r.fault %s,3", "probe.rw.fault %s,0", "ldf8 f6=[%s]", "stf8 [%s]=f6");
    private static final Seq<String> ADDRESSES = Vector.of("r8", "r9", "r10", "r11", "r12");
    private static final String COLLECTS = "ssm 0x2000";
    private static final String COLLECTS_NOT = "rsm 0x2000";

    /// {@return the bundles that hold its instructions}
    public Seq<Bundle> bundles() {
        return texts.map(BundleText::of);
    }

    @Override
    public int instructions() {
        return texts.map(BundleText::instructions).sum().intValue();
    }

    @Override
    public Seq<GuestAction> shorter() {
        return Vector.range(0, texts.size()).map(at -> new GuestAction(name, texts.removeAt(at)));
    }

    private static GuestAction one(String name, String... texts) {
        return new GuestAction(name, Vector.of(texts));
    }

    /// {@return an action while PSR.ic is 0}
    private static GuestAction quiet(String name, String... texts) {
        return new GuestAction(name, Vector.of(COLLECTS_NOT, "srlz.i").appendAll(Vector.of(texts)).appendAll(Vector.of(COLLECTS, "srlz.i")));
    }

    private static final Seq<GuestAction> REFERENCES = ADDRESSES.flatMap(register -> DATA.map(text -> one("reference", text.formatted(register))));

    private static final Seq<GuestAction> INSERTIONS = Vector.of(
        quiet("insert", "mov cr.ifa=r12", "mov cr.itir=r15", "itc.d r13"), quiet("insert", "mov cr.ifa=r12", "mov cr.itir=r15", "itc.i r14"),
        quiet("insert", "mov cr.ifa=r8", "mov cr.itir=r15", "itc.d r14"), quiet("insert", "mov cr.ifa=r9", "mov cr.itir=r15", "itc.d r13"),
        quiet("insert", "mov cr.ifa=r10", "mov cr.itir=r15", "itr.d dtr[r24]=r13"), quiet("insert", "mov cr.ifa=r11", "mov cr.itir=r15", "itr.i itr[r24]=r14"),
        quiet("insert", "mov cr.ifa=r8", "mov cr.itir=r15", "itc.d r13", "itc.i r13"));

    private static final Seq<GuestAction> PURGES = Vector.of(one("purge", "ptc.l r8,r16"), one("purge", "ptc.l r9,r16"), one("purge", "ptc.l r12,r16"), one("purge", "ptc.g r10,r16"), one("purge", "ptc.ga r11,r16"), one("purge", "ptc.e r26"),
        one("purge", "ptr.d r10,r16"), one("purge", "ptr.i r11,r16"));

    private static final Seq<GuestAction> REGISTERS = Vector.of(one("region", "mov rr[r18]=r17"), one("key", "mov pkr[r19]=r25"), one("control", "mov cr.pta=r28"), one("control", "mov cr.dcr=r29"),
        one("control", "mov r26=cr.pta"), one("control", "mov r26=cr.iva"), one("ask", "tpa r26=r8"), one("ask", "tpa r26=r12"), one("ask", "tak r26=r9"), one("ask", "mov r26=rr[r18]"), one("ask", "mov r26=pkr[r19]"), one("ask", "mov r26=psr"),
        one("breakpoint", "mov dbr[r6]=r8", "mov dbr[r7]=r5", "srlz.d"), one("breakpoint", "mov dbr[r6]=r10", "mov dbr[r7]=r5", "mov psr.l=r22", "srlz.d"), one("breakpoint", "mov ibr[r6]=r3", "mov ibr[r7]=r5", "srlz.i"), one("ask", "mov r26=dbr[r7]"));

    private static final Seq<GuestAction> MODES = Vector.of(one("mode", "ssm 0x20000", "srlz.d"), one("mode", "rsm 0x20000", "srlz.d"), one("mode", "ssm 0x8000", "srlz.d"), one("mode", "rsm 0x8000", "srlz.d"),
        one("mode", "mov psr.l=r22", "srlz.d"), one("mode", "bsw.0", "bsw.1"), quiet("mode", "ld8 r26=[r8]", "ld8.s r26=[r9]", "st8 [r10]=r26"),
        one("mode", COLLECTS_NOT, "srlz.i", "mov r28=ip", "adds r28=80,r28", "mov cr.iip=r28", "mov cr.ipsr=r23", "mov cr.ifs=r0", "rfi"));

    private static final Seq<GuestAction> STACKS = Vector.of(one("stack", "alloc r33=ar.pfs,0,80,10,0"), one("stack", "alloc r33=ar.pfs,0,8,8,0"), one("stack", "flushrs"), one("stack", "br.call.sptk.few b0=.+0x10"), one("branch", "mov b6=r31", "br.cond.sptk.few b6"), one("branch", "mov r28=ip", "adds r28=80,r28", "mov b0=r28", "mov.i ar.pfs=r4", "br.ret.sptk.few b0"),
        one("stack", "alloc r33=ar.pfs,0,50,10,0", "br.call.sptk.few b0=.+0x10", "flushrs", "mov.m r30=ar.bspstore", "adds r30=-16,r30", "ptc.l r30,r16", "br.ret.sptk.few b0"),
        one("stack", "alloc r33=ar.pfs,0,50,10,0", "br.call.sptk.few b0=.+0x10", "alloc r34=ar.pfs,0,50,10,0"),
        one("breakpoint", "alloc r33=ar.pfs,0,50,10,0", "br.call.sptk.few b0=.+0x10", "mov.m r30=ar.bspstore", "mov dbr[r6]=r30", "mov dbr[r7]=r5", "mov psr.l=r22", "srlz.d", "flushrs"));

    /// What is done with pages of routines, under both of their addresses.
    private static final Seq<GuestAction> ROUTINES = Routines.addresses().flatMap(at -> Vector.of(
        at("routine", at, "br.call.sptk.few b0=b6"), at("routine", at, "br.call.sptk.few b0=b6"), at("routine", at + Routines.LAST, "br.call.sptk.few b0=b6"), at("own", at + Routines.COPIES_OTHER, "br.call.sptk.few b0=b6"), at("own", at + Routines.COPIES_PLAIN, "br.call.sptk.few b0=b6"),
        new GuestAction("stack", Vector.of(place(at + 0x800), "mov.m ar.bspstore=r28", "alloc r33=ar.pfs,0,80,10,0", "flushrs")), at("word", at + Routines.WORD, "probe.w.fault r28,0"), at("word", at + Routines.WORD, "probe.r.fault r28,3"), at("word", at + Routines.WORD, "ld8 r26=[r28]"), at("word", at + Routines.WORD, "st8 [r28]=r27"),
        at("word", at + Routines.WORD, "xchg8 r26=[r28],r27"), at("word", at + Routines.WORD, "ld8.s r26=[r28]"), at("word", at + Routines.WORD, "lfetch.fault [r28]"), at("code", at, "ld8 r26=[r28]"),
        new GuestAction("code", Vector.of(place(at + Routines.OTHER), "ld8 r26=[r28],8", "ld8 r27=[r28]", place(at), "st8 [r28]=r26,8", "st8 [r28]=r27", "sync.i", "srlz.i")),
        new GuestAction("code", Vector.of(place(at + Routines.PLAIN), "ld8 r26=[r28],8", "ld8 r27=[r28]", place(at), "st8 [r28]=r26,8", "st8 [r28]=r27", "sync.i", "srlz.i"))))
        .appendAll(Vector.of(one("own", "mov r28=ip", "dep r28=-1,r28,3,9", "st8 [r28]=r27", "ld8 r26=[r28]"), one("own", "mov r28=ip", "ld8 r26=[r28]"), one("own", "mov r28=ip", "dep r28=-1,r28,3,9", "xchg8 r26=[r28],r27")));

    private static GuestAction at(String name, long address, String text) {
        return new GuestAction(name, text.startsWith("br") ? Vector.of(place(address), "mov b6=r28", text) : Vector.of(place(address), text));
    }

    private static String place(long address) {
        return "addl r28=0x%x,r0".formatted(address);
    }

    /// What is done with floating-point registers, most of them f32 and up.
    private static final Seq<GuestAction> FLOATS = Vector.of(one("float", "setf.sig f33=r27"), one("float", "setf.exp f126=r27"), one("float", "getf.sig r26=f40"), one("float", "getf.exp r26=f33"), one("float", "fmerge.s f50=f33,f126"), one("float", "fmerge.ns f40=f6,f50"),
        one("float", "setf.sig f6=r26"), one("float", "getf.sig r26=f6"), one("float", "ldf8 f40=[r8]"), one("float", "ldf8 f33=[r9]"), one("float", "stf8 [r10]=f40"), one("float", "stf.spill [r8]=f33"), one("float", "ldf.fill f126=[r9]"), one("float", "ldfe f50=[r10]"), one("float", "stfe [r11]=f50"),
        one("float", "ldf8.s f40=[r11]"), one("float", "ldf8.s f40=[r12]"), one("float", "ldfp8 f40,f33=[r9]"), one("float", "ldfp8 f31,f32=[r8]"), one("float", "ldf8.a f50=[r8]", "ldf8.c.nc f50=[r8]"), one("float", "getf.d r26=f40"),
        one("rotate", "clrrrb"), one("rotate", "mov.i ar.lc=r27", "br.ctop.sptk.few .+0x10"), one("rotate", "mov.i ar.lc=r27", "br.ctop.sptk.few .+0x10"), one("mask", "mov r26=psr.um"), one("mask", "sum 0x20"), one("mask", "rum 0x20"), one("mask", "rum 0x10"), one("mode", "mov r26=psr"),
        one("mode", "ssm 0x80000", "srlz.d"), one("mode", "rsm 0x80000", "srlz.d"), one("mode", "rsm 0x80000", "srlz.d"), one("mode", "ssm 0x40000", "srlz.d"), one("mode", "rsm 0x40000", "srlz.d"));

    /// What is sensitive and does not trap.
    private static final Seq<GuestAction> SENSITIVE = ADDRESSES.flatMap(register -> Vector.of("thash r26=%s", "ttag r26=%s", "fc %s", "fc.i %s", "probe.r r26=%s,0", "probe.w r26=%s,3", "probe.r r26=%s,r26", "probe.w.fault %s,0", "probe.r.fault %s,3").map(text -> one("sensitive", text.formatted(register))))
        .appendAll(Vector.of("mov r26=cpuid[r6]", "mov r26=cpuid[r7]", "mov r26=pmd[r6]", "mov.m r26=ar.k3", "(p6) mov.m r26=ar.k7", "cover", "cover", "epc", "epc").map(text -> one("sensitive", text)))
        .appendAll(ADDRESSES.flatMap(register -> Vector.of("mov.m r26=ar.k3 | ld8 r27=[%s] | adds r30=1,r30", "mov.m r26=ar.k3 | st8 [%s]=r27 | adds r30=1,r30", "nop.m 0 | mov.m r26=ar.k3 | adds r30=1,r30", "nop.m 0 | (p6) mov.m r26=ar.k5 | nop.i 0", "(p6) mov.m r26=ar.k4 | fetchadd8.acq r27=[%s],1 | nop.i 0").map(text -> one("kernel", text.formatted(register)))))
        .append(one("kernel", COLLECTS_NOT, "srlz.i", "mov r28=ip", "adds r28=112,r28", "mov cr.iip=r28", "dep r23=-1,r23,41,1", "mov cr.ipsr=r23", "mov cr.ifs=r0", "rfi", "nop.m 0 | mov.m r26=ar.k3 | adds r30=1,r30"))
        .append(one("kernel", COLLECTS_NOT, "srlz.i", "mov r28=ip", "adds r28=112,r28", "mov cr.iip=r28", "dep r23=-1,r23,42,1", "mov cr.ipsr=r23", "mov cr.ifs=r0", "rfi", "mov.m r26=ar.k3 | ld8 r27=[r8] | adds r30=1,r30"))
        .appendAll(Vector.of(one("sensitive", "mov.m ar.k3=r27", "mov.m r26=ar.k3"), quiet("sensitive", "cover", "mov r26=cr.ifs"), one("sensitive", "mov cr.pta=r28", "thash r26=r8"), one("sensitive", "alloc r33=ar.pfs,0,20,10,0", "cover", "alloc r33=ar.pfs,0,16,8,0")))
        .appendAll(Routines.addresses().flatMap(at -> Vector.of(at("code", at + Routines.OTHER, "ld8 r26=[r28]"), at("code", at + Routines.OTHER, "fc r28"), at("routine", at + Routines.OTHER, "br.call.sptk.few b0=b6"), at("gate", at + Routines.GATE, "br.call.sptk.few b0=b6"))));

    /// What is branched around where registers can be parked, and what shows predicates and the user mask.
    private static final Seq<GuestAction> PARKED = ADDRESSES.flatMap(register -> Vector.of("thash r26=%s", "ttag r26=%s").flatMap(told -> Vector.of("%s | nop.m 0 | adds r30=1,r26", "nop.m 0 | %s | mov r30=pr", "%s | ld8 r27=[r9] | adds r30=1,r30").map(bundle -> one("table", bundle.formatted(told.formatted(register))))))
        .appendAll(Vector.of("cpuid[r6]", "cpuid[r7]", "pmd[r6]", "pmd[r7]").map(indirect -> one("table", "nop.m 0 | mov r26=%s | adds r30=1,r26".formatted(indirect))))
        .appendAll(Vector.of(one("table", "mov pmd[r6]=r27", "nop.m 0 | mov r26=pmd[r6] | nop.i 0"), one("table", "mov cr.pta=r28", "thash r26=r8 | nop.m 0 | nop.i 0"), one("table", "mov rr[r18]=r17", "ttag r26=r8 | nop.m 0 | nop.i 0"),
            one("mask", "mov r26=psr.um"), one("mask", "mov psr.um=r26"), one("predicate", "cmp.eq p6,p7=r8,r9"), one("predicate", "nop.m 0 | nop.m 0 | mov pr=r27,-1"), one("predicate", "nop.m 0 | nop.m 0 | mov r26=pr")));

    /// What shows or takes privilege levels, and other things that only a guest notices which looks closely.
    private static final Seq<GuestAction> LEVELS = Vector.of("mov.m r26=ar.rsc", "mov.m ar.rsc=0", "mov.m ar.rsc=4", "mov.m ar.rsc=8", "mov.m ar.rsc=12", "mov.m ar.rsc=r2", "(p6) mov.m r26=ar.rsc", "mov.i r26=ar.pfs", "(p6) mov.i r26=ar.pfs", "mov.i ar.pfs=r4", "mov.i ar.pfs=0", "br.call.sptk.few b0=.+0x10",
            "alloc r33=ar.pfs,0,20,10,0", "alloc r33=ar.pfs,0,90,10,0", "flushrs", "mov r26=psr.um", "mov psr.um=r0", "sum 0x2", "rum 0x2", "ldf8.s f40=[r8]", "ldf8.sa f40=[r9]", "ldf8.s f6=[r12]", "epc").map(text -> one("level", text))
        .appendAll(ADDRESSES.flatMap(register -> Vector.of("ld8.s r26=[%s]", "ld8.sa r26=[%s]", "ld4.s r26=[%s],4").map(text -> one("level", text.formatted(register)))))
        .appendAll(Vector.of(one("level", "br.call.sptk.few b0=.+0x10", "mov.i r26=ar.pfs", "alloc r33=ar.pfs,0,30,10,0", "br.call.sptk.few b0=.+0x10", "alloc r34=ar.pfs,0,90,10,0", "br.ret.sptk.few b0"),
            one("level", "mov r28=ip", "adds r28=80,r28", "mov b0=r28", "mov.i ar.pfs=r4", "br.ret.sptk.few b0"), one("level", "mov r28=ip", "adds r28=112,r28", "mov b0=r28", "mov.i r27=ar.pfs", "dep r27=-1,r27,62,1", "mov.i ar.pfs=r27", "br.ret.sptk.few b0"),
            one("level", "mov r28=ip", "adds r28=112,r28", "mov b0=r28", "mov.i r27=ar.pfs", "dep r27=0,r27,62,2", "mov.i ar.pfs=r27", "(p6) br.ret.sptk.few b0")))
        .appendAll(ADDRESSES.flatMap(register -> Vector.of(0, 4, 12).map(level -> one("stack", "mov.m ar.rsc=%d".formatted(level), "mov.m ar.bspstore=%s".formatted(register), "alloc r33=ar.pfs,0,80,10,0", "br.call.sptk.few b0=.+0x10", "alloc r34=ar.pfs,0,80,10,0", "flushrs"))))
        .appendAll(Routines.addresses().flatMap(at -> Vector.of(at("gate", at + Routines.GATE, "br.call.sptk.few b0=b6"), new GuestAction("stack", Vector.of(place(at + 0x800), "mov.m ar.rsc=0", "mov.m ar.bspstore=r28", "alloc r33=ar.pfs,0,80,10,0", "br.call.sptk.few b0=.+0x10", "alloc r34=ar.pfs,0,80,10,0")))));

    /// {@return actions of every kind, half of them with what is done in registers that are parked, or with floating-point registers}
    public static Arbitrary<GuestAction> withParked() {
        return Arbitraries.frequencyOf(Tuple.of(10, any()), Tuple.of(2, of(ROUTINES)), Tuple.of(2, of(SENSITIVE)), Tuple.of(6, of(FLOATS)), Tuple.of(10, of(PARKED)));
    }

    /// {@return actions of every kind, half of them with privilege levels}
    public static Arbitrary<GuestAction> withLevels() {
        return Arbitraries.frequencyOf(Tuple.of(10, any()), Tuple.of(3, of(ROUTINES)), Tuple.of(3, of(SENSITIVE)), Tuple.of(16, of(LEVELS)));
    }

    /// {@return actions of every kind, half of them with what is sensitive and does not trap, or with pages of routines}
    public static Arbitrary<GuestAction> withSensitive() {
        return Arbitraries.frequencyOf(Tuple.of(12, any()), Tuple.of(6, of(ROUTINES)), Tuple.of(8, of(SENSITIVE)));
    }

    /// {@return actions of every kind, a quarter of them with pages of routines}
    public static Arbitrary<GuestAction> withRoutines() {
        return Arbitraries.frequencyOf(Tuple.of(12, any()), Tuple.of(8, of(ROUTINES)));
    }

    /// {@return actions of every kind, half of them with floating-point registers}
    public static Arbitrary<GuestAction> withFloats() {
        return Arbitraries.frequencyOf(Tuple.of(10, any()), Tuple.of(2, of(ROUTINES)), Tuple.of(12, of(FLOATS)));
    }

    /// {@return actions of every kind; references are half of them}
    public static Arbitrary<GuestAction> any() {
        return Arbitraries.frequencyOf(Tuple.of(10, of(REFERENCES)), Tuple.of(5, of(INSERTIONS)), Tuple.of(2, of(PURGES)), Tuple.of(3, of(REGISTERS)), Tuple.of(3, of(MODES)), Tuple.of(1, of(STACKS)));
    }

    private static Arbitrary<GuestAction> of(Seq<GuestAction> some) {
        return Arbitraries.of(some.asJava());
    }
}
