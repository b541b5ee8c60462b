package vmmref.properties.alloy;

import edu.mit.csail.sdg.translator.A4Solution;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// What a file of `spec/alloy` speaks of, in Alloy's words.
///
/// @param file       such as `keys.als`
/// @param atoms      how many of each signature there are; the first of `Page` is `Page0`, and so on
/// @param parameters the relations that stay
/// @param state      those that change
/// @param event      those that say which event comes next
/// @param outcome    those that say what comes of it
public record Vocabulary(String file, Map<String, Integer> atoms, Seq<String> parameters, Seq<String> state, Seq<String> event, Seq<String> outcome) {

    /// {@return the file and more of its text}
    public Model with(String more) {
        Seq<String> named = atoms.toVector().map(each -> "one sig " + Vector.range(0, each._2).map(i -> each._1 + i).mkString(", ") + " extends " + each._1 + " {}\n");
        return Model.of(file, "\n" + named.mkString() + more, parameters.appendAll(state).appendAll(event).appendAll(outcome), atom -> atom.replaceFirst("\\$.*", ""));
    }

    /// {@return a run of traces of so many states}
    public String run(String name, String formula, int states) {
        String scope = atoms.toVector().map(each -> "exactly " + each._2 + " " + each._1).mkString(", ");
        return "run " + name + " { " + formula + " } for 1 but " + scope + ", " + states + ".." + states + " steps expect 1\n";
    }

    /// {@return at most so many accounts that a run gives, different ones}
    public Seq<Account> accounts(Model model, String run, int most) {
        return model.told(run, most, solution -> account(model, solution));
    }

    private Account account(Model model, A4Solution solution) {
        return new Account(model.facts(solution, parameters, 0),
            Vector.range(0, solution.getTraceLength()).map(i -> new Turn(model.facts(solution, state, i), model.facts(solution, event, i), model.facts(solution, outcome, i))));
    }
}
