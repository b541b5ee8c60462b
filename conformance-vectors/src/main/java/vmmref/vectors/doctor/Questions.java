/// Cases put to the adapter one by one, or a window at once.
package vmmref.vectors.doctor;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.AnswerLine;
import vmmref.vectors.run.Breach;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;

/// Each case brings its whole start state. `vectors` are those of tier smoke that the hello allows to ask, or those of tier core if a kind has none there.
record Questions(Patient patient, Hello hello, Judge judge, Seq<Vector> vectors) {

    static final String FLUSH = "{\"cmd\":\"flush\"}";

    static Questions of(Patient patient, Hello hello) {
        Judge judge = new Judge(hello, HashMap.empty(), false);
        Seq<Vector> smoke = askable(patient, judge, Tier.SMOKE);
        boolean enough = hello.kinds().forAll(kind -> smoke.exists(vector -> vector.kind().equals(kind)));
        return new Questions(patient, hello, judge, enough ? smoke : askable(patient, judge, Tier.CORE));
    }

    private static Seq<Vector> askable(Patient patient, Judge judge, Tier tier) {
        return patient.pack().vectors(tier).filter(vector -> judge.unasked(vector).isEmpty()).toList();
    }

    int limit() {
        return hello.timeoutMillis();
    }

    /// Sends cases at once, and says that their answers are awaited.
    Heard asked(Seq<Vector> many) {
        Sitting sitting = patient.ready();
        Seq<Integer> numbers = many.map(vector -> {
            int seq = sitting.nextSeq();
            sitting.say(AnswerLine.request(seq, vector.given().flat()));
            return seq;
        });
        sitting.say(FLUSH);
        return sitting.hear(LinkedHashSet.ofAll(numbers), limit());
    }

    /// {@return the answer to a request, which is given a number, without that number}
    Option<ObjectNode> answer(ObjectNode request) {
        Sitting sitting = patient.ready();
        int seq = sitting.nextSeq();
        sitting.say(Json.line(request.deepCopy().put("seq", seq)));
        sitting.say(FLUSH);
        return sitting.hear(LinkedHashSet.of(seq), limit()).answers().headOption().map(answer -> answer.json().deepCopy().without("seq"));
    }

    /// {@return what comes of holding an answer against what its vector expects}
    Judgement judged(Vector vector, AnswerLine answer) {
        try {
            return judge.judge(vector, new Reply.Answered(answer.answer(patient.schemas()), Option.some(answer.json()), ""));
        } catch (FieldMistake mistake) {
            return judge.judge(vector, new Reply.Garbled(Breach.of(answer.seq(), Json.line(answer.json()), mistake), ""));
        }
    }
}
