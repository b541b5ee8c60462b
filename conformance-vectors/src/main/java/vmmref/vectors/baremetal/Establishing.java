package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// Code that takes the next record of the case table, makes the state that it holds, and enters it. r20 points to the record.
final class Establishing {
    /// Application registers that are written with the others.
    private static final Seq<String> APPLICATIONS = Block.APPLICATIONS.removeAll(Vector.of("rsc", "bsp", "bspstore", "rnat", "itc"));
    /// Control registers that are written.
    static final Seq<String> CONTROLS = Block.CONTROLS.removeAll(Vector.of("irr0", "irr1", "irr2", "irr3"));
    /// Application registers that the unit I moves.
    static final Seq<String> OF_UNIT_I = Vector.of("pfs", "lc", "ec");

    /// In how many ticks the interval timer expires.
    private static final int DELAY = 32;
    /// Where time goes on while nothing is executed, that moment may have passed when it is set: then one that is farther by a power of two is set.
    private static final int FARTHER = 4;
    private static final int FARTHEST = 1 << 17;
    /// How often the harness looks whether the timer expired.
    private static final int PATIENCE = 100_000;

    private Establishing() { }

    static String text() {
        return String.join("\n", begun(), memory(), insertions(), interrupts(), regions(), keys(), breakpoints(), monitors(), branches(), floating(), stack(), applications(), controls(), entered());
    }

    private static String begun() {
        return Text.filled("""
            next:
            movl r2={variables} ;;
            adds r3={left},r2
            adds r4={next},r2 ;;
            ld8 r5=[r3]
            ld8 r20=[r4] ;;
            cmp.eq p6,p7=0,r5 ;;
            (p6) br.cond.spnt.few @finished
            adds r5=-1,r5 ;;
            st8 [r3]=r5
            adds r6={record},r2 ;;
            st8 [r6]=r20
            movl r7={entries} ;;
            add r7=r7,r20 ;;
            ld8 r8=[r7]
            adds r9={entry},r2 ;;
            st8 [r9]=r8
            adds r10={phase},r2
            mov r11={establishing} ;;
            st8 [r10]=r11
            adds r12={steps},r2
            adds r13={stepsOf},r20 ;;
            ld8 r14=[r13] ;;
            st8 [r12]=r14
            adds r12={until},r2
            adds r13=8,r7 ;;
            ld8 r14=[r13],8 ;;
            st8 [r12]=r14
            ld8 r14=[r13],8
            adds r12={stepping},r2 ;;
            st8 [r12]=r14
            ld8 r14=[r13] ;;
            st8 [r4]=r14 ;;
            """, "variables", Startup.hex(Site.VARIABLES), "left", Variables.LEFT, "next", Variables.NEXT, "record", Variables.RECORD, "entries", Block.ENTRY, "entry", Variables.ENTRY,
            "phase", Variables.PHASE, "establishing", Variables.ESTABLISHING, "stepsOf", Block.STEPS, "steps", Variables.STEPS, "until", Variables.UNTIL, "stepping", Variables.STEPPING);
    }

    private static String memory() {
        return Text.filled("""
            adds r2={list},r20
            adds r3={length},r20 ;;
            ld8 r4=[r2]
            ld8 r5=[r3] ;;
            write:
            cmp.eq p6,p7=0,r5 ;;
            (p6) br.cond.spnt.few @written
            ld8 r6=[r4],8 ;;
            ld8 r7=[r4],8
            adds r5=-1,r5 ;;
            st8 [r6]=r7 ;;
            fc.i r6 ;;
            br.cond.sptk.few @write
            written:
            sync.i ;;
            srlz.i ;;
            """, "list", Block.MEMORY_LIST, "length", Block.MEMORY_LIST + 8);
    }

    private static String insertions() {
        return Text.filled("""
            adds r2={list},r20
            adds r3={length},r20 ;;
            ld8 r4=[r2]
            ld8 r5=[r3] ;;
            insert:
            cmp.eq p6,p7=0,r5 ;;
            (p6) br.cond.spnt.few @inserted
            adds r5=-1,r5
            ld8 r6=[r4],8 ;;
            ld8 r7=[r4],8 ;;
            ld8 r8=[r4],8 ;;
            ld8 r9=[r4],8 ;;
            ld8 r10=[r4],8 ;;
            ld8 r11=[r4],8 ;;
            mov rr[r7]=r8 ;;
            srlz.d ;;
            mov cr.ifa=r7
            mov cr.itir=r9 ;;
            cmp.eq p6,p7=0,r6
            cmp.eq p8,p9=1,r6
            cmp.eq p10,p11=2,r6
            cmp.eq p12,p13=3,r6 ;;
            (p6) itr.i itr[r11]=r10 ;;
            (p8) itr.d dtr[r11]=r10 ;;
            (p10) itc.i r10 ;;
            (p12) itc.d r10 ;;
            srlz.i ;;
            br.cond.sptk.few @insert
            inserted:
            """, "list", Block.INSERTION_LIST, "length", Block.INSERTION_LIST + 8);
    }

    /// The interval timer raises an interrupt after the other; reading IVR takes those into service of which the list says so.
    private static String interrupts() {
        return Text.filled("""
            mov cr.tpr=r0
            movl r2={list} ;;
            add r2=r2,r20 ;;
            ld8 r4=[r2],8 ;;
            ld8 r5=[r2] ;;
            raise:
            cmp.eq p6,p7=0,r5 ;;
            (p6) br.cond.spnt.few @raised
            adds r5=-1,r5
            ld8 r6=[r4],8 ;;
            ld8 r7=[r4],8
            mov r14={delay}
            mov cr.itv=r6 ;;
            srlz.d ;;
            arm:
            mov.m r8=ar.itc ;;
            add r8=r14,r8
            dep.z r14=r14,{farther},32 ;;
            mov cr.itm=r8 ;;
            srlz.d ;;
            extr.u r10=r6,6,2
            and r13=63,r6
            mov r9={patience} ;;
            cmp.eq p6,p7=0,r10
            cmp.eq p8,p9=1,r10
            cmp.eq p10,p11=2,r10
            cmp.eq p12,p13=3,r10 ;;
            wait:
            (p6) mov r12=cr.irr0
            (p8) mov r12=cr.irr1
            (p10) mov r12=cr.irr2
            (p12) mov r12=cr.irr3
            adds r9=-1,r9 ;;
            shr.u r12=r12,r13
            cmp.eq p14,p15=0,r9 ;;
            (p14) br.cond.spnt.few @late
            and r12=1,r12 ;;
            cmp.eq p14,p15=0,r12 ;;
            (p14) br.cond.sptk.few @wait
            br.cond.sptk.few @pending
            late:
            movl r12={farthest} ;;
            cmp.ltu p14,p15=r14,r12 ;;
            (p14) br.cond.spnt.few @arm
            pending:
            cmp.eq p14,p15=1,r7 ;;
            (p14) mov r12=cr.ivr ;;
            srlz.d ;;
            br.cond.sptk.few @raise
            raised:
            """, "list", Block.INTERRUPT_LIST, "delay", DELAY, "farther", FARTHER, "farthest", FARTHEST, "patience", PATIENCE);
    }

    private static String regions() {
        return Text.pointing("r20", Block.REGIONS) + "\n" + Text.each(0, 7, """
            mov r4=#
            ld8 r3=[r2],8 ;;
            dep.z r4=r4,61,3 ;;
            mov rr[r4]=r3 ;;
            """) + "\nsrlz.d ;;";
    }

    private static String keys() {
        return Text.each(0, Block.KEY_NUMBER - 1, "mov r4=# ;;\nmov pkr[r4]=r0 ;;") + "\n" + Text.pointing("r20", Block.KEYS) + "\n" + Text.each(0, Block.KEY_NUMBER - 1, """
            ld8 r3=[r2],8
            mov r4=# ;;
            mov pkr[r4]=r3 ;;
            """) + "\nsrlz.d ;;";
    }

    private static String breakpoints() {
        String each = """
            ld8 r3=[r2],8
            mov r4=# ;;
            mov {file}[r4]=r3 ;;
            """;
        return Text.pointing("r20", Block.IBRS) + "\n" + Text.each(0, Block.BREAKPOINT_NUMBER - 1, each.replace("{file}", "ibr")) + "\n"
            + Text.pointing("r20", Block.DBRS) + "\n" + Text.each(0, Block.BREAKPOINT_NUMBER - 1, each.replace("{file}", "dbr")) + "\nsrlz.d ;;";
    }

    /// Those that every implementation has become 0, so that no case finds what another one wrote.
    private static String monitors() {
        return Text.each(0, 7, "mov r4=# ;;\nmov pmc[r4]=r0 ;;") + "\n" + Text.each(4, 7, "mov r4=# ;;\nmov pmd[r4]=r0 ;;");
    }

    private static String branches() {
        return Text.pointing("r20", Block.BRANCHES) + "\n" + Text.each(0, 7, "ld8 r3=[r2],8 ;;\nmov b#=r3 ;;");
    }

    private static String floating() {
        return Text.pointing("r20", Block.FLOATING) + "\n" + Text.each(Block.FIRST_FLOATING, Block.FIRST_FLOATING + Block.FLOATING_NUMBER - 1, "ldf.fill f#=[r2],16 ;;");
    }

    /// A frame of 96 registers is filled; those of the case become local, and dirty by a call.
    private static String stack() {
        return Text.filled("""
            mov.m ar.rsc=r0
            movl r3={stack} ;;
            mov.m ar.bspstore=r3 ;;
            mov.m ar.rnat=r0 ;;
            alloc r4=ar.pfs,96,0,0 ;;
            """, "stack", Startup.hex(Site.STACK)) + nats(0) + Text.pointing("r20", Block.STACK) + "\n" + Text.each(32, 95, "ld8.fill r#=[r2],8 ;;") + "\n"
            + nats(8) + Text.each(96, 127, "ld8.fill r#=[r2],8 ;;") + Text.filled("""

            cover ;;
            adds r3={frame},r20 ;;
            ld8 r4=[r3] ;;
            mov cr.ifs=r4
            mov cr.ipsr=r0
            movl r5=@framed ;;
            mov cr.iip=r5 ;;
            rfi ;;
            framed:
            br.call.sptk.few b7=@pushed
            pushed:
            alloc r4=ar.pfs,0,0,0 ;;
            """, "frame", Block.FRAME) + Text.pointing("r20", Block.BRANCHES + 56) + "\nld8 r3=[r2] ;;\nmov b7=r3 ;;\n";
    }

    private static String nats(int offset) {
        return "adds r3=" + (Block.STACK_NATS + offset) + ",r20 ;;\nld8 r4=[r3] ;;\nmov.m ar.unat=r4 ;;\n";
    }

    private static String applications() {
        return Text.pointing("r20", Block.APPLICATION) + "\n" + Block.APPLICATIONS.map(name -> !APPLICATIONS.contains(name) ? "adds r2=8,r2 ;;"
            : "ld8 r3=[r2],8 ;;\n" + (OF_UNIT_I.contains(name) ? "mov.i ar." : "mov.m ar.") + name + "=r3 ;;").mkString("\n") + "\n"
            + Vector.of("bspstore", "rnat", "rsc").map(name -> Text.pointing("r20", Block.application(name)) + "\nld8 r3=[r2] ;;\nmov.m ar." + name + "=r3 ;;").mkString("\n");
    }

    private static String controls() {
        return Text.pointing("r20", Block.CONTROL) + "\n" + Block.CONTROLS.map(name -> CONTROLS.contains(name) ? "ld8 r3=[r2],8 ;;\nmov cr." + name + "=r3 ;;" : "adds r2=8,r2 ;;").mkString("\n") + "\nsrlz.d ;;";
    }

    /// The predicates, the registers of bank 1, those of no bank and those of bank 0; r30, which holds UNAT meanwhile, and r31, which points to the record, come last and are things.
    private static String entered() {
        return Text.filled("""
            adds r2={predicates},r20
            adds r4={nats},r20 ;;
            ld8 r3=[r2]
            ld8 r5=[r4]
            movl r6={phase}
            mov r7={running} ;;
            st8 [r6]=r7
            mov pr=r3,-1 ;;
            mov.m ar.unat=r5
            adds r2={bank1},r20 ;;
            bsw.1 ;;
            """, "predicates", Block.PREDICATES, "nats", Block.NATS, "phase", Startup.hex(Site.VARIABLES + Variables.PHASE), "running", Variables.RUNNING, "bank1", Block.BANK_1)
            + Text.each(16, 31, "ld8.fill r#=[r2],8 ;;") + Text.filled("""

            bsw.0 ;;
            adds r31={static},r20 ;;
            """, "static", Block.STATIC + 8) + Text.each(1, 15, "ld8.fill r#=[r31],8 ;;") + "\nadds r31=" + Block.BANK_0 + ",r20 ;;\n"
            + Text.each(16, 29, "ld8.fill r#=[r31],8 ;;") + Text.filled("""

            adds r30={unat},r31 ;;
            ld8 r30=[r30] ;;
            mov.m ar.unat=r30 ;;
            ld8 r30=[r31],8 ;;
            ld8 r31=[r31] ;;
            rfi ;;
            """, "unat", Block.UNAT - Block.BANK_0 - 14 * Block.WORD);
    }
}
