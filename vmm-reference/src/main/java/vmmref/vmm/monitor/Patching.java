package vmmref.vmm.monitor;

import io.vavr.Function2;
import io.vavr.Lazy;
import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.vmm.build.Builder;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Patched;
import vmmref.vmm.patch.Patcher;
import vmmref.vmm.recognize.Recognizer;

/// How code in which something is to be patched is executed, as a value.
///
/// @param pages    how many pages there are for copies; 0 where code is executed as it is
/// @param patching what is executed in place of a page, given where and what the page holds
public record Patching(int pages, Function2<VirtualAddress, Seq<Bundle>, Patched> patching) {
    /// {@return how an honest monitor patches nothing}
    static Patching of(Profile profile) {
        Lazy<Patcher> patcher = Lazy.of(() -> new Patcher(Recognizer.reference(profile).sensitive(false), Builder.reference(profile)));
        return new Patching(0, (at, bundles) -> patcher.get().patched(at, bundles));
    }

    boolean isOn() {
        return pages > 0;
    }

    /// {@return room for copies}
    ///
    /// @param from the first address that is free
    Copies copies(PhysicalAddress from) {
        return Copies.of(from, pages);
    }

    Patching with(int number) {
        return new Patching(number, patching);
    }

    public Patching withPatching(Function2<VirtualAddress, Seq<Bundle>, Patched> changed) {
        return new Patching(pages, changed);
    }
}
