/// A subject that notes what it is asked.
package vmmref.vectors.campaign;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.guarantee.Subject;

/// Each question once, in the order in which they were asked first.
final class Recorder implements Candidate.Session {

    private final Subject subject;
    private Set<Question> questions = LinkedHashSet.empty();

    /// @param rules by which the subject answers
    Recorder(Semantics rules) {
        this.subject = new Asking(Subject.of(rules), question -> questions = questions.add(question));
    }

    static Recorder ofReference() {
        return new Recorder(Semantics.architected(Profile.named("maximal").get()));
    }

    @Override
    public Seq<Object> parts() {
        return io.vavr.collection.List.of(subject);
    }

    Seq<Question> questions() {
        return questions.toVector();
    }

    @Override
    public void close() { }
}
