package vmmref.vmm.monitor;

import io.vavr.Function2;
import io.vavr.Lazy;
import io.vavr.collection.Seq;
import java.util.function.UnaryOperator;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Psr;
import vmmref.vmm.memory.Window;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Patched;
import vmmref.vmm.patch.Patcher;
import vmmref.vmm.patch.Recent;
import vmmref.vmm.patch.Site;
import vmmref.vmm.patch.Source;

/// How code in which something is to be patched is executed, as a value.
///
/// @param pages      how many pages there are for copies; 0 where code is executed as it is
/// @param stubs      the logarithm of the bytes for stubs, which is one of page sizes; 0 where every patch traps
/// @param patching   what is executed in place of what a page holds
/// @param aliasing   whose copy an alias executes
/// @param showing    where is read what a guest reads
/// @param returning  what becomes of registers that wait while a guest is in a stub when it is interrupted there
/// @param leaving    what is told of a guest that is interrupted in a stub
/// @param entering   where a guest goes on
/// @param rebuilding what becomes of stubs when their immediates change
/// @param releasing  which copies are left when pieces have left the hardware
/// @param following  what becomes of copies when memory changes under them
public record Patching(int pages, int stubs, Function2<Site, Seq<Bundle>, Patched> patching, Aliasing aliasing, Showing showing, UnaryOperator<Answer> returning, UnaryOperator<Answer> leaving, Entering entering, Rebuilding rebuilding, Releasing releasing, Following following) {

    /// The question whose copy an alias executes.
    @FunctionalInterface
    public interface Aliasing {
        Alias executed(Copies copies, Alias alias);
    }

    /// The question where is read what a guest reads at an address of the host.
    @FunctionalInterface
    public interface Showing {
        PhysicalAddress shown(Copies copies, PhysicalAddress host);
    }

    /// The question where the machine goes on when a guest does.
    @FunctionalInterface
    public interface Entering {
        /// {@return its position}
        ///
        /// @param real PSR of the machine
        /// @param at   where the guest believes to be
        Position entered(Answer answer, Psr real, Position at);
    }

    /// The question what becomes of stubs when registers change of which they hold what a guest believes.
    @FunctionalInterface
    public interface Rebuilding {
        Answer rebuilt(Answer answer, Source changed);
    }

    /// The question which copies are left when no piece of a range is in the hardware any more.
    @FunctionalInterface
    public interface Releasing {
        /// {@return those that are left}
        ///
        /// @param rid of the host
        Copies released(Copies copies, int rid, VirtualAddress address, PageSize range);
    }

    /// The question what follows from a store to memory of the host.
    @FunctionalInterface
    public interface Following {
        Answer followed(Answer answer, PhysicalAddress host);
    }

    /// {@return how an honest monitor patches nothing}
    ///
    /// @param exact whether guests may see no difference of their level
    static Patching of(Profile profile, boolean exact) {
        Lazy<Patcher> patcher = Lazy.of(() -> Patcher.of(profile, exact));
        return new Patching(0, 0, Recent.of((site, bundles) -> patcher.get().patched(site, bundles)), (copies, alias) -> alias, (copies, host) -> host, Detouring::returned, Detouring::left, Detouring::entered, Detouring::rebuilt, Copies::without, Watching::stored);
    }

    boolean isOn() {
        return pages > 0;
    }

    boolean hasStubs() {
        return isOn() && stubs > 0;
    }

    /// {@return room for copies and stubs}
    ///
    /// @param from the first address that is free
    Copies copies(PhysicalAddress from, Window window) {
        return Copies.of(from, pages, window.stubs(), stubs);
    }

    Patching with(int copies, int stubsLog2) {
        return new Patching(copies, stubsLog2, patching, aliasing, showing, returning, leaving, entering, rebuilding, releasing, following);
    }

    public Patching withPatching(Function2<Site, Seq<Bundle>, Patched> changed) {
        return new Patching(pages, stubs, changed, aliasing, showing, returning, leaving, entering, rebuilding, releasing, following);
    }

    public Patching withAliasing(Aliasing changed) {
        return new Patching(pages, stubs, patching, changed, showing, returning, leaving, entering, rebuilding, releasing, following);
    }

    public Patching withShowing(Showing changed) {
        return new Patching(pages, stubs, patching, aliasing, changed, returning, leaving, entering, rebuilding, releasing, following);
    }

    public Patching withReturning(UnaryOperator<Answer> changed) {
        return new Patching(pages, stubs, patching, aliasing, showing, changed, leaving, entering, rebuilding, releasing, following);
    }

    public Patching withLeaving(UnaryOperator<Answer> changed) {
        return new Patching(pages, stubs, patching, aliasing, showing, returning, changed, entering, rebuilding, releasing, following);
    }

    public Patching withEntering(Entering changed) {
        return new Patching(pages, stubs, patching, aliasing, showing, returning, leaving, changed, rebuilding, releasing, following);
    }

    public Patching withRebuilding(Rebuilding changed) {
        return new Patching(pages, stubs, patching, aliasing, showing, returning, leaving, entering, changed, releasing, following);
    }

    public Patching withReleasing(Releasing changed) {
        return new Patching(pages, stubs, patching, aliasing, showing, returning, leaving, entering, rebuilding, changed, following);
    }

    public Patching withFollowing(Following changed) {
        return new Patching(pages, stubs, patching, aliasing, showing, returning, leaving, entering, rebuilding, releasing, changed);
    }
}
