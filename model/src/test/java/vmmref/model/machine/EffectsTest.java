package vmmref.model.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;
import vmmref.spec.Executions;

class EffectsTest {
    private static final Machine ZERO = Machine.of(new Addressing(new Psr(0), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY));
    private static final Effects TWO = write(5, 1).then(write(6, 2));

    private static Effects write(int register, long value) {
        return Effects.of(new Place.General(register), GeneralValue.of(value), Executions.BRANCH_TAKEN);
    }

    private static Write<?> only(Effects effects) {
        return effects.writes().single();
    }

    @Test
    void writesKeepTheirOrder() {
        assertEquals(Vector.of(write(5, 1), write(6, 2), write(5, 3), write(7, 4)).map(EffectsTest::only), TWO.then(write(5, 3).then(write(7, 4))).writes().toVector());
        assertEquals(TWO, Effects.NONE.then(TWO));
        assertEquals(TWO, TWO.then(Effects.NONE));
        assertEquals(TWO, Effects.all(Vector.of(Effects.NONE, write(5, 1), write(6, 2))));
        assertEquals(3, ZERO.with(TWO.then(write(5, 3))).general(5).bits());
    }

    @Test
    void theLastOne() {
        assertEquals(only(write(6, 2)), TWO.last());
        assertEquals(write(5, 1).then(write(7, 3)).then(write(6, 2)), TWO.thenBeforeLast(new Place.General(7), GeneralValue.of(3), Executions.BRANCH_TAKEN));
        assertThrows(NoSuchElementException.class, Effects.NONE::last);
        assertThrows(NoSuchElementException.class, () -> Effects.NONE.thenBeforeLast(new Place.General(7), GeneralValue.of(3), Executions.BRANCH_TAKEN));
    }

    @Test
    void effectsAreTheirWrites() {
        assertEquals(TWO, Effects.of(TWO.writes()));
        assertNotEquals(TWO, write(6, 2).then(write(5, 1)));
        assertNotEquals(TWO, write(6, 2));
        assertNotEquals(TWO, Effects.NONE);
        assertEquals(Effects.NONE, Effects.of(Effects.NONE.writes()));
        assertEquals(TWO.writes().hashCode(), TWO.hashCode());
        assertEquals(TWO.writes().toString(), TWO.toString());
    }

    @Test
    void theLastOneSaysWhatComesNext() {
        Position there = Position.at(0x40);
        assertEquals(Option.some(there), TWO.then(Place.Next.NEXT, there, Executions.BRANCH_TAKEN).next());
        assertEquals(Option.none(), TWO.next());
        assertEquals(Option.none(), Effects.NONE.next());
    }

    @Test
    void moreWritesThanAStackHolds() {
        int many = 100_000;
        Machine changed = ZERO.with(Vector.range(0, many).foldLeft(Effects.NONE, (before, number) -> before.then(new Place.General(5 + number % 2), GeneralValue.of(number), Executions.BRANCH_TAKEN)));
        assertEquals(many - 1, changed.general(6).bits());
        assertEquals(many - 2, changed.general(5).bits());
    }
}
