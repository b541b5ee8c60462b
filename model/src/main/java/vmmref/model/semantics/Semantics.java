package vmmref.model.semantics;

import io.vavr.Function1;
import io.vavr.Lazy;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.delivery.Delivering;
import vmmref.model.delivery.Delivery;
import vmmref.model.dependency.Dependencies;
import vmmref.model.execute.Meaning;
import vmmref.model.execute.Meanings;
import vmmref.model.execute.StackEngine;
import vmmref.model.instruction.Decode;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Form;
import vmmref.model.partition.Partitioner;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Translator;

/// The rules of the machine as a value: one function for each question. A wrong machine is this record with one function replaced.
///
/// @param profile      the implementation that the rules describe
/// @param decode       which instructions a bundle encodes
/// @param meanings     what each form of instructions means
/// @param translator   what comes of references, and of the instructions that change translations
/// @param engine       how stacked registers go to memory and come back
/// @param delivery     what comes of interruptions
/// @param partitioner  what comes of events in the partition hardware
/// @param dependencies which instructions of a group depend on each other
public record Semantics(Profile profile, Function1<Bundle, DecodedBundle> decode, Function1<Form, Option<Meaning>> meanings, Translator translator, StackEngine engine, Delivering delivery, Partitioner partitioner, Dependencies dependencies) {

    /// {@return the rules as the architecture states them; the table of encodings is made when a bundle is decoded, as many questions are about none}
    public static Semantics architected(Profile profile) {
        Lazy<Decode> decode = Lazy.of(() -> Decode.architected(profile));
        return new Semantics(profile, bundle -> decode.get().bundle(bundle), Meanings::of, Translator.architected(profile), StackEngine.architected(), Delivery.architected(profile), Partitioner.architected(profile), Dependencies.architected());
    }

    public Semantics withDecode(Function1<Bundle, DecodedBundle> changed) {
        return new Semantics(profile, changed, meanings, translator, engine, delivery, partitioner, dependencies);
    }

    public Semantics withMeanings(Function1<Form, Option<Meaning>> changed) {
        return new Semantics(profile, decode, changed, translator, engine, delivery, partitioner, dependencies);
    }

    public Semantics withTranslator(Translator changed) {
        return new Semantics(profile, decode, meanings, changed, engine, delivery, partitioner, dependencies);
    }

    public Semantics withEngine(StackEngine changed) {
        return new Semantics(profile, decode, meanings, translator, changed, delivery, partitioner, dependencies);
    }

    public Semantics withDelivery(Delivering changed) {
        return new Semantics(profile, decode, meanings, translator, engine, changed, partitioner, dependencies);
    }

    public Semantics withPartitioner(Partitioner changed) {
        return new Semantics(profile, decode, meanings, translator, engine, delivery, changed, dependencies);
    }

    public Semantics withDependencies(Dependencies changed) {
        return new Semantics(profile, decode, meanings, translator, engine, delivery, partitioner, changed);
    }
}
