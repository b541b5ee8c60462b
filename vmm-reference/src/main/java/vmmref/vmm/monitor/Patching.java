package vmmref.vmm.monitor;

import io.vavr.Function2;
import io.vavr.Lazy;
import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.vmm.build.Builder;
import vmmref.vmm.memory.Window;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Patched;
import vmmref.vmm.patch.Patcher;
import vmmref.vmm.patch.Site;
import vmmref.vmm.recognize.Recognizer;

/// How code in which something is to be patched is executed, as a value.
///
/// @param pages    how many pages there are for copies; 0 where code is executed as it is
/// @param stubs    the logarithm of the bytes for stubs, which is one of page sizes; 0 where every patch traps
/// @param patching what is executed in place of what a page holds
public record Patching(int pages, int stubs, Function2<Site, Seq<Bundle>, Patched> patching) {
    /// {@return how an honest monitor patches nothing}
    static Patching of(Profile profile) {
        Lazy<Patcher> patcher = Lazy.of(() -> new Patcher(Recognizer.reference(profile).sensitive(false), Builder.reference(profile)));
        return new Patching(0, 0, (site, bundles) -> patcher.get().patched(site, bundles));
    }

    boolean isOn() {
        return pages > 0;
    }

    /// {@return room for copies and stubs}
    ///
    /// @param from the first address that is free
    Copies copies(PhysicalAddress from, Window window) {
        return Copies.of(from, pages, window.stubs(), stubs);
    }

    Patching with(int copies, int stubsLog2) {
        return new Patching(copies, stubsLog2, patching);
    }

    public Patching withPatching(Function2<Site, Seq<Bundle>, Patched> changed) {
        return new Patching(pages, stubs, changed);
    }
}
