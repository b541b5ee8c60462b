package vmmref.properties.scratch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.properties.alloy.Scenario;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// A way on that there is.
///
/// @param from the level before
record Passing(Option<Detector> told, int from, int to) {

    /// {@return all: to a lower level leads a privileged instruction, or a transfer that is told, and to nothing else does the latter}
    static Seq<Passing> all() {
        Seq<Option<Detector>> told = Vector.of(Detector.values()).map(Option::some).prepend(Option.none());
        return told.flatMap(each -> Vector.of(0, 3).flatMap(from -> Vector.of(0, 3).map(to -> new Passing(each, from, to)))).filter(Passing::exists);
    }

    private boolean exists() {
        boolean lowers = from == 0 && to == 3;
        return told.map(each -> switch (each) {
            case PRIVILEGED_INSTRUCTION -> true;
            case EXECUTION_CAUGHT       -> !lowers;
            case PRIVILEGE_DECREASE     -> lowers;
        }).getOrElse(!lowers);
    }

    Happening happening() {
        return new Happening.Pass(told, to);
    }

    /// {@return what Alloy is asked to tell of it}
    Scenario scenario(Presence presence) {
        String name = told.map(Detector::name).getOrElse("Untold") + from + to + presence;
        String seen = told.map(each -> "Now.told = " + each + " and " + each + " in Machine." + (to == 0 || each == Detector.EXECUTION_CAUGHT ? "entries" : "exits")).getOrElse("no Now.told");
        return new Scenario(name, "Now.event = Pass and " + seen + " and runs.level = " + level(from) + " and Now.to = " + level(to) + " and runs.presence = " + presence
            + " and runs.area != Machine.holds; Now.event = Read");
    }

    private static String level(int level) {
        return level == 0 ? "Zero" : "Three";
    }

    /// {@return the rules with another meaning of it}
    Rules with(Passage other) {
        return new Rules((detectors, detector, before, after) -> told.contains(detector) && before == from && after == to ? other : detectors.passage(detector, before, after), Rules.RIGHT.move());
    }
}
