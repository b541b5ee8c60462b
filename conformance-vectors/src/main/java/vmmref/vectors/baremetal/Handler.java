package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.delivery.Handling;
import vmmref.model.interruption.Interruption;

/// Code at each vector: it keeps r31, PSR and UNAT in kernel registers, and bank 0 in the entry of the log. It executes with whatever translation of instructions the case has, and without any of data.
final class Handler {
    /// PSR.be, PSR.ic, PSR.i and PSR.dt.
    private static final int PHYSICAL = 1 << 1 | 1 << 13 | 1 << 14 | 1 << 17;
    /// Vectors of the first 48 are 400 bytes apart, the others 100.
    private static final Seq<Integer> VECTORS = Vector.rangeBy(0, 0x5000, 0x400).appendAll(Vector.rangeBy(0x5000, 0x8000, 0x100));
    /// The offset of the vector of single-step traps.
    private static final int SINGLE_STEP = Handling.architected().get(Interruption.SINGLE_STEP).get().vector();

    private Handler() { }

    /// {@return the code at the vectors, and that to which the branches lead with which cases end: 8000 and the slot are their numbers}
    static String vectors(Site site) {
        return VECTORS.map(vector -> entrance(site, vector, vector)).mkString("\n") + "\n" + jumps(site) + "\n"
            + Vector.range(0, 3).map(slot -> entrance(site, (int) (Site.leaving(slot) - Site.CODE), Arrived.LEFT + slot)).mkString("\n");
    }

    /// The last registers of a case that is entered by a branch; its address is in b7. Where PSR.ic is set or cleared, that is not serialised.
    private static String jumps(Site site) {
        return jump(site, Site.JUMP, returning(site), "") + jump(site, Site.SET_JUMP, returning(site), "ssm 0x2000 ;;\n") + jump(site, Site.CLEARED_JUMP, "", "rsm 0x2000 ;;\n");
    }

    private static String jump(Site site, long at, String before, String after) {
        return ".at " + Long.toHexString(at - Site.CODE) + "\njump_" + Long.toHexString(at - Site.JUMP) + ":\n" + before + "mov.m r31=ar.k" + (site.kept() + 3) + " ;;\n" + after + "br.cond.sptk.few b7 ;;\n";
    }

    private static String returning(Site site) {
        return Text.filled("""
            mov.m r31=ar.{k0} ;;
            mov cr.ipsr=r31
            mov.m r31=ar.{k1} ;;
            mov cr.iip=r31
            mov.m r31=ar.{k2} ;;
            mov cr.ifs=r31 ;;
            """, "k0", "k" + site.kept(), "k1", "k" + (site.kept() + 1), "k2", "k" + (site.kept() + 2));
    }

    private static String entrance(Site site, int offset, int number) {
        return Text.filled("""
            .at {offset}
            mov.m ar.{k2}=r31 ;;
            mov r31=psr ;;
            mov.m ar.{k1}=r31 ;;
            rsm {physical} ;;
            srlz.i ;;
            srlz.d ;;
            mov.m r31=ar.unat ;;
            mov.m ar.{k0}=r31 ;;
            movl r31={entry} ;;
            ld8 r31=[r31] ;;
            adds r31={r30},r31 ;;
            st8.spill [r31]=r30,8 ;;
            mov.m r30=ar.{k2} ;;
            st8 [r31]=r30
            at_{offset}:
            movl r30={vector} ;;
            br.cond.sptk.few @caught
            """, "offset", Integer.toHexString(offset), "physical", Startup.hex(PHYSICAL), "entry", Startup.hex(Site.VARIABLES + Variables.ENTRY), "r30", Block.BANK_0 + 14 * Block.WORD,
            "vector", Startup.hex(number), "k0", "k" + site.kept(), "k1", "k" + (site.kept() + 1), "k2", "k" + (site.kept() + 2));
    }

    /// r30 is the vector; r31 points to where r31 is kept. From here on r29 points to the entry, r18 holds the predicates.
    static String text(Site site) {
        return String.join("\n", caught(), returned(site), collecting(site), mishap());
    }

    private static String caught() {
        return Text.filled("""
            caught:
            adds r31={start},r31 ;;
            """, "start", -(Block.BANK_0 + 15 * Block.WORD)) + Text.each(16, 29, "st8.spill [r31]=r#,8 ;;") + Text.filled("""

            adds r29={start},r31
            mov r18=pr
            movl r19={variables} ;;
            adds r16={phase},r19 ;;
            ld8 r16=[r16] ;;
            cmp.eq p6,p7={running},r16 ;;
            (p7) br.cond.spnt.few @mishap
            movl r20={trap}
            adds r16={stepping},r19 ;;
            ld8 r16=[r16]
            cmp.eq p6,p7=r20,r30 ;;
            (p7) br.cond.spnt.few @collect
            cmp.eq p6,p7=0,r16 ;;
            (p6) br.cond.spnt.few @collect
            adds r16={steps},r19 ;;
            ld8 r17=[r16] ;;
            adds r17=-1,r17 ;;
            st8 [r16]=r17
            cmp.eq p6,p7=0,r17 ;;
            (p6) br.cond.spnt.few @collect
            adds r16={until},r19
            mov r20=cr.ipsr
            mov r21=cr.iip ;;
            ld8 r16=[r16]
            extr.u r20=r20,41,2 ;;
            add r21=r21,r20 ;;
            cmp.eq p6,p7=r16,r21 ;;
            (p6) br.cond.spnt.few @collect
            """, "start", -14 * Block.WORD - Block.BANK_0, "variables", Startup.hex(Site.VARIABLES), "phase", Variables.PHASE, "running", Variables.RUNNING, "trap", Startup.hex(SINGLE_STEP),
            "stepping", Variables.STEPPING, "steps", Variables.STEPS, "until", Variables.UNTIL);
    }

    /// The case goes on.
    private static String returned(Site site) {
        return "mov pr=r18,-1\nadds r31=" + Block.BANK_0 + ",r29 ;;\n" + Text.each(16, 29, "ld8.fill r#=[r31],8 ;;") + Text.filled("""

            ld8.fill r30=[r31]
            mov.m r31=ar.{k0} ;;
            mov.m ar.unat=r31
            mov.m r31=ar.{k2} ;;
            rfi ;;
            """, "k0", "k" + site.kept(), "k2", "k" + (site.kept() + 2));
    }

    /// Control registers first: some change without an interruption. Then the frame, before a return would load what it lacks, and nothing is translated any more.
    private static String collecting(Site site) {
        return "collect:\n" + Text.filled("adds r28={control},r29 ;;\n", "control", Block.CONTROL) + Text.each(Block.CONTROLS, "mov r17=cr.# ;;\nst8 [r28]=r17,8 ;;") + Text.filled("""

            adds r28={predicates},r29
            mov.m r16=ar.{k1} ;;
            st8 [r28]=r18,8 ;;
            st8 [r28]=r16,8 ;;
            st8 [r28]=r30,8
            mov.m r16=ar.{k0} ;;
            st8 [r28]=r16,8
            adds r17={steps},r19 ;;
            ld8 r16=[r17] ;;
            st8 [r28]=r16
            adds r17={phase},r19
            mov r16={collecting} ;;
            st8 [r17]=r16
            cover ;;
            mov r16=cr.ifs
            adds r17={frame},r29 ;;
            st8 [r17]=r16
            movl r17=@observe ;;
            mov cr.iip=r17
            mov cr.ipsr=r0
            mov cr.ifs=r0 ;;
            rfi ;;
            """, "frame", Block.FRAME, "predicates", Block.PREDICATES, "k0", "k" + site.kept(), "k1", "k" + (site.kept() + 1), "steps", Variables.STEPS, "phase", Variables.PHASE, "collecting", Variables.COLLECTING);
    }

    /// An interruption of the harness itself: the case is given up, and one of those that are not even running says so.
    private static String mishap() {
        return Text.filled("""
            mishap:
            adds r28={vector},r29 ;;
            st8 [r28]=r30
            adds r28={status},r29
            adds r16={phase},r19 ;;
            ld8 r17=[r16] ;;
            adds r20={mishap},r17 ;;
            st8 [r28]=r20
            st8 [r16]=r0
            cmp.eq p6,p7={idle},r17 ;;
            (p6) br.cond.spnt.few @done
            movl r17=@undo ;;
            mov cr.iip=r17
            mov cr.ipsr=r0
            mov cr.ifs=r0 ;;
            rfi ;;
            """, "vector", Block.VECTOR, "status", Block.STATUS, "phase", Variables.PHASE, "mishap", Status.MISHAP, "idle", Variables.IDLE);
    }
}
