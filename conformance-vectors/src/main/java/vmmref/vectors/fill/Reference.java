/// The rules by which expectations are filled.
package vmmref.vectors.fill;

import io.vavr.Function1;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.semantics.Semantics;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Parameters;

/// Expectations are those of `itanium2`, or, where it does not meet the needs, of the first profile that does:
/// `maximal`, `minimal`, and then the others.
public final class Reference {

    private static final Seq<Profile> PREFERRED = List.of("itanium2", "maximal", "minimal")
        .flatMap(Profile::named)
        .appendAll(Profile.all())
        .distinctBy(Profile::name);

    private final Function1<Profile, Semantics> rules = Function1.<Profile, Semantics>of(Semantics::architected).memoized();

    /// {@return the rules of the first profile that meets the needs, if one does}
    public Option<Semantics> meeting(Needs needs) {
        return PREFERRED.find(profile -> needs.unmet(new Parameters(profile.parameters())).isEmpty()).map(rules);
    }
}
