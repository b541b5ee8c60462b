/// Traps alone and together, after instructions that go on, branch and return.
package vmmref.vectors.intr;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;

final class TrapDrafts {
    private static final Seq<String> ENABLED = Vector.of("-", "psr+40", "psr+26", "psr+26 psr+40", "psr+25", "psr+25 psr+40", "psr+25 psr+26", "psr+25 psr+26 psr+40");
    private static final Seq<String> FEW = Vector.of("-", "psr+26", "psr+25 psr+26 psr+40");
    private static final Seq<String> NESTED = Vector.of("psr+40", "psr+26", "psr+25 psr+26 psr+40");
    /// What is executed, after which changes.
    private static final Seq<Executed> EXECUTED = Vector.of(
        new Executed("nop.m 0x0", "-"), new Executed("nop.i 0x5", "-"), new Executed("add r33=r34,r35", "-"), new Executed("(p9) add r0=r34,r35", "p9=0"), new Executed("movl r33=0x123456789abcdef0", "-"), new Executed("nop.x 0x5", "-"),
        new Executed("ld8 r33=[r35]", "r35=8010"), new Executed("st8 [r35]=r34", "r35=8010"), new Executed("br.cond.sptk.few .+0x40", "-"), new Executed("(p9) br.cond.sptk.few .+0x40", "p9=0"), new Executed("br.cond.sptk.few .-0x40", "p9=1"),
        new Executed("br.call.sptk.few b6=.+0x40", "-"), new Executed("br.cloop.sptk.few .-0x20", "ar.lc=2"), new Executed("br.cloop.sptk.few .-0x20", "ar.lc=0"), new Executed("br.ctop.sptk.few .-0x20", "ar.lc=2"), new Executed("br.cond.sptk.few b7", "b7=410f"),
        new Executed("br.ret.sptk.few b6", "ar.pfs=c000000000000000"), new Executed("br.ret.sptk.few b6", "ar.pfs=4000000000000000"), new Executed("br.ret.sptk.few b6", "ar.pfs=0000000000000000"), new Executed("br.ret.sptk.few b6", "psr~3 ar.pfs=0000000000000000"),
        new Executed("chk.s.m r34,.+0x40", "r34.nat=1"), new Executed("chk.s.i r34,.+0x40", "-"), new Executed("brl.cond.sptk.few .+0x40", "-"), new Executed("cover", "-"), new Executed("clrrrb", "-"), new Executed("rsm 0x2000", "-"), new Executed("ssm 0x2000", "psr-13"),
        new Executed("rfi", "psr-13 cr.ipsr=2000 cr.iip=4100 cr.ifs=0"), new Executed("rfi", "psr-13 cr.ipsr=0000010306002000 cr.iip=4100 cr.ifs=0"), new Executed("epc", "psr~3 ar.pfs=c000000000000000"));
    /// After which the machine goes on where no address is implemented.
    private static final Seq<Executed> BEYOND = Vector.of(
        new Executed("br.cond.sptk.few b7", "b7=4000000000004100"), new Executed("br.call.sptk.few b6=b7", "b7=4000000000004100"), new Executed("br.ret.sptk.few b6", "b6=4000000000004100 ar.pfs=c000000000000000"), new Executed("(p9) br.cond.sptk.few b7", "b7=4000000000004100 p9=0"),
        new Executed("br.cond.sptk.few b7", "b7=c000000000004100"), new Executed("br.cond.sptk.few b7", "b7=8000000000004100"), new Executed("rfi", "psr-13 cr.ipsr=2000 cr.iip=4000000000004100 cr.ifs=0"), new Executed("rfi", "psr-13 cr.ipsr=0000010306002000 cr.iip=4000000000004100 cr.ifs=0"),
        new Executed("rfi", "psr-13 cr.ipsr=0 cr.iip=4000000000004100 cr.ifs=0"), new Executed("nop.b 0x0", "ip=0003fffffffffff0 needs.pa=<51"), new Executed("nop.x 0x5", "ip=0003fffffffffff0 needs.pa=<51"), new Executed("nop.m 0x0", "ip=0003fffffffffff0 needs.pa=<51"));

    private record Executed(String text, String changes) { }

    private TrapDrafts() { }

    /// Every other point of a product is for tier core, so that any two of its values still meet.
    static Seq<Draft> all() {
        return traps(MachineBase.VECTORED, EXECUTED, "traps", "-", ENABLED).appendAll(traps(MachineBase.VECTORED_VIRTUAL, EXECUTED.zipWithIndex().filter(each -> each._2 % 5 == 1).map(each -> each._1), "traps", "-", ENABLED))
            .appendAll(traps(MachineBase.VECTORED, BEYOND, "beyond", "needs.pa=<63 needs.unimplemented-fetch==trap", FEW)).appendAll(traps(MachineBase.VECTORED, BEYOND, "beyond", "needs.pa=<63 needs.unimplemented-fetch==fault", FEW))
            .appendAll(translated()).appendAll(watched());
    }

    private static Seq<Draft> traps(MachineBase base, Seq<Executed> executed, String topic, String needs, Seq<String> enabled) {
        return executed.zipWithIndex().flatMap(each -> Vector.of(0, 1, 2).flatMap(slot -> Scene.of(base).with(needs).with(each._1.changes).executing(slot, each._1.text))
            .flatMap(scene -> traps(scene, enabled, topic, "%s in slot %d, after %s".formatted(each._1.text, scene.machine().position().slot(), each._1.changes))
                .zipWithIndex((draft, index) -> draft.unlessFull((each._2 + scene.machine().position().slot() + index) % 2 == 0))));
    }

    /// With nothing enabled no trap is due, or only one that always is.
    private static Seq<Draft> traps(Scene plain, Seq<String> all, String topic, String title) {
        return all.flatMap(enabled -> Vector.of("-", "psr-13").map(off -> plain.with(enabled).with(off)).zip(Vector.of("", ", while PSR.ic is 0")).filter(each -> each._2.isEmpty() || NESTED.contains(enabled) && plain.machine().psr().ic()).filter(each -> Drafts.isSaid(each._1))
            .map(each -> each._1.draft(topic, "%s; %s%s".formatted(title, enabled.equals("-") ? "no trap enabled" : enabled, each._2), List.of("TrapOrder"), enabled.equals("-") ? Option.none() : Option.some(plain).filter(Drafts::isSaid))));
    }

    /// Translated addresses that are not implemented are written by their implemented bits; near to them is one that is implemented.
    private static Seq<Draft> translated() {
        return Vector.of("2000000000004100", "0010000000004100", "2008000000004100", "fff7ffffffffff00", "1ff8000000000000", "1ff7fffffffffff0", "0004000000000000", "e003fffffffffff0").flatMap(target -> Vector.of("trap", "fault").flatMap(way -> Vector.of("-", "psr+26", "psr-13")
            .flatMap(change -> branching("2000000000004100", way, "-").flatMap(near -> branching(target, way, change).map(scene -> scene.draft("beyond", "a branch to %s, %s (%s)".formatted(target, change, way), List.of("UnimplementedAddress"), Option.some(near)))))));
    }

    private static Option<Scene> branching(String target, String way, String change) {
        return Scene.of(MachineBase.VECTORED_VIRTUAL).with("b7=%s needs.va=<61 needs.unimplemented-fetch==%s".formatted(target, way)).with(change).executing(2, "br.cond.sptk.few b7").filter(Drafts::isSaid);
    }

    /// The slot after one that was not watched is fetched again.
    private static Seq<Draft> watched() {
        Seq<String> watching = Vector.of("itr0.pte=7c1", "psr+24 ibr0=4000 ibr1=8fffffffffffffff", "itr0.pte=7c1 psr+24 ibr0=4000 ibr1=8fffffffffffffff");
        Seq<String> bits = Vector.of("psr+45", "psr+37", "psr+45 psr+37", "-", "psr+39");
        return watching.flatMap(watch -> bits.flatMap(bit -> Vector.of("add r33=r34,r35", "(p9) add r33=r34,r35").flatMap(text -> Vector.of(0, 1).flatMap(slot -> Vector.of(1, 2, 3).flatMap(turns ->
            Scene.of(MachineBase.VECTORED_VIRTUAL).with(watch).with(bit).executing(slot, text).map(scene -> scene.turning(turns)).filter(Drafts::isSaid).map(scene ->
                scene.draft("watched", "%s in slot %d, %s, %s, %d turns".formatted(text, slot, watch, bit, turns), List.of("StatusBit"), near(watch, bit, text, slot, turns))))))));
    }

    private static Option<Scene> near(String watch, String bit, String text, int slot, int turns) {
        String other = watch.startsWith("itr0") ? "psr+45 psr+37" : "psr+37";
        return bit.equals("-") || turns == 1 ? Option.none() : Scene.of(MachineBase.VECTORED_VIRTUAL).with(watch).with(other.equals(bit) ? "-" : other).executing(slot, text).map(scene -> scene.turning(turns));
    }
}
