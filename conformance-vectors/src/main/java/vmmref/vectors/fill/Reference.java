/// The reference by which expectations are filled.
package vmmref.vectors.fill;

import io.vavr.Function1;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Parameters;
import vmmref.vmm.Vmm;

/// Expectations are those of `itanium2`, or, where it does not meet the needs, of the first profile that does:
/// `maximal`, `minimal`, and then the others.
public final class Reference {

    private static final Seq<Profile> PREFERRED = List.of("itanium2", "maximal", "minimal")
        .flatMap(Profile::named)
        .appendAll(Profile.all())
        .distinctBy(Profile::name);

    private final Function1<Profile, Vmm> references = Function1.<Profile, Vmm>of(Vmm::reference).memoized();

    /// {@return the reference on the first profile that meets the needs, if one does}
    public Option<Vmm> meeting(Needs needs) {
        return PREFERRED.find(profile -> needs.unmet(new Parameters(profile.parameters())).isEmpty()).map(references);
    }
}
