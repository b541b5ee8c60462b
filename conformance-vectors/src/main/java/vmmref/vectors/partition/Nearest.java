package vmmref.vectors.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Stream;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Leaves;

/// Finds to each case one that differs in a single field, and whose last event another clause decides.
///
/// What a case holds is known by the sum of the hashes of its leaves, so that leaving out one is a subtraction.
final class Nearest {
    private static final int DIGITS = 16;

    /// By everything that cases hold, by that without the value of one field, and by that without one field or the last event.
    private final Map<Long, List<Known>> whole = new HashMap<>();
    private final Map<Long, List<Known>> valueless = new HashMap<>();
    private final Map<Long, List<Known>> lacking = new HashMap<>();

    private Nearest(Seq<Known> known) {
        known.forEach(each -> {
            put(whole, each.sum, each);
            each.leaves.forEach(leaf -> put(valueless, each.valueless(leaf), each));
            each.parts().forEach(part -> put(lacking, each.without(part), each));
        });
    }

    private static void put(Map<Long, List<Known>> map, long key, Known known) {
        map.computeIfAbsent(key, absent -> new ArrayList<>()).add(known);
    }

    private record Leaf(String path, long hash) {
        static Leaf of(String path, String value) {
            return new Leaf(path, hash(path + "=" + value));
        }

        static long hash(String text) {
            return Long.parseUnsignedLong(Json.sha256(text.getBytes(StandardCharsets.UTF_8)).substring("sha256:".length()).substring(0, DIGITS), 16);
        }
    }

    /// @param decided the clause that decides the last event
    /// @param sum     of the hashes
    private record Known(Draft draft, Seq<Leaf> leaves, Option<String> decided, long sum) {
        static Known of(Draft draft, Option<String> decided) {
            Seq<Leaf> leaves = Leaves.of(draft.stimulus().json()).map(leaf -> Leaf.of(leaf._1, leaf._2)).toVector();
            return new Known(draft, leaves, decided, leaves.foldLeft(0L, (sum, leaf) -> sum + leaf.hash));
        }

        long valueless(Leaf leaf) {
            return sum - leaf.hash + Leaf.hash(leaf.path);
        }

        /// {@return fields, the smallest first; of the events the last one}
        Seq<String> parts() {
            int events = draft.stimulus().in().get("do").size();
            return leaves.map(Leaf::path).flatMap(path -> Vector.of(path, path.replaceFirst("\\.[^.]*$", ""))).distinct()
                .filter(path -> path.matches("pre\\..*\\..*") || path.equals("in.do." + (events - 1))).sortBy(path -> -path.length());
        }

        long without(String part) {
            return leaves.filter(leaf -> leaf.path.equals(part) || leaf.path.startsWith(part + ".")).foldLeft(sum, (rest, leaf) -> rest - leaf.hash);
        }
    }

    /// {@return the same drafts, each with a near one where there is one}
    static Seq<Draft> of(Seq<Draft> drafts) {
        Reference reference = new Reference();
        PartitionKind kind = new PartitionKind();
        Seq<Known> known = drafts.map(draft -> Known.of(draft, reference.meeting(draft.needs()).flatMap(vmm -> kind.expectation(vmm, draft.given(PartitionKind.NAME)).because())));
        Nearest nearest = new Nearest(known);
        return known.map(each -> nearest.to(each).map(near -> each.draft.nearTo(near.draft.stimulus())).getOrElse(each.draft));
    }

    /// One with another value of a field, else one that lacks a field, else one that has another one. Its stimulus names it, so no other case has that, or it has the same needs.
    private Option<Known> to(Known each) {
        return Stream.ofAll(each.leaves).flatMap(leaf -> valueless.getOrDefault(each.valueless(leaf), List.of()))
            .appendAll(Stream.ofAll(each.parts()).flatMap(part -> whole.getOrDefault(each.without(part), List.of())))
            .appendAll(Stream.of(each.sum).flatMap(all -> lacking.getOrDefault(all, List.of())))
            .find(other -> other.sum != each.sum && !other.decided.equals(each.decided) && (whole.get(other.sum).size() == 1 || other.draft.needs().equals(each.draft.needs())));
    }
}
