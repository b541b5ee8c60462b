/// Starts at which a machine is interrupted, each in every slot, with interruption collection on, off and in flight, and in ways that change what is told.
package vmmref.vectors.intr;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Source;
import vmmref.vectors.machine.MachineBase;

public final class CauseDrafts {
    /// Which an implementation need not raise.
    static final Seq<String> FREE = Vector.of("speculative-operation");

    private static final String FETCHED = "nop.i 0x5";
    private static final int SLOT = 1;
    /// Of the ways in which one start is changed, one of so many is for tier core, another for each next start.
    private static final int OTHERS = 3;
    /// What a start that has a region of its own keeps.
    private static final String REGION = "rr0=";
    /// How a start differs from one with PSR.ic 1: what is said of it, and the changes.
    private static final Seq<Change> ALWAYS = Vector.of(new Change("while PSR.ic is 0", "psr-13"), new Change("while PSR.ic is in flight", "ic.in-flight=1"));
    private static final Seq<Change> SOMETIMES = Vector.of(
        new Change("while PSR.ic is 0 and in flight", "psr-13 ic.in-flight=1"), new Change("in bank 1, big-endian", "psr+44 psr+1"), new Change("with user-mask bits", "psr+2 psr+3 psr+4 psr+5"),
        new Change("that handlers are big-endian", "cr.dcr=2"), new Change("that handlers count", "cr.dcr=1"), new Change("of big-endian code, back in little-endian", "psr+1 cr.dcr=0"),
        new Change("with vectors elsewhere", "cr.iva=4000018000"), new Change("with low bits of IVA", "cr.iva=ffff"), new Change("after another last bundle", "last=5550"), new Change("with IFS not valid", "cr.ifs=123"),
        new Change("with external interrupts on", "psr+14"), new Change("with protection of the monitor", "psr+35"), new Change("that is stepped", "psr+40"), new Change("in another region", "rr0=30130"));
    private static final Change DEFERRING = new Change("from a page that defers", "itr0.pte=00100000000007e1");

    private record Change(String said, String text) { }

    private CauseDrafts() { }

    static Seq<Draft> all() {
        return rows().zipWithIndex().flatMap(row -> of(row._1, row._2).map(draft -> draft.unlessFull(isTelling(row._1, draft)))).appendAll(Vector.of(MachineBase.VECTORED, MachineBase.VECTORED_VIRTUAL).flatMap(base ->
            Vector.of(0, 1, 2).map(slot -> plain(base, slot).draft("cause", "nothing happens in slot %d of %s".formatted(slot, base.base().name()), List.of("Interruption"), Option.none()))));
    }

    /// Of walks in vain few stand for the others in tier core: those of one load, one query and one fetch.
    private static boolean isTelling(Table.Row row, Draft draft) {
        return draft.tier() != Tier.FULL && (!row.cell(1).equals("VhptWalker") || row.cell(4).matches("ld8 r33=.r35.|tpa .*|nop.i 0x5"));
    }

    public static Seq<Table.Row> rows() {
        return Source.named(CauseDrafts.class, "causes").rows();
    }

    /// {@return each interruption with a start at which it is due, in the first slot that the instruction can have}
    public static Seq<Tuple2<String, Scene>> starts() {
        return rows().map(row -> Tuple.of(row.cell(0), slots(row).head()));
    }

    private static MachineBase base(Table.Row row) {
        return row.cell(2).equals("flat") ? MachineBase.VECTORED : MachineBase.VECTORED_VIRTUAL;
    }

    private static Seq<Scene> slots(Table.Row row) {
        return Vector.of(0, 1, 2).flatMap(slot -> Scene.of(base(row)).with(row.cell(3)).executing(slot, row.cell(4)));
    }

    private static Scene plain(MachineBase base, int slot) {
        return Scene.of(base).executing(slot, slot == 0 ? "nop.m 0x0" : FETCHED).get();
    }

    /// The first is near to one at which nothing happens, the others to the first.
    private static Seq<Draft> of(Table.Row row, int number) {
        MachineBase base = base(row);
        Seq<Scene> slots = slots(row).filter(Drafts::isSaid);
        if (slots.isEmpty()) throw new IllegalStateException(row.where() + ": nothing is said of " + row.cell(4));
        Scene first = slots.head();
        String title = "%s: %s".formatted(row.cell(0), row.cell(4));
        Seq<Change> changes = ALWAYS.append(SOMETIMES.get(number % SOMETIMES.size())).append(SOMETIMES.get((number * 5 + 3) % SOMETIMES.size())).appendAll(base == MachineBase.VECTORED_VIRTUAL && number % 2 == 0 ? Option.some(DEFERRING) : Option.none()).distinct()
            .reject(change -> change.text.startsWith(REGION) && row.cell(3).contains(REGION));
        Seq<Draft> others = slots.tail().map(scene -> scene.draft("cause", "%s in slot %d".formatted(title, scene.machine().position().slot()), List.of(row.cell(1)), Option.some(first)))
            .appendAll(slots.zipWithIndex().flatMap(slot -> changes.filter(change -> slot._2 == number % slots.size() || change == ALWAYS.head())
                .flatMap(change -> changed(slot._1, change).map(scene -> scene.draft("cause", "%s in slot %d %s".formatted(title, scene.machine().position().slot(), change.said), List.of(row.cell(1)), Option.some(slot._1)).unlessFull(slot._2 == number % slots.size() && changes.indexOf(change) != 3)))));
        return others.zipWithIndex((draft, index) -> draft.unlessFull((number + index) % OTHERS == 0)).prepend(first.draft("cause", title, List.of(row.cell(1)), Option.some(plain(base, SLOT))));
    }

    /// {@return a scene after a change, if it is another one}
    private static Option<Scene> changed(Scene scene, Change change) {
        return Option.some(scene.with(change.text)).filter(other -> !other.stimulus().equals(scene.stimulus())).filter(Drafts::isSaid);
    }
}
