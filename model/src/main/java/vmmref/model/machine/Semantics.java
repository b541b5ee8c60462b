package vmmref.model.machine;

import io.vavr.Function1;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Decode;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.profile.Profile;

/// The rules of the machine as a value: one function for each question. A wrong machine is this record with one function replaced.
///
/// @param profile the implementation that the rules describe
/// @param decode  which instructions a bundle encodes
public record Semantics(Profile profile, Function1<Bundle, DecodedBundle> decode) {

    /// {@return the rules as the architecture states them}
    public static Semantics architected(Profile profile) {
        return new Semantics(profile, Decode.architected(profile)::bundle);
    }

    public Semantics withDecode(Function1<Bundle, DecodedBundle> changed) {
        return new Semantics(profile, changed);
    }
}
