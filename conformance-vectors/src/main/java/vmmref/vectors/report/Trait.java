/// One way in which the vectors of a cluster are wrong.
package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;

/// `place` is where, without numbers, and `operand` the operand there, or nothing; `patterns` says more, and how often, the most frequent first.
public record Trait(String place, String operand, Manner manner, int cases, Seq<Tuple2<String, Integer>> patterns) {

    private static final int SHOWN = 3;

    static Trait of(Contrast outline, Seq<Tuple2<Contrast, Integer>> ways) {
        return new Trait(outline.place(), outline.operand(), outline.manner(), ways.map(way -> way._2).sum().intValue(),
            ways.map(way -> way.map1(Contrast::pattern)).reject(way -> way._1.isEmpty()));
    }

    /// {@return it in words, such as `slotN.imm14 differs in the sign of a number (bits 63-13)`}
    public String words() {
        return place + operand + " " + manner.words() + (patterns.size() == 1 ? " (" + patterns.head()._1 + ")" : "");
    }

    /// {@return the patterns in words, where there are several: `bits 20-13 in 31 cases, bit 7 in 2 cases and 4 others`}
    public String details() {
        if (patterns.size() < 2) return "";
        String rest = patterns.size() > SHOWN ? " and %,d others".formatted(patterns.size() - SHOWN) : "";
        return patterns.take(SHOWN).map(pattern -> "%s in %,d %s".formatted(pattern._1, pattern._2, pattern._2 == 1 ? "case" : "cases")).mkString(", ") + rest;
    }
}
