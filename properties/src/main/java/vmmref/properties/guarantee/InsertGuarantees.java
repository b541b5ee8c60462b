package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Builds.ENTRY_WHOLE;
import static vmmref.spec.Builds.INSERTION_REFUSED;
import static vmmref.spec.Builds.WRITES_ORDERED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.memory.VirtualAddress;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Builds;
import vmmref.vmm.build.Act;
import vmmref.vmm.build.Insertion;

/// What holds of code that takes the place of other code.
class InsertGuarantees {
    /// A bundle BBB whose slot 0 is `br.cond.sptk.few .+0x0`.
    private static final long WAITS = 0x0000100000000016L;
    private static final Act SETTLE = new Act.Settle();

    /// What was there, and what shall be.
    ///
    /// @param at   of the first bundle
    /// @param old  the halves of the bundles
    /// @param changed as many
    record Change(VirtualAddress at, Seq<Long> old, Seq<Long> changed) {
        Insertion asked(Subject subject) {
            return observed(subject.builder().insert(at, bundles(old), bundles(changed)));
        }
    }

    private static Seq<Bundle> bundles(Seq<Long> halves) {
        return halves.grouped(2).map(two -> new Bundle(two.get(0), two.get(1))).toVector();
    }

    @Guarantee
    @Label("whoever comes to the entry meets the old code, the new code, or waits")
    @Builds.Checks({ENTRY_WHOLE, WRITES_ORDERED})
    void theEntryIsNeverAMixture(Subject subject, @ForAll("changes") Change change, @ForAll @IntRange(max = 9) int unfinished) {
        Insertion insertion = change.asked(subject);
        Seq<Views> forth = planned(insertion).scanLeft(Views.of(change.at(), change.old()), Views::after);
        forth.forEach(views -> assertWhole(subject, change, views));
        assertEquals(Views.of(change.at(), change.changed()), forth.last(), "new, and settled");
        Views left = forth.get(Math.min(unfinished, forth.size() - 1));
        assertEquals(bundles(left.memory(change.at())), ((Insertion.Planned) insertion).after(change.at(), bundles(change.old()), forth.indexOf(left)), "what memory holds in the midst of it");
        Change back = new Change(change.at(), left.memory(change.at()), change.old());
        Seq<Views> returning = planned(back.asked(subject)).scanLeft(left, Views::after);
        returning.forEach(views -> assertWhole(subject, change, views));
        assertEquals(Views.of(change.at(), change.old()), returning.last(), "old, and settled");
        Outcomes.label("acts").collect(Math.min(forth.size() - 1, 6)).coverage(checker -> Vector.of(0, 2, 3, 5, 6).forEach(size -> checker.check(size).count(count -> count > 0)));
    }

    private static Seq<Act> planned(Insertion insertion) {
        return assertInstanceOf(Insertion.Planned.class, insertion).acts();
    }

    /// Whatever a processor sees of the halves that have not settled.
    private static void assertWhole(Subject subject, Change change, Views views) {
        views.all(change.at()).forEach(seen -> assertTrue(seen.equals(change.old()) || seen.equals(change.changed()) || waits(subject, bundles(seen).head()), seen.toString()));
    }

    private static boolean waits(Subject subject, Bundle entry) {
        return subject.decode(entry).slots().head() instanceof Decoded.Assigned first && Assembly.text(first.instruction()).equals("br.cond.sptk.few .+0x0");
    }

    @Guarantee
    @Label("what is equal is not written, what differs is written once, and all settles before the midst is touched, before the entry opens, and at the end")
    @Builds.Checks(WRITES_ORDERED)
    void aWriteIsNeverInVain(Subject subject, @ForAll("changes") Change change) {
        Seq<Act> acts = planned(change.asked(subject));
        Seq<Long> addresses = Vector.range(0, change.old().size()).map(number -> change.at().bits() + 8L * number);
        Seq<Act> needed = addresses.zip(change.changed()).zip(change.old()).filter(each -> !each._1._2.equals(each._2)).map(each -> new Act.Write(new VirtualAddress(each._1._1), each._1._2));
        Seq<Act> midst = needed.filter(act -> act instanceof Act.Write(VirtualAddress where, long bits) && !where.equals(change.at()));
        if (needed.isEmpty()) assertEquals(needed, acts);
        else if (needed.size() == 1) assertEquals((change.old().head() == WAITS && midst.isEmpty() ? Vector.<Act>of(SETTLE) : Vector.<Act>empty()).appendAll(needed).append(SETTLE), acts);
        else {
            assertEquals(midst, acts.filter(act -> act instanceof Act.Write(VirtualAddress where, long bits) && !where.equals(change.at())));
            assertEquals(acts.size() - acts.distinct().size(), acts.count(SETTLE::equals) - 1, "written twice");
            assertTrue(acts.indexOf(SETTLE) < acts.indexOf(midst.head()), "nothing settles before the midst");
            assertTrue(change.changed().head() == WAITS || acts.dropRight(2).last().equals(SETTLE), "nothing settles before the entry opens");
            assertEquals(SETTLE, acts.last(), "nothing settles at the end");
        }
        Outcomes.label("differing").collect(Math.min(3, needed.size())).coverage(checker -> Vector.rangeClosed(0, 3).forEach(count -> checker.check(count).count(cases -> cases > 0)));
    }

    /// Why there may be no insertion.
    enum Fault { UNALIGNED, EMPTY, FEWER, MORE }

    @Guarantee
    @Label("an insertion without a place is refused")
    @Builds.Checks(INSERTION_REFUSED)
    void insertionsWithoutAPlaceAreRefused(Subject subject, @ForAll("changes") Change change, @ForAll Fault fault, @ForAll @IntRange(min = 1, max = 15) int astray) {
        Change wrong = switch (fault) {
            case UNALIGNED -> new Change(new VirtualAddress(change.at().bits() + astray), change.old(), change.changed());
            case EMPTY     -> new Change(change.at(), Vector.empty(), Vector.empty());
            case FEWER     -> new Change(change.at(), change.old(), change.changed().drop(2));
            case MORE      -> new Change(change.at(), change.old(), change.changed().append(1L).append(2L));
        };
        assertEquals(INSERTION_REFUSED, assertInstanceOf(Insertion.Refused.class, wrong.asked(subject)).because());
        Outcomes.label("fault").collect(fault).coverage(checker -> Vector.of(Fault.values()).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    /// One to three bundles; half of the halves stay, and a fifth of the entries wait.
    @Provide
    Arbitrary<Change> changes() {
        Arbitrary<Seq<Long>> halves = Arbitraries.integers().between(1, 3).flatMap(size -> Instructions.words().list().ofSize(2 * size)).map(Vector::ofAll);
        Arbitrary<Seq<Long>> entries = Combinators.combine(halves, Arbitraries.integers().between(0, 4)).as((all, what) -> what == 0 ? all.update(0, WAITS) : all);
        return Combinators.combine(Instructions.words(), entries, entries, Instructions.words()).as((at, old, other, stays) -> new Change(new VirtualAddress(at & -16), old,
            old.zipWithIndex((half, number) -> (stays >>> number & 1) == 0 || number >= other.size() ? half : other.get(number))));
    }
}
