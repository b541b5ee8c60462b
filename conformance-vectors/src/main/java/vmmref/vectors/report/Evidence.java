/// What the clauses of a run say about where failures come from.
package vmmref.vectors.report;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/// `rows` maps a clause to how its vectors fared; `most` is how many vectors the clause has that has the most.
record Evidence(Map<String, ClauseTally.Row> rows, int most) {

    static Evidence of(ClauseTally tally) {
        Map<String, ClauseTally.Row> rows = HashMap.ofEntries(tally.rows().map(row -> Tuple.of(row.clause(), row)));
        return new Evidence(rows, rows.values().map(ClauseTally.Row::vectors).max().getOrElse(0));
    }

    /// {@return how well a clause explains some of `all` failures: it decided many of them, left few unexplained, and few vectors pass in
    /// which it decides something (the coefficient D* of fault localisation)}
    double score(String clause, int failures, int all) {
        int passes = rows.get(clause).map(ClauseTally.Row::pass).getOrElse(0);
        return (double) failures * failures / (1 + passes + all - failures);
    }

    /// {@return whether so many vectors are about a clause that it tells nothing}
    boolean common(String clause) {
        return rows.get(clause).exists(row -> row.vectors() * 2 > most);
    }
}
