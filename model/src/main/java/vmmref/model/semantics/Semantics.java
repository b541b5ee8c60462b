package vmmref.model.semantics;

import io.vavr.Function1;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Decode;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.partition.Partitioner;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Translator;

/// The rules of the machine as a value: one function for each question. A wrong machine is this record with one function replaced.
///
/// @param profile     the implementation that the rules describe
/// @param decode      which instructions a bundle encodes
/// @param translator  what comes of references, and of the instructions that change translations
/// @param partitioner what comes of events in the partition hardware
public record Semantics(Profile profile, Function1<Bundle, DecodedBundle> decode, Translator translator, Partitioner partitioner) {

    /// {@return the rules as the architecture states them}
    public static Semantics architected(Profile profile) {
        return new Semantics(profile, Decode.architected(profile)::bundle, Translator.architected(profile), Partitioner.architected(profile));
    }

    public Semantics withDecode(Function1<Bundle, DecodedBundle> changed) {
        return new Semantics(profile, changed, translator, partitioner);
    }

    public Semantics withTranslator(Translator changed) {
        return new Semantics(profile, decode, changed, partitioner);
    }

    public Semantics withPartitioner(Partitioner changed) {
        return new Semantics(profile, decode, translator, changed);
    }
}
