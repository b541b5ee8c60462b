package vmmref.vectors.kill;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.collection.LinkedHashMap;
import io.vavr.Tuple;
import io.vavr.control.Option;
import vmmref.model.profile.Profile;
import vmmref.vmm.Vmm;

/// The reference under the profiles that vectors are asked about, made of the code as it is at this time.
///
/// @param vmms by the names of the profiles
record Asked(Map<String, Vmm> vmms) {
    static final Seq<String> PROFILES = Vector.of("maximal", "minimal", "itanium2");

    static Asked made() {
        return new Asked(LinkedHashMap.ofEntries(PROFILES.map(name -> Tuple.of(name, Vmm.reference(Profile.named(name).get())))));
    }

    Vmm vmm(String profile) {
        return Option.of(profile).flatMap(vmms::get).get();
    }

    /// {@return the one that guarantees judge}
    Vmm maximal() {
        return vmm(PROFILES.head());
    }
}
