package vmmref.properties.campaign;

import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vmmref.model.profile.Profile;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Zoo;

/// What tests of campaigns begin with.
final class Given {
    static final Vmm VMM = Vmm.reference(Profile.named("maximal").get());

    private Given() { }

    /// {@return the reference}
    static Candidate reference() {
        return Candidate.of("reference", VMM);
    }

    static Candidate zoo(String member) {
        return Candidate.of("zoo:" + member, Zoo.named(member).get().vmm(Profile.named("maximal").get()));
    }

    /// {@return a finding that nobody made smaller}
    static Finding finding(String law, String symptom) {
        JsonNode arguments = JsonNodeFactory.instance.objectNode().put("number", 5000);
        return new Finding(law, "something holds", "reference", symptom, "expected otherwise", "0000000000000007", Stage.SEARCH, 3, arguments, arguments, -1, List.of());
    }

    /// {@return the configuration of a campaign with the seed 7, so many cases, and no limit of time}
    static Config tries(long tries) {
        return Config.of("reference", List.of(), 7, -1, tries, false, "now");
    }

    static Seq<Law> laws(String... names) {
        return Vector.of(names).map(name -> Law.named(name).getOrElse(() -> MadeUp.law(name)));
    }

    /// Finds no value, as a generator does whose filter lets nothing pass.
    static <T> T never() {
        throw new net.jqwik.api.TooManyFilterMissesException("no value");
    }

    /// {@return what a campaign came to, the time that it took left out}
    private static Ledger timeless(Ledger ledger) {
        TreeMap<String, Account> laws = new TreeMap<>();
        ledger.laws().forEach((name, account) -> laws.put(name, new Account(account.edges(), account.search(), account.discards(), account.behaviours(), account.failures(), account.figures(), account.edged(),
            account.exhausted(), account.news(), 0)));
        return new Ledger(ledger.batch(), 0, laws);
    }

    /// Compares what two campaigns came to, but for the time that it took.
    static void assertSame(Ledger expected, Ledger actual) {
        Ledger one = timeless(expected);
        Ledger other = timeless(actual);
        Seq<String> laws = Vector.ofAll(one.laws().keySet()).appendAll(other.laws().keySet());
        Assertions.assertEquals(Vector.empty(), laws.distinct().reject(law -> one.of(law).equals(other.of(law))), "laws whose accounts differ");
        Assertions.assertEquals(one.batch(), other.batch());
    }

    /// {@return the texts of the findings in a store, by the names of their files}
    static Map<String, String> findings(Path store) {
        return Store.listed(store.resolve("findings"), file -> true).toSortedMap(file -> Tuple.of(file.getFileName().toString(), StoreFiles.read(file, "")));
    }

    /// {@return what a worker makes of a bench}
    static <T> T onWorker(Function<Bench, T> job) {
        try (Workers workers = new Workers(1, () -> new Bench(reference().open(), 7, Config.EDGES))) {
            return workers.run(Vector.of(job), () -> false).head();
        }
    }
}
