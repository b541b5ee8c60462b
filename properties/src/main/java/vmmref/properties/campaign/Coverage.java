package vmmref.properties.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import vmmref.properties.guarantee.Outcomes.Promise;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.Level;

/// What a ledger says of the clauses and goals.
///
/// @param laws     that were tested
/// @param promises of each, as far as they are known
/// @param ledger   what was seen
record Coverage(Seq<Law> laws, Map<String, Map<String, Promise>> promises, Ledger ledger) {

    Seq<Goal> goals() {
        return laws.map(this::always).appendAll(laws.flatMap(law ->
            promises.getOrElse(law.name(), HashMap.empty()).values().flatMap(promise -> Promised.goals(law.name(), ledger.of(law.name()), promise))));
    }

    private Goal always(Law law) {
        Account account = ledger.of(law.name());
        long said = account.cases() - account.discarded();
        boolean holds = account.failures().isEmpty();
        return new Goal(Goal.Sort.ALWAYS, law.name(), law.sentence(), holds && said > 0, said == 0 ? "no case said anything of it"
            : holds ? "%,d cases".formatted(said) : "%,d of %,d cases fail".formatted(account.failures().values().stream().mapToLong(Sighting::times).sum(), said));
    }

    Seq<Closing.Reached> reached() {
        return deciding().map(clause -> new Closing.Reached(clause.name(), times(clause))).filter(reached -> reached.times() > 0);
    }

    Seq<Closing.Unreached> unreached() {
        return deciding().filter(clause -> times(clause) == 0).map(clause -> new Closing.Unreached(clause.name(), reason(clause)));
    }

    private long times(Clause clause) {
        return ledger.times(Behaviour.Decides.SORT + clause.name());
    }

    /// Guarantees decide nothing.
    private static Seq<Clause> deciding() {
        return Clauses.all().filter(clause -> clause.level() != Level.GUARANTEE);
    }

    private String reason(Clause clause) {
        Seq<String> checking = Law.all().filter(law -> law.clauses().contains(clause)).map(Law::name);
        Seq<String> tested = checking.filter(name -> laws.exists(law -> law.name().equals(name)));
        long cases = tested.map(name -> ledger.of(name).cases()).sum().longValue();
        if (checking.isEmpty()) return "no law checks it";
        if (tested.isEmpty())   return Closing.Unreached.UNSELECTED + checking.mkString(", ");
        return cases == 0 ? "no case was executed of " + tested.mkString(", ") : "it decided in none of %,d cases of %s".formatted(cases, tested.mkString(", "));
    }
}
