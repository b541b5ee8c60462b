/// Frames that come into other hands, and frames that two guests have.
package vmmref.vectors.keys;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

final class OwnerDrafts {
    private OwnerDrafts() { }

    static Seq<Draft> all() {
        return moved().appendAll(handed()).appendAll(shared());
    }

    /// What happens to the page between its use and the next one.
    private static Plot happened(Plot plot, String what) {
        return switch (what) {
            case "gets another frame"                   -> plot.remap(0, 9, 200, 1);
            case "gets another frame, and its own again" -> plot.remap(0, 9, 200, 1).remap(0, 9, 9, 1);
            case "gets its own frame again"             -> plot.remap(0, 9, 9, 1);
            case "is taken, and given back"             -> plot.balloon(0, 9, 1).remap(0, 9, 9, 1);
            case "gets the frame of the code"           -> plot.remap(0, 9, 4, 1);
            case "lies at another page, too"            -> plot.remap(0, 11, 9, 1);
            case "stays while another one moves"        -> plot.remap(0, 11, 200, 1);
            default                                     -> plot;
        };
    }

    private static final Seq<String> CHANGES = Vector.of("gets another frame", "gets another frame, and its own again", "gets its own frame again", "is taken, and given back", "gets the frame of the code", "lies at another page, too", "stays while another one moves");

    private static Seq<Draft> moved() {
        return Vector.of("-", "psr-17", "psr~3").flatMap(way -> Scene.STATES.flatMap(state -> CHANGES.flatMap(change -> Scene.ACCESSES.filter(access -> way.equals("-") || access.equals("execute") || access.equals("write") && change.contains("again")).map(access -> {
            Plot plot = moving(state, way, change, access);
            return plot.draft("reused", "%s %s, then %s%s".formatted(Scene.words(state), change, access, Changes.with(way)), "FirstAccess", moving(state, way, "nothing", access)).unlessFull(way.equals("-") && (access.equals("read") || access.equals("execute")) && state != Use.UNSEEN && (change.contains("again") || change.contains("too")));
        }))).appendAll(Scene.STATES.flatMap(state -> Scene.ACCESSES.map(access -> moving(state, way, "nothing", access).draft("reused", "%s stays, then %s%s".formatted(Scene.words(state), access, Changes.with(way)), "FirstAccess")
            .in(way.equals("-") && state != Use.UNSEEN && (access.equals("read") || access.equals("execute")) ? Tier.CORE : Tier.FULL)))));
    }

    private static Plot moving(Use state, String way, String change, String access) {
        Plot plot = happened(Scene.in(state, way, Scene.text(access)), change);
        return plot.step(3).step(1);
    }

    private static Plot two() {
        return Plot.of(GuestBase.TWO).with("r14=9100 r15=9108 b6=9000").with(1, "r14=9100 r15=9108 b6=9000");
    }

    private static Plot preparing(Plot plot, Use state, int guest) {
        Plot coded = Scene.towards(state).headOption().map(access -> plot.code(guest, Scene.text(access))).getOrElse(plot);
        Plot filled = coded.holding(0, 0x9000, "br.ret.sptk.few b0");
        Plot whole = state == Use.PATCHED ? filled.holding(0, 0x9040, "(p6) thash r17=r20") : filled;
        return state == Use.UNSEEN ? whole : whole.bundles(state == Use.DATA ? 1 : 2);
    }

    /// A frame goes from one guest to the other.
    private static Seq<Draft> handed() {
        return Vector.of(true, false).flatMap(taken -> Scene.STATES.flatMap(state -> Scene.ACCESSES.map(access -> {
            Plot plot = handing(taken, state, access);
            return plot.draft("handed", "the frame of %s %s the other guest, which does %s".formatted(Scene.words(state), taken ? "is taken, and goes to" : "gets shared with", access), "FirstAccess", handing(!taken, state, access)).unlessFull(state != Use.UNSEEN && access.equals(taken ? "execute" : "write"));
        })));
    }

    private static Plot handing(boolean taken, Use state, String access) {
        Plot plot = preparing(two().code(1, Scene.text(access)), state, 0);
        return (taken ? plot.balloon(0, 9, 1) : plot).remap(1, 9, 9, 1).switching(1).bundles(1).step(1);
    }

    /// Both guests have a frame from the beginning: what one uses it as the other one's accesses meet.
    private static Seq<Draft> shared() {
        return Scene.STATES.flatMap(state -> Scene.ACCESSES.flatMap(access -> Scene.ACCESSES.map(again -> sharing(state, access, again)
            .draft("shared", "%s, which another guest has, too: that one does %s, the first one %s".formatted(Scene.words(state), access, again), "FirstAccess", sharing(state == Use.UNSEEN ? Use.DATA : Use.UNSEEN, access, again)).unlessFull(state == Use.CODE && access.equals("write")))));
    }

    private static Plot sharing(Use state, String access, String again) {
        Plot shared = two().mapping(1, map -> map.with(9, 9, 1)).code(1, Scene.text(access));
        Seq<String> code = Scene.towards(state).map(Scene::text).append(Scene.text(again));
        Plot plot = preparing(shared, state, 0).code(0, code.toJavaArray(String[]::new));
        return plot.switching(1).bundles(1).step(access.equals("execute") ? 3 : 1).switching(0).bundles(1).step(1);
    }
}
