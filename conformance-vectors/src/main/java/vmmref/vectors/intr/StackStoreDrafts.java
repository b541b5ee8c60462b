/// What goes to memory: flushrs, alloc without room, and engines that are eager.
package vmmref.vectors.intr;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;

final class StackStoreDrafts {
    private static final Seq<MachineBase> BASES = Vector.of(MachineBase.VECTORED, MachineBase.VECTORED_VIRTUAL);
    private static final Seq<Integer> SLOTS = Vector.of(0, 7, 60, 61, 62, 63);
    /// Engines that are little-endian, big-endian, and big-endian on a big-endian machine.
    private static final Seq<String> ORDERS = Vector.of("-", "ar.rsc=10", "ar.rsc=10 psr+1", "psr+1");

    private StackStoreDrafts() { }

    static Seq<Draft> all() {
        return flushed().appendAll(many()).appendAll(allocated()).appendAll(refused()).appendAll(eager());
    }

    private static Seq<Draft> flushed() {
        return BASES.flatMap(base -> Vector.of(0, 1, 2, 3, 5).flatMap(dirty -> SLOTS.flatMap(slot -> Vector.of(0, 1, 2).flatMap(nats -> ORDERS.zipWithIndex().filter(order -> order._2 == 0 || (order._2 + slot + nats) % 3 == 0)
            .flatMap(order -> plain(base, slot, dirty).naming(nats).with(order._1).draft("flush", "flushrs", near(base, slot, dirty, nats, order._2)))))));
    }

    private static StackScene plain(MachineBase base, int slot, int dirty) {
        return StackScene.of(base, slot, dirty);
    }

    private static Option<StackScene> near(MachineBase base, int slot, int dirty, int nats, int order) {
        return order > 0 ? Option.some(plain(base, slot, dirty).naming(nats)) : nats > 0 ? Option.some(plain(base, slot, dirty).naming(0)) : dirty > 0 ? Option.some(plain(base, slot, 0).naming(0)) : Option.none();
    }

    private static Seq<Draft> many() {
        return Vector.of(31, 62, 63, 64).flatMap(dirty -> Vector.of(0, 62, 33).flatMap(slot -> plain(MachineBase.VECTORED, slot, dirty).draft("flush-many", "flushrs", Option.some(plain(MachineBase.VECTORED, slot, 1)))));
    }

    private static Seq<Draft> allocated() {
        return BASES.flatMap(base -> Vector.of(1, 2, 3, 5).flatMap(dirty -> Vector.of(0, 61, 62, 63).flatMap(slot -> Vector.rangeClosed(95 - dirty, 96).flatMap(sof -> Vector.of("-", "ar.rsc=10").filter(order -> order.equals("-") || sof == 96)
            .flatMap(order -> plain(base, slot, dirty).with("ar.pfs=c000000000000123").with(order).draft("alloc", alloc(sof, slot % 2), Option.some(plain(base, slot, 0).with("ar.pfs=c000000000000123").with(order))))))));
    }

    private static String alloc(int sof, int way) {
        return way == 0 ? "alloc r33=ar.pfs,0,%d,0,0".formatted(sof) : "alloc r8=ar.pfs,%d,0,%d,0".formatted(sof - 8, 8);
    }

    /// What is wrong with an allocation is found before anything is stored.
    private static Seq<Draft> refused() {
        return Vector.of(0, 62, 63).flatMap(slot -> Vector.of("alloc r0=ar.pfs,0,96,0,0", "alloc r8=ar.pfs,0,96,0,16", "alloc r126=ar.pfs,0,94,0,0").flatMap(text -> Vector.of("-", "cfm=0000044820").flatMap(frame ->
            plain(MachineBase.VECTORED, slot, 3).with(frame).draft("alloc-refused", text, Option.some(plain(MachineBase.VECTORED, slot, 0).with(frame))))));
    }

    /// An engine that may store of its own accord does, or does not.
    private static Seq<Draft> eager() {
        return Vector.of("nop.m 0x0", "add r33=r34,r35", "flushrs", "mov.m r33=ar.bsp").flatMap(text -> Vector.of(1, 2, 3).flatMap(mode -> Vector.of(0, 61, 62, 63).flatMap(slot -> Vector.of(0, 1, 3).flatMap(dirty ->
            plain(MachineBase.VECTORED, slot, dirty).with("ar.rsc=%x".formatted(mode)).draft("eager", text, Option.some(plain(MachineBase.VECTORED, slot, dirty)))))));
    }
}
