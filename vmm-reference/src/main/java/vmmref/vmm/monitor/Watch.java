package vmmref.vmm.monitor;

import io.vavr.Lazy;
import io.vavr.collection.Seq;
import java.util.function.BiFunction;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import vmmref.model.bundle.Bundle;
import vmmref.model.interruption.Interruption;
import vmmref.model.profile.Profile;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.patch.Patcher;

/// How first accesses are caught, as a value.
///
/// @param catching how the hardware is told what states deny
/// @param moving   what an access makes of a page
/// @param scanning what the bundles of a page make of it when it is executed
/// @param reusing  what is known after some frames have come into other hands
/// @param examined the faults of pages of which is looked whether the guest's own machine has them
/// @param evicting the number of the protection-key register that gives its place, 1 up, given the one that was loaded last and how many there are; any but the last is right, as an instruction and its data may need one each
public record Watch(Catching catching, Moving moving, Scans scanning, BiFunction<Pages, Predicate<Long>, Pages> reusing, Predicate<Interruption> examined, IntBinaryOperator evicting) {

    /// The question what an access makes of a page.
    @FunctionalInterface
    public interface Moving {
        /// {@return what it makes of it}
        ///
        /// @param own whether the instruction that makes it is in the same page
        Transition of(PageState state, Access access, boolean own);
    }

    /// The question what the bundles of a page make of it when it is executed.
    @FunctionalInterface
    public interface Scans {
        /// {@return what they make of it}
        ///
        /// @param parking whether stubs may park registers
        PageState state(Seq<Bundle> bundles, boolean parking);
    }

    /// {@return how an honest monitor catches none}
    ///
    /// @param exact whether guests may see no difference of their level
    static Watch of(Profile profile, boolean exact) {
        Lazy<Scanning> scanning = Lazy.of(() -> new Scanning(Patcher.of(profile, exact)));
        return new Watch(Catching.NOTHING, Transition::of, (bundles, parking) -> scanning.get().state(bundles, parking), Pages::without, fault -> true, Watch::inTurn);
    }

    /// {@return the number of the register after the one that was loaded last; the first one is the monitor's}
    static int inTurn(int last, int number) {
        return 1 + last % (number - 1);
    }

    boolean catches() {
        return catching != Catching.NOTHING;
    }

    /// {@return whether keys tell states; then keys are always checked}
    boolean isKeyed() {
        return catching == Catching.KEYS;
    }

    Watch with(Catching changed) {
        return new Watch(changed, moving, scanning, reusing, examined, evicting);
    }

    public Watch withMoving(Moving changed) {
        return new Watch(catching, changed, scanning, reusing, examined, evicting);
    }

    public Watch withScanning(Scans changed) {
        return new Watch(catching, moving, changed, reusing, examined, evicting);
    }

    public Watch withReusing(BiFunction<Pages, Predicate<Long>, Pages> changed) {
        return new Watch(catching, moving, scanning, changed, examined, evicting);
    }

    public Watch withExamined(Predicate<Interruption> changed) {
        return new Watch(catching, moving, scanning, reusing, changed, evicting);
    }

    public Watch withEvicting(IntBinaryOperator changed) {
        return new Watch(catching, moving, scanning, reusing, examined, changed);
    }
}
