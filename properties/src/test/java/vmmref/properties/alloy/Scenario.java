package vmmref.properties.alloy;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.UnaryOperator;

/// What Alloy is asked to tell.
///
/// @param name    of the run
/// @param formula what happens, from any sound state: of each step, between semicolons
public record Scenario(String name, String formula) {

    /// {@return the accounts that Alloy gives of each, at most so many, each with what the Java rules tell}
    public static Seq<Pair> tell(Vocabulary words, Seq<Scenario> scenarios, int most, UnaryOperator<Account> replay) {
        Model model = words.with(scenarios.map(each -> each.run(words)).mkString());
        return scenarios.flatMap(each -> words.accounts(model, each.name, most).map(account -> new Pair(each.name, account, Vector.of(replay.apply(account)))));
    }

    private String run(Vocabulary words) {
        Seq<String> steps = Vector.of(formula.split("; ")).append("always Now.event = Idle").map(each -> "(" + each + ")");
        return words.run(name, "sound and always step and (" + steps.mkString("; ") + ")", steps.size());
    }
}
