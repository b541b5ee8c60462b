package vmmref.properties.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.properties.alloy.Facts;

/// What happens to a complex, as one of the models tells it.
///
/// @param size       of the hardware
/// @param parameters of the hardware besides
/// @param moments    one after another; with the last the story ends, whatever its event
record Story(Size size, Facts parameters, Vector<Moment> moments) {

    /// {@return a run of Alloy that fixes how the story begins, and each event, and leaves it to the rules what becomes of them}
    String run(String name) {
        Seq<String> events = moments.init().map(each -> each.event().formula()).append("always Now.event = Idle");
        Seq<String> begun = events.update(0, first -> moments.head().state().formula() + " and " + first);
        return "run " + name + " { always step and " + parameters.formula() + " and (\n" + begun.map(each -> "  (" + each + ")").mkString(";\n") + ") } " + size.scope(moments.size()) + "\n";
    }

    /// {@return what happens in it}
    Seq<String> happenings() {
        return moments.init().map(Moment::happening);
    }

    /// {@return the stories of one event each of which it is made}
    Seq<Story> single() {
        return moments.sliding(2).toVector().map(each -> new Story(size, parameters, each.toVector()));
    }

    /// {@return the first thing that is otherwise in a story with the same beginning and the same events, with both sides}
    Option<String> disagreement(String name, Story other, String otherName) {
        return Vector.range(0, moments.size()).flatMap(i -> disagreement(i, name, other, otherName)).headOption()
            .map(text -> text + "\nwith " + parameters.text() + "; of " + size.hardware().reports() + " and " + size.hardware().statuses());
    }

    private Option<String> disagreement(int moment, String name, Story other, String otherName) {
        Moment own = moments.get(moment);
        Moment its = other.moments.get(moment);
        Seq<String> differences = own.state().differences(name, its.state(), otherName);
        if (differences.nonEmpty()) return Option.some((moment == 0 ? "at the beginning" : "after step " + moment + ": " + moments.get(moment - 1).text()) + "\n" + differences.mkString("\n"));
        return Option.when(moment < moments.size() - 1 && own.refused() != its.refused(),
            "at step " + (moment + 1) + ": " + own.text() + "\n" + name + " says " + own.happening() + ", " + otherName + " says " + its.happening());
    }
}
