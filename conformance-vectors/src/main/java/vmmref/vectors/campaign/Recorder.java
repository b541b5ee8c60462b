/// A subject that notes what it is asked.
package vmmref.vectors.campaign;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import vmmref.model.profile.Profile;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.guarantee.Subject;
import vmmref.vmm.Vmm;

/// Each question once, in the order in which they were asked first.
final class Recorder implements Candidate.Session {

    private final Subject subject;
    private Set<Question> questions = LinkedHashSet.empty();

    /// @param vmm that answers
    Recorder(Vmm vmm) {
        this.subject = new Asking(Subject.of(vmm), question -> questions = questions.add(question));
    }

    static Recorder ofReference() {
        return new Recorder(Vmm.reference(Profile.named("maximal").get()));
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
