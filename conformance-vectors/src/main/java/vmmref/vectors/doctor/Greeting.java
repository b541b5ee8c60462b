/// The hello: does it come, and does it say what is known?
package vmmref.vectors.doctor;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Mistake;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.AdapterBreakdown;
import vmmref.vectors.run.Child;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Limits;
import vmmref.vectors.run.Suggestions;

/// `hello` is there if the schema is kept.
record Greeting(Option<Hello> hello, Seq<Diagnosis> diagnoses) {

    private static final int SLOW = 2_000;

    static final String FLUSH = "flush standard output after each line: print(…, flush=True), fflush(stdout), out.flush()";

    /// Starts the adapter, and listens.
    static Greeting of(Patient patient) {
        Sitting sitting;
        long start = System.nanoTime();
        try {
            sitting = patient.started();
        } catch (UncheckedIOException cannot) {
            return not(Diagnosis.wrong("start", "the system cannot start it: " + cannot.getCause().getMessage(), "make it run in a terminal first"));
        }
        Option<Child.Event.Line> line = sitting.hello(patient.limits().hello());
        int millis = (int) ((System.nanoTime() - start) / 1_000_000);
        return line.isEmpty() ? silent(sitting, millis) : said(patient, line.get(), millis);
    }

    /// An adapter that does not flush speaks at the end of its input.
    private static Greeting silent(Sitting sitting, int millis) {
        String how = new Heard(List.empty(), Option.none()).silence(millis);
        if (sitting.isOver()) return not(Diagnosis.wrong("hello", new Heard(List.empty(), sitting.over()).silence(millis), "start it in a terminal, and type {\"cmd\":\"hello\",\"proto\":1,\"pack\":\"0.1.0\"}"));
        sitting.endInput();
        return not(sitting.hello(SLOW).isDefined()
            ? Diagnosis.wrong("hello", "it came only when the input ended: it sits in a buffer", FLUSH)
            : Diagnosis.wrong("hello", how, "read standard input line by line, answer hello at once, and " + FLUSH));
    }

    private static Greeting said(Patient patient, Child.Event.Line line, int millis) {
        Fields fields = Json.fields(line.text());
        Seq<Mistake> mistakes = patient.schemas().check(Schemas.Form.HELLO, fields.json());
        if (!mistakes.isEmpty())
            return new Greeting(Option.none(), mistakes.map(mistake -> Diagnosis.wrong("hello", mistake.path() + " " + mistake.problem(), mistake.likely())));
        try {
            Hello hello = Hello.of(fields);
            return new Greeting(Option.some(hello), List.of(came(hello, millis), kinds(hello), profile(hello), places(hello, patient), window(hello)));
        } catch (FieldMistake mistake) {
            return not(Diagnosis.wrong("hello", mistake.path() + " " + mistake.problem(), mistake.remedy()));
        }
    }

    private static Greeting not(Diagnosis diagnosis) {
        return new Greeting(Option.none(), List.of(diagnosis));
    }

    private static Diagnosis came(Hello hello, int millis) {
        String who = "\"%s\" %s in %s speaks protocol %d, and said so after %,d ms".formatted(hello.impl().name(), hello.impl().version(), hello.impl().lang(), hello.proto(), millis);
        return millis <= SLOW ? Diagnosis.ok("hello", who) : Diagnosis.warning("hello", who, "start sooner: each restart after a crash takes as long");
    }

    private static Diagnosis kinds(Hello hello) {
        Seq<String> known   = Kinds.all().map(Kind::name);
        Seq<String> unknown = hello.kinds().removeAll(known);
        Seq<String> others  = known.removeAll(hello.kinds());
        String seen = hello.kinds().mkString(", ") + (others.isEmpty() ? "" : "; not announced, and so skipped: " + others.mkString(", "));
        if (unknown.isEmpty()) return Diagnosis.ok("kinds", seen);
        String remedy = "remove it" + Suggestions.among(known, unknown.head());
        return unknown.size() == hello.kinds().size() ? Diagnosis.wrong("kinds", "no vectors are of kind " + unknown.mkString(", "), remedy)
            : Diagnosis.warning("kinds", "no vectors are of kind " + unknown.mkString(", "), remedy);
    }

    private static Diagnosis profile(Hello hello) {
        Seq<String> asked   = Kinds.all().filter(kind -> hello.kinds().contains(kind.name())).flatMap(Kind::parameters).distinct();
        Seq<String> given   = hello.profile().values().keySet().toList();
        Seq<String> unknown = given.removeAll(Profile.all().head().parameters().keySet());
        Seq<String> missing = asked.removeAll(given);
        try {
            new Judge(hello, io.vavr.collection.HashMap.empty(), false);
        } catch (AdapterBreakdown impossible) {
            return Diagnosis.wrong("profile", impossible.getMessage(), "say what your machine has, as itanium2 does: %s".formatted(Profile.named("itanium2").get().parameters().mkString(", ")));
        }
        if (!unknown.isEmpty())
            return Diagnosis.warning("profile", "nothing is known of " + unknown.mkString(", "), "remove it" + Suggestions.among(asked, unknown.head()));
        return missing.isEmpty() ? Diagnosis.ok("profile", hello.profile().values().map(value -> value._1 + " " + value._2).mkString(", "))
            : Diagnosis.warning("profile", "nothing is said of " + missing.mkString(", "), "add it: vectors that need it are skipped as inexpressible");
    }

    private static Diagnosis places(Hello hello, Patient patient) {
        if (hello.observes().isEmpty())
            return Diagnosis.ok("places", "all: every answer must hold every place that is asked for");
        Seq<String> places  = hello.observes().get().toList();
        Seq<String> smoke   = places(patient, hello, Tier.SMOKE);
        Seq<String> known   = smoke.containsAll(places) ? smoke : places(patient, hello, Tier.CORE);
        Seq<String> unknown = places.removeAll(known);
        if (places.isEmpty() || unknown.size() == places.size())
            return Diagnosis.wrong("places", places.isEmpty() ? "none is announced, so nothing can be compared" : "no vector has " + unknown.mkString(", "), "announce some of " + known.mkString(", "));
        return unknown.isEmpty() ? Diagnosis.ok("places", places.mkString(", ") + (known.removeAll(places).isEmpty() ? "" : "; not compared: " + known.removeAll(places).mkString(", ")))
            : Diagnosis.warning("places", "no vector has " + unknown.mkString(", "), "remove it" + Suggestions.among(known, unknown.head()));
    }

    private static Seq<String> places(Patient patient, Hello hello, Tier tier) {
        return patient.pack().vectors(tier).filter(vector -> hello.kinds().contains(vector.kind()))
            .flatMap((Vector vector) -> vector.expect().post().keySet()).distinct().toList().sorted();
    }

    private static Diagnosis window(Hello hello) {
        if (hello.window() == 1)
            return Diagnosis.warning("window", "1: the runner waits for each answer before it asks again", "announce \"window\":64; you may go on answering one after the other");
        return Diagnosis.ok("window", "up to %,d cases wait for their answers%s".formatted(Math.min(hello.window(), Limits.WINDOW), hello.window() > Limits.WINDOW ? ", though more are announced" : ""));
    }
}
