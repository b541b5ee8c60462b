package vmmref.properties.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The theorems, proved by Z3 for all inputs of their domains, and the page that lists them.
class TheoremsTest {
    private static final Path PAGE  = Path.of("../spec/proofs.tsv");
    private static final Path TIMES = Path.of("target/proofs.tsv");

    private static Seq<Tuple2<Theorem, Long>> proved = Vector.empty();

    /// All, or with `-Dvmmref.theorem=PATTERN` those with such a name.
    static Seq<Theorem> theorems() {
        return Theorems.all().filter(theorem -> theorem.name().matches(System.getProperty("vmmref.theorem", ".*")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("theorems")
    void isProved(Theorem theorem) {
        long start = System.nanoTime();
        Verdict verdict = Verdict.of(theorem);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("%-8s %-48s %6d ms%n", verdict.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT), theorem.name(), milliseconds);
        if (!(verdict instanceof Verdict.Proved)) fail(verdict.toString());
        proved = proved.append(Tuple.of(theorem, milliseconds));
    }

    @Test
    void thereAreManyTheorems() {
        assertTrue(Theorems.all().size() >= 180, Theorems.all().size() + " theorems");
    }

    @AfterAll
    static void thePageIsCurrent() throws IOException {
        Files.writeString(TIMES, proved.map(each -> each._1.name() + "\t" + each._2 + "\n").mkString("# theorem\tmilliseconds\n", "", ""));
        if (!proved.map(each -> each._1.name()).equals(Theorems.all().map(Theorem::name))) return;
        String page = proved.map(each -> row(each._1)).mkString("# theorem\tclauses\tmethod\tdomain\n", "", "");
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(PAGE, page);
        assertEquals(page, Files.readString(PAGE), "write it with mvn -B verify -Pproofs -Dvmmref.write=true");
    }

    private static String row(Theorem theorem) {
        return "%s\t%s\t%s.%s\t%s%n".formatted(theorem.name(), theorem.clauses().isEmpty() ? "-" : theorem.clauses().map(clause -> clause.name()).mkString(" "),
            theorem.method().getDeclaringClass().getSimpleName(), theorem.method().getName(), theorem.domain().replaceAll("\\s+", " "));
    }
}
