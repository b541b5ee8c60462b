package vmmref.vectors.build;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import vmmref.model.bundle.Bundle;

/// Whether acts are an insertion: simulated one after another, as every processor may see them.
final class Written {
    private static final Pattern WRITES = Pattern.compile("((settle|[0-9a-f]{15}[08]=[0-9a-f]{16})( (settle|[0-9a-f]{15}[08]=[0-9a-f]{16}))*)?");
    private static final String SETTLE = "settle";

    private Written() { }

    /// {@return whether every processor meets the old code or the new, or at the entry a branch to the entry, after each act, and after the last one the new}
    static boolean of(Request.Insert insert, String text) {
        if (!WRITES.matcher(text).matches()) return false;
        Seq<String> acts = Vector.of(text.split(" ")).reject(String::isEmpty);
        Map<Long, Long> old = image(insert, insert.old());
        Map<Long, Long> changed = image(insert, insert.changed());
        Seq<Seen> all = acts.scanLeft(before(insert, old, changed), Written::after);
        return all.forAll(seen -> isWhole(insert, seen, old, changed)) && all.last().memory().equals(changed)
            && (all.last().isSettled() || acts.forAll(SETTLE::equals));
    }

    /// Where the old code waits at its entry it may be what an insertion left that was not finished: the other halves may look like anything until everything settles.
    private static Seen before(Request.Insert insert, Map<Long, Long> old, Map<Long, Long> changed) {
        Seen settled = Seen.of(old);
        return waits(insert, old) ? settled.unsure(insert.at().bits(), (at, half) -> Vector.of(0L, 1L, 2L).removeAll(Vector.of(half, changed.get(at).get())).head()) : settled;
    }

    private static Seen after(Seen seen, String act) {
        return act.equals(SETTLE) ? seen.settled() : seen.with(Long.parseUnsignedLong(act.substring(0, 16), 16), Long.reverseBytes(Long.parseUnsignedLong(act.substring(17), 16)));
    }

    /// Where the entry does not wait, all else must be known but for one half, which is old or new.
    private static boolean isWhole(Request.Insert insert, Seen seen, Map<Long, Long> old, Map<Long, Long> changed) {
        long at = insert.at().bits();
        Seq<Map<Long, Long>> entries = seen.views(Vector.of(at, at + Long.BYTES)).reject(entry -> waits(insert, entry));
        Seq<Long> others = old.keySet().toVector().removeAll(Vector.of(at, at + Long.BYTES));
        return entries.isEmpty() || seen.count(others) <= 2
            && seen.views(others).crossProduct(entries).map(both -> both._1.merge(both._2)).forAll(view -> view.equals(old) || view.equals(changed));
    }

    private static Map<Long, Long> image(Request.Insert insert, Seq<Bundle> bundles) {
        return LinkedHashMap.ofEntries(bundles.flatMap(bundle -> Vector.of(bundle.low(), bundle.high())).zipWithIndex((half, number) -> io.vavr.Tuple.of(insert.at().bits() + 8L * number, half)));
    }

    private static boolean waits(Request.Insert insert, Map<Long, Long> image) {
        return Alike.target(new Bundle(image.get(insert.at().bits()).get(), image.get(insert.at().bits() + 8).get())).contains(0L);
    }
}
