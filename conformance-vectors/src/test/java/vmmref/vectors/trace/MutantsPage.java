package vmmref.vectors.trace;

import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vmmref.spec.Clause;
import vmmref.spec.Table;
import vmmref.spec.Tie;
import vmmref.spec.Ties;
import vmmref.vmm.zoo.TableMutant;
import vmmref.vmm.zoo.TableMutants;

/// Writes `spec/mutants.tsv` from PIT's reports and from the mutants of the tables. Reasons of survivors that are already on the page are kept. Fails when a
/// survivor has no reason, or when fewer than 92 of 100 are killed.
///
/// Arguments: the pack, the page, and each `mutations.xml` of PIT.
public final class MutantsPage {
    private static final int LEAST_PERCENT = 92;

    private MutantsPage() { }

    /// One mutant and its fate.
    private record Fate(String tool, Seq<String> subjects, String where, String what, boolean killed) { }

    public static void main(String[] arguments) throws Exception {
        Path page = Path.of(arguments[1]);
        Seq<Fate> fates = numbered(compiled(Vector.of(arguments).drop(2).map(File::new))).appendAll(tables(Path.of(arguments[0])));
        Tally tally = tally(fates);
        Tally explained = Files.exists(page) ? tally.explainedBy(Tally.of(Table.parse("mutants", Files.readString(page)))) : tally;
        Files.writeString(page, explained.text());

        int killed = fates.count(Fate::killed);
        Seq<Tally.Survivor> unexplained = explained.survivors().filter(survivor -> survivor.reason().isEmpty());
        System.out.printf("%d mutants, %d killed (%.1f %%), %d survive, %d of them without a reason on %s%n",
            fates.size(), killed, 100.0 * killed / fates.size(), fates.size() - killed, unexplained.size(), page);
        unexplained.forEach(survivor -> System.out.println("  " + survivor.tool() + " " + survivor.where() + ": " + survivor.what()));
        System.exit(killed * 100 < fates.size() * LEAST_PERCENT || !unexplained.isEmpty() ? 1 : 0);
    }

    private static Seq<Fate> compiled(Seq<File> reports) throws Exception {
        Seq<Fate> fates = Vector.empty();
        for (File report : reports) fates = fates.appendAll(compiled(report));
        return fates;
    }

    private static Seq<Fate> compiled(File report) throws Exception {
        NodeList mutations = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report).getElementsByTagName("mutation");
        return Vector.ofAll(IntStream.range(0, mutations.getLength()).boxed()).map(index -> compiled((Element) mutations.item(index)));
    }

    private static Fate compiled(Element mutation) {
        String type = text(mutation, "mutatedClass");
        String method = text(mutation, "mutatedMethod");
        return new Fate("pit", ruled(type, method).map(Clause::name).prepend(type.substring(0, type.lastIndexOf('.'))),
            type.substring("vmmref.".length()) + "." + method, text(mutation, "description"), mutation.getAttribute("detected").equals("true"));
    }

    private static String text(Element mutation, String tag) {
        return mutation.getElementsByTagName(tag).item(0).getTextContent();
    }

    /// The clauses that the mutated method carries.
    private static Seq<Clause> ruled(String type, String method) {
        try {
            return Vector.of(Class.forName(type).getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .flatMap(each -> Ties.of(Tie.Kind.RULE, each));
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("PIT's report is about another build: there is no " + type, absent);
        }
    }

    /// The second and later mutants of one method that are described alike get a number.
    private static Seq<Fate> numbered(Seq<Fate> fates) {
        java.util.Map<String, Integer> seen = new java.util.HashMap<>();
        return fates.map(fate -> {
            int number = seen.merge(fate.where() + fate.what(), 1, Integer::sum);
            return number == 1 ? fate : new Fate(fate.tool(), fate.subjects(), fate.where(), fate.what() + " (" + number + ")", fate.killed());
        });
    }

    private static Seq<Fate> tables(Path pack) {
        TableJudge judge = new TableJudge(pack);
        Seq<TableMutant> mutants = TableMutants.all();
        AtomicInteger done = new AtomicInteger();
        return Vector.ofAll(mutants.toJavaParallelStream().map(mutant -> {
            boolean killed = judge.catches(mutant);
            if (done.incrementAndGet() % 500 == 0) System.out.println(done + " of " + mutants.size() + " table mutants judged");
            return new Fate("table", mutant.clauses().map(Clause::name), mutant.where(), mutant.change(), killed);
        }).toList());
    }

    private static Tally tally(Seq<Fate> fates) {
        Map<String, Seq<Fate>> bySubject = fates
            .flatMap(fate -> fate.subjects().map(subject -> Tuple.of(subject + "\t" + fate.tool(), fate)))
            .groupBy(each -> each._1).mapValues(each -> each.map(pair -> pair._2));
        return new Tally(
            TreeMap.ofEntries(bySubject).toVector().map(each -> new Tally.Count(
                each._1.substring(0, each._1.indexOf('\t')), each._1.substring(each._1.indexOf('\t') + 1), each._2.size(), each._2.count(Fate::killed))),
            fates.reject(Fate::killed).map(fate -> new Tally.Survivor(fate.tool(), fate.where(), fate.what(), ""))
                .sortBy(survivor -> survivor.tool() + survivor.where() + survivor.what()));
    }
}
