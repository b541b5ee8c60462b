package vmmref.model.translate;

import static vmmref.spec.References.LOAD_DEFERRED;
import static vmmref.spec.References.LOAD_DEFERRED_ALWAYS;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.spec.References;

/// What becomes of a speculative load: it goes on, it is deferred, or it meets a condition that is not deferred.
sealed interface Speculation {
    /// It meets nothing, and its memory permits speculation.
    enum GoesOn implements Speculation { GOES_ON }

    /// Its target becomes NaT.
    record IsDeferred(References because) implements Speculation { }

    /// The highest condition that is neither precluded nor deferred.
    record Meets(Check check) implements Speculation { }

    /// {@return what becomes of the load that a sight is of}
    @References.Rule(LOAD_DEFERRED_ALWAYS)
    static Speculation of(FaultOrder order, Sight sight) {
        if (sight.machine().psr().ed()) return new IsDeferred(LOAD_DEFERRED_ALWAYS);
        Seq<Check> met = order.all(Column.DATA, Conditions.met(sight));
        Option<Check> left = met.find(check -> !isDeferred(check.deferral(), sight.machine()));
        if (left.isDefined()) return new Meets(left.get());
        if (!met.isEmpty()) return new IsDeferred(LOAD_DEFERRED);
        return Conditions.attribute(sight).isSpeculative() ? GoesOn.GOES_ON : new IsDeferred(LOAD_DEFERRED_ALWAYS);
    }

    @References.Rule(LOAD_DEFERRED)
    static boolean isDeferred(Deferral deferral, Addressing machine) {
        boolean permitted = !machine.psr().ic() || machine.psr().it() && machine.codeEd() && deferral.bit().forAll(machine.dcr()::has);
        return deferral == Deferral.ALWAYS || deferral != Deferral.NEVER && permitted;
    }
}
