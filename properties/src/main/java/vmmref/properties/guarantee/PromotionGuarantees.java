package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Interruptions.CALLER_PRIVILEGED;
import static vmmref.spec.Interruptions.LEVEL_PROMOTED;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Interruptions;

/// What holds of the entry of privileged code.
class PromotionGuarantees {

    @Guarantee
    @Label("epc raises the level to that of a page of gates, or to 0 where nothing is translated, never lowers it, and is illegal for a privileged caller")
    @Interruptions.Checks({CALLER_PRIVILEGED, LEVEL_PROMOTED})
    void promoted(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 7) int ar, @ForAll @IntRange(max = 3) int pl, @ForAll @IntRange(max = 3) int level, @ForAll @IntRange(max = 3) int caller,
                  @ForAll boolean virtual, @ForAll @IntRange(max = 3) int traps) {
        Psr psr = start.psr().with(36, virtual).with(25, (traps & 1) != 0).with(26, (traps & 2) != 0).withCpl(level);
        Machine called = new Place.Application(RegisterNumber.PFS).with(start.machine().withPsr(psr), (long) caller << 62);
        Translation page = Translation.of(new VirtualAddress(0), 0x101, new PageSize(16), 0, new Pte(0x61 | ar << 9 | pl << 7));
        Took took = Took.of(subject, called.withTlb(Tlb.EMPTY.withCached(Stream.INSTRUCTION, page, true)), Unit.B, "epc");
        String outcome;
        if (virtual && !RightsTable.permits(ar, pl, level, "X")) {
            took.took(Interruption.INSTRUCTION_ACCESS_RIGHTS);
            outcome = "not executed";
        } else if (caller < level) {
            observed(took, CALLER_PRIVILEGED).took(Interruption.ILLEGAL_OPERATION);
            outcome = "illegal";
        } else {
            int raised = virtual ? ar == 7 ? Math.min(pl, level) : level : 0;
            assertEquals(psr.withCpl(raised), took.took().after().psr());
            took.changedOnly(Place.Status.PSR);
            outcome = raised < level ? "promoted" : "kept";
        }
        Outcomes.label("outcome").collect(outcome).coverage(checker -> Vector.of("not executed", "illegal", "promoted", "kept").forEach(each -> checker.check(each).percentage(share -> share > 2)));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }
}
