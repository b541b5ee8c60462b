/// What comes back from memory: loadrs, returns and frames that are loaded.
package vmmref.vectors.intr;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;

final class StackLoadDrafts {
    private static final Seq<MachineBase> BASES = Vector.of(MachineBase.VECTORED, MachineBase.VECTORED_VIRTUAL);
    private static final Seq<Integer> SLOTS = Vector.of(0, 1, 2, 4, 63);
    private static final String EMPTY = "cfm=0000000000";
    private static final String RETURNING = "psr-13 cr.iip=4100 cr.ipsr=%x cr.ifs=%016x";

    private StackLoadDrafts() { }

    static Seq<Draft> all() {
        return loaded().appendAll(refused()).appendAll(returned()).appendAll(emptied()).appendAll(restored()).appendAll(resumed()).appendAll(loading());
    }

    private static StackScene plain(MachineBase base, int slot, int dirty, boolean big) {
        StackScene scene = StackScene.of(base, slot, dirty).filled(7, big);
        return big ? scene.with("ar.rsc=10") : scene;
    }

    private static Seq<Draft> loaded() {
        return BASES.flatMap(base -> Vector.of(0, 1, 3).flatMap(dirty -> SLOTS.flatMap(slot -> Vector.of(0, 8, 0x17, 0x18, 0x20, 0x30).flatMap(bytes -> Vector.of(false, true).filter(big -> !big || bytes > 8).flatMap(big ->
            loading(base, slot, dirty, bytes, big).draft("loadrs", "loadrs", Option.some(loading(base, slot, dirty, bytes > 0 ? 0 : 0x30, big))))))));
    }

    private static StackScene loading(MachineBase base, int slot, int dirty, int bytes, boolean big) {
        return StackScene.of(base, slot, dirty).filled(7, big).with(EMPTY).with("ar.rsc=%x".formatted((long) bytes << 16 | (big ? 0x10 : 0)));
    }

    /// In a mode that is not lazy, in a frame, and more than there is room for.
    private static Seq<Draft> refused() {
        Seq<StackScene> modes = Vector.of(1, 2, 3).flatMap(mode -> Vector.of(0, 8).map(bytes -> StackScene.of(MachineBase.VECTORED, 2, 1).with(EMPTY).with("ar.rsc=%x".formatted((long) bytes << 16 | mode))));
        Seq<StackScene> frames = Vector.of(0, 1, 7, 8, 0x18).flatMap(bytes -> Vector.of("cfm=0000000001", "cfm=0000000820").map(frame -> StackScene.of(MachineBase.VECTORED, 2, 1).with(frame).with("ar.rsc=%x".formatted((long) bytes << 16))));
        Seq<StackScene> sizes = Vector.of(96, 97, 98, 99).flatMap(words -> Vector.of(0, 62, 33).map(slot -> StackScene.of(MachineBase.VECTORED, slot, 0).filled(3, false).with(EMPTY).with("ar.rsc=%x".formatted(8L * words << 16))));
        return modes.appendAll(frames).appendAll(sizes).flatMap(scene -> scene.draft("loadrs-refused", "loadrs", Option.some(StackScene.of(scene.base(), scene.slot(), scene.dirty()).with(EMPTY).with("ar.rsc=0"))));
    }

    private static Seq<Draft> returned() {
        return BASES.flatMap(base -> Vector.of(1, 2, 3, 5).flatMap(sol -> Vector.of(0, 2).flatMap(out -> Vector.of(0, 1, 3).flatMap(dirty -> SLOTS.flatMap(slot -> Vector.of(false, true).filter(big -> !big || sol == 3 && base == MachineBase.VECTORED).flatMap(big ->
            plain(base, slot, dirty, big).with("ar.pfs=%016x".formatted(pfs(sol + out, sol))).draft("return", "br.ret.sptk.few b6", Option.some(plain(base, slot, dirty, big).with("ar.pfs=%016x".formatted(pfs(sol, 0)))))))))));
    }

    /// Of level 3, with an epilog count.
    private static long pfs(int sof, int sol) {
        return sof | (long) sol << 7 | 0x15L << 52 | 3L << 62;
    }

    private static Seq<Draft> emptied() {
        return Vector.of(1, 2, 5).flatMap(dirty -> Vector.of(0, 1, 2, 5).flatMap(sol -> Vector.of(0, 62).flatMap(slot -> Vector.of(94, 96).flatMap(sof ->
            StackScene.of(MachineBase.VECTORED, slot, dirty).with("ar.pfs=%016x".formatted(pfs(sof, sol))).draft("emptied", "br.ret.sptk.few b6", Option.some(StackScene.of(MachineBase.VECTORED, slot, 0).with("ar.pfs=%016x".formatted(pfs(sof, 0)))))))));
    }

    private static String returning(MachineBase base, long ifs, int rt) {
        long ipsr = base == MachineBase.VECTORED ? 0x2000L | (long) rt << 27 : 0x1000022000L | (long) rt << 27;
        return RETURNING.formatted(ipsr, ifs);
    }

    private static Seq<Draft> restored() {
        return BASES.flatMap(base -> Vector.of(0, 1, 3, 8).flatMap(sof -> Vector.of(0, 1, 3).flatMap(dirty -> Vector.of(0, 2, 62).flatMap(slot -> Vector.of(0, 1).filter(rt -> rt == 0 || base == MachineBase.VECTORED_VIRTUAL).flatMap(rt ->
            StackScene.of(base, slot, dirty).filled(9, false).with(EMPTY).with(returning(base, Long.MIN_VALUE | sof | 1L << 32, rt)).draft("restored", "rfi",
                Option.some(StackScene.of(base, slot, dirty).filled(9, false).with(EMPTY).with(returning(base, sof, rt)))))))));
    }

    /// Frames that an interruption left incomplete.
    private static Seq<Draft> resumed() {
        return BASES.flatMap(base -> Vector.of(1, 2, 3, 6).flatMap(missing -> SLOTS.flatMap(slot -> Vector.of("cfm=0000000408", "cfm=0000000006").flatMap(frame -> Vector.of("rfi", "cover", "nop.m 0x0", "mov.m r9=ar.bsp").flatMap(text -> {
            StackScene scene = StackScene.of(base, slot, -missing).filled(9, false).with(frame).with(returning(base, 0, base == MachineBase.VECTORED ? 0 : 1));
            return scene.draft("resumed", text, Option.some(StackScene.of(base, slot, 0).filled(9, false).with(frame).with(returning(base, 0, base == MachineBase.VECTORED ? 0 : 1))));
        })))));
    }

    /// Frames that are loaded before the first instruction.
    private static Seq<Draft> loading() {
        return Vector.of(1, 2, 4).flatMap(missing -> SLOTS.flatMap(slot -> Vector.of("-", "ar.rsc=10", "ar.rsc=2", "ar.rsc=3", "psr+40", "psr+26").flatMap(change -> Vector.of("nop.m 0x0", "br.cond.sptk.few .+0x40").flatMap(text -> {
            StackScene scene = StackScene.of(MachineBase.VECTORED, slot, -missing).filled(9, change.equals("ar.rsc=10")).with("loading=1").with(change);
            return scene.draft("loading", text, Option.some(StackScene.of(MachineBase.VECTORED, slot, 0).filled(9, change.equals("ar.rsc=10")).with(change)));
        }))));
    }
}
