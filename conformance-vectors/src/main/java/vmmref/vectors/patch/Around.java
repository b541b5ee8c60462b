/// The bundle whose instruction a guest is about to execute, and what in it is to be patched.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.interruption.Interruption;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Psr;
import vmmref.model.translate.Reference;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.keys.Uses;
import vmmref.vectors.vmm.GuestTurn;

/// @param slots what it holds
/// @param slot  of the instruction
/// @param psr   as the guest believes it to be
record Around(Seq<Decoded> slots, int slot, Psr psr) {
    private static final int WORD = 8;
    private static final long PAGE = 1 << 12;
    private static final int STATIC = 32;
    /// PSR.ss, tb and db.
    private static final Seq<Integer> STEPPED = Vector.of(40, 26, 24);

    /// {@return the bundle; none where a turn fetches none, unless it is interrupted in the middle of one}
    static Option<Around> of(GuestTurn turn) {
        if (turn.turned().taken().contains(Interruption.EXTERNAL_INTERRUPT) && turn.before().position().slot() == 0 || turn.before().stack().isLoading()) return Option.none();
        long offset = turn.before().position().bundle().bits() & PAGE - 1;
        return turn.frame(Reference.fetch(turn.before().position().bundle())).map(frame -> new PhysicalAddress(NamedMap.host(frame).bits() + offset))
            .map(at -> new Bundle(turn.frames().read(at, WORD), turn.frames().read(new PhysicalAddress(at.bits() + WORD), WORD)))
            .map(bundle -> new Around(turn.bare().rules().decode().apply(bundle).slots(), turn.before().position().slot(), turn.before().psr()));
    }

    private Option<Decoded.Assigned> instruction() {
        return assigned(slot);
    }

    private Option<Decoded.Assigned> assigned(int number) {
        return number < slots.size() && slots.get(number) instanceof Decoded.Assigned assigned ? Option.some(assigned) : Option.none();
    }

    boolean isSensitive() {
        return instruction().exists(Uses::isSensitive);
    }

    /// {@return whether the instruction is a move from a kernel register}
    boolean isKernel() {
        return isSensitive() && instruction().exists(Around::isKernel);
    }

    private static boolean isKernel(Decoded.Assigned each) {
        return each.instruction().form().syntax().text().equals("mov.m r1=ar3");
    }

    boolean isPurge() {
        return instruction().exists(each -> each.instruction().form().syntax().mnemonic().matches("pt[cr]\\..*"));
    }

    /// {@return whether the chapter has the bundle branched around}
    boolean isBranched() {
        Seq<Integer> patched = Vector.range(0, slots.size()).filter(number -> assigned(number).exists(Uses::isSensitive));
        return patched.size() == 1 && assigned(patched.head()).exists(Around::isKernel) && isCalm(patched.head()) && !STEPPED.exists(bit -> (psr.bits() >>> bit & 1) != 0)
            && Vector.range(0, slots.size()).forAll(number -> assigned(number).forAll(each -> each.instruction().form().unit() != Unit.B || mnemonic(each).equals("nop.b")));
    }

    /// {@return whether the first instruction of the bundle cannot fault}
    private boolean isCalm(int patched) {
        return patched == 0 ? assigned(0).exists(each -> each.instruction().operands().head().value() > 0 && each.instruction().operands().head().value() < STATIC) : assigned(0).exists(each -> mnemonic(each).equals("nop.m"));
    }

    private static String mnemonic(Decoded.Assigned each) {
        return each.instruction().form().syntax().mnemonic();
    }
}
