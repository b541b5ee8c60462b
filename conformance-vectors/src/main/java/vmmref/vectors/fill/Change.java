/// What became of one vector between two packs.
package vmmref.vectors.fill;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Leaves;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Vector;

public sealed interface Change {

    /// A place of one of several alternatives.
    Pattern ALTERNATIVE = Pattern.compile("any\\.([0-9]+)\\.(.*)");

    /// {@return the vector as it is now, or as it last was}
    Vector vector();

    /// The case is new.
    record Added(Vector vector) implements Change { }

    /// The vector is gone, and nothing says why.
    record Removed(Vector vector) implements Change { }

    /// The vector was withdrawn.
    record Withdrawn(Vector vector, Revoked why) implements Change { }

    /// The same case under the same id is judged by another expectation.
    record Corrected(Vector before, Vector vector, Seq<Place> places) implements Change {

        static Corrected of(Vector before, Vector after) {
            Map<String, String> was = judged(before);
            Map<String, String> is  = judged(after);
            return new Corrected(before, after, was.keySet().addAll(is.keySet()).toList()
                .filter(place -> !was.get(place).equals(is.get(place)))
                .map(place -> new Place(place, was.get(place), is.get(place), clauses(before.expect(), place).appendAll(clauses(after.expect(), place)).distinct())));
        }

        /// {@return those of some clauses that decided what was corrected}
        public Seq<String> decidedBy(Seq<String> clauses) {
            return clauses.filter(clause -> places.exists(place -> place.clauses().contains(clause)));
        }
    }

    /// The same case stands under another id, which no version permits.
    record Moved(Vector before, Vector vector) implements Change { }

    /// The id stands for another case, which no version permits.
    record Reassigned(Vector before, Vector vector) implements Change { }

    /// What is said about the vector differs, and nobody is judged differently: the names of the fields.
    record Retold(Vector vector, Seq<String> fields) implements Change { }

    /// One value of an expectation, before and after, and the clauses that decided it either time.
    record Place(String name, Option<String> before, Option<String> after, Seq<String> clauses) { }

    /// {@return every value by which a vector is judged, the places by their own names}
    private static Map<String, String> judged(Vector vector) {
        return Leaves.of(vector.expect().verdict()).mapKeys(path -> path.replaceFirst("^(any\\.[0-9]+\\.)?post\\.", "$1"))
            .put("level", vector.level().json()).put("frame", vector.frame());
    }

    /// The clauses of the place and of its parts, in the alternative that it belongs to; those of the outcome where the place has none.
    private static Seq<String> clauses(Expectation expect, String place) {
        Matcher any = ALTERNATIVE.matcher(place);
        if (!any.matches()) return clausesOf(expect, place);
        return expect.alternatives().drop(Integer.parseInt(any.group(1))).headOption().toList().flatMap(each -> clausesOf(each, any.group(2)));
    }

    private static Seq<String> clausesOf(Expectation expect, String place) {
        Seq<String> named = expect.by().filterKeys(part -> part.equals(place) || part.startsWith(place + ".")).values().toList();
        return named.isEmpty() ? expect.because().toList() : named;
    }
}
