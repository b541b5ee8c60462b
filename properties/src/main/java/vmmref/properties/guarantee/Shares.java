package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// What guests meet with in how many of a hundred cases of a law, at least: about half of what was measured, or less where that could fail by chance.
///
/// @param all labels and shares
record Shares(Seq<Share> all) {
    /// One of them.
    ///
    /// @param label as [Met#labels] has it
    /// @param least a share in percent that is exceeded
    record Share(String label, double least) { }

    /// {@return shares of what has labels that begin alike}
    ///
    /// @param start of the labels
    /// @param texts such as `20 data-tlb, rfi`: of several labels, without how they begin
    static Shares of(String start, String... texts) {
        return new Shares(Vector.of(texts).flatMap(text -> Vector.of(text.substring(text.indexOf(' ') + 1).split(", *")).map(name -> new Share(start + name, Double.parseDouble(text.substring(0, text.indexOf(' ')))))));
    }

    Shares and(Shares others) {
        return new Shares(all.appendAll(others.all));
    }

    /// Notes of each whether a case has shown it, and promises its share.
    Met shown(Met met) {
        all.forEach(share -> Outcomes.label(share.label()).collect(met.labels().contains(share.label())).coverage(checker -> checker.check(true).percentage(percent -> percent > share.least())));
        return met;
    }
}
