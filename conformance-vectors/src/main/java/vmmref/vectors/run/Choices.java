/// Freedoms that the architecture leaves to an implementation, and what it says it chose.
package vmmref.vectors.run;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.vectors.format.Expectation;

/// An alternative agrees with an answer unless both say what was chosen of one thing, and say different things. An answer that says nothing
/// agrees with every alternative.
final class Choices {

    private Choices() { }

    /// {@return the alternatives that agree with what was chosen}
    static Seq<Expectation> agreeing(Seq<Expectation> alternatives, Map<String, String> chosen) {
        return alternatives.filter(each -> disagreed(each, chosen).isEmpty());
    }

    /// {@return what was chosen that no alternative permits, where none agrees: on as few names as the nearest of them disagrees}
    static Seq<Difference> differences(Expectation expected, Map<String, String> chosen) {
        Seq<Expectation> alternatives = expected.alternatives();
        Seq<String>      names        = alternatives.map(each -> disagreed(each, chosen)).minBy(Seq::size).get();
        Seq<Expectation> nearest      = alternatives.filter(each -> disagreed(each, chosen).equals(names));
        return names.map(name -> new Difference(Difference.CHOICE + name,
            Option.some(nearest.flatMap(each -> each.choice().get(name)).distinct().mkString(" or ")),
            chosen.get(name),
            expected.because().toList()));
    }

    private static Seq<String> disagreed(Expectation alternative, Map<String, String> chosen) {
        return alternative.choice().filter((name, value) -> chosen.get(name).exists(other -> !other.equals(value))).keySet().toList();
    }
}
