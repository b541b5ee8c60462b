package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.Function2;
import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.delivery.Delivering;
import vmmref.model.execute.Meaning;
import vmmref.model.execute.StackEngine;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Form;
import vmmref.model.partition.Partitioner;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Translator;
import vmmref.spec.Clause;
import vmmref.spec.Level;
import vmmref.vmm.Vmm;
import vmmref.vmm.build.Builder;
import vmmref.vmm.memory.Composition;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.recognize.Recognizer;

/// A member of the zoo.
///
/// @param name     its defect
/// @param sentence what it does wrong, as a person would say it
/// @param breaks   the clauses that it breaks
/// @param law      the guarantee that catches it, `Class.method`
/// @param rules    the monitor and its machine, made from the right ones
public record Member(String name, String sentence, Seq<Clause> breaks, String law, Function1<Vmm, Vmm> rules) {
    /// {@return the clauses that it breaks and that vectors tell; guarantees are told by laws alone}
    public Seq<Clause> told() {
        return breaks.filter(clause -> clause.level() == Level.MUST);
    }

    /// {@return a member that decodes wrongly}
    static Member decoding(String name, String sentence, Seq<Clause> breaks, String law,
                           Function1<Function1<Bundle, DecodedBundle>, Function1<Bundle, DecodedBundle>> wrong) {
        return onMachine(name, sentence, breaks, law, right -> right.withDecode(wrong.apply(right.decode())));
    }

    /// {@return a member that translates wrongly}
    static Member translating(String name, String sentence, Seq<Clause> breaks, String law, Function1<Translator, Translator> wrong) {
        return onMachine(name, sentence, breaks, law, right -> right.withTranslator(wrong.apply(right.translator())));
    }

    /// {@return a member that executes wrongly: what it makes of the right meaning of a form}
    static Member executing(String name, String sentence, Seq<Clause> breaks, String law, Function2<Form, Meaning, Meaning> wrong) {
        return onMachine(name, sentence, breaks, law, right -> right.withMeanings(form -> right.meanings().apply(form).map(meaning -> wrong.apply(form, meaning))));
    }

    /// {@return a member whose register stack engine is wrong}
    static Member engaging(String name, String sentence, Seq<Clause> breaks, String law, Function1<StackEngine, StackEngine> wrong) {
        return onMachine(name, sentence, breaks, law, right -> right.withEngine(wrong.apply(right.engine())));
    }

    /// {@return a member that delivers interruptions wrongly}
    static Member delivering(String name, String sentence, Seq<Clause> breaks, String law, Function1<Delivering, Delivering> wrong) {
        return onMachine(name, sentence, breaks, law, right -> right.withDelivery(wrong.apply(right.delivery())));
    }

    /// {@return a member whose partition hardware is wrong}
    static Member partitioning(String name, String sentence, Seq<Clause> breaks, String law, Function1<Partitioner, Partitioner> wrong) {
        return onMachine(name, sentence, breaks, law, right -> right.withPartitioner(wrong.apply(right.partitioner())));
    }

    /// {@return a member that recognises wrongly}
    static Member recognizing(String name, String sentence, Seq<Clause> breaks, String law, Function1<Recognizer, Recognizer> wrong) {
        return new Member(name, sentence, breaks, law, right -> right.withRecognizer(wrong.apply(right.recognizer())));
    }

    /// {@return a member that builds or inserts code wrongly}
    static Member building(String name, String sentence, Seq<Clause> breaks, String law, Function1<Builder, Builder> wrong) {
        return new Member(name, sentence, breaks, law, right -> right.withBuilder(wrong.apply(right.builder())));
    }

    /// {@return a member that answers exits wrongly}
    static Member monitoring(String name, String sentence, Seq<Clause> breaks, String law, Function1<Monitoring, Monitoring> wrong) {
        return new Member(name, sentence, breaks, law, right -> right.withMonitoring(wrong.apply(right.monitoring())));
    }

    /// {@return a member that does instructions of guests wrongly: what it makes of the right meaning of a form}
    static Member emulating(String name, String sentence, Seq<Clause> breaks, String law, Function2<Form, Meaning, Meaning> wrong) {
        return monitoring(name, sentence, breaks, law, right -> right.withPlaying(guest -> guest.withMeanings(form -> guest.meanings().apply(form).map(meaning -> wrong.apply(form, meaning)))));
    }

    /// {@return a member that composes entries wrongly}
    static Member composing(String name, String sentence, Seq<Clause> breaks, String law, Function1<Composition, Composition> wrong) {
        return monitoring(name, sentence, breaks, law, right -> right.withComposition(wrong.apply(right.composition())));
    }

    /// {@return a member whose monitor is right, and whose machine is wrong}
    private static Member onMachine(String name, String sentence, Seq<Clause> breaks, String law, Function1<Semantics, Semantics> wrong) {
        return new Member(name, sentence, breaks, law, right -> right.withMachine(wrong.apply(right.machine())));
    }

    /// {@return this member on an implementation with a profile}
    public Vmm vmm(Profile profile) {
        return rules.apply(Vmm.reference(profile));
    }
}
