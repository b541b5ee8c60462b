/// Covered frames: while interruptions are collected and while they are not, at both levels.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class CoverDrafts {
    private static final Seq<String> FRAMES = Vector.of("0000000000", "0000000810", "0000000c60", "0000000790", "00000c4810", "000a0c4810", "020a0c4810");
    private static final Seq<String> STATUS = Vector.of("-", "psr-13", "psr~3", "psr~3 psr-13");

    private CoverDrafts() { }

    static Seq<Draft> all() {
        return frames().appendAll(then());
    }

    private static Seq<Draft> frames() {
        return FRAMES.zipWithIndex().flatMap(frame -> STATUS.flatMap(status -> Vector.of("MIB;", "BBB;").map(template -> covering(status, frame._1, template)
            .draft("cover", "cover in %s in the frame %s%s".formatted(template.replace(";", ""), frame._1, Changes.with(status)), "RegisterFrame", covering(STATUS.get((STATUS.indexOf(status) + 1) % STATUS.size()), frame._1, template)).unlessFull(template.startsWith("M") && frame._2 % 3 == 1 && !status.startsWith("psr~3")))));
    }

    private static Plot covering(String status, String frame, String template) {
        return Scene.slotted(status, template, 2, "cover").with("cr.ifs=5 cfm=" + frame).step(3);
    }

    /// What follows it finds the new frame.
    private static Seq<Draft> then() {
        return Vector.of("mov r17=cr.ifs", "alloc r32=ar.pfs,2,3,4,0", "rfi", "flushrs", "adds r32=0x1,r32", "cover", "mov.m r17=ar.bsp", "br.call.sptk.few b0=b6").zipWithIndex().flatMap(text -> STATUS.map(status -> then(status, text._1)
            .draft("cover-then", "cover, and then %s%s".formatted(text._1, Changes.with(status)), "RegisterFrame", then(STATUS.get((STATUS.indexOf(status) + 1) % STATUS.size()), text._1)).unlessFull(status.equals("psr-13") && text._2 % 2 == 0)));
    }

    private static Plot then(String status, String text) {
        return Scene.code(Scene.of(status), "cover", text, "nop.m 0x0").with("cr.iip=4100 cr.ipsr=1008022000 b6=4100").bundles(1).step(text.startsWith("br") ? 3 : text.startsWith("adds") ? 1 : 2);
    }
}
