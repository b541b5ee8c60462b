/// The answers: do they come, do they keep the schema, and does anything that is allowed confuse the adapter?
package vmmref.vectors.doctor;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.AnswerLine;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;
import vmmref.vectors.run.Verdict;

/// Each question is put to a process that has answered everything before it.
record Answering(Questions questions) {

    private static final int TRIED   = 32;
    private static final int AT_ONCE = 64;
    private static final int PROMPT  = 500;

    /// {@return what comes of an easy case of a kind: the first that is not unsupported}
    Diagnosis easy(String kind) {
        String respect = "answers " + kind;
        Seq<Vector> tried = questions.vectors().filter(vector -> vector.kind().equals(kind)).take(TRIED);
        if (tried.isEmpty()) return Diagnosis.warning(respect, "no vector of tier core can be asked", "announce more places, or other parameters");
        for (Vector vector : tried) {
            Heard heard = questions.asked(List.of(vector));
            if (heard.answers().isEmpty()) return unanswered(respect, vector, heard);
            Judgement judgement = questions.judged(vector, heard.answers().head());
            if (judgement.verdict() != Verdict.UNSUPPORTED) return judged(respect, judgement);
        }
        return Diagnosis.warning(respect, "the first %d cases are all unsupported".formatted(tried.size()), "answer some of its cases, or do not announce the kind");
    }

    /// {@return whether cases are answered as they come, or when the runner waits}
    Diagnosis flush() {
        Sitting sitting = questions.patient().ready();
        int seq = sitting.nextSeq();
        sitting.say(AnswerLine.request(seq, questions.vectors().head().given().flat()));
        if (!sitting.hear(LinkedHashSet.of(seq), PROMPT).answers().isEmpty()) return Diagnosis.ok("flush", "each case is answered at once");
        sitting.say(Questions.FLUSH);
        Heard heard = sitting.hear(LinkedHashSet.of(seq), questions.limit());
        return heard.answers().isEmpty() ? Diagnosis.wrong("flush", "a case and a flush were not answered: " + heard.silence(questions.limit()), "answer all that is held when flush comes")
            : Diagnosis.ok("flush", "cases are held, and answered on flush");
    }

    /// {@return whether a whole window is answered}
    Diagnosis order() {
        Seq<Vector> many = questions.vectors().take(Math.min(AT_ONCE, questions.hello().window()));
        Heard heard = questions.asked(many);
        Seq<Integer> came = heard.answers().map(AnswerLine::seq);
        if (came.size() < many.size())
            return Diagnosis.wrong("order", "of %d cases at once, %d were answered; then %s".formatted(many.size(), came.size(), heard.silence(questions.limit())),
                "answer every case, or announce a smaller window");
        return Diagnosis.ok("order", many.size() == 1 ? "one case at a time" : "%d cases at once are answered in %s".formatted(many.size(),
            came.equals(came.sorted()) ? "their order" : "another order, which is allowed"));
    }

    /// {@return whether fields that a later runner may add do harm}
    Diagnosis unknownFields() {
        ObjectNode request = Json.fields(AnswerLine.request(0, questions.vectors().head().given().flat())).json();
        Option<ObjectNode> plain = questions.answer(request);
        ObjectNode added = request.deepCopy();
        List.of(added, (ObjectNode) added.get("case")).forEach(object -> object.putObject("later").put("cmd", "bye").putArray("}\"").add(1).add("\\"));
        Option<ObjectNode> more = questions.answer(added);
        return more.isDefined() && more.equals(plain) ? Diagnosis.ok("unknown fields", "are passed over")
            : Diagnosis.wrong("unknown fields", more.map(answer -> "change the answer to " + Json.line(answer)).getOrElse("in a request keep it from answering"),
                "find fields by their names, with a JSON library or the starters' few lines, and pass over the others");
    }

    /// {@return whether a request that a later runner may send does harm}
    Diagnosis unknownRequests() {
        Notes notes  = questions.patient().notes();
        int   before = notes.count();
        questions.asked(questions.vectors().take(1));
        int   usual  = notes.count();
        questions.patient().ready().say("{\"cmd\":\"later\",\"with\":{}}");
        boolean answers = questions.asked(questions.vectors().take(1)).answers().nonEmpty();
        boolean quiet   = notes.count() - usual <= usual - before;
        notes.forget(usual);
        return answers && quiet ? Diagnosis.ok("unknown requests", "are passed over")
            : Diagnosis.warning("unknown requests", answers ? "are answered" : "keep it from answering the next one", "ignore a cmd that you do not know: later runners may send some");
    }

    private Diagnosis unanswered(String respect, Vector vector, Heard heard) {
        Patient patient = questions.patient();
        if (heard.over().isDefined())
            return Diagnosis.wrong(respect, "at %s %s".formatted(vector.id(), heard.silence(questions.limit())), "catch what fails, and answer with the outcome error");
        Sitting sitting = patient.ready();
        sitting.endInput();
        boolean late = sitting.spoke(questions.limit());
        patient.close();
        return late ? Diagnosis.wrong(respect, "the answer to %s came only when the input ended: it sits in a buffer".formatted(vector.id()), Greeting.FLUSH)
            : Diagnosis.wrong(respect, "%s was not answered: %s of the flush".formatted(vector.id(), heard.silence(questions.limit())), "answer every run request, and " + Greeting.FLUSH);
    }

    private static Diagnosis judged(String respect, Judgement judgement) {
        String id  = judgement.vector().id();
        String why = judgement.reason().getOrElse("");
        if (judgement.verdict() == Verdict.PASS) return Diagnosis.ok(respect, id + " passes");
        if (judgement.verdict() == Verdict.FAIL)
            return Diagnosis.warning(respect, "%s is answered otherwise than expected".formatted(id), "see what differs with vmmref check --id " + id);
        return switch (judgement.reply().get()) {
            case Reply.Garbled garbled                                                       -> Diagnosis.wrong(respect, "%s: %s".formatted(id, garbled.breach().seen()), garbled.breach().remedy());
            case Reply.Answered answered when answered.answer() instanceof Answer.Failed    -> Diagnosis.warning(respect, "%s: %s".formatted(id, why), "look at its standard error");
            case Reply other                                                                 -> Diagnosis.wrong(respect, "%s: %s".formatted(id, why), "report every place that is announced, or announce fewer");
        };
    }
}
