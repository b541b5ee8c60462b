package vmmref.vectors.baremetal;

/// Code that takes over the processor, and begins the log.
final class Startup {
    private Startup() { }

    static String text(Site site) {
        return Text.filled("""
            start:
            rsm 0x6000 ;;
            srlz.i ;;
            movl r2={iva} ;;
            mov cr.iva=r2 ;;
            mov cr.ipsr=r0
            movl r2=@begun ;;
            mov cr.iip=r2
            mov cr.ifs=r0 ;;
            rfi ;;
            begun:
            mov.m ar.rsc=r0
            clrrrb ;;
            alloc r3=ar.pfs,0,0,0 ;;
            movl r3=0x10000 ;;
            mov cr.itv=r3 ;;
            movl r3=0x100000000 ;;
            mov.m ar.itc=r3 ;;
            ptc.e r0 ;;
            srlz.i ;;
            movl r2={log}
            movl r3={magic} ;;
            st8 [r2]=r3,8
            mov r3={version} ;;
            st8 [r2]=r3,8
            movl r4={number} ;;
            ld8 r3=[r4],8 ;;
            st8 [r2]=r3,8
            ld8 r3=[r4] ;;
            st8 [r2]=r3,8 ;;
            st8 [r2]=r0,8 ;;
            st8 [r2]=r0 ;;
            """, "iva", hex(site.iva()), "log", hex(Site.LOG), "magic", hex(LogLayout.MAGIC_WORD), "version", LogLayout.CURRENT, "number", hex(Site.VARIABLES + Variables.NUMBER));
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
