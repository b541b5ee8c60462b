/// External interrupts and the interval timer: what is pending, masked, in service, raised and acknowledged.
package vmmref.vectors.intr;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.SplittableRandom;
import vmmref.model.event.Event;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;

final class ExternalDrafts {
    private static final int DRAWN = 150;
    private static final Seq<Integer> VECTORS = Vector.of(0, 2, 16, 17, 31, 32, 33, 47, 63, 64, 100, 127, 128, 191, 192, 239, 240, 254, 255);
    private static final Seq<Integer> SOME = Vector.of(0, 2, 16, 33, 64, 255);
    private static final Seq<String> STATUS = Vector.of("psr+14", "psr+13", "psr+14 psr-13");
    private static final Seq<String> MASKS = Vector.of("0", "10", "20", "f0", "10000", "100f0", "70");
    private static final Seq<String> EXECUTED = Vector.of("nop.m 0x0", "mov r33=cr.ivr", "mov cr.eoi=r0", "mov cr.tpr=r0", "ssm 0x4000", "break.m 0x5");
    private static final Seq<String> READING = Vector.of("ld8 r33=[r35]", "ld4 r33=[r35]", "st8 [r35]=r34", "nop.m 0x0", "ld8.c.nc r33=[r35]", "chk.a.nc r33,.+0x40", "xchg8 r33=[r35],r34");
    private static final Seq<String> TIMES = Vector.of("0", "1", "f", "10", "11", "ffffffffffffffff", "8000000000000000", "100");

    private ExternalDrafts() { }

    static Seq<Draft> all() {
        return single().appendAll(waiting()).appendAll(acknowledged()).appendAll(ended()).appendAll(taken()).appendAll(acknowledgedFirst()).appendAll(nothing()).appendAll(unimplemented())
            .appendAll(drawn()).appendAll(timed()).appendAll(written());
    }

    private static Option<Scene> scene(int slot, String changes, String text) {
        return Scene.of(MachineBase.VECTORED).with(changes).executing(slot, text).filter(Drafts::isSaid);
    }

    private static Scene raising(Scene scene, int vector) {
        return scene.happening(0, new Event.Raise(vector));
    }

    private static Draft draft(String topic, Scene scene, String title, Option<Scene> near) {
        return scene.draft(topic, title, List.of("Interrupt"), near);
    }

    /// One vector, raised before the turn, with masks.
    private static Seq<Draft> single() {
        return VECTORS.flatMap(vector -> MASKS.flatMap(mask -> STATUS.filter(status -> !status.equals("psr+13") || mask.equals("0")).filter(status -> !status.contains("-13") || vector % 4 == 0)
            .flatMap(status -> single(vector, mask, status))));
    }

    private static Option<Draft> single(int vector, String mask, String status) {
        String changes = "%s cr.tpr=%s".formatted(status, mask);
        boolean plain = status.equals("psr+14") && mask.equals("0");
        return scene(vector % 3, changes, "nop.m 0x0").orElse(scene(0, changes, "nop.m 0x0")).map(scene -> draft("external", raising(scene, vector), "interrupt %d, TPR %s, %s".formatted(vector, mask, status),
            plain ? Option.none() : Option.some(raising(scene.with("psr+14 psr+13 cr.tpr=0"), vector))));
    }

    /// One vector is in service, another pending, and what software does.
    private static Seq<Draft> waiting() {
        return SOME.flatMap(pending -> SOME.flatMap(serving -> Vector.of("nop.m 0x0", "mov r33=cr.ivr", "mov cr.eoi=r0").flatMap(text -> waiting(pending, serving, text))));
    }

    private static Option<Draft> waiting(int pending, int serving, String text) {
        String status = text.startsWith("nop") ? "psr+14" : "psr-14";
        return scene(0, "%s in-service=%d".formatted(status, serving), text).map(scene -> draft("served", raising(scene, pending), "%s while %d is in service and %d pending".formatted(text, serving, pending),
            scene(0, status, text).map(near -> raising(near, pending))));
    }

    private static Seq<Draft> taken() {
        return SOME.flatMap(pending -> scene(0, "psr+14", "nop.m 0x0").map(scene -> draft("served", raising(scene, pending), "%d is taken".formatted(pending), Option.some(scene))));
    }

    private static Seq<Draft> acknowledged() {
        return SOME.flatMap(pending -> scene(0, "psr-14", "mov r33=cr.ivr").map(scene -> draft("served", raising(scene, pending), "%d is acknowledged".formatted(pending), Option.some(scene))));
    }

    private static Seq<Draft> acknowledgedFirst() {
        return SOME.flatMap(one -> SOME.filter(other -> other > one).flatMap(other -> scene(0, "-", "mov r33=cr.ivr").map(scene ->
            draft("served", raising(raising(scene, one), other), "the first of %d and %d is acknowledged".formatted(one, other), Option.some(raising(scene, one))))));
    }

    private static Seq<Draft> ended() {
        return SOME.flatMap(one -> scene(0, "in-service=" + one, "mov cr.eoi=r34").map(scene -> draft("served", scene, "the end of %d".formatted(one), scene(0, "-", "mov cr.eoi=r34"))))
            .appendAll(SOME.flatMap(pending -> scene(0, "psr-14", "mov cr.eoi=r0").map(scene -> draft("served", raising(scene, pending), "the end of nothing while %d is pending".formatted(pending), Option.none()))));
    }

    private static Seq<Draft> nothing() {
        return Vector.of("mov r33=cr.ivr", "mov cr.eoi=r34", "mov r33=cr.irr0", "nop.m 0x0").flatMap(text -> Vector.of("-", "psr+14").flatMap(status -> scene(0, status, text).map(scene ->
            draft("served", scene, "%s with nothing pending, %s".formatted(text, status), Option.none()))));
    }

    /// Before a fetch from an address that is not implemented; near to it is that fetch.
    private static Seq<Draft> unimplemented() {
        return Vector.of("0004000000004000", "4000000000004100", "7ffffffffffffff0").flatMap(at -> Vector.of(0, 1).flatMap(slot ->
            scene(slot, "psr+14 ip=%s needs.pa=<51 needs.unimplemented-fetch==fault".formatted(at), "nop.m 0x0").map(scene ->
                draft("external", raising(scene, 33), "an interrupt before slot %d at %s, which is not implemented".formatted(slot, at), Option.some(scene)))));
    }

    /// Sets of vectors, masks, events and instructions, drawn with fixed seeds; each once more while PSR.i is 0.
    private static Seq<Draft> drawn() {
        return Vector.range(0, DRAWN).flatMap(ExternalDrafts::drawn);
    }

    private static Seq<Draft> drawn(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Seq<Integer> pending = Vector.fill(random.nextInt(4), () -> drawn(VECTORS, random)).distinct();
        String serving = random.nextInt(3) == 0 ? " in-service=" + drawn(VECTORS, random) : "";
        String changes = "%s cr.tpr=%s%s last=%x0".formatted(random.nextInt(4) == 0 ? "psr-13" : "psr+13", drawn(MASKS, random), serving, random.nextInt(0x100, 0x1000));
        String text = drawn(EXECUTED, random);
        int turns = random.nextInt(1, 4);
        Option<Scene> scene = scene(random.nextInt(2), changes, text).map(each -> pending.foldLeft(each.turning(turns), (all, vector) -> all.happening(random.nextInt(turns), new Event.Raise(vector))))
            .map(each -> each.holding(0xb000, 0, "mov r33=cr.ivr"));
        Option<Scene> enabled = scene.map(each -> each.with("psr+14")).filter(Drafts::isSaid);
        Option<Scene> disabled = scene.map(each -> each.with("psr-14")).filter(Drafts::isSaid);
        String title = "%s with %s and %%s, interrupts drawn with the seed %d".formatted(text, changes, seed);
        return enabled.map(each -> draft("drawn", each, title.formatted("psr+14"), Option.none())).toVector().appendAll(disabled.map(each -> draft("drawn", each, title.formatted("psr-14"), enabled)));
    }

    private static <T> T drawn(Seq<T> some, SplittableRandom random) {
        return some.get(random.nextInt(some.size()));
    }

    /// ITC is not compared: that it grew is told by the timer, and by reading it.
    private static Seq<Draft> timed() {
        return TIMES.flatMap(ticks -> Vector.of("20", "0", "ffffffffffffffff", "11").flatMap(match -> Vector.of("21", "10021", "5", "2", "ff").flatMap(vector ->
            Vector.of("psr+14", "psr-14").filter(status -> status.equals("psr+14") || vector.equals("21")).flatMap(status -> timed(ticks, match, vector, status)))));
    }

    private static Option<Draft> timed(String ticks, String match, String vector, String status) {
        return scene(0, "%s ar.itc=10 cr.itm=%s cr.itv=%s".formatted(status, match, vector), "nop.m 0x0").map(scene -> ticking(scene, Long.parseUnsignedLong(ticks, 16))
            .draft("timer", "%s ticks from 10 to %s, ITV %s, %s".formatted(ticks, match, vector, status), List.of("Timer"), Option.some(ticking(scene, 0))));
    }

    private static Scene ticking(Scene scene, long ticks) {
        return scene.happening(0, new Event.Tick(ticks));
    }

    /// Another agent writes what is read, or where a load was advanced.
    private static Seq<Draft> written() {
        return READING.flatMap(text -> Vector.of(1, 2, 4, 8).flatMap(size -> Vector.of(0x8010L, 0x8018L, 0x8020L).flatMap(at -> Vector.of(0, 1).flatMap(after -> advanced(text).map(scene -> scene
                .happening(after, new Event.Write(new PhysicalAddress(at), size, 0x123456789abcdef0L))
                .draft("written", "%s; %d bytes at %x are written %s".formatted(text, size, at, after == 0 ? "before" : "after"), List.of("OtherAgent"), Option.some(scene)))))))
            .appendAll(READING.flatMap(text -> advanced(text).map(scene -> scene.draft("written", text + " while nobody writes", List.of("OtherAgent"), Option.none()))))
            .appendAll(code());
    }

    private static Option<Scene> advanced(String text) {
        return scene(0, "r35=8010 r33=55 alat.r33=0000000000008010+8", text);
    }

    private static Seq<Draft> code() {
        return scene(0, "-", "nop.m 0x0").map(scene -> scene.turning(2)).toVector().flatMap(scene -> Vector.of(0, 1)
            .map(after -> scene.happening(after, new Event.Write(new PhysicalAddress(0x4008L), 8, 0)).draft("written", "the bundle is written after %d turns".formatted(after), List.of("OtherAgent"), Option.some(scene)))
            .append(scene.draft("written", "the bundle stays as it is", List.of("OtherAgent"), Option.none())));
    }
}
