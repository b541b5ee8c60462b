package vmmref.vectors.baremetal;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.delivery.Handling;
import vmmref.model.interruption.Interruption;
import vmmref.model.register.Isr;

/// The fault that a vector and ISR tell.
final class SeenFault {
    private static final Map<Interruption, Handling> HANDLINGS = Handling.architected();
    private static final long GROUP = 0xf0;

    private SeenFault() { }

    /// {@return the fault; a purge tells of an address that is not implemented with the code of a reserved field}
    static Option<Interruption> of(int vector, long isr, boolean purge) {
        Seq<Interruption> candidates = HANDLINGS.toVector().filter(each -> each._2.vector() == vector && !each._1.isTrap() && (each._2.isSilent() || (each._2.code() & GROUP) == (isr & GROUP))).map(each -> each._1);
        boolean fetched  = (isr & Isr.Field.X.mask()) != 0;
        boolean accessed = purge || (isr & (Isr.Field.R.mask() | Isr.Field.W.mask() | Isr.Field.NA.mask())) != 0;
        return candidates.size() < 2 ? candidates.headOption() : candidates.find(each -> tells(each, Handling.Field.FETCH) == fetched && tells(each, Handling.Field.ACCESS) == accessed);
    }

    private static boolean tells(Interruption interruption, Handling.Field field) {
        return HANDLINGS.get(interruption).get().fields().contains(field);
    }
}
