/// The bundle whose instruction a guest is about to execute, and what in it is to be patched.
package vmmref.vectors.patch;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Decoded;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Reference;
import vmmref.model.word.Bits;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.keys.Uses;
import vmmref.vectors.vmm.GuestTurn;
import vmmref.vmm.Vmm;
import vmmref.vmm.patch.Constants;
import vmmref.vmm.patch.Patcher;
import vmmref.vmm.patch.Site;

/// @param at      where it stands
/// @param slot    of the instruction
/// @param guest   as it believes to be
/// @param decoded what the bundle holds
record Around(Bundle bundle, VirtualAddress at, int slot, Machine guest, Seq<Decoded> decoded) {
    private static final int WORD = 8;
    private static final int BYTE = 0xff;
    /// The number of the last register that identifies a processor.
    private static final int IDENTIFICATIONS = 4;
    private static final long PAGE = 1 << 12;
    /// PSR.ss, tb and db.
    private static final Seq<Integer> STEPPED = Vector.of(40, 26, 24);
    private static final Function1<Profile, Patcher> PATCHERS = Function1.of((Profile profile) -> Patcher.of(profile, false)).memoized();

    /// {@return the bundle; none where a turn fetches none, unless it is interrupted in the middle of one}
    static Option<Around> of(GuestTurn turn) {
        if (turn.turned().taken().contains(Interruption.EXTERNAL_INTERRUPT) && turn.before().position().slot() == 0 || turn.before().stack().isLoading()) return Option.none();
        VirtualAddress at = turn.before().position().bundle();
        return turn.frame(Reference.fetch(at)).map(frame -> new PhysicalAddress(NamedMap.host(frame).bits() + (at.bits() & PAGE - 1)))
            .map(physical -> new Bundle(turn.frames().read(physical, WORD), turn.frames().read(new PhysicalAddress(physical.bits() + WORD), WORD)))
            .map(bundle -> new Around(bundle, at, turn.before().position().slot(), turn.before(), turn.bare().rules().decode().apply(bundle).slots()));
    }

    private Option<Decoded.Assigned> instruction() {
        return slot < decoded.size() && decoded.get(slot) instanceof Decoded.Assigned assigned ? Option.some(assigned) : Option.none();
    }

    boolean isSensitive() {
        return instruction().exists(Uses::isSensitive);
    }

    /// {@return the registers that the instruction tells and a stub would hold}
    Option<Held> held() {
        return isSensitive() ? form().flatMap(Held::by) : Option.none();
    }

    /// {@return whether the instruction is a move from a kernel register}
    boolean isKernel() {
        return held().contains(Held.KERNEL);
    }

    private Option<String> form() {
        return instruction().map(each -> each.instruction().form().syntax().text());
    }

    /// {@return whether the instruction is one of those in whose place is code that needs registers}
    boolean isNeedy() {
        return form().exists(text -> text.matches("(thash|ttag) r1=r3|mov r1=(cpuid|pmd)\\[r3\\]"));
    }

    /// {@return whether such code lets the instruction itself tell: what it asks about is a NaT, no address that is implemented, or the number of a register that there is not}
    boolean isOdd(Vmm reference) {
        GeneralValue asked = guest.general((int) instruction().get().instruction().operands().last().value());
        return asked.nat() || (held().contains(Held.TABLE) ? !new VirtualAddress(asked.bits()).isImplemented(reference.monitoring().guest().profile().dimensions().virtualBits()) : held().isEmpty() && (asked.bits() & BYTE) > IDENTIFICATIONS);
    }

    /// {@return whether the instruction uses what a monitor has in the registers in which it parks others}
    boolean isScratch() {
        return instruction().exists(Uses::isScratch);
    }

    boolean isPurge() {
        return instruction().exists(each -> each.instruction().form().syntax().mnemonic().matches("pt[cr]\\..*"));
    }

    /// {@return whether a monitor branches around the bundle where it has room for a stub, if it must not show instructions one by one}
    ///
    /// @param parking whether the stub may park registers
    boolean isBranched(Vmm reference, boolean parking) {
        Site site = new Site(at, Vector.of(reference.monitoring().window().stubs()), Constants.of(guest, guest.addressing(), reference.monitoring().guest().profile()), parking);
        return !STEPPED.exists(bit -> Bits.bit(guest.psr().bits(), bit)) && PATCHERS.apply(reference.monitoring().host().profile()).patched(site, Vector.of(bundle)).detours().nonEmpty();
    }
}
