/// A clause as a vector names it.
package vmmref.vectors.report;

import vmmref.spec.Clauses;
import vmmref.spec.Sentence;

/// A pack may name clauses that this specification does not have.
record NamedClause(String name) {

    private static final String UNKNOWN = "unknown to this specification";

    /// {@return its sentence}
    String sentence() {
        return Clauses.named(name).map(clause -> Sentence.plain(clause.sentence().text())).getOrElse(UNKNOWN);
    }

    /// {@return where the sentence comes from}
    String source() {
        return Clauses.named(name).map(clause -> Sentence.plain(clause.sentence().source())).getOrElse(UNKNOWN);
    }
}
