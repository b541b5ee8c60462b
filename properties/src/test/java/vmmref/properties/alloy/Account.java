package vmmref.properties.alloy;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;

/// What happens, as one of two models tells it.
///
/// @param parameters that stay
/// @param turns      one after another; with the last the account ends, whatever its event
public record Account(Facts parameters, Vector<Turn> turns) {

    /// {@return so many of some accounts: first those that show most of what the others before do not}
    public static Seq<Account> most(Seq<Account> accounts, int count, Function<Account, Set<String>> shows) {
        Seq<Tuple2<Account, Set<String>>> left = accounts.map(each -> Tuple.of(each, shows.apply(each)));
        Set<String> shown = HashSet.empty();
        Vector<Account> chosen = Vector.empty();
        while (chosen.size() < count) {
            Set<String> before = shown;
            Tuple2<Account, Set<String>> next = left.maxBy(each -> each._2.diff(before).size()).get();
            chosen = chosen.append(next._1);
            shown  = shown.union(next._2);
            left   = left.remove(next);
        }
        return chosen;
    }

    /// {@return a formula that fixes how the account begins, and each event, and leaves it to the rules what becomes of them}
    public String formula() {
        Seq<String> events = turns.init().map(each -> each.event().formula()).append("always Now.event = Idle");
        return parameters.formula() + " and (\n" + events.update(0, first -> turns.head().state().formula() + " and " + first).map(each -> "  (" + each + ")").mkString(";\n") + ")";
    }

    /// {@return the first thing that is otherwise in an account with the same beginning and the same events, with both sides}
    public Option<String> disagreement(String name, Account other, String otherName) {
        return Vector.range(0, turns.size()).flatMap(i -> disagreement(i, name, other, otherName)).headOption().map(text -> "\n" + text + "\nwith " + parameters.text() + "\n");
    }

    private Option<String> disagreement(int turn, String name, Account other, String otherName) {
        Turn own = turns.get(turn);
        Turn its = other.turns.get(turn);
        Seq<String> states = own.state().differences(name, its.state(), otherName);
        if (states.nonEmpty()) return Option.some((turn == 0 ? "at the beginning" : "after step " + turn + ": " + turns.get(turn - 1).text()) + "\n" + states.mkString("\n"));
        Seq<String> outcomes = own.outcome().differences(name, its.outcome(), otherName);
        return Option.when(turn < turns.size() - 1 && outcomes.nonEmpty(), () -> "at step " + (turn + 1) + ": " + own.text() + "\n" + outcomes.mkString("\n"));
    }
}
