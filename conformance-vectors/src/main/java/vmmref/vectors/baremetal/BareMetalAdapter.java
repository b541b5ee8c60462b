package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Bases;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Parameters;
import vmmref.vmm.Vmm;

/// An adapter for a command that executes images: it collects cases until the runner waits, and answers what the logs say.
public final class BareMetalAdapter {
    private static final int WINDOW = 4096;
    /// So many runs may come to nothing before there is an answer: halves of halves of the most cases that an image has.
    private static final int RUNS = 12;
    private static final int LONGEST = 600_000;

    private final int millis;
    private final Batch batch;
    private final Profile profile;
    private final Vmm reference;
    private final Expressing expressing;
    private final String name;
    private Bases bases = Bases.none();
    private Vector<Asked> asked = Vector.empty();

    private record Asked(int seq, Case given) { }

    /// @param name    how the simulator is called
    /// @param words   of the command, see [SimulatorCommand]
    /// @param folder  for files
    /// @param millis  after which the command is ended
    /// @param most    how many cases an image has at most
    /// @param profile which machine it simulates
    public BareMetalAdapter(String name, Seq<String> words, Path folder, int millis, int most, Profile profile) {
        this(name, new SimulatorCommand(words, folder, millis), millis, most, profile);
    }

    BareMetalAdapter(String name, Simulator simulator, int millis, int most, Profile profile) {
        this.name       = name;
        this.millis     = millis;
        this.batch      = new Batch(simulator, most);
        this.profile    = profile;
        this.reference  = Vmm.reference(profile);
        this.expressing = new Expressing(reference.machine());
    }

    /// Holds the conversation to its end.
    public void converse(BufferedReader in, PrintWriter out) {
        try {
            for (Option<String> line = Option.of(in.readLine()); line.isDefined() && heard(line.get(), out); line = Option.of(in.readLine())) out.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        answer(out);
    }

    /// {@return whether the conversation goes on after a line; one that is no command is passed over}
    private boolean heard(String line, PrintWriter out) {
        try {
            return heard(Json.fields(line), out);
        } catch (FieldMistake nonsense) {
            return true;
        }
    }

    private boolean heard(Fields fields, PrintWriter out) {
        switch (fields.json().path("cmd").asString("")) {
            case "hello" -> say(out, Logs.hello(name, new Parameters(profile.parameters()), WINDOW, (int) Math.min(LONGEST, (long) RUNS * millis)).json());
            case "base"  -> say(out, learnt(fields));
            case "run"   -> asked(fields, out);
            case "flush" -> answer(out);
            case "bye"   -> { return false; }
            default      -> { return true; }
        }
        return true;
    }

    private static void say(PrintWriter out, ObjectNode json) {
        out.print(Json.line(json) + "\n");
        out.flush();
    }

    private ObjectNode learnt(Fields fields) {
        try {
            bases = bases.with(Base.of(fields));
            return Json.object().put("ok", true);
        } catch (FieldMistake mistake) {
            return Json.object().put("ok", false).put("why", mistake.getMessage());
        }
    }

    private void asked(Fields fields, PrintWriter out) {
        int seq = fields.integer("seq");
        try {
            asked = asked.append(new Asked(seq, Case.of(fields.child("case"), bases)));
        } catch (FieldMistake mistake) {
            answer(out, seq, new Answer.Failed("the case is not understood: " + mistake.getMessage()));
        }
    }

    /// Answers all that was asked and not answered, each as soon as it is known: the runner's clock begins anew with each.
    private void answer(PrintWriter out) {
        Seq<Asked> all = asked;
        asked = Vector.empty();
        Vector<ImageCase> expressible = Vector.empty();
        for (Asked each : all) {
            Either<String, Expressed> expressed = expressed(each.given);
            if (expressed.isRight()) expressible = expressible.append(new ImageCase(String.valueOf(each.seq), each.given, expressed.get()));
            else answer(out, each.seq, new Answer.Unsupported("no image executes it: " + expressed.getLeft()));
        }
        out.flush();
        batch.answers(expressible).forEach(answered -> {
            answer(out, Integer.parseInt(answered._1), answered._2);
            out.flush();
        });
    }

    private Either<String, Expressed> expressed(Case given) {
        Option<Kind> kind = Expressing.KINDS.contains(given.kind()) ? Kinds.named(given.kind()) : Option.none();
        return kind.toEither("is of kind " + given.kind()).flatMap(known -> known.unreadable(given).map(FieldMistake::getMessage).<Either<String, Expressed>>map(Either::left)
            .getOrElse(() -> expressing.of(given, known.expectation(reference, given))));
    }

    private static void answer(PrintWriter out, int seq, Answer answer) {
        ObjectNode json = Json.object().put("seq", seq);
        json.setAll(answer.json());
        out.print(Json.line(json) + "\n");
    }
}
