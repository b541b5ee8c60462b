package vmmref.properties.partition;

import edu.mit.csail.sdg.translator.A4Solution;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.properties.alloy.Model;

/// The Alloy model of the partition hardware, and runs of it.
record Alloy(Model model) {
    private static final Seq<String> REFUSED = Vector.of("Refused");

    /// {@return the model and more of its text}
    static Alloy with(String more) {
        Seq<String> relations = Relations.PARAMETERS.appendAll(Relations.STATE).appendAll(Relations.EVENT).appendAll(REFUSED);
        return new Alloy(Model.of("partition.als", Relations.names() + more, relations, Relations::name));
    }

    /// {@return at most so many stories that a run tells, different ones}
    Seq<Story> stories(String run, Size size, int most) {
        return model.told(run, most, solution -> story(solution, size));
    }

    private Story story(A4Solution solution, Size size) {
        return new Story(size, model.facts(solution, Relations.PARAMETERS, 0), Vector.range(0, solution.getTraceLength()).map(i -> moment(solution, i)));
    }

    private Moment moment(A4Solution solution, int state) {
        boolean refused = !model.facts(solution, REFUSED, state).of("Refused").isEmpty();
        return new Moment(model.facts(solution, Relations.STATE, state), model.facts(solution, Relations.EVENT, state), refused);
    }
}
