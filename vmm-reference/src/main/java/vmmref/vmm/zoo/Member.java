package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.partition.Partitioner;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Translator;
import vmmref.spec.Clause;

/// A member of the zoo.
///
/// @param name     its defect
/// @param sentence what it does wrong, as a person would say it
/// @param breaks   the clauses that it breaks
/// @param law      the guarantee that catches it, `Class.method`
/// @param rules    its rules, made from the architected ones
public record Member(String name, String sentence, Seq<Clause> breaks, String law, Function1<Semantics, Semantics> rules) {

    /// {@return a member that decodes wrongly}
    static Member decoding(String name, String sentence, Seq<Clause> breaks, String law,
                           Function1<Function1<Bundle, DecodedBundle>, Function1<Bundle, DecodedBundle>> wrong) {
        return new Member(name, sentence, breaks, law, right -> right.withDecode(wrong.apply(right.decode())));
    }

    /// {@return a member that translates wrongly}
    static Member translating(String name, String sentence, Seq<Clause> breaks, String law, Function1<Translator, Translator> wrong) {
        return new Member(name, sentence, breaks, law, right -> right.withTranslator(wrong.apply(right.translator())));
    }

    /// {@return a member whose partition hardware is wrong}
    static Member partitioning(String name, String sentence, Seq<Clause> breaks, String law, Function1<Partitioner, Partitioner> wrong) {
        return new Member(name, sentence, breaks, law, right -> right.withPartitioner(wrong.apply(right.partitioner())));
    }

    /// {@return the rules that this member runs on an implementation with a profile}
    public Semantics semantics(Profile profile) {
        return rules.apply(Semantics.architected(profile));
    }
}
