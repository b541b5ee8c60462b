/// What a vector expects: an outcome, the values afterwards, and the clauses that decided them.
package vmmref.vectors.format;

import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;

import static org.apache.commons.lang3.Validate.isTrue;

/// `fault` says which fault, trap or interrupt it is: `kind` and what it carries, each of them a place such as `fault.kind`. `post` maps a
/// place to its value as text, `mask` a place of `post` to the bits that are compared, see {@link Mask}. `because` names the clause that
/// decided the outcome; `by` maps a place, or a part of one, to the name of the clause that decided its value. Where the architecture leaves
/// the implementation a choice, there is an alternative for each: `choice` says what leads to this one, by name, and `others` are the other
/// ones, none of which has others. Places are kept in alphabetical order.
/// JSON: fields in the order of the record, empty ones left out; several alternatives are `{"any":[…]}`.
public record Expectation(Outcome outcome, Map<String, String> fault, Map<String, String> post, Map<String, String> mask,
                          Option<String> because, Map<String, String> by, Map<String, String> choice, Seq<Expectation> others) {

    /// What is added to the name of a place that keeps what it holds, to name the clause that decides that.
    public static final String KEPT = ".kept";

    public Expectation {
        fault  = Places.sorted(fault);
        post   = Places.sorted(post);
        mask   = Places.sorted(mask);
        by     = Places.sorted(by);
        choice = Places.sorted(choice);
        Option<Tuple2<String, String>> unfit = unfit(post, mask);
        isTrue(unfit.isEmpty(), "the mask of a place fits no value of `post`: %s", unfit);
        Option<String> unexpected = unexpected(Places.of(post, fault), by);
        isTrue(unexpected.isEmpty(), "a clause is named for a place of which nothing is expected: %s", unexpected);
        isTrue(others.forAll(other -> other.others().isEmpty()), "an alternative has alternatives of its own");
    }

    /// The only expectation there is.
    public Expectation(Outcome outcome, Map<String, String> fault, Map<String, String> post, Map<String, String> mask,
                       Option<String> because, Map<String, String> by) {
        this(outcome, fault, post, mask, because, by, TreeMap.empty(), List.empty());
    }

    /// The only expectation there is, without a fault to describe, whose places are compared wholly.
    public Expectation(Outcome outcome, Map<String, String> post, Option<String> because, Map<String, String> by) {
        this(outcome, TreeMap.empty(), post, TreeMap.empty(), because, by);
    }

    /// {@return the first mask that does not fit a value}
    static Option<Tuple2<String, String>> unfit(Map<String, String> post, Map<String, String> mask) {
        return mask.find(bits -> !post.get(bits._1).exists(value -> Mask.fits(bits._2, value)));
    }

    /// {@return the first place of `by` of which nothing is expected; `slot0.imm14` is a part of `slot0`}
    static Option<String> unexpected(Map<String, String> places, Map<String, String> by) {
        return by.keySet().find(place -> !place.endsWith(KEPT) && !expected(places, place));
    }

    private static boolean expected(Map<String, String> places, String place) {
        int dot = place.lastIndexOf('.');
        return places.containsKey(place) || dot >= 0 && expected(places, place.substring(0, dot));
    }

    /// {@return an expectation that names no clauses yet, as typed from a source}
    public static Expectation typed(Outcome outcome, Map<String, String> post) {
        return new Expectation(outcome, post, Option.none(), TreeMap.empty());
    }

    /// {@return several alternatives, at least one, as an expectation that one of them meets}
    public static Expectation any(Seq<Expectation> alternatives) {
        return alternatives.head().with(alternatives.tail());
    }

    /// {@return the same with clauses}
    public Expectation explained(Option<String> decided, Map<String, String> places) {
        return new Expectation(outcome, fault, post, mask, decided, places, choice, others);
    }

    /// {@return the same, come to by choices of the implementation}
    public Expectation chosen(Map<String, String> choices) {
        return new Expectation(outcome, fault, post, mask, because, by, choices, others);
    }

    /// {@return the same outcome with other places and values; masks and clauses go with the places that they are for}
    public Expectation expecting(Map<String, String> places) {
        Map<String, String> values = Places.values(places);
        return new Expectation(outcome, Places.fault(places), values,
            mask.filter((place, bits) -> values.get(place).exists(value -> Mask.fits(bits, value))),
            because, by.filterKeys(place -> expected(places, place)), choice, others);
    }

    /// {@return the same with another outcome}
    public Expectation ending(Outcome other) {
        return new Expectation(other, fault, post, mask, because, by, choice, others);
    }

    /// {@return every permitted alternative, alone, in their order; most expectations have one}
    public Seq<Expectation> alternatives() {
        return others.isEmpty() ? List.of(this) : others.prepend(with(List.empty()));
    }

    /// {@return every place of which something is expected, those of the fault among them}
    public Map<String, String> places() {
        return Places.of(post, fault);
    }

    /// {@return a value of a place with 0 in the bits that are not compared}
    public String masked(String place, String value) {
        return mask.get(place).map(bits -> Mask.applied(bits, value)).getOrElse(value);
    }

    /// Reads the `expect` of a vector.
    /// @throws FieldMistake if the outcome is unknown, a value is no string, `by` names a place of which nothing is expected, a mask
    /// does not fit, or `any` lists fewer than two alternatives or has other fields beside it
    public static Expectation of(Fields fields) {
        return ExpectJson.read(fields);
    }

    /// {@return the object that {@link #of} reads}
    public ObjectNode json() {
        return ExpectJson.written(this, true);
    }

    /// {@return the part that decides the verdict: everything but the clauses}
    public ObjectNode verdict() {
        return ExpectJson.written(this, false);
    }

    /// {@return the distinct clauses that decided something here: of each alternative the outcome's first, then each place's in order}
    public Seq<String> clauses() {
        return alternatives().flatMap(each -> each.because.toList().appendAll(each.by.values())).distinct();
    }

    private Expectation with(Seq<Expectation> alternatives) {
        return new Expectation(outcome, fault, post, mask, because, by, choice, alternatives);
    }
}
