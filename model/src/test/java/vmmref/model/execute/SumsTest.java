package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.instruction.Forms;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Encodings;
import vmmref.spec.Integers;
import vmmref.spec.RegisterFiles;

class SumsTest {

    @Test
    void sums() {
        Bench.computes("""
            add r10=r8,r9        ; 7fffffffffffffff ;                1 ; 8000000000000000
            add r10=r8,r9        ; ffffffffffffffff ;                1 ; 0
            add r10=r8,r9        ;                2 ;                3 ; 5
            add r10=r8,r9,1      ;                1 ;                2 ; 4
            add r10=r8,r9,1      ; ffffffffffffffff ; ffffffffffffffff ; ffffffffffffffff
            adds r10=-8192,r9    ;               77 ;                1 ; ffffffffffffe001
            adds r10=8191,r9     ;               77 ; ffffffffffffffff ; 1ffe
            addl r10=2097151,r2  ;               77 ;                1 ; 200000
            addl r10=-2097152,r2 ;               77 ;                0 ; ffffffffffe00000
            sub r10=r8,r9        ;                0 ;                1 ; ffffffffffffffff
            sub r10=r8,r9        ; 8000000000000000 ;                1 ; 7fffffffffffffff
            sub r10=r8,r9,1      ;                5 ;                3 ; 1
            sub r10=r8,r9,1      ;                0 ;                0 ; ffffffffffffffff
            sub r10=-128,r9      ;               77 ;                1 ; ffffffffffffff7f
            sub r10=127,r9       ;               77 ;               80 ; ffffffffffffffff
            shladd r10=r8,1,r9   ;                3 ;                8 ; e
            shladd r10=r8,4,r9   ; 8000000000000001 ;                1 ; 11
            movl r10=0x8000000000000001 ;        77 ;               77 ; 8000000000000001""");
    }

    @Test
    void logicalFunctions() {
        Bench.computes("""
            and r10=r8,r9    ; f0f0 ; ff00 ; f000
            andcm r10=r8,r9  ; f0f0 ; ff00 ; 00f0
            or r10=r8,r9     ; f0f0 ; ff00 ; fff0
            xor r10=r8,r9    ; f0f0 ; ff00 ; 0ff0
            and r10=-2,r9    ;   77 ; ffff ; fffe
            andcm r10=-1,r9  ;   77 ; ffff ; ffffffffffff0000
            andcm r10=7,r9   ;   77 ;    2 ; 5
            or r10=1,r9      ;   77 ;    2 ; 3
            or r10=-128,r9   ;   77 ;    2 ; ffffffffffffff82
            xor r10=-1,r9    ;   77 ; 0f0f ; fffffffffffff0f0""");
    }

    @Test
    void pointers() {
        Bench.computes("""
            addp4 r10=r8,r9      ;                3 ;         c0000000 ; 60000000c0000003
            addp4 r10=r8,r9      ;         80000000 ;         80000001 ; 4000000000000001
            addp4 r10=r8,r9      ; ffffffff00000001 ; ffffffff40000000 ; 2000000040000001
            addp4 r10=r8,r9      ;         c0000000 ;         00000001 ; c0000001
            addp4 r10=-1,r9      ;               77 ;         40000000 ; 200000003fffffff
            shladdp4 r10=r8,1,r9 ;         c0000000 ;                8 ; 80000008
            shladdp4 r10=r8,2,r9 ;                3 ;         c0000000 ; 60000000c000000c""");
    }

    @Test
    void eitherSourceThatIsNoThingMakesTheTargetNone() {
        GeneralValue nat = new GeneralValue(5, true);
        GeneralValue sum = new GeneralValue(7, true);
        assertEquals(written(10, sum, Integers.NAT_PROPAGATED), Bench.executed(Bench.with(nat, GeneralValue.of(2)), "add r10=r8,r9"));
        assertEquals(written(10, sum, Integers.NAT_PROPAGATED), Bench.executed(Bench.with(GeneralValue.of(2), nat), "add r10=r8,r9"));
        assertEquals(written(10, GeneralValue.of(7), Integers.SUM_FORMED), Bench.executed(Bench.with(5, 2), "add r10=r8,r9"));
        assertEquals(written(10, GeneralValue.of(3), Integers.SUM_FORMED), Bench.executed(Bench.with(nat, GeneralValue.of(2)), "adds r10=1,r9"));
    }

    @Test
    void targetsAreInTheFrame() {
        assertEquals(written(47, GeneralValue.of(7), Integers.SUM_FORMED), Bench.executed(Bench.with(5, 2), "add r47=r8,r9"));
        assertEquals(written(1, GeneralValue.of(7), Integers.SUM_FORMED), Bench.executed(Bench.with(5, 2), "add r1=r8,r9"));
        Executed illegal = new Executed.Raised(new Fault(Interruption.ILLEGAL_OPERATION, Option.none()), RegisterFiles.TARGET_ILLEGAL);
        assertEquals(illegal, Bench.executed(Bench.with(5, 2), "add r48=r8,r9"));
        assertEquals(illegal, Bench.executed(Bench.with(5, 2), "add r0=r8,r9"));
    }

    private static Executed written(int register, GeneralValue value, Integers because) {
        return new Executed.Done(Effects.of(new Place.General(register), value, because), because);
    }

    @Test
    void otherFormsAreNoneOfTheseGroups() {
        Forms.architected().filter(form -> form.clause() == Encodings.LOAD_FORM || form.clause() == Encodings.NOP_FORM).forEach(form ->
            assertTrue(Sums.of(form).isEmpty() && Comparisons.of(form).isEmpty() && Fields.of(form).isEmpty() && Parallels.of(form).isEmpty()));
    }
}
