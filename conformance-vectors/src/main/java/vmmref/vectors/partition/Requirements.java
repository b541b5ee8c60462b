package vmmref.vectors.partition;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Leaves;
import vmmref.vectors.format.Needs;

/// How many cells, processors, partitions and lines an implementation must have so that a case means something to it: those that the case names.
final class Requirements {
    private static final String CELLS = "cells";
    private static final String PROCESSORS = "processors";
    private static final String PARTITIONS = "partitions";
    private static final String REPORT = "report-lines";
    private static final String STATUS = "status-lines";

    /// Where a number stands: in the path and value of a leaf, `path=value`.
    private static final Seq<Tuple2<Pattern, String>> NAMED = Vector.of(
        named("cells\\.(\\d)\\..*", CELLS),
        named("partitions\\.(\\d)\\..*", PARTITIONS),
        named("partitions\\.\\d\\.route\\.\\d+=(\\d)", CELLS),
        named("(?:.*\\.)?(?:secure|sees)\\.\\d+=(\\d).*", CELLS),
        named("(?:.*\\.)?(?:secure|sees)\\.\\d+=\\d\\.(\\d)", PROCESSORS),
        named("cells\\.\\d\\.software\\.(\\d)=.*", PROCESSORS),
        named("do\\.\\d+\\.by=(\\d).*", CELLS),
        named("do\\.\\d+\\.by=\\d\\.(\\d)", PROCESSORS),
        named("do\\.\\d+\\.cell=(\\d)", CELLS),
        named(".*\\.(?:partition|one|other|assigned)=(\\d)", PARTITIONS),
        named("partitions\\.\\d\\.(?:asked|consented|enabled)\\.\\d+=(\\d)", PARTITIONS),
        named("do\\.\\d+\\.path=report (\\d)", CELLS),
        named("do\\.\\d+\\.path=status (\\d)", PARTITIONS),
        named("cells\\.\\d\\.stuck\\.(\\d+)=.*", REPORT),
        named("partitions\\.\\d\\.stuck\\.(\\d+)=.*", STATUS));

    private Requirements() { }

    private static Tuple2<Pattern, String> named(String pattern, String parameter) {
        return Tuple.of(Pattern.compile(pattern), parameter);
    }

    /// {@return the needs of a case that starts in a state, and others}
    static Needs of(ObjectNode start, ObjectNode in, Map<String, String> others) {
        return new Needs(least(start, in).filter(each -> each._2 > 1).mapValues(number -> ">=" + number).foldLeft(others, (all, each) -> all.containsKey(each._1) ? all : all.put(each)));
    }

    /// {@return the first parameter of which some needs do not say that there is enough, and how much is enough}
    static Seq<Tuple2<String, Integer>> unsaid(ObjectNode start, ObjectNode in, Needs needs) {
        return least(start, in).filter(each -> each._2 > 1 && !needs.conditions().get(each._1).exists(condition -> isEnough(condition, each._2))).toVector();
    }

    private static boolean isEnough(String condition, int least) {
        return condition.matches("(>=|=)\\d{1,9}") && Integer.parseInt(condition.replaceFirst("\\D+", "")) >= least;
    }

    private static Map<String, Integer> least(ObjectNode start, ObjectNode in) {
        Map<String, String> leaves = Leaves.of(start).merge(Leaves.of(in));
        return leaves.flatMap(leaf -> NAMED.flatMap(each -> number(each._1, leaf._1 + "=" + leaf._2).map(number -> Tuple.of(each._2, number + 1))).appendAll(line(leaf, leaves)))
            .foldLeft(LinkedHashMap.empty(), (all, each) -> all.put(each._1, each._2, Math::max));
    }

    private static Seq<Integer> number(Pattern pattern, String leaf) {
        Matcher matcher = pattern.matcher(leaf);
        return matcher.matches() ? Vector.of(Integer.valueOf(matcher.group(1))) : Vector.empty();
    }

    private static Seq<Tuple2<String, Integer>> line(Tuple2<String, String> leaf, Map<String, String> leaves) {
        if (!leaf._1.matches("do\\.\\d+\\.line")) return Vector.empty();
        boolean report = leaves.get(leaf._1.replace(".line", ".path")).exists(path -> path.startsWith("report"));
        return Vector.of(Tuple.of(report ? REPORT : STATUS, Integer.parseInt(leaf._2) + 1));
    }
}
