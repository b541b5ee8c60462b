package vmmref.properties.alloy;

import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;

/// What relations of an Alloy model hold: for each relation, in Alloy's words, its tuples, in Alloy's words.
///
/// @param relations all of a kind, those that hold nothing among them
public record Facts(SortedMap<String, SortedSet<String>> relations) {

    /// {@return that each of these relations holds nothing}
    public static Facts none(Seq<String> relations) {
        return new Facts(TreeMap.ofEntries(relations.map(each -> Tuple.of(each, TreeSet.empty()))));
    }

    /// {@return these facts and another tuple, such as `Cell0 -> Slot1`}
    public Facts and(String relation, Object... atoms) {
        return new Facts(relations.put(relation, of(relation).add(Vector.of(atoms).mkString(" -> "))));
    }

    public Facts and(Facts others) {
        return new Facts(TreeMap.ofEntries(relations.toVector().appendAll(others.relations)));
    }

    public SortedSet<String> of(String relation) {
        return relations.get(relation).getOrElseThrow(() -> new IllegalArgumentException("no relation is called " + relation));
    }

    /// {@return the formula that says so}
    public String formula() {
        return relations.toVector().map(each -> each._2.isEmpty() ? "no (" + each._1 + ")" : "(" + each._1 + ") = " + each._2.mkString(" + ")).mkString(" and ");
    }

    /// {@return what holds something, to be read by people}
    public String text() {
        return relations.toVector().filter(each -> !each._2.isEmpty()).map(each -> each._1.replaceFirst("\\w+ <: |Now\\.", "") + " " + each._2.mkString(", ")).mkString("; ");
    }

    /// {@return the relations in which others say something else, to be read by people}
    public Seq<String> differences(String name, Facts others, String otherName) {
        Set<String> all = relations.keySet().union(others.relations.keySet());
        return all.toVector().filter(each -> !of(each).equals(others.of(each)))
            .map(each -> each + ": " + name + " {" + of(each).mkString(", ") + "}, " + otherName + " {" + others.of(each).mkString(", ") + "}");
    }
}
