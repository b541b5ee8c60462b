package vmmref.vectors.recognize;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.spec.Clause;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Recognized;

/// One place of an answer.
record Found(String place, String value, Clause because) {
    static final String CUT = " cut";

    /// {@return the places that tell what was found, in the order in which it was}
    static Seq<Found> all(Seq<Recognized> found) {
        return found.groupBy(Recognized::place).values().toVector().flatMap(same -> same.zipWithIndex().flatMap(each -> {
            String place = each._1.place() + (each._2 == 0 ? "" : "#" + (each._2 + 1));
            return told(each._1).map(part -> new Found(place + part._1, part._2, each._1.because()));
        }));
    }

    private static Seq<Tuple2<String, String>> told(Recognized recognized) {
        BlockPattern block = recognized.block();
        return switch (recognized) {
            case Recognized.Hit hit -> Vector.of(Tuple.of("", block.name()))
                .appendAll(block.action().map(action -> Tuple.of(".action", action.text())))
                .appendAll(hit.values().map(value -> Tuple.of("." + value._1, String.valueOf(value._2))));
            case Recognized.Cut cut -> Vector.of(Tuple.of("", block.name() + CUT), Tuple.of(".members", String.valueOf(cut.members())));
            case Recognized.Not not -> throw new IllegalStateException("a scan tells what is not there: " + block.name() + " at " + not.place());
        };
    }
}
