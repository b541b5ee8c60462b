package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Integers;

class ComparisonsTest {

    /// Line by line: an instruction, r8, r9 and the answer.
    private static void answers(String lines) {
        lines.lines().forEach(line -> {
            Seq<String> parts = Vector.of(line.split(";")).map(String::strip);
            Machine machine = Bench.with(Long.parseUnsignedLong(parts.get(1), 16), Long.parseUnsignedLong(parts.get(2), 16));
            assertEquals(parts.get(3).equals("yes") ? "10" : "01", written(machine, parts.get(0)), line);
        });
    }

    /// {@return p6 and p7 after an instruction}
    private static String written(Machine machine, String text) {
        Executed.Done done = assertInstanceOf(Executed.Done.class, Bench.executed(machine, text), text);
        Machine after = machine.with(done.effects());
        assertEquals(machine.predicates() & ~0xc0L, after.predicates() & ~0xc0L);
        assertEquals(machine, after.withPredicates(machine.predicates()));
        return bit(after.predicate(6)) + bit(after.predicate(7));
    }

    private static String bit(boolean value) {
        return value ? "1" : "0";
    }

    @Test
    void relations() {
        answers("""
            cmp.eq p6,p7=r8,r9  ; 8000000000000000 ; 8000000000000000 ; yes
            cmp.eq p6,p7=r8,r9  ; 8000000000000000 ;                0 ; no
            cmp.lt p6,p7=r8,r9  ; 8000000000000000 ;                0 ; yes
            cmp.lt p6,p7=r8,r9  ;                0 ; 8000000000000000 ; no
            cmp.lt p6,p7=r8,r9  ;                5 ;                5 ; no
            cmp.ltu p6,p7=r8,r9 ; 8000000000000000 ;                0 ; no
            cmp.ltu p6,p7=r8,r9 ;                0 ; 8000000000000000 ; yes
            cmp.ltu p6,p7=r8,r9 ;                5 ;                5 ; no
            cmp.eq p6,p7=-128,r9 ; 77 ; ffffffffffffff80 ; yes
            cmp.eq p6,p7=-128,r9 ; 77 ;               80 ; no
            cmp.lt p6,p7=-1,r9  ; 77 ;                0 ; yes
            cmp.lt p6,p7=-1,r9  ; 77 ; ffffffffffffffff ; no
            cmp.ltu p6,p7=-1,r9 ; 77 ;                0 ; no
            cmp.ltu p6,p7=127,r9 ; 77 ; ffffffffffffffff ; yes""");
    }

    @Test
    void relationsOfLowHalves() {
        answers("""
            cmp4.eq p6,p7=r8,r9  ; 1100000005 ; 2200000005 ; yes
            cmp4.eq p6,p7=r8,r9  ;          5 ;   80000005 ; no
            cmp4.lt p6,p7=r8,r9  ;   80000000 ;          0 ; yes
            cmp4.lt p6,p7=r8,r9  ;          0 ;   80000000 ; no
            cmp4.lt p6,p7=r8,r9  ; 8000000000000001 ;    1 ; no
            cmp4.ltu p6,p7=r8,r9 ;   80000000 ;          0 ; no
            cmp4.ltu p6,p7=r8,r9 ;          0 ;   80000000 ; yes
            cmp4.ltu p6,p7=r8,r9 ; 1100000000 ;          1 ; yes
            cmp4.eq p6,p7=-1,r9  ;         77 ;   ffffffff ; yes
            cmp4.ltu p6,p7=-1,r9 ;         77 ;   ffffffff ; no
            cmp4.lt p6,p7=-1,r9  ;         77 ;  100000000 ; yes""");
    }

    private static Machine predicated(Machine machine, boolean p6, boolean p7) {
        return new Place.Predicate(7).with(new Place.Predicate(6).with(machine, p6), p7);
    }

    /// The order with 0 that compares of the types and, or and or.andcm know besides.
    @Test
    void relationsWithZero() {
        for (String prefix : Vector.of("cmp", "cmp4")) {
            for (long r9 : Vector.of(-1L, 0L, 1L)) {
                Machine machine = predicated(Bench.with(77, r9), false, true);
                assertEquals(r9 < 0 ? "10" : "01", written(machine, prefix + ".gt.or.andcm p6,p7=r0,r9"));
                assertEquals(r9 >= 0 ? "10" : "01", written(machine, prefix + ".le.or.andcm p6,p7=r0,r9"));
                assertEquals(r9 <= 0 ? "10" : "01", written(machine, prefix + ".ge.or.andcm p6,p7=r0,r9"));
                assertEquals(r9 > 0 ? "10" : "01", written(machine, prefix + ".lt.or.andcm p6,p7=r0,r9"));
                assertEquals(r9 == 0 ? "10" : "01", written(machine, prefix + ".eq.or.andcm p6,p7=0,r9"));
                assertEquals(r9 != 0 ? "10" : "01", written(machine, prefix + ".ne.or.andcm p6,p7=0,r9"));
            }
        }
    }

    /// What p6 and p7 become from 00, 01, 10 and 11.
    private static String table(GeneralValue r8, long r9, String text) {
        Machine machine = Bench.with(r8, GeneralValue.of(r9));
        return Vector.of(0, 1, 2, 3).map(before -> written(predicated(machine, before > 1, before % 2 == 1), text)).mkString(" ");
    }

    @Test
    void types() {
        GeneralValue five = GeneralValue.of(5);
        GeneralValue nat = new GeneralValue(5, true);
        Vector.of("cmp.eq p6,p7=r8,r9", "cmp.eq.unc p6,p7=r8,r9").forEach(text -> {
            assertEquals("10 10 10 10", table(five, 5, text));
            assertEquals("01 01 01 01", table(five, 6, text));
            assertEquals("00 00 00 00", table(nat, 5, text));
        });
        assertEquals("00 01 10 11", table(five, 5, "cmp.eq.and p6,p7=r8,r9"));
        assertEquals("00 00 00 00", table(five, 6, "cmp.eq.and p6,p7=r8,r9"));
        assertEquals("00 00 00 00", table(nat, 5, "cmp.eq.and p6,p7=r8,r9"));
        assertEquals("00 00 00 00", table(five, 5, "cmp.ne.and p6,p7=r8,r9"));
        assertEquals("11 11 11 11", table(five, 5, "cmp.eq.or p6,p7=r8,r9"));
        assertEquals("00 01 10 11", table(five, 6, "cmp.eq.or p6,p7=r8,r9"));
        assertEquals("00 01 10 11", table(nat, 5, "cmp.eq.or p6,p7=r8,r9"));
        assertEquals("10 10 10 10", table(five, 5, "cmp.eq.or.andcm p6,p7=r8,r9"));
        assertEquals("00 01 10 11", table(five, 6, "cmp.eq.or.andcm p6,p7=r8,r9"));
        assertEquals("00 01 10 11", table(nat, 5, "cmp.eq.or.andcm p6,p7=r8,r9"));
        assertEquals("00 00 00 00", table(nat, 5, "cmp.eq p6,p7=r9,r8"));
        assertEquals("10 10 10 10", table(nat, 5, "cmp.eq p6,p7=5,r9"));
    }

    @Test
    void bits() {
        GeneralValue nat = new GeneralValue(0, true);
        answers("""
            tbit.z p6,p7=r8,0      ;                1 ; 0 ; no
            tbit.z p6,p7=r8,1      ;                1 ; 0 ; yes
            tbit.z p6,p7=r8,63     ; 8000000000000000 ; 0 ; no
            tbit.z.unc p6,p7=r8,62 ; 8000000000000000 ; 0 ; yes
            tnat.z p6,p7=r8        ;                1 ; 0 ; yes""");
        assertEquals("00 00 00 00", table(nat, 0, "tbit.z p6,p7=r8,3"));
        assertEquals("00 00 00 00", table(nat, 0, "tbit.nz.and p6,p7=r8,3"));
        assertEquals("00 01 10 11", table(nat, 0, "tbit.z.or p6,p7=r8,3"));
        assertEquals("11 11 11 11", table(GeneralValue.of(8), 0, "tbit.nz.or p6,p7=r8,3"));
        assertEquals("10 10 10 10", table(GeneralValue.of(0), 0, "tbit.z.or.andcm p6,p7=r8,3"));
        assertEquals("01 01 01 01", table(nat, 0, "tnat.z p6,p7=r8"));
        assertEquals("00 01 10 11", table(nat, 0, "tnat.nz.and p6,p7=r8"));
        assertEquals("11 11 11 11", table(nat, 0, "tnat.nz.or p6,p7=r8"));
        assertEquals("10 10 10 10", table(GeneralValue.of(1), 0, "tnat.z.or.andcm p6,p7=r8"));
        assertEquals("00 00 00 00", table(GeneralValue.of(1), 0, "tnat.nz.and p6,p7=r8"));
    }

    @Test
    void unconditionalOnesClearFirst() {
        Machine machine = predicated(Bench.with(5, 5), true, true);
        assertEquals("00", written(machine, "(p8) cmp.eq.unc p6,p7=r8,r9"));
        assertEquals("10", written(new Place.Predicate(8).with(machine, true), "(p8) cmp.eq.unc p6,p7=r8,r9"));
        assertEquals(Integers.PREDICATES_CLEARED, Bench.executed(machine, "(p8) tbit.z.unc p6,p7=r8,3").because());
    }

    @Test
    void unconditionalOnesIgnoreTheirPredicate() {
        for (PredicatePair.Type type : PredicatePair.Type.values()) {
            assertEquals(type == PredicatePair.Type.UNC, PredicatePair.by(type, Integers.RELATION_TESTED, execution -> PredicatePair.Answer.YES).ignoresPredicate());
        }
    }

    @Test
    void onePredicateIsNoPair() {
        Executed illegal = new Executed.Raised(new Fault(Interruption.ILLEGAL_OPERATION, Option.none()), Integers.PREDICATES_EQUAL);
        Vector.of("cmp.eq p6,p6=r8,r9", "cmp.eq p0,p0=r8,r9", "cmp.eq.unc p6,p6=r8,r9", "(p8) cmp.eq.unc p6,p6=r8,r9", "cmp.eq.or p6,p6=r8,r9", "tnat.z p7,p7=r8", "tbit.z.and p7,p7=r8,0")
            .forEach(text -> assertEquals(illegal, Bench.executed(Bench.MACHINE, text), text));
    }

    @Test
    void predicateZeroStays() {
        Effects second = Effects.of(new Place.Predicate(7), true, Integers.ANSWER_COMPLEMENTED);
        assertEquals(new Executed.Done(second, Integers.RELATION_TESTED), Bench.executed(Bench.with(5, 6), "cmp.eq p0,p7=r8,r9"));
        Effects first = Effects.of(new Place.Predicate(6), false, Integers.ANSWER_COMPLEMENTED);
        assertEquals(new Executed.Done(first, Integers.RELATION_NARROWED), Bench.executed(Bench.with(5, 6), "cmp4.eq p6,p0=r8,r9"));
    }

    @Test
    void clauses() {
        assertEquals(Integers.ANSWER_NAT, Bench.executed(Bench.with(new GeneralValue(0, true), GeneralValue.of(0)), "cmp.eq.or p6,p7=r8,r9").because());
        assertEquals(Integers.BIT_TESTED, Bench.executed(Bench.MACHINE, "tbit.z p6,p7=r8,1").because());
        assertEquals(Integers.NAT_TESTED, Bench.executed(Bench.MACHINE, "tnat.z p6,p7=r8").because());
    }
}
