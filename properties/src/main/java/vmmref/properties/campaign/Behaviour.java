package vmmref.properties.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vmmref.properties.guarantee.Outcomes.Outcome;
import vmmref.spec.Clause;

/// Something that a case may show, and that is news the first time.
sealed interface Behaviour {
    /// {@return how ledgers call it, which begins with the sort}
    String text();

    /// A clause decides.
    record Decides(Clause clause) implements Behaviour {
        static final String SORT = "clause ";

        @Override public String text() {
            return SORT + clause.name();
        }
    }

    /// Two clauses decide in the same case; their names are in order.
    record Both(Clause one, Clause other) implements Behaviour {
        @Override public String text() {
            return "pair " + one.name() + " " + other.name();
        }
    }

    /// A value comes up under a label; both are written as [Outcome] writes them.
    record Shows(String outcome) implements Behaviour {
        static final String SORT = "outcome ";

        @Override public String text() {
            return SORT + outcome;
        }
    }

    /// {@return what a sign shows}
    static List<Behaviour> of(Sign sign) {
        List<Clause> clauses = sign.clauses().toJavaList();
        clauses.sort(Comparator.comparing(Clause::name));
        List<Behaviour> all = new ArrayList<>();
        for (Clause clause : clauses) all.add(new Decides(clause));
        for (int one = 0; one < clauses.size(); one++) {
            for (Clause other : clauses.subList(one + 1, clauses.size())) all.add(new Both(clauses.get(one), other));
        }
        for (String outcome : sign.outcomes().map(Outcome::toString).distinct()) all.add(new Shows(outcome));
        return all;
    }
}
