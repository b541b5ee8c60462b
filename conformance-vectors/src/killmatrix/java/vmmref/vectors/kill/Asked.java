package vmmref.vectors.kill;

import io.vavr.Lazy;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Subject;
import vmmref.vmm.Vmm;

/// The reference under the profiles that vectors are asked about, made of the code as it is when it is asked first.
///
/// @param vmms    by the names of the profiles
/// @param subject that guarantees judge
record Asked(Map<String, Lazy<Vmm>> vmms, Lazy<Subject> subject) {
    static final Seq<String> PROFILES = Vector.of("maximal", "minimal", "itanium2");

    static Asked made() {
        LinkedHashMap<String, Lazy<Vmm>> vmms = LinkedHashMap.ofEntries(PROFILES.map(name -> Tuple.of(name, Lazy.of(() -> Vmm.reference(Profile.named(name).get())))));
        return new Asked(vmms, Lazy.of(() -> Subject.of(vmms.get(PROFILES.head()).get().get())));
    }

    Vmm vmm(String profile) {
        return vmms.get(profile).get().get();
    }
}
