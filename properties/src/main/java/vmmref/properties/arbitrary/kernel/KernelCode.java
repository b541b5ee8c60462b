package vmmref.properties.arbitrary.kernel;

import io.vavr.Function1;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;

/// What every kernel does: `kernel.s` beside this class.
///
/// @param format of the table that is walked
/// @param slice  how many instructions a process has until the timer interrupts it; 0 if it does not
record KernelCode(TableFormat format, int slice) {
    private static final Source SOURCE = Source.read("kernel.s");
    private static final Function1<KernelCode, Listing> LISTINGS = Function1.of(KernelCode::written).memoized();

    /// {@return it where it lies}
    Listing listing() {
        return LISTINGS.apply(this);
    }

    private Listing written() {
        return Listing.of(Layout.KERNEL, ProcessCode.tree().appendAll(Pairs.of(SOURCE.lines(conditions(), numbers()))));
    }

    private Set<String> conditions() {
        Seq<String> table = switch (format) {
            case NONE  -> Vector.of("keyed");
            case SHORT -> Vector.of("short");
            case LONG  -> Vector.of("keyed", "long");
        };
        return HashSet.ofAll(slice == 0 ? table : table.append("timer"));
    }

    private Map<String, Long> numbers() {
        return HashMap.<String, Long>empty().put("process", Layout.process(0)).put("store", Layout.STORE).put("slice", (long) slice).put("done", (long) Layout.DONE).put("next", (long) Layout.NEXT).put("table", (long) Layout.TABLE)
            .put("region", (long) Layout.REGION_REGISTER).put("stack", (long) Layout.STACK_ENTRY).put("unat", (long) Layout.UNAT).put("floating", (long) Layout.FLOATING);
    }
}
