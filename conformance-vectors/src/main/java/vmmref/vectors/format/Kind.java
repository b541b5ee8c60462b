/// One kind of vector: which cases exist, what the model expects of each, and when two values are the same.
package vmmref.vectors.format;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Choice;
import vmmref.vmm.Vmm;

/// Kinds are found by `ServiceLoader`; see {@link Kinds}. Every method is a function of its arguments: a kind that
/// read a clock or a random number would not regenerate byte for byte.
public interface Kind {

    /// The interval counters, performance monitors, translation caches and the ALAT.
    Pattern FREE = Pattern.compile("ar\\.itc|ar\\.ruc|(?:pmd|tc|alat)(?:[^a-z].*)?");

    /// {@return the `kind` of its vectors, for example `codec`}
    String name();

    /// {@return the parameters of a profile that its expectations and needs depend on}
    default Seq<String> parameters() {
        return Profile.all().head().parameters().keySet().toList();
    }

    /// {@return what is wrong with the stimulus of a case, in the words of {@link FieldMistake}, if this kind cannot read it; the other methods
    /// are asked about no such case}
    default Option<FieldMistake> unreadable(Case given) {
        return Option.none();
    }

    /// {@return what the reference expects of a case, with the clauses that decided it: an alternative for each permitted choice}
    Expectation expectation(Vmm reference, Case given);

    /// {@return what is the same of two references that expect the same: every alternative, whichever clauses decided}
    default Set<Expectation> alternatives(Vmm reference, Case given) {
        return expectation(reference, given).alternatives().map(each -> each.explained(Option.none(), HashMap.empty())).toSet();
    }

    /// {@return what a monitor and its machine answer in process}
    Answer answer(Vmm subject, Case given);

    /// {@return what it answers if it takes some of the freedoms that the architecture leaves}
    default Answer answer(Vmm subject, Choice choice, Case given) {
        return answer(subject, given);
    }

    /// {@return whether two values of a place mean the same; equal strings always do}
    boolean same(Case given, String place, String expected, String got);

    /// {@return the parts of a place in which two values differ, as the `by` of an expectation names them; none where it cannot be said}
    default Seq<String> parts(Case given, String place, String expected, String got) {
        return List.empty();
    }

    /// {@return whether all that is said of a case decides each of its places: where a monitor acts between what was asked and what is seen}
    default boolean isDecidedTogether() {
        return false;
    }

    /// {@return values that a place might hold instead of one, each of them valid and none the same; none where nobody says so, and then any
    /// other hexadecimal digits will do}
    default Seq<String> unlike(String place, String value) {
        return List.empty();
    }

    /// {@return whether a place may be reported with any value where nothing is expected of it: counters, and what a processor may drop}
    default boolean free(Case given, String place) {
        return FREE.matcher(place).matches();
    }

    /// {@return the start states that cases of this kind name, in any order; those that a pack ever held stay in it}
    default Seq<Base> bases() {
        return List.empty();
    }

    /// {@return every case of this kind that a pack should hold, in any order}
    Seq<Draft> drafts();
}
