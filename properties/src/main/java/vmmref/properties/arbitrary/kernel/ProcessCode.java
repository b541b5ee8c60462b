package vmmref.properties.arbitrary.kernel;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// The page of code of a process: what every process can call, and what this one does.
///
/// @param acts one after the other; then it ends
record ProcessCode(Seq<Act> acts) {
    /// How many bundles what it does may take: there is one page.
    private static final int MOST = 180;
    /// Where a process goes that has gone astray, and by which it ends: at the beginning of its page.
    private static final Seq<String> LEAVE = Vector.of("leave:", "break.m 0x107", "br.cond.sptk.few @leave");
    private static final Seq<String> LIBRARY = LEAVE.appendAll(tree()).append("routine:").append("adds r12=1,r12").append("br.ret.sptk.few b0")
        .append("other:").append("thash r12=r2").append("br.ret.sptk.few b0").append("plain:").append("adds r12=2,r12").append("br.ret.sptk.few b0");

    /// {@return a routine that calls itself so often as r8 says, with frames of 30 registers, and adds what it finds in them}
    static Seq<String> tree() {
        return Vector.of("tree:", "alloc r35=ar.pfs,0,30,2,0", "mov r36=b0", "adds r37=0,r8", "adds r60=5,r8", "cmp.eq p8,p9=0,r8", "(p8) br.cond.sptk.few @grown", "adds r8=-1,r8", "br.call.sptk.few b0=@tree", "add r9=r9,r37", "add r9=r9,r60", "grown:", "mov.i ar.pfs=r35", "mov b0=r36", "br.ret.sptk.few b0");
    }

    /// {@return the lines, what it does first of them}
    Seq<String> lines() {
        return LIBRARY.append("start:").appendAll(fitting()).append("br.cond.sptk.few @leave");
    }

    /// {@return the texts of what it does, as far as there is room for whole acts}
    private Seq<String> fitting() {
        return acts.foldLeft(Vector.<String>empty(), (texts, act) -> texts.size() + act.texts().size() > MOST ? texts : texts.appendAll(act.texts()));
    }

    /// {@return what only this one does}
    Listing own() {
        Listing all = listing();
        return new Listing(all.labels().get("start").get(), all.labels(), fitting());
    }

    Listing listing() {
        return Listing.of(Layout.REGION + Layout.CODE, lines());
    }
}
