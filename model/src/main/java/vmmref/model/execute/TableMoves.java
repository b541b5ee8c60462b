package vmmref.model.execute;

import static vmmref.spec.Walks.HASH_NAT;
import static vmmref.spec.Walks.HASH_TOLD;
import static vmmref.spec.Walks.TAG_TOLD;

import io.vavr.Function1;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.PageTable;
import vmmref.spec.Walks;

/// `thash` and `ttag`, which tell where the page table has an entry for a page, and with which tag.
final class TableMoves {
    private TableMoves() { }

    static Option<Meaning> of(Form form) {
        return switch (form.syntax().plain()) {
            case "thash r1=r3" -> Option.some(execution -> checked(execution, TableMoves::hashed));
            case "ttag r1=r3"  -> Option.some(execution -> checked(execution, TableMoves::tagged));
            default            -> Option.none();
        };
    }

    private static Executed checked(Execution execution, Function1<Execution, Executed> told) {
        return Checks.first(Checks.target(execution.machine(), execution.operands().r1()), Checks.real(execution))
            .getOrElse(() -> isAddress(execution) ? told.apply(execution) : unknown(execution));
    }

    private static boolean isAddress(Execution execution) {
        return !execution.r3().nat() && new VirtualAddress(execution.r3().bits()).isImplemented(execution.translator().dimensions().virtualBits());
    }

    /// {@return what comes of an operand that is no address; the value beside NaT is 0}
    @Walks.Rule(HASH_NAT)
    static Executed unknown(Execution execution) {
        return new Executed.Done(Effects.of(new Place.General(execution.operands().r1()), new GeneralValue(0, true), HASH_NAT), HASH_NAT);
    }

    @Walks.Rule(HASH_TOLD)
    static Executed hashed(Execution execution) {
        return RegisterMoves.done(execution.operands().r1(), table(execution).entry().bits(), HASH_TOLD);
    }

    @Walks.Rule(TAG_TOLD)
    static Executed tagged(Execution execution) {
        return RegisterMoves.done(execution.operands().r1(), table(execution).tag(), TAG_TOLD);
    }

    private static PageTable table(Execution execution) {
        return PageTable.of(execution.translator().walker().hashing(), execution.translator().dimensions().virtualBits(), execution.machine().addressing(), new VirtualAddress(execution.r3().bits()));
    }
}
