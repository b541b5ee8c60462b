package vmmref.model.execute;

import static vmmref.model.bundle.Unit.B;
import static vmmref.model.bundle.Unit.I;
import static vmmref.model.bundle.Unit.M;
import static vmmref.model.bundle.Unit.X;
import static vmmref.spec.Executions.BRANCH_INDIRECT;
import static vmmref.spec.Executions.BRANCH_TAKEN;
import static vmmref.spec.Executions.SPECULATION_CHECKED;
import static vmmref.spec.RegisterFiles.FLOATING_DISABLED;

import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Clause;

class BranchesTest {
    private static final Moving START = Moving.start().with(new Place.Branch(6), 0x123456789abcdefL).register(8, 1).nat(9)
        .with(new Place.Floating(8), FloatingValue.ONE).with(new Place.Floating(9), FloatingValue.NATVAL).with(new Place.Floating(40), FloatingValue.NATVAL);

    private static void goes(Unit unit, String text, long address, Clause because) {
        START.writes(unit, text, Place.Next.NEXT, Position.at(address), because);
    }

    @Test
    void branches() {
        goes(B, "br.cond.sptk.few .+0x120", 0x4120, BRANCH_TAKEN);
        goes(B, "br.cond.sptk.few .-0x4010", -16, BRANCH_TAKEN);
        goes(X, "brl.cond.sptk.few .+0x7000000000000000", 0x7000000000004000L, BRANCH_TAKEN);
        goes(B, "br.cond.sptk.few b6", 0x123456789abcde0L, BRANCH_INDIRECT);
    }

    @Test
    void checks() {
        START.nothing(I, "chk.s.i r8,.+0x120", SPECULATION_CHECKED).nothing(M, "chk.s.m r8,.+0x120", SPECULATION_CHECKED).nothing(M, "chk.s f8,.+0x120", SPECULATION_CHECKED);
        goes(I, "chk.s.i r9,.+0x120", 0x4120, SPECULATION_CHECKED);
        goes(M, "chk.s.m r9,.+0x120", 0x4120, SPECULATION_CHECKED);
        goes(M, "chk.s f9,.+0x120", 0x4120, SPECULATION_CHECKED);
        START.psr(1 << 18).raises(M, "chk.s f9,.+0x120", Interruption.DISABLED_FP_REGISTER, FLOATING_DISABLED)
            .writes(M, "chk.s f40,.+0x120", Place.Next.NEXT, Position.at(0x4120), SPECULATION_CHECKED);
        START.psr(1 << 19).raises(M, "chk.s f40,.+0x120", Interruption.DISABLED_FP_REGISTER, FLOATING_DISABLED);
    }
}
