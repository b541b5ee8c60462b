/// One worker's conversation with an implementation that a campaign judges.
package vmmref.vectors.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Reference;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.campaign.CandidateBroken;
import vmmref.properties.guarantee.Disagreement;
import vmmref.properties.guarantee.Subject;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.AdapterBreakdown;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Ending;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;
import vmmref.vmm.Vmm;

/// Every question of a law is judged at once, as a vector would be: by the reference under the parameters that the implementation announced.
final class Examination implements Candidate.Session {

    /// An adapter that answers none of so many questions, nor a plain one, would only cost a process for each question.
    private static final int MUTE = 8;
    private static final Seq<Question> PLAIN = List.of(Question.decode(Bundle.ofHex("0".repeat(32))), Question.of(Scene.MACHINE, Reference.fetch(new VirtualAddress(0))));
    private static final int LAST_WORDS = 200;

    private final Conversation conversation;
    private final Judge judge;
    private final Vmm reference;
    private final Subject subject = new Asking(Subject.of(Vmm.reference(Profile.named("maximal").get())), this::ask);
    private int asked;
    private boolean answered;
    private int unanswered;
    private String skipped = "its law asked nothing";

    Examination(Conversation conversation) {
        this.conversation = conversation;
        this.judge        = new Judge(conversation.hello(), HashMap.empty(), false);
        this.reference    = Vmm.reference(Profile.announced(conversation.hello().impl().name(), conversation.hello().profile().values()));
    }

    @Override
    public Seq<Object> parts() {
        return List.of(subject);
    }

    @Override
    public void begin() {
        asked   = 0;
        skipped = "its law asked nothing";
    }

    @Override
    public Option<String> silence() {
        return Option.when(asked == 0, skipped);
    }

    private void ask(Question question) {
        Option<String> obstacle = Option.when(!announces(question.given().kind()), "the implementation does not announce the kind " + question.given().kind())
            .orElse(question::obstacle);
        if (obstacle.isDefined()) skipped = obstacle.get();
        else ask(question.vector(reference));
    }

    private void ask(Vector vector) {
        Judgement judgement = judge.unasked(vector).getOrElse(() -> judged(vector));
        if (judgement.verdict().ran()) asked++;
        else skipped = judgement.reason().getOrElse("the implementation answers no such question");
        if (judgement.verdict().bad()) throw disagreement(judgement);
    }

    private Judgement judged(Vector vector) {
        Judgement judgement = told(vector);
        answered |= isAnswered(judgement);
        if (!answered && ++unanswered % MUTE == 0) answered = PLAIN.filter(question -> announces(question.given().kind())).exists(question -> isAnswered(told(question.vector(reference))));
        if (!answered && unanswered >= MUTE)
            throw new CandidateBroken(new AdapterBreakdown("the adapter has answered nothing, and failed %d times; the last time, it %s".formatted(unanswered, judgement.reply().map(Reply::trouble).getOrElse("was silent"))));
        return judgement;
    }

    private static boolean isAnswered(Judgement judgement) {
        return judgement.reply().exists(reply -> reply instanceof Reply.Answered);
    }

    private boolean announces(String kind) {
        return conversation.hello().kinds().contains(kind);
    }

    private Judgement told(Vector vector) {
        ArrayList<Judgement> judgements = new ArrayList<>();
        try {
            Option<String> stopped = conversation.ask(Iterator.of(vector), (each, reply) -> judgements.add(judge.judge(each, reply)));
            if (judgements.isEmpty()) throw new AdapterBreakdown(stopped.getOrElse("the implementation did not answer"));
            if (!isAnswered(judgements.getFirst()) && Ending.isNear()) throw new AdapterBreakdown("the adapter is ended with vmmref");
            return judgements.getFirst();
        } catch (AdapterBreakdown breakdown) {
            throw broken(breakdown);
        }
    }

    /// {@return that an implementation cannot be asked any more, perhaps since this process ends}
    static CandidateBroken broken(AdapterBreakdown breakdown) {
        return Ending.isNear() ? CandidateBroken.interrupted(breakdown) : new CandidateBroken(breakdown);
    }

    private static Disagreement disagreement(Judgement judgement) {
        String verdict = judgement.verdict().word();
        String places  = judgement.differences().map(Difference::place).mkString(", ");
        String message = judgement.differences().map(difference -> "%s: expected %s, got %s".formatted(difference.place(), difference.expected().getOrElse("nothing"), difference.got().getOrElse("nothing")))
            .appendAll(judgement.reason()).appendAll(lastWords(judgement)).mkString("; ");
        return new Disagreement("%s, decided by %s%s".formatted(verdict, judgement.decidedBy().mkString(", "), places.isEmpty() ? "" : " in " + places),
            "%s\nasked: %s".formatted(message, Json.line(judgement.vector().given().json())));
    }

    private static Option<String> lastWords(Judgement judgement) {
        return judgement.reply().map(Reply::stderr).flatMap(text -> List.ofAll(text.lines().toList()).reject(String::isBlank).lastOption())
            .map(line -> "on standard error: " + Printable.of(line, LAST_WORDS));
    }

    @Override
    public void close() {
        conversation.close();
    }
}
