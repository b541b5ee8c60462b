/// Where frames and stores begin: calls, cover, and moves of the registers of the engine.
package vmmref.vectors.intr;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;

final class StackMoveDrafts {
    private static final Seq<Integer> SLOTS = Vector.of(0, 1, 31, 60, 61, 62, 63);
    private static final Seq<String> TARGETS = Vector.of("a000", "a1f0", "a1f8", "a007", "a1e9", "fffffffffffffff8", "2000000000000ff8");

    private StackMoveDrafts() { }

    static Seq<Draft> all() {
        return framed().appendAll(moved()).appendAll(told()).appendAll(closed());
    }

    private static Seq<Draft> framed() {
        return Vector.of("cover", "br.call.sptk.few b1=.+0x40", "brl.call.sptk.few b1=.+0x40").flatMap(text -> SLOTS.flatMap(slot -> Vector.of(0, 1, 3).flatMap(dirty -> Vector.of("cfm=0000000820", "cfm=0000000001", "cfm=0000000040", "cfm=0000002040").flatMap(frame ->
            StackScene.of(MachineBase.VECTORED, slot, dirty).with(frame).with("psr-13").draft("frame", text, Option.some(StackScene.of(MachineBase.VECTORED, slot, dirty).with("cfm=0000000000").with("psr-13")))))));
    }

    private static Seq<Draft> moved() {
        return TARGETS.flatMap(target -> Vector.of(0, 1, 2, 5, 64).flatMap(dirty -> Vector.of(0, 62).filter(slot -> dirty < 64 || slot == 0).flatMap(slot -> StackScene.of(MachineBase.VECTORED, slot, dirty).with("r34=" + target).draft("moved", "mov.m ar.bspstore=r34",
            Option.some(StackScene.of(MachineBase.VECTORED, slot, dirty).with("r34=a100"))))));
    }

    private static Seq<Draft> told() {
        return Vector.of("mov.m r33=ar.bsp", "mov.m r33=ar.bspstore", "mov.m r33=ar.rnat", "mov.m ar.rnat=r34", "mov.m ar.bspstore=r34", "mov.m ar.rsc=r34").flatMap(text -> SLOTS.flatMap(slot -> Vector.of(0, 2).flatMap(dirty -> StackScene.of(MachineBase.VECTORED, slot, dirty).with("r34=8000000000003ff0")
            .draft("told", text, Option.some(StackScene.of(MachineBase.VECTORED, slot, 5).with("r34=8000000000003ff0"))))));
    }

    private static Seq<Draft> closed() {
        return Vector.of("mov.m r33=ar.bsp", "mov.m r33=ar.bspstore", "mov.m r33=ar.rnat", "mov.m ar.rnat=r34", "mov.m ar.bspstore=r34").flatMap(text -> Vector.of(1, 2, 3).flatMap(mode -> StackScene.of(MachineBase.VECTORED, 5, 0).with("ar.rsc=%x".formatted(mode)).draft("closed", text,
            Option.some(StackScene.of(MachineBase.VECTORED, 5, 0)))));
    }
}
