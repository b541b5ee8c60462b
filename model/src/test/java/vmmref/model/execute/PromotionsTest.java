package vmmref.model.execute;

import static vmmref.model.bundle.Unit.B;
import static vmmref.spec.Interruptions.CALLER_PRIVILEGED;
import static vmmref.spec.Interruptions.LEVEL_PROMOTED;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Code;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegisterNumber;

class PromotionsTest {
    private static final long IT = 1L << 36;

    private static Moving at(long psr, int level, int caller, Option<Pte> page) {
        Moving start = Moving.start().psr(psr).level(level).application(RegisterNumber.PFS, (long) caller << 62);
        return start.with(Place.Next.NEXT, Position.at(0x4000).withCode(new Code(new Bundle(0, 0), page)));
    }

    /// The access rights and level of the page, the current level, and that afterwards.
    @ParameterizedTest
    @CsvSource({"7, 0, 3, 0", "7, 1, 3, 1", "7, 2, 3, 2", "7, 3, 3, 3", "7, 2, 1, 1", "7, 1, 1, 1", "6, 0, 3, 3", "5, 0, 2, 2", "3, 0, 2, 2", "7, 0, 0, 0"})
    void pages(int ar, int pl, int level, int expected) {
        at(IT | 0x2000, level, 3, Option.some(new Pte(0x61 | ar << 9 | pl << 7))).writes(B, "epc", Place.Status.PSR, new Psr(IT | 0x2000).withCpl(expected), LEVEL_PROMOTED);
    }

    @Test
    void withoutTranslation() {
        for (int level = 0; level < 4; level++) at(0x2000, level, 3, Option.none()).writes(B, "epc", Place.Status.PSR, new Psr(0x2000), LEVEL_PROMOTED);
        at(IT, 2, 3, Option.none()).writes(B, "epc", Place.Status.PSR, new Psr(IT).withCpl(2), LEVEL_PROMOTED);
    }

    @Test
    void callers() {
        for (int level = 0; level < 4; level++) {
            for (int caller = 0; caller < 4; caller++) {
                Moving moving = at(0, level, caller, Option.none());
                if (caller < level) moving.raises(B, "epc", Interruption.ILLEGAL_OPERATION, CALLER_PRIVILEGED);
                else moving.writes(B, "epc", Place.Status.PSR, new Psr(0), LEVEL_PROMOTED);
            }
        }
    }
}
