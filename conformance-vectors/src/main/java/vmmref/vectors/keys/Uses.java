/// What frames are used as, told from the accesses of guests on the machines that they believe to have.
package vmmref.vectors.keys;

import io.vavr.Tuple;
import io.vavr.collection.Iterator;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.OperandKind;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.protect.Access;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Reference;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.vmm.GuestTurn;

/// @param all     by the numbers of the frames; those that are not named nobody has ever used
/// @param parking whether code is patched, too, that uses floating-point registers in which a monitor parks others
public record Uses(Map<Integer, Use> all, boolean parking) {
    /// Nobody has used any.
    public static final Uses NONE = new Uses(LinkedHashMap.empty(), false);
    /// The same under a monitor that parks registers.
    public static final Uses PARKING = new Uses(LinkedHashMap.empty(), true);

    /// Instructions that do something else than a guest expects, and do not trap at a lower level; of application registers they read the first eight.
    private static final Pattern SENSITIVE = Pattern.compile("(thash|ttag) r1=r3|mov r1=(cpuid|pmd)\\[r3\\]|mov\\.m r1=ar3|cover|epc|fc(\\.i)? r3|probe\\..*");
    /// Instructions that read or write the user mask.
    private static final Pattern USER_MASK = Pattern.compile("[sr]um imm24|mov (psr\\.um=r2|r1=psr\\.um)");
    private static final int KERNEL = 8;
    private static final int UPPER = 32;
    private static final long PAGE = 1 << 12;
    private static final int BUNDLE = 16;
    private static final int WORD = 8;

    /// An access to a frame, and what came of it.
    ///
    /// @param before what the frame was used as
    /// @param after  what it is used as
    /// @param own    whether the instruction is in the same frame
    public record Used(Reference reference, int frame, Use before, Use after, boolean own) {
        Access access() {
            return reference.type().access();
        }

        public boolean isCaught() {
            return !before.permits(access());
        }

        /// {@return whether the access was caught and its page stayed what it was}
        boolean isKept() {
            return isCaught() && !after.permits(access());
        }
    }

    /// What a turn has made of frames.
    ///
    /// @param accesses in their order
    public record Turned(Uses uses, Seq<Used> accesses) { }

    public Use of(int frame) {
        return all.getOrElse(frame, Use.UNSEEN);
    }

    /// {@return the same after some frames have come into other hands}
    public Uses reused(NamedMap before, NamedMap after) {
        return new Uses(all.map((frame, use) -> Tuple.of(frame, addresses(before, frame).equals(addresses(after, frame)) ? use : Use.UNSEEN)), parking);
    }

    private static Seq<PhysicalAddress> addresses(NamedMap map, int frame) {
        return map.map().behind(NamedMap.host(frame));
    }

    /// {@return the same after something else has stored to a frame: code will be looked through again}
    public Uses transferred(int frame) {
        return of(frame).permits(Access.EXECUTE) ? new Uses(all.remove(frame), parking) : this;
    }

    /// {@return what frames are used as after a turn of a guest}
    public Turned after(GuestTurn turn) {
        Option<Integer> own = turn.frame(Reference.fetch(turn.before().position().bundle()));
        return turn.references().foldLeft(new Turned(this, Vector.empty()), (all, reference) -> all.uses.accessed(turn, reference, turn.frame(reference).get(), own, all.accesses));
    }

    private Turned accessed(GuestTurn turn, Reference reference, int frame, Option<Integer> own, Seq<Used> accesses) {
        Use before = of(frame);
        Access access = reference.type().access();
        boolean inside = own.contains(frame) && !access.executes();
        Use after = before.permits(access) ? before : next(before, access, inside, turn, frame);
        return new Turned(new Uses(all.put(frame, after), parking), accesses.append(new Used(reference, frame, before, after, inside)));
    }

    private Use next(Use before, Access access, boolean own, GuestTurn turn, int frame) {
        if (access.executes()) return code(turn.bare().rules(), turn.frames(), frame);
        if (access.writes())   return own ? followed(before, turn, frame) : Use.DATA;
        return before == Use.UNSEEN ? Use.DATA : before;
    }

    /// {@return what a page is used as after a store to itself, for which it is looked through again}
    private Use followed(Use before, GuestTurn turn, int frame) {
        return before.permits(Access.EXECUTE) ? code(turn.bare().rules(), turn.written(), frame) : before;
    }

    private Use code(Semantics rules, Memory frames, int frame) {
        long start = NamedMap.host(frame).bits();
        Iterator<Bundle> bundles = Iterator.rangeBy(start, start + PAGE, BUNDLE).map(at -> new Bundle(frames.read(new PhysicalAddress(at), WORD), frames.read(new PhysicalAddress(at + WORD), WORD)));
        return bundles.filter(bundle -> bundle.low() != 0 || bundle.high() != 0).exists(bundle -> isPatched(rules, bundle)) ? Use.PATCHED : Use.CODE;
    }

    private boolean isPatched(Semantics rules, Bundle bundle) {
        return rules.decode().apply(bundle).slots().exists(slot -> slot instanceof Decoded.Assigned assigned && (isSensitive(assigned) || parking && isScratch(assigned)));
    }

    /// {@return whether an instruction does something else than a guest expects, and does not trap at a lower level}
    public static boolean isSensitive(Decoded.Assigned assigned) {
        String form = assigned.instruction().form().syntax().text();
        return SENSITIVE.matcher(form).matches() && (!form.endsWith("=ar3") || assigned.instruction().operands().last().value() < KERNEL);
    }

    /// {@return whether an instruction names a floating-point register of those that PSR.dfh disables, or uses the user mask, where PSR.mfh is}
    public static boolean isScratch(Decoded.Assigned assigned) {
        return USER_MASK.matcher(assigned.instruction().form().syntax().text()).matches() || assigned.instruction().operands().exists(operand -> operand.operand().kind() == OperandKind.FLOATING && operand.value() >= UPPER);
    }
}
