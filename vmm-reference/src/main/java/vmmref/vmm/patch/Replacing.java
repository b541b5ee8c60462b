package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.PATCH_BRANCHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.spec.PatchedPages;
import vmmref.vmm.build.Line;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.recognize.Recognized;

/// What stands in a stub in place of an instruction: code that touches no register but that of the result and those that are parked, and no memory.
///
/// @param constants immediates
/// @param parking   whether registers may be parked
public record Replacing(Constants constants, boolean parking) {
    private static final String KERNEL = "ar3";
    private static final String TARGET = "r1";
    private static final String SOURCE = "r3";
    /// Registers of one bank that there always are: three of them are no operands.
    private static final Seq<Integer> FREE = Vector.rangeClosed(2, 6);
    private static final int VICTIMS = 3;

    /// {@return what does the same as an instruction, if there is something; a move of a kernel register becomes one of an immediate}
    @PatchedPages.Rule(PATCH_BRANCHED)
    public Option<Replacement> of(Recognized.Hit found) {
        if (!found.block().action().contains(Action.PATCH_BRANCH)) return Option.none();
        return switch (found.block().name()) {
            case "thash r1=r3"      -> tables().map(tables -> computed(found, tables.hashed(), Source.TABLE, false));
            case "ttag r1=r3"       -> tables().map(tables -> computed(found, tables.tagged(), Source.TABLE, false));
            case "mov r1=cpuid[r3]" -> Option.when(parking, () -> computed(found, Choosing.identification(constants), Source.IDENTIFICATION, true));
            case "mov r1=pmd[r3]"   -> Option.when(parking, () -> Choosing.monitor(constants)).flatMap(told -> told).map(told -> computed(found, told, Source.MONITOR, true));
            default                 -> Option.some(Replacement.of(moved(number(found, TARGET), constants.kernel().get(number(found, KERNEL))), Source.KERNEL));
        };
    }

    private Option<Tables> tables() {
        return Option.when(parking, () -> Tables.of(constants)).flatMap(tables -> tables);
    }

    private static int number(Recognized.Hit found, String field) {
        return found.values().get(field).get().intValue();
    }

    private static Line moved(int register, long value) {
        return Lines.line("X movl r%d=0x%x".formatted(register, value));
    }

    private static Replacement computed(Recognized.Hit found, Seq<String> code, Source source, boolean isFaulty) {
        Seq<Integer> operands = Vector.of(number(found, TARGET), number(found, SOURCE));
        Seq<Integer> victims = FREE.reject(operands::contains).take(VICTIMS);
        Seq<Line> lines = Parking.around(new Lines(operands.head(), operands.last(), victims).of(code), victims);
        return new Replacement(lines, lines.size() - VICTIMS - 2, victims, source, isFaulty);
    }
}
