/// Bases: are they learnt, and do cases start from them?
package vmmref.vectors.doctor;

import io.vavr.collection.List;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.AnswerLine;
import vmmref.vectors.run.Breach;
import vmmref.vectors.run.Child;

/// A case must be answered alike whether it starts from a base or brings the same start state itself.
record Learning(Questions questions) {

    private static final String RESPECT = "bases";

    /// {@return what comes of the first vector that starts from a base, if there is one}
    Option<Diagnosis> examined() {
        return questions.vectors().find(vector -> vector.stimulus().base().isDefined()).map(vector -> learnt(vector, vector.stimulus().base().get()));
    }

    private Diagnosis learnt(Vector vector, Base base) {
        Option<ObjectNode> flat = answer(vector.given().flat());
        Sitting sitting = questions.patient().ready();
        sitting.say(AnswerLine.request(base));
        sitting.say(Questions.FLUSH);
        Option<Child.Event.Line> line = sitting.told(questions.limit());
        if (line.isEmpty()) {
            questions.patient().close();
            return Diagnosis.wrong(RESPECT, "%s was not answered: %s".formatted(base.name(), new Heard(List.empty(), sitting.over()).silence(questions.limit())),
                "answer a base with {\"ok\":true}, or check with --flat: then none is sent");
        }
        return obstacle(base, line.get()).getOrElse(() -> flat.isDefined() && flat.equals(answer(vector.given()))
            ? Diagnosis.ok(RESPECT, base.name() + " is set up, and is as good as a whole start state")
            : Diagnosis.wrong(RESPECT, "%s is answered otherwise when it starts from %s than when it brings its whole start state".formatted(vector.id(), base.name()),
                "start each case anew: from its base, with pre merged into it"));
    }

    private Option<Diagnosis> obstacle(Base base, Child.Event.Line line) {
        try {
            return AnswerLine.obstacle(questions.patient().schemas(), AnswerLine.object(line.text())).map(why ->
                Diagnosis.warning(RESPECT, "%s cannot be set up: %s".formatted(base.name(), why), "set it up: vectors that start from it are unsupported"));
        } catch (FieldMistake mistake) {
            return Option.some(Diagnosis.wrong(RESPECT, Breach.of(line.number(), line.text(), mistake).seen(), mistake.remedy()));
        }
    }

    private Option<ObjectNode> answer(Case given) {
        return questions.answer(Json.fields(AnswerLine.request(0, given)).json());
    }
}
