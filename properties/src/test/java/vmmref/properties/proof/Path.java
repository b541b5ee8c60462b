package vmmref.properties.proof;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/// What holds where an execution has come to: what held before, and one condition more.
final class Path {
    static final Path ANY = new Path(Option.none(), Term.TRUE, 0, HashSet.empty());

    private final Option<Path> before;
    private final Term condition;
    private final int length;
    private final Set<Term> all;

    private Path(Option<Path> before, Term condition, int length, Set<Term> all) {
        this.before    = before;
        this.condition = condition;
        this.length    = length;
        this.all       = all;
    }

    Path and(Term more) {
        return more.equals(Term.TRUE) ? this : new Path(Option.some(this), more, length + 1, all.add(more));
    }

    /// {@return whether a condition holds, as far as what was met before tells without a solver}
    Option<Boolean> decides(Term other) {
        if (other.equals(Term.TRUE) || all.contains(other)) return Option.some(true);
        return Option.when(other.equals(Term.FALSE) || all.contains(Term.not(other)), false);
    }

    Term term() {
        return since(ANY);
    }

    /// {@return what holds here and not on both, told apart from the other path}
    Term beside(Path other) {
        return since(common(other));
    }

    /// {@return the path of whoever comes from here or from there}
    Path or(Path other) {
        Path common = common(other);
        return common.and(Term.either(since(common), other.since(common)));
    }

    private Term since(Path start) {
        Seq<Term> conditions = List.empty();
        for (Path path = this; path != start; path = path.before.get()) conditions = conditions.prepend(path.condition);
        return conditions.foldLeft(Term.TRUE, Term::both);
    }

    /// {@return the last path from which both come}
    private Path common(Path other) {
        Path one = this;
        Path two = other;
        while (one != two) {
            if (one.length >= two.length) one = one.before.get();
            else two = two.before.get();
        }
        return one;
    }
}
