package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Walks.ENTRY_REGION_COLLECTED;
import static vmmref.spec.Walks.HASH_COLLECTED;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Walks;

/// What holds of the registers that tell of walks in vain.
class WalkReportGuarantees {
    private static final Place<Long> IHA = new Place.Control(RegisterNumber.IHA);

    @Guarantee
    @Label("IFA tells the address, IHA that of its entry, and ITIR the region of the address, but of the entry if that is what has no translation; while interruptions are not collected none tells anything")
    @Walks.Checks({HASH_COLLECTED, ENTRY_REGION_COLLECTED})
    void collected(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll boolean fetch, @ForAll boolean mapped, @ForAll("words") long before) {
        Machine tabled = table.machine(start.machine());
        Machine unmapped = tabled.withTlb(Tlb.EMPTY.withCached(Stream.INSTRUCTION, tabled.addressing().tlb().cached(Stream.INSTRUCTION).head(), true));
        Machine machine = IHA.with(Collecting.holding(table.holding(mapped ? tabled : unmapped, Vector.of(2L | 1, 0L, 0L)), before), before);
        Took took = Took.of(subject, table.referring(machine, fetch)).took(mapped ? fetch ? Interruption.INSTRUCTION_TLB : Interruption.DATA_TLB : Interruption.VHPT_TRANSLATION);
        assertEquals(table.address(), took.control(RegisterNumber.IFA));
        assertEquals(table.entry(), took.control(RegisterNumber.IHA));
        boolean ofEntry = !mapped && table.home() != table.region();
        long itir = ofEntry ? table.homeRid() * 256L + 16 * 4 : table.rid() * 256L + table.size() * 4;
        assertEquals(itir, observed(took.control(RegisterNumber.ITIR), HASH_COLLECTED));
        assertEquals(fetch ? 0x1_0000_0000L : 0x4_0000_0000L, took.isr() & 0xf_0000_ffffL);
        assertEquals(mapped ? fetch ? 0x400 : 0x800 : 0, took.after().position().bundle().bits() - (machine.control(RegisterNumber.IVA) & -0x8000L));
        Outcomes.label("vector").collect(fetch, mapped, table.isLong()).coverage(Combinations.above(5, Combinations.EITHER, Combinations.EITHER, Combinations.EITHER));
        if (fetch) return;
        Machine quiet = table.referring(machine, false);
        Took nested = Took.of(subject, quiet.withPsr(quiet.psr().with(13, false))).took(Interruption.DATA_NESTED_TLB);
        assertEquals(before, nested.control(RegisterNumber.IHA));
        Took inFlight = Took.of(subject, Collecting.inFlight(quiet.withPsr(quiet.psr().with(13, false)), true)).took(mapped ? Interruption.DATA_TLB : Interruption.VHPT_TRANSLATION);
        assertEquals(before, inFlight.control(RegisterNumber.IHA));
        assertEquals(before, inFlight.control(RegisterNumber.ITIR));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Tabled> tables() {
        return Tabled.any();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }
}
