package vmmref.properties.domain;

import io.vavr.Function3;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import vmmref.model.profile.Profile;
import vmmref.model.protect.Access;
import vmmref.vmm.Vmm;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.keys.Transition;

/// The rules that are judged.
///
/// @param transition what an access makes of its page
/// @param within     whether a state permits no more than another
/// @param reused     what is known after frames have come into other hands
/// @param follows    whether code is looked through again after a store
record Rules(Function3<PageState, Access, Boolean, Transition> transition, BiPredicate<PageState, PageState> within, BiFunction<Pages, Predicate<Long>, Pages> reused, boolean follows) {
    static final Profile PROFILE = Profile.named("itanium2").get();
    static final Rules RIGHT = of(Vmm.reference(PROFILE));

    /// {@return those of a monitor}
    static Rules of(Vmm vmm) {
        return new Rules(vmm.monitoring().watch().moving()::of, PageState::isWithin, vmm.monitoring().watch().reusing(), true);
    }

    Rules withTransition(Function3<PageState, Access, Boolean, Transition> other) {
        return new Rules(other, within, reused, follows);
    }
}
