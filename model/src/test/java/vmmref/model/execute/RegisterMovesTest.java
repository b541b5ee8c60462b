package vmmref.model.execute;

import static vmmref.model.bundle.Unit.I;
import static vmmref.spec.RegisterFiles.BRANCH_REGISTER_MOVED;
import static vmmref.spec.RegisterFiles.OPERAND_NAT;
import static vmmref.spec.RegisterFiles.POINTER_READ;
import static vmmref.spec.RegisterFiles.PREDICATES_READ;
import static vmmref.spec.RegisterFiles.PREDICATES_WRITTEN;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;

import org.junit.jupiter.api.Test;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;

class RegisterMovesTest {
    private static final Moving START = Moving.start();

    @Test
    void branchRegisters() {
        START.register(9, -2).writes(I, "mov b7=r9", new Place.Branch(7), -2L, BRANCH_REGISTER_MOVED).gives(I, "mov r8=b7", 8, -2, BRANCH_REGISTER_MOVED);
        START.register(9, 5).writes(I, "mov.ret b1=r9,.+0x10", new Place.Branch(1), 5L, BRANCH_REGISTER_MOVED);
        START.nat(9).raises(I, "mov b7=r9", Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
        START.raises(I, "mov r0=b7", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
    }

    @Test
    void targets() {
        START.gives(I, "mov r1=ip", 1, 0x4000, POINTER_READ);
        START.gives(I, "mov r31=ip", 31, 0x4000, POINTER_READ);
        START.gives(I, "mov r32=ip", 32, 0x4000, POINTER_READ);
        START.gives(I, "mov r41=ip", 41, 0x4000, POINTER_READ);
        START.raises(I, "mov r42=ip", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        START.raises(I, "mov r127=ip", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        START.raises(I, "mov r0=ip", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        START.cfm(Cfm.of(96, 0, 0)).gives(I, "mov r127=ip", 127, 0x4000, POINTER_READ);
        START.cfm(Cfm.EMPTY).raises(I, "mov r32=ip", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
    }

    @Test
    void predicates() {
        Moving some = START.with(Place.Predicates.PREDICATES, 0xffff_0000_0000_00ffL).cfm(Cfm.EMPTY.rotated(0, 0, 7));
        some.gives(I, "mov r8=pr", 8, 0xffff_0000_0000_00ffL, PREDICATES_READ);
        some.raises(I, "mov r0=pr", Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        Moving from = some.register(9, 0x0123_4567_89ab_cd00L);
        from.writes(I, "mov pr=r9,-2", Place.Predicates.PREDICATES, 0x0123_4567_89ab_cd01L, PREDICATES_WRITTEN);
        from.writes(I, "mov pr=r9,0xf0", Place.Predicates.PREDICATES, 0xffff_0000_0000_000fL, PREDICATES_WRITTEN);
        from.writes(I, "mov pr=r9,0xc000", Place.Predicates.PREDICATES, 0xffff_0000_0000_c0ffL, PREDICATES_WRITTEN);
        from.writes(I, "mov pr=r9,-65536", Place.Predicates.PREDICATES, 0x0123_4567_89ab_00ffL, PREDICATES_WRITTEN);
        from.writes(I, "mov pr=r9,0", Place.Predicates.PREDICATES, 0xffff_0000_0000_00ffL, PREDICATES_WRITTEN);
        some.nat(9).raises(I, "mov pr=r9,0", Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT);
        some.writes(I, "mov pr.rot=0x12340000", Place.Predicates.PREDICATES, 0x1234_00ffL, PREDICATES_WRITTEN);
        some.writes(I, "mov pr.rot=-65536", Place.Predicates.PREDICATES, 0xffff_ffff_ffff_00ffL, PREDICATES_WRITTEN);
    }
}
