package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.semantics.Semantics;
import vmmref.model.profile.Profile;
import vmmref.spec.Clause;

/// A member of the zoo.
///
/// @param name     its defect
/// @param sentence what it does wrong, as a person would say it
/// @param breaks   the clauses that it breaks
/// @param law      the guarantee that catches it, `Class.method`
/// @param decoding its decoding, made from the architected one
public record Member(String name, String sentence, Seq<Clause> breaks, String law,
                     Function1<Function1<Bundle, DecodedBundle>, Function1<Bundle, DecodedBundle>> decoding) {

    /// {@return the rules that this member runs on an implementation with a profile}
    public Semantics semantics(Profile profile) {
        Semantics right = Semantics.architected(profile);
        return right.withDecode(decoding.apply(right.decode()));
    }
}
