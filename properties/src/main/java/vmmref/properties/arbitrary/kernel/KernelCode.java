package vmmref.properties.arbitrary.kernel;

import static vmmref.properties.arbitrary.kernel.Layout.DONE;
import static vmmref.properties.arbitrary.kernel.Layout.FLOATING;
import static vmmref.properties.arbitrary.kernel.Layout.FLOATS;
import static vmmref.properties.arbitrary.kernel.Layout.NEXT;
import static vmmref.properties.arbitrary.kernel.Layout.REGION_REGISTER;
import static vmmref.properties.arbitrary.kernel.Layout.STACK_ENTRY;
import static vmmref.properties.arbitrary.kernel.Layout.TABLE;
import static vmmref.properties.arbitrary.kernel.Layout.UNAT;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// What every kernel does: how it serves misses, system calls and interrupts, and lets processes take turns. Handlers have the registers of bank 0; `ar.k0` holds the entries of the process that runs, `ar.k1` what is known of it, `ar.k3` whose the floating-point registers are.
///
/// @param format of the table that is walked
/// @param slice  how many instructions a process has until the timer interrupts it; 0 if it does not
record KernelCode(TableFormat format, int slice) {
    private static final Seq<String> LEAVE = Vector.of("mov pr=r31,-1", "rfi");
    /// Where the entry of the address lies that could not be used, in r18, and what it is, in r19.
    private static final Seq<String> LOOK_UP = Vector.of("mov r16=cr.ifa", "extr.u r18=r16,61,3", "cmp.eq p6,p7=1,r18", "(p7) br.cond.sptk.few @refused", "mov.m r17=ar.k0", "extr.u r18=r16,12,9", "shladd r18=r18,3,r17", "ld8 r19=[r18]");
    /// A fetch is not made again, whatever was wrong.
    private static final Seq<String> UNLESS_FETCHED = Vector.of("mov r16=cr.isr", "tbit.z p7,p6=r16,32", "(p6) br.cond.sptk.few @lost");
    private static final String FIRST = "cmp.eq p6,p7=%d,r17";
    private static final Seq<String> CALLS = Vector.of("yield", "unmap", "demand", "protect", "remap", "arm", "exit", "pin", "flush", "grant");

    private static final Function1<KernelCode, Listing> LISTINGS = Function1.of(KernelCode::written).memoized();

    /// {@return it where it lies}
    Listing listing() {
        return LISTINGS.apply(this);
    }

    private Listing written() {
        return Listing.of(Layout.KERNEL, ProcessCode.tree().appendAll(Pairs.of(launch().appendAll(misses()).appendAll(entries()).appendAll(keys()).appendAll(refusals()).appendAll(stops()).appendAll(calls()).appendAll(interrupts()).appendAll(switching()).appendAll(entering()).appendAll(floating()))));
    }

    private static Seq<String> launch() {
        return Vector.of("launch:", "rsm 0x6000", "srlz.i", "cover", "mov.m ar.rsc=0", "flushrs", "bsw.0", "addl r17=0x%x,r0".formatted(Layout.process(0)), "br.cond.sptk.few @enter");
    }

    private Seq<String> misses() {
        return Vector.of("miss_fetch:").appendAll(LOOK_UP).appendAll(insertion()).append("itc.i r19").appendAll(LEAVE)
            .append("miss_data:").appendAll(LOOK_UP).appendAll(insertion()).append("itc.d r19").appendAll(LEAVE)
            .appendAll(Vector.of("walk:", "mov r16=cr.iha", "mov cr.ifa=r16", "mov.m r17=ar.k0", "adds r19=0x661,r17", "itc.d r19")).appendAll(LEAVE);
    }

    /// {@return how what is inserted gets its key, and comes to the hashed table: the tag of an entry is not valid while it is written}
    private Seq<String> insertion() {
        Seq<String> keyed = Vector.of("extr.u r23=r19,56,3", "shl r23=r23,8", "adds r23=48,r23", "mov cr.itir=r23");
        Seq<String> hashed = Vector.of("thash r20=r16", "ttag r21=r16", "adds r22=16,r20", "movl r24=0x8000000000000000", "st8 [r22]=r24", "st8 [r20]=r19,8", "st8 [r20]=r23", "st8 [r22]=r21");
        return switch (format) {
            case NONE  -> keyed;
            case SHORT -> Vector.empty();
            case LONG  -> keyed.appendAll(hashed);
        };
    }

    /// {@return how an entry is changed of which a page was used that could not be}
    private Seq<String> entries() {
        return Vector.of("dirty:").appendAll(LOOK_UP).append("dep r19=-1,r19,5,2").append("br.cond.sptk.few @update")
            .append("accessed:").appendAll(LOOK_UP).append("dep r19=-1,r19,5,1").append("br.cond.sptk.few @update")
            .append("absent:").appendAll(LOOK_UP).appendAll(Vector.of("extr.u r20=r19,12,20", "cmp.eq p6,p7=0,r20")).append("(p6) br.cond.sptk.few @missing").appendAll(Vector.of("dep r19=-1,r19,0,1", "br.cond.sptk.few @update"))
            .append("missing:").appendAll(UNLESS_FETCHED).append("br.cond.sptk.few @refused")
            .append("update:").append("st8 [r18]=r19").appendAll(insertion()).appendAll(Vector.of("addl r22=48,r0", "ptr.d r16,r22", "ptc.l r16,r22")).appendAll(LEAVE);
    }

    /// {@return how a key comes to a register: bits 58:56 of an entry name it, bits 61:59 what it forbids}
    private Seq<String> keys() {
        return Vector.of("key:").appendAll(format == TableFormat.SHORT ? Vector.of("mov r19=rr[r2]", "extr.u r23=r19,8,24", "addl r24=8,r0")
            : LOOK_UP.appendAll(Vector.of("extr.u r23=r19,56,3", "adds r24=0,r23"))).appendAll(Vector.of("shl r23=r23,8", "extr.u r25=r19,59,3", "shl r25=r25,1", "adds r23=1,r23", "add r23=r23,r25", "mov pkr[r24]=r23", "srlz.d")).appendAll(LEAVE);
    }

    private static Seq<String> refusals() {
        return Vector.of("fault:").appendAll(UNLESS_FETCHED)
            .appendAll(Vector.of("refused:", "ld8 r28=[r30]", "adds r28=1,r28", "st8 [r30]=r28"))
            .appendAll(Vector.of("advance:", "mov r20=cr.iip", "adds r20=16,r20", "mov cr.iip=r20", "mov r21=cr.ipsr", "dep r21=0,r21,41,2", "mov cr.ipsr=r21")).appendAll(LEAVE)
            .appendAll(Vector.of("lost:", "ld8 r28=[r30]", "adds r28=1,r28", "st8 [r30]=r28", "mov cr.iip=r7", "mov r21=cr.ipsr", "dep r21=0,r21,41,2", "mov cr.ipsr=r21")).appendAll(LEAVE);
    }

    /// {@return what becomes of traps, breakpoints and misses while PSR.ic is 0: those go on at r15, whoever leaves a level comes back to it, and whoever went where there is no address to r7}
    private static Seq<String> stops() {
        return Vector.of("debugged:", "mov r16=cr.isr", "tbit.z p7,p6=r16,32", "(p7) br.cond.sptk.few @refused", "mov r21=cr.ipsr", "dep r21=0,r21,24,1", "mov cr.ipsr=r21").appendAll(LEAVE)
            .appendAll(Vector.of("stepped:", "mov r21=cr.ipsr", "dep r21=0,r21,40,1", "dep r21=0,r21,26,1", "mov cr.ipsr=r21")).appendAll(LEAVE)
            .appendAll(Vector.of("lower:", "mov r16=cr.isr", "tbit.z p7,p6=r16,4", "(p6) br.cond.sptk.few @lost", "mov r21=cr.ipsr", "dep r21=0,r21,25,1", "dep r21=0,r21,32,2", "mov cr.ipsr=r21")).appendAll(LEAVE)
            .appendAll(Vector.of("nested:", "mov cr.iip=r15", "mov r21=psr", "dep r21=-1,r21,44,1", "mov cr.ipsr=r21", "mov cr.ifs=r0", "rfi"));
    }

    /// {@return system calls, by the immediate of the break: 0x101 and so on, in their order; pages are told by r8, other things by r9}
    private Seq<String> calls() {
        Seq<String> chosen = CALLS.zipWithIndex().flatMap(call -> Vector.of(FIRST.formatted(call._2 + 1), "(p6) br.cond.sptk.few @" + call._1));
        Seq<String> entry = Vector.of("mov.m r17=ar.k0", "dep.z r18=r8,3,9", "add r18=r18,r17", "ld8 r19=[r18]", "dep.z r16=r8,12,9", "add r16=r16,r2");
        return Vector.of("call:", "mov r16=cr.iim", "adds r17=-256,r16").appendAll(chosen).append("br.cond.sptk.few @advance")
            .append("yield:").appendAll(Vector.of("mov r20=cr.iip", "adds r20=16,r20", "mov cr.iip=r20", "br.cond.sptk.few @switch"))
            .append("unmap:").appendAll(entry).appendAll(Vector.of("addl r19=0,r0", "br.cond.sptk.few @changed"))
            .append("demand:").appendAll(entry).appendAll(Vector.of("dep r19=0,r19,0,1", "br.cond.sptk.few @changed"))
            .append("protect:").appendAll(entry).appendAll(Vector.of("dep r19=r9,r19,9,3", "br.cond.sptk.few @changed"))
            .append("remap:").appendAll(entry).appendAll(Vector.of("dep.z r20=r9,3,9", "add r20=r20,r17", "ld8 r19=[r20]", "br.cond.sptk.few @changed"))
            .append("changed:").append("st8 [r18]=r19").appendAll(insertion()).appendAll(Vector.of("addl r22=48,r0", "ptr.d r16,r22", "ptc.ga r16,r22", "srlz.d", "br.cond.sptk.few @advance"))
            .append("arm:").appendAll(Vector.of("mov.m r18=ar.itc", "dep.z r19=r8,0,5", "add r18=r18,r19", "mov cr.itm=r18", "br.cond.sptk.few @advance"))
            .append("pin:").appendAll(entry).appendAll(Vector.of("dep r19=-1,r19,5,2", "addl r22=48,r0", "ptr.d r16,r22", "mov cr.ifa=r16", "mov cr.itir=r22", "addl r24=2,r0", "srlz.d", "itr.d dtr[r24]=r19", "srlz.d", "br.cond.sptk.few @advance"))
            .append("flush:").appendAll(Vector.of("ptc.e r0", "srlz.i", "br.cond.sptk.few @advance"))
            .append("grant:").appendAll(Vector.of("dep.z r18=r8,0,3", "shl r19=r18,8", "dep r19=r9,r19,1,3", "dep r19=-1,r19,0,1", "mov pkr[r18]=r19", "srlz.d", "br.cond.sptk.few @advance"));
    }

    private static Seq<String> interrupts() {
        return Vector.of("interrupt:", "mov r16=cr.ivr", "mov cr.eoi=r0", "srlz.d", "ld8 r28=[r30]", "adds r28=1,r28", "st8 [r30]=r28", "mov r18=cr.ipsr", "extr.u r18=r18,32,2", "cmp.eq p6,p7=0,r18", "(p7) br.cond.sptk.few @switch").appendAll(LEAVE);
    }

    /// {@return how the process that runs is left, which has ended where `exit` is gone to, and who is next}
    private static Seq<String> switching() {
        Seq<String> saved = Vector.of("st8 [r16]=r31,8", "mov r18=cr.iip", "st8 [r16]=r18,8", "mov r18=cr.ipsr", "st8 [r16]=r18,8", "cover", "mov r18=cr.ifs", "st8 [r16]=r18,8", "mov.m ar.rsc=0", "flushrs", "mov.m r18=ar.bspstore", "st8 [r16]=r18,8",
            "mov.m r18=ar.rnat", "st8 [r16]=r18,8", "mov.i r18=ar.pfs", "st8 [r16]=r18,8", "mov r18=b0", "st8 [r16]=r18,8");
        return Vector.of("exit:", "mov.m r17=ar.k1", "adds r18=0x%x,r17".formatted(DONE), "addl r19=1,r0", "st8 [r18]=r19")
            .appendAll(Vector.of("switch:", "mov cr.itm=r0", "mov.m r17=ar.k1", "adds r16=0,r17")).appendAll(saved).appendAll(Vector.rangeClosed(8, 15).map("st8.spill [r16]=r%d,8"::formatted))
            .appendAll(Vector.of("mov.m r18=ar.unat", "adds r19=0x%x,r17".formatted(UNAT), "st8 [r19]=r18", "addl r24=4,r0"))
            .appendAll(Vector.of("pick:", "adds r20=0x%x,r17".formatted(NEXT), "ld8 r17=[r20]", "adds r18=0x%x,r17".formatted(DONE), "ld8 r19=[r18]", "cmp.eq p6,p7=0,r19", "(p6) br.cond.sptk.few @enter", "adds r24=-1,r24", "cmp.eq p6,p7=0,r24", "(p7) br.cond.sptk.few @pick"))
            .appendAll(Vector.of("idle:", "br.cond.sptk.few @idle"));
    }

    /// {@return how the process begins or goes on of which r17 says where what is known of it lies: its region, the pin of its backing store, its registers}
    private Seq<String> entering() {
        Seq<String> region = Vector.of("adds r18=0x%x,r17".formatted(TABLE), "ld8 r18=[r18]", "mov.m ar.k0=r18", "adds r18=0x%x,r17".formatted(REGION_REGISTER), "ld8 r18=[r18]", "mov rr[r2]=r18", "srlz.d");
        Seq<String> stack = Vector.of("addl r16=0x%x,r2".formatted(Layout.STORE), "addl r22=%d,r0".formatted(Layout.STACK_LOG2 << 2), "adds r19=0x%x,r17".formatted(STACK_ENTRY), "ld8 r19=[r19]", "ptr.d r16,r22", "mov cr.ifa=r16", "mov cr.itir=r22", "addl r24=1,r0", "srlz.d", "itr.d dtr[r24]=r19", "srlz.d");
        Seq<String> keys = Vector.of(1, 2, 8).flatMap(number -> Vector.of("addl r24=%d,r0".formatted(number), "mov pkr[r24]=r0"));
        Seq<String> restored = Vector.of("adds r16=0,r17", "ld8 r31=[r16],8", "ld8 r18=[r16],8", "mov cr.iip=r18", "ld8 r18=[r16],8", "mov.m r19=ar.k3", "cmp.eq p6,p7=r19,r17", "(p6) dep r18=0,r18,19,1", "(p7) dep r18=-1,r18,19,1", "mov cr.ipsr=r18", "ld8 r18=[r16],8", "mov cr.ifs=r18",
            "mov.m ar.rsc=0", "ld8 r18=[r16],8", "mov.m ar.bspstore=r18", "ld8 r18=[r16],8", "mov.m ar.rnat=r18", "mov.m ar.rsc=12", "ld8 r18=[r16],8", "mov.i ar.pfs=r18", "ld8 r18=[r16],8", "mov b0=r18", "adds r18=0x%x,r17".formatted(UNAT), "ld8 r19=[r18]", "mov.m ar.unat=r19");
        Seq<String> timer = slice == 0 ? Vector.empty() : Vector.of("mov.m r18=ar.itc", "adds r18=%d,r18".formatted(slice), "mov cr.itm=r18");
        return Vector.of("enter:", "mov.m ar.k1=r17").appendAll(region).appendAll(stack).appendAll(keys).appendAll(restored).appendAll(Vector.rangeClosed(8, 15).map("ld8.fill r%d=[r16],8"::formatted)).appendAll(timer).appendAll(LEAVE);
    }

    /// {@return how the floating-point registers come to the process that uses them, once it does}
    private static Seq<String> floating() {
        return Vector.of("floating:", "rsm 0x80000", "srlz.d", "mov.m r17=ar.k1", "mov.m r16=ar.k3", "cmp.eq p6,p7=0,r16", "(p6) br.cond.sptk.few @filled", "adds r18=0x%x,r16".formatted(FLOATING)).appendAll(FLOATS.map("stf.spill [r18]=%s,16"::formatted))
            .append("filled:").append("adds r18=0x%x,r17".formatted(FLOATING)).appendAll(FLOATS.map("ldf.fill %s=[r18],16"::formatted)).appendAll(Vector.of("mov.m ar.k3=r17", "mov r18=cr.ipsr", "dep r18=0,r18,19,1", "mov cr.ipsr=r18")).appendAll(LEAVE);
    }
}
