package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Choice;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;
import vmmref.properties.guarantee.Subject;
import vmmref.spec.Clause;
import vmmref.vmm.Vmm;

/// What the reference makes of scenes.
final class Rules {
    static final Subject SUBJECT = Subject.of(Vmm.reference(Profile.named("maximal").get()));
    static final Seq<String> OUTCOMES = Vector.of("goes on", "is answered", "is dropped", "is deferred", "faults", "is unspecified", "is executed", "machine check");
    private static final Subject NARROW = SUBJECT.on(Scenes.NARROW);

    private Rules() { }

    /// {@return which class of outcome a scene has}
    static String outcome(Scene scene) {
        return switch (scene.operation()) {
            case Reference reference     -> OUTCOMES.get(switch (SUBJECT.translate(scene.machine(), reference, Choice.USUAL)) {
                case Translated.To to                   -> 0;
                case Translated.Answered answered       -> 1;
                case Translated.Dropped dropped         -> 2;
                case Translated.Deferred deferred       -> 3;
                case Translated.Raised raised           -> 4;
                case Translated.Unspecified unspecified -> 5;
            });
            case Instruction instruction -> OUTCOMES.get(switch (SUBJECT.execute(scene.machine(), instruction, Choice.USUAL)) {
                case Executed.Done done          -> 6;
                case Executed.Raised raised      -> 4;
                case Executed.MachineCheck check -> 7;
                case Executed.Unspecified unspecified -> 5;
            });
        };
    }

    /// {@return the clause that decides a scene}
    static Clause because(Scene scene) {
        return because(SUBJECT, scene);
    }

    /// {@return the clause that decides a scene on an implementation on which every condition can be met}
    static Clause becauseOfNarrow(Scene scene) {
        return because(NARROW, scene);
    }

    private static Clause because(Subject subject, Scene scene) {
        return switch (scene.operation()) {
            case Reference reference     -> subject.translate(scene.machine(), reference, Choice.USUAL).because();
            case Instruction instruction -> subject.execute(scene.machine(), instruction, Choice.USUAL).because();
        };
    }
}
