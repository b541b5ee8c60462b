package vmmref.vectors.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Needs;
import vmmref.vmm.build.Line;

/// Pairs and triples of instructions of every unit, with and without stops; what is bound to a place; longer programs.
final class PackDrafts {
    private static final Seq<String> UNITS = Vector.of("add r10=r11,r12", "ld8 r8=[r9]", "mov b0=r8", "fma.s0 f6=f7,f8,f9", "br.cond.sptk.few b1", "movl r4=0x123");
    private static final Seq<String> LAST  = Vector.of("itc.d r2", "itc.i r2", "ptc.g r3,r2", "ptc.ga r3,r2", "cover", "clrrrb", "clrrrb.pr", "rfi", "bsw.0", "bsw.1", "vmsw.0", "vmsw.1");
    private static final Seq<String> FIRST = Vector.of("alloc r32=ar.pfs,8,4,0", "flushrs", "loadrs");
    private static final Seq<String> LOOPS = Vector.of("br.cloop.sptk.few .+0x10", "br.ctop.sptk.few .+0x10", "br.cexit.sptk.few .+0x10", "(p16) br.wtop.sptk.few .+0x10", "(p16) br.wexit.sptk.few .+0x10");

    private PackDrafts() { }

    static Seq<Draft> all() {
        return UNITS.flatMap(each -> Vector.of(each, each + " ;;")).map(PackDrafts::draft)
            .appendAll(UNITS.crossProduct(UNITS).flatMap(pair -> Vector.of(pair._1 + " | " + pair._2, pair._1 + " ;; | " + pair._2, pair._1 + " | " + pair._2 + " ;;", pair._1 + " ;; | " + pair._2 + " ;;")).map(PackDrafts::draft).toVector())
            .appendAll(UNITS.crossProduct(UNITS).flatMap(pair -> UNITS.map(third -> pair._1 + " | " + pair._2 + " | " + third + " ;;")).map(PackDrafts::draft).toVector())
            .appendAll(LAST.flatMap(PackDrafts::last))
            .appendAll(FIRST.flatMap(PackDrafts::first))
            .appendAll(LOOPS.flatMap(loop -> Vector.of(loop, "br.cond.sptk.few b1 | " + loop, loop + " | br.cond.sptk.few b1", "mov b0=r8 | " + loop + " ;; | ld8 r8=[r9]").map(PackDrafts::draft)))
            .appendAll(Vector.of(4, 9, 31).map(size -> draft(Vector.range(0, size).map(number -> UNITS.get(number * 5 % 6) + (number % 3 == 1 ? " ;;" : "")).mkString(" | "))))
            .append(draft(""));
    }

    private static Seq<Draft> last(String last) {
        String whole = "ld8 r8=[r9] | " + last + " ;; | add r10=r11,r12";
        return Vector.of(draft(last + " ;;"), draft(whole), draft(last + " ;; | " + last + " ;;"), refused(whole.replace(last + " ;;", last), whole));
    }

    private static Seq<Draft> first(String first) {
        String whole = "add r10=r11,r12 ;; | " + first + " | ld8 r8=[r9]";
        return Vector.of(draft(first), draft(whole), draft("br.cond.sptk.few b1 ;; | " + first), refused(whole.replaceFirst(" ;;", ""), whole));
    }

    private static Draft draft(String program) {
        return Cases.model("pack", told(program), "LostStop", Needs.none(), request(program));
    }

    private static String told(String program) {
        int size = Cases.lines(program).size();
        return size == 0 ? "packs nothing" : size > 3 ? "packs " + size + " instructions of all units" : "packs " + program;
    }

    private static Draft refused(String program, String right) {
        return Cases.near(Cases.model("pack", "refuses " + program, "LostStop", Needs.none(), request(program)), request(right));
    }

    private static Request request(String program) {
        Seq<Line> lines = Cases.lines(program);
        return new Request.Pack(lines);
    }
}
