/// A finding as vectors.
package vmmref.vectors.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.profile.Profile;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Replay;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Implementations;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.vmm.LifeKind;
import vmmref.vmm.Vmm;

/// What the law asks in the finding's case, each question a vector of source `campaign`; where the implementation answers some of them wrongly, those alone. They expect what is right
/// under the parameters that the implementation announces, and need those of them that it depends on.
///
/// @param finding  that is promoted
/// @param failing  the questions that the implementation answers wrongly
/// @param passing  the others
public record Promotion(Finding finding, Seq<Vector> failing, Seq<Vector> passing) {

    /// {@return the vectors of a finding}
    /// @throws vmmref.vectors.run.UsageMistake if there is no such implementation any more
    public static Promotion of(Finding finding, Pack pack) {
        Seq<Question> questions = questions(finding).filter(question -> question.obstacle().isEmpty());
        java.util.List<Judgement> judgements = new ArrayList<>();
        Seq<Vector> asked;
        try (Conversation conversation = Implementations.open(asked(finding.subject()), pack)) {
            Judge judge = new Judge(conversation.hello(), HashMap.empty(), false);
            Dependence dependence = new Dependence(Profile.announced(conversation.hello().impl().name(), conversation.hello().profile().values()));
            Vmm reference = dependence.reference();
            asked = questions.map(dependence::settled).map(question -> question.vector(reference));
            for (Vector vector : asked) {
                if (judge.unasked(vector).isEmpty()) conversation.ask(Iterator.of(vector), (each, reply) -> judgements.add(judge.judge(each, reply)));
            }
        }
        Seq<Vector> failing = List.ofAll(judgements).filter(judgement -> judgement.verdict().bad()).map(Judgement::vector);
        return new Promotion(finding, failing, asked.removeAll(failing));
    }

    /// The rules of a member of the zoo were judged with everything that is optional.
    private static String asked(String subject) {
        return subject.startsWith("zoo:") && !subject.contains("@") ? subject + "@maximal" : subject;
    }

    /// The law is tried on the reference, which answers as it should: then every question is asked that a right implementation is asked. What guests live through ends where it goes wrong: if it does on a
    /// member of the zoo, the law is tried on that, too.
    ///
    /// @throws UsageMistake if its law takes other arguments by now
    private static Seq<Question> questions(Finding finding) {
        Seq<Question> lives = Candidates.vmm(finding.subject()).filter(vmm -> !finding.subject().equals(Implementations.BUILT_IN)).toList().flatMap(vmm -> asked(finding, new Recorder(vmm))).filter(question -> question.kind() instanceof LifeKind);
        return lives.appendAll(asked(finding, Recorder.ofReference())).distinct();
    }

    private static Seq<Question> asked(Finding finding, Recorder recorder) {
        Replay replay = Replay.of(new Candidate() {
            @Override public String name() {
                return finding.subject();
            }

            @Override public Session open() {
                return recorder;
            }
        }, finding);
        if (replay.trial() instanceof Replay.Unreadable(var reason)) throw new UsageMistake("%s cannot be read: %s; mend its file, or remove it if its law takes other arguments by now".formatted(finding.id(), reason));
        return recorder.questions();
    }

    /// {@return the vectors that are worth a place in a pack}
    public Seq<Vector> vectors() {
        return failing.isEmpty() ? passing : failing;
    }

    /// {@return the line that a table of promoted finds holds of a vector}
    public ObjectNode line(Vector vector) {
        ObjectNode json = Json.object().put("kind", vector.kind()).put("title", finding.sentence()).put("finding", finding.id()).put("subject", finding.subject());
        json.set("needs", vector.needs().json());
        json.setAll(vector.stimulus().json());
        json.set("expect", vector.expect().json());
        return json;
    }
}
