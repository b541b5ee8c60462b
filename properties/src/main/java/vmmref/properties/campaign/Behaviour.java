package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.spec.Clause;

/// Something that a case may show, and that is news the first time: a clause that decides, two that decide in the same case, a value under a label.
///
/// Written as one text, which begins with the sort.
final class Behaviour {
    static final String CLAUSE = "clause ";
    static final String PAIR = "pair ";
    static final String OUTCOME = "outcome ";

    private Behaviour() { }

    /// {@return what a sign shows}
    static Seq<String> of(Sign sign) {
        Seq<String> clauses = sign.clauses().toVector().map(Clause::name).sorted();
        return clauses.map(name -> CLAUSE + name)
            .appendAll(Vector.range(0, clauses.size()).flatMap(one -> Vector.range(one + 1, clauses.size()).map(other -> PAIR + clauses.get(one) + " " + clauses.get(other))))
            .appendAll(sign.outcomes().map(outcome -> OUTCOME + outcome).distinct());
    }
}
