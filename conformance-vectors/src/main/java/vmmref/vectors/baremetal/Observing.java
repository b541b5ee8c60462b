package vmmref.vectors.baremetal;

import vmmref.model.external.ExternalInterrupts;

/// Code that writes what is left of the state into the entry of the log, to which r29 points, undoes the case, and goes on with the next. Nothing is translated.
final class Observing {
    private Observing() { }

    static String text(Site site) {
        return String.join("\n", general(site), branches(), applications(), indirect(), stack(), floating(), memory(), undoing(), ended());
    }

    private static String general(Site site) {
        return "observe:\nmovl r31=" + Startup.hex(site.iva()) + " ;;\nmov cr.iva=r31 ;;\nsrlz.d ;;\nadds r31=" + (Block.STATIC + 8) + ",r29 ;;\n" + Text.each(1, 15, "st8.spill [r31]=r#,8 ;;") + "\nadds r2=" + Block.BANK_1 + ",r29 ;;\nbsw.1 ;;\n"
            + Text.each(16, 31, "st8.spill [r2]=r#,8 ;;") + "\nbsw.0 ;;\nmov.m r3=ar.unat\n" + Text.pointing("r29", Block.NATS) + "\nst8 [r2]=r3 ;;";
    }

    private static String floating() {
        return Text.pointing("r29", Block.FLOATING) + "\n" + Text.each(Block.FIRST_FLOATING, Block.FIRST_FLOATING + Block.FLOATING_NUMBER - 1, "stf.spill [r2]=f#,16 ;;");
    }

    private static String branches() {
        return Text.pointing("r29", Block.BRANCHES) + "\n" + Text.each(0, 7, "mov r3=b# ;;\nst8 [r2]=r3,8 ;;");
    }

    /// RSC.mode is 0 when the registers of the backing store are read.
    private static String applications() {
        return Text.pointing("r29", Block.APPLICATION) + "\n" + Block.APPLICATIONS.map(name -> (Establishing.OF_UNIT_I.contains(name) ? "mov.i" : "mov.m") + " r3=ar." + name + " ;;\nst8 [r2]=r3,8 ;;"
            + (name.equals("rsc") ? "\nmov.m ar.rsc=r0 ;;" : "")).mkString("\n");
    }

    private static String indirect() {
        return Text.pointing("r29", Block.REGIONS) + "\n" + Text.each(0, 7, "mov r4=# ;;\ndep.z r4=r4,61,3 ;;\nmov r3=rr[r4] ;;\nst8 [r2]=r3,8 ;;") + "\n"
            + numbered("pkr", Block.KEY_NUMBER) + "\n" + numbered("ibr", Block.BREAKPOINT_NUMBER) + "\n" + numbered("dbr", Block.BREAKPOINT_NUMBER);
    }

    private static String numbered(String file, int number) {
        return Text.each(0, number - 1, "mov r4=# ;;\nmov r3=" + file + "[r4] ;;\nst8 [r2]=r3,8 ;;");
    }

    /// The frame of the case was covered. As many registers as BSP is beyond BSPSTORE, what there is of that frame among them, become one frame.
    private static String stack() {
        return """
            mov.m r4=ar.bsp
            mov.m r5=ar.bspstore ;;
            sub r4=r4,r5
            extr.u r5=r5,3,6 ;;
            extr.u r4=r4,3,10 ;;
            add r5=r5,r4 ;;
            extr.u r5=r5,6,10 ;;
            sub r4=r4,r5 ;;
            movl r3=0x8000000000000000 ;;
            or r3=r3,r4 ;;
            mov cr.ifs=r3
            mov cr.ipsr=r0
            movl r3=@uncovered ;;
            mov cr.iip=r3 ;;
            rfi ;;
            uncovered:
            """ + Text.pointing("r29", Block.STACK) + "\n" + Text.each(32, 95, "st8.spill [r2]=r#,8 ;;") + nats(0) + Text.each(96, 127, "st8.spill [r2]=r#,8 ;;") + nats(8)
            + "alloc r4=ar.pfs,0,0,0 ;;";
    }

    private static String nats(int offset) {
        return "\nmov.m r3=ar.unat\nadds r4=" + (Block.STACK_NATS + offset) + ",r29 ;;\nst8 [r4]=r3 ;;\n";
    }

    private static String memory() {
        return Text.filled("""
            movl r2={record} ;;
            ld8 r20=[r2] ;;
            adds r2={list},r20
            adds r3={length},r20 ;;
            ld8 r4=[r2]
            ld8 r5=[r3]
            movl r8={rest} ;;
            add r8=r8,r29 ;;
            watch:
            cmp.eq p6,p7=0,r5 ;;
            (p6) br.cond.spnt.few @watched
            ld8 r6=[r4],16
            adds r5=-1,r5 ;;
            ld8 r7=[r6] ;;
            st8 [r8]=r7,8
            br.cond.sptk.few @watch
            watched:
            adds r2={status},r29
            mov r3={observed} ;;
            st8 [r2]=r3 ;;
            """, "record", Startup.hex(Site.VARIABLES + Variables.RECORD), "list", Block.MEMORY_LIST, "length", Block.MEMORY_LIST + 8, "rest", Block.REST, "status", Block.STATUS, "observed", Status.OBSERVED);
    }

    /// Also reached when the case was given up.
    private static String undoing() {
        return Text.filled("""
            undo:
            mov.m ar.rsc=r0
            clrrrb ;;
            alloc r4=ar.pfs,0,0,0 ;;
            movl r2={record} ;;
            ld8 r20=[r2] ;;
            adds r2={list},r20
            adds r3={length},r20 ;;
            ld8 r4=[r2]
            ld8 r5=[r3] ;;
            clear:
            cmp.eq p6,p7=0,r5 ;;
            (p6) br.cond.spnt.few @cleared
            ld8 r6=[r4],16
            adds r5=-1,r5 ;;
            st8 [r6]=r0
            br.cond.sptk.few @clear
            cleared:
            adds r2={purges},r20
            adds r3={number},r20 ;;
            ld8 r4=[r2]
            ld8 r5=[r3] ;;
            purge:
            cmp.eq p6,p7=0,r5 ;;
            (p6) br.cond.spnt.few @purged
            adds r5=-1,r5
            ld8 r6=[r4],8 ;;
            ld8 r7=[r4],8 ;;
            ld8 r8=[r4],8 ;;
            ld8 r9=[r4],8 ;;
            mov rr[r7]=r8 ;;
            srlz.d ;;
            cmp.eq p6,p7=0,r6
            cmp.eq p8,p9=1,r6
            cmp.eq p10,p11=2,r6 ;;
            (p6) ptr.i r7,r9 ;;
            (p8) ptr.d r7,r9 ;;
            (p10) ptc.l r7,r9 ;;
            srlz.i ;;
            br.cond.sptk.few @purge
            purged:
            ptc.e r0 ;;
            srlz.i ;;
            invala ;;
            movl r3={masked} ;;
            mov cr.itv=r3
            mov cr.tpr=r0
            movl r2={interrupts} ;;
            add r2=r2,r20 ;;
            ld8 r5=[r2] ;;
            srlz.d
            adds r5=2,r5 ;;
            end:
            mov cr.eoi=r0
            adds r5=-1,r5 ;;
            cmp.eq p6,p7=0,r5 ;;
            (p7) br.cond.sptk.few @end
            srlz.d ;;
            mov r5={most} ;;
            take:
            mov r6=cr.ivr
            adds r5=-1,r5 ;;
            cmp.eq p6,p7={spurious},r6 ;;
            (p6) br.cond.sptk.few @taken
            cmp.eq p6,p7=0,r5 ;;
            (p6) br.cond.spnt.few @taken
            mov cr.eoi=r0 ;;
            srlz.d ;;
            br.cond.sptk.few @take
            taken:
            """, "record", Startup.hex(Site.VARIABLES + Variables.RECORD), "list", Block.MEMORY_LIST, "length", Block.MEMORY_LIST + 8, "purges", Block.PURGE_LIST, "number", Block.PURGE_LIST + 8,
            "masked", Startup.hex(1 << 16), "interrupts", Block.INTERRUPT_LIST + 8, "most", 256, "spurious", ExternalInterrupts.SPURIOUS);
    }

    private static String ended() {
        return Text.filled("""
            movl r2={phase} ;;
            st8 [r2]=r0
            movl r2={count} ;;
            ld8 r3=[r2] ;;
            adds r3=1,r3 ;;
            st8 [r2]=r3
            br.cond.sptk.few @next
            finished:
            movl r2={end}
            movl r3={mark} ;;
            st8 [r2]=r3 ;;
            done:
            br.cond.sptk.few @done
            """, "phase", Startup.hex(Site.VARIABLES + Variables.PHASE), "count", Startup.hex(Site.LOG + LogLayout.FINISHED), "end", Startup.hex(Site.LOG + LogLayout.END),
            "mark", Startup.hex(LogLayout.END_MARK));
    }
}
