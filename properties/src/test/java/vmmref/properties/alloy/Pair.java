package vmmref.properties.alloy;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// What one of two models tells, and what the other does when it begins so, and has the same events.
public record Pair(String name, Account account, Seq<Account> others) {

    /// {@return accounts of Java rules, each with the two first of those that Alloy gives: there must not be a second one}
    public static Seq<Pair> ofJava(Vocabulary words, Seq<Account> accounts) {
        Seq<Pair> named = accounts.zipWithIndex().map(each -> new Pair("Java" + each._2, each._1, Vector.empty()));
        Model model = words.with(named.map(each -> words.run(each.name, "always step and " + each.account.formula(), each.account.turns().size())).mkString());
        return named.map(each -> new Pair(each.name, each.account, words.accounts(model, each.name, 2)));
    }

    public Seq<String> disagreements(String teller, String other) {
        return others.flatMap(each -> account.disagreement(teller, each, other)).map(each -> "\n" + name + each);
    }

    /// {@return what a relation of events or outcomes holds before the end of any}
    public static Seq<String> atoms(Seq<Pair> pairs, String relation) {
        return pairs.flatMap(each -> each.account.turns().init()).flatMap(each -> each.event().and(each.outcome()).of(relation)).distinct();
    }
}
