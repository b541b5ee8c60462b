/// Runs for tests of reports: an implementation asked, or judgements made up.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.nio.file.Path;
import vmmref.properties.guarantee.Sample;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Implementation;
import vmmref.vectors.run.InProcess;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.KnownFailures;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Sensitivity;
import vmmref.vectors.run.Tally;
import vmmref.vectors.run.Verdict;
import vmmref.vectors.run.Waivers;

/// `reports` heard of every judgement too, if there are any.
final class Judged {

    static final Repro REPRO = new Repro(List.of("./vmmref", "check", "-i", "./myemu --adapter"));

    /// The committed pack, as far as tier core goes.
    static final Seq<Vector> CORE = Pack.open(Path.of("vectors")).vectors(Tier.CORE).toList();

    /// Every one about decoding, and some of each other topic: what wrong decoders are asked.
    static final Seq<Vector> DECODING = decoding();

    /// Some of each topic of those: what a page is looked at with.
    static final Seq<Vector> SHOWN = Sample.of(DECODING, 60, Judged::topic);

    private final Tally tally = new Tally();
    private final ClauseTally clauses = new ClauseTally();
    private final Skips skips = new Skips();
    private final Clusters clusters = new Clusters(clauses, () -> CORE.iterator().filter(vector -> vector.id().startsWith("codec/manual/")));
    private final Option<Reports> reports;

    private Judged(Option<Reports> reports) {
        this.reports = reports;
    }

    private static Seq<Vector> decoding() {
        Set<String> others = Sample.of(CORE.reject(vector -> vector.kind().equals("codec")), 4, Judged::topic).map(Vector::id).toSet();
        return CORE.filter(vector -> vector.kind().equals("codec") || others.contains(vector.id()));
    }

    /// {@return the summary of a run of a decoder}
    static Summary core(Implementation implementation, Reports... reports) {
        return of(new InProcess(implementation), DECODING, reports);
    }

    /// {@return the summary of a run of the vectors of tier core that some clauses decide, and of some of each topic of their kinds}
    static Summary concerned(Implementation implementation, Seq<String> clauses) {
        Seq<Vector> concerned = CORE.filter(vector -> vector.clauses().exists(clauses::contains));
        Set<String> kinds = concerned.map(Vector::kind).toSet();
        Set<String> asked = concerned.appendAll(Sample.of(CORE.filter(vector -> kinds.contains(vector.kind())), 20, Judged::topic)).map(Vector::id).toSet();
        return of(new InProcess(implementation), CORE.filter(vector -> asked.contains(vector.id())));
    }

    private static String topic(Vector vector) {
        return vector.id().substring(0, vector.id().lastIndexOf('/'));
    }

    static Summary of(Conversation conversation, Seq<Vector> vectors, Reports... reports) {
        Judged judged = new Judged(List.of(reports).headOption());
        Run.Result result = new Run(conversation, new Judge(conversation.hello(), HashMap.empty(), false), new Waivers(KnownFailures.none()), false)
            .of(vectors.iterator(), Iterator::empty, judged::hear);
        return judged.summary(conversation.hello(), result, vectors.size());
    }

    /// Lets a listener hear of the same run.
    static void hearing(Implementation implementation, Run.Listener listener) {
        new Run(new InProcess(implementation), new Judge(implementation.hello(), HashMap.empty(), false), new Waivers(KnownFailures.none()), false)
            .of(DECODING.iterator(), Iterator::empty, listener);
    }

    /// {@return the summary of a run with these judgements}
    static Summary of(Iterable<Judgement> judgements, Reports... reports) {
        Judged judged = new Judged(List.of(reports).headOption());
        judgements.forEach(judged::hear);
        Run.Result result = new Run.Result(judged.tally, Option.none(), List.empty(), List.empty(), List.empty(), new Sensitivity(0, List.empty()));
        return judged.summary(Examples.hello(Examples.ITANIUM2), result, judged.tally.judged());
    }

    private void hear(Judgement judgement) {
        List.<Run.Listener>of(tally, clauses, skips, clusters).appendAll(reports).forEach(listener -> listener.judged(judgement));
    }

    private Summary summary(Hello hello, Run.Result result, int selected) {
        return new Summary(hello, "0.1.0", Tier.CORE, selected, 2.5, result, clauses, skips, clusters, result.exit(false));
    }

    /// {@return a failure in one place, made up}
    static Judgement failure(int number, String place, String expected, String got, String... clauses) {
        Expectation expectation = new Expectation(Outcome.DONE, HashMap.of(place, expected), Option.some("TEMPLATE_ASSIGNED"), HashMap.of(place, clauses[0]));
        Vector vector = Examples.vector("codec/example/%04d".formatted(number), Examples.decode(Examples.reservedBundle(number)), expectation);
        return new Judgement(vector, expectation, Verdict.FAIL, true, List.of(new Difference(place, Option.some(expected), Option.some(got), List.of(clauses))),
            Option.none(), Option.some(Examples.done(HashMap.of(place, got))));
    }

    /// {@return an answer that is none}
    static Judgement without(int number, Reply reply) {
        return new Judge(Examples.hello(Examples.ITANIUM2), HashMap.empty(), false).judge(Examples.reserved(number), reply);
    }
}
