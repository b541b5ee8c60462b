package vmmref.model.dependency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Treatment;
import vmmref.spec.Dependences;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// Groups that were judged by hand, from the manual.
class DependenciesTest {
    private static final Dependencies ALL = Dependencies.architected();
    private static final Decoded NOP = assigned("nop.i 0x0");
    private static final Decoded NONE = new Decoded.Unassigned(Slot.ZERO, Treatment.NOP, Encodings.UNASSIGNED_NOP);

    private static Decoded assigned(String text) {
        Instruction instruction = Assembling.instruction(text);
        return new Decoded.Assigned(instruction, Slot.ZERO, instruction.form().clause());
    }

    private static DecodedBundle bundle(Decoded first, Decoded second, Decoded third, boolean... stops) {
        return new DecodedBundle.Three(new Template(0, Unit.M, Unit.I, Unit.I, Vector.ofAll(stops)), first, second, third);
    }

    /// {@return the instructions in bundles of their own; groups end with two semicolons}
    private static Seq<DecodedBundle> bundles(String instructions) {
        return Vector.of(instructions.split(" ;; ")).flatMap(group -> {
            Seq<String> texts = Vector.of(group.split("; "));
            return texts.zipWithIndex((text, number) -> bundle(assigned(text), NOP, NOP, false, false, number == texts.size() - 1));
        });
    }

    /// What two instructions touch, and the sentence that decides.
    private static final String JUDGED = """
        add r8=r9,r10; sub r11=r12,r8                            | r8 READ_AFTER_WRITE
        add r8=r9,r10 ;; sub r11=r12,r8                          |
        (p1) add r8=r9,r10; (p2) sub r8=r12,r13                  | r8 WRITE_AFTER_WRITE
        add r8=r9,r10; sub r9=r11,r12                            |
        st8 [r8]=r9; add r9=r10,r11; add r8=r10,r11              |
        st8 [r8]=r9,8; add r10=r8,r9                             | r8 READ_AFTER_WRITE
        add r8=r10,r10; st8 [r8]=r9                              | r8 READ_AFTER_WRITE
        ld8 r8=[r9],r10; add r11=r9,r12                          | r9 READ_AFTER_WRITE
        ld8 r8=[r9],r10; add r11=r10,r12                         |
        lfetch [r9],r10; add r11=r9,r12                          | r9 READ_AFTER_WRITE
        stfd [r8]=f9,8; add r10=r8,r9                            | r8 READ_AFTER_WRITE
        xchg8 r8=[r9],r10; add r11=r8,r9                         | r8 READ_AFTER_WRITE
        bsw.0; add r16=r8,r9                                     | psr.bn READ_AFTER_WRITE
        bsw.0; add r8=r31,r9                                     | psr.bn READ_AFTER_WRITE
        bsw.0; add r15=r8,r9                                     |
        bsw.0; add r32=r8,r9                                     |
        clrrrb; add r32=r8,r9                                    | cfm READ_AFTER_WRITE
        clrrrb; add r8=r127,r9                                   | cfm READ_AFTER_WRITE
        clrrrb; add r31=r8,r9                                    |
        clrrrb; fmerge.s f32=f2,f3                               | cfm READ_AFTER_WRITE
        clrrrb; fmerge.s f31=f2,f3                               |
        clrrrb.pr; (p16) add r8=r9,r10                           | cfm READ_AFTER_WRITE
        clrrrb; (p15) add r8=r9,r10                              |
        clrrrb; cmp.eq p15,p16=r8,r9                             | cfm READ_AFTER_WRITE
        clrrrb; alloc r32=ar.pfs,3,2,0                           | cfm READ_AFTER_WRITE, cfm WRITE_AFTER_WRITE
        rsm 0x40000; getf.sig r8=f2                              | psr.dfl READ_AFTER_WRITE
        rsm 0x40000; getf.sig r8=f31                             | psr.dfl READ_AFTER_WRITE
        rsm 0x40000; getf.sig r8=f32                             |
        rsm 0x80000; getf.sig r8=f31                             |
        rsm 0x80000; getf.sig r8=f32                             | psr.dfh READ_AFTER_WRITE
        mov psr.l=r8; fmerge.s f2=f3,f4                          | psr.dfl READ_AFTER_WRITE, psr.mfl WRITE_AFTER_WRITE
        mov psr.l=r8; fmerge.s f31=f3,f4                         | psr.dfl READ_AFTER_WRITE, psr.mfl WRITE_AFTER_WRITE
        mov psr.l=r8; bsw.0                                      |
        mov psr.um=r8; ld8 r9=[r10]                              | psr.ac READ_AFTER_WRITE, psr.be READ_AFTER_WRITE
        mov psr.um=r8; mov r9=psr.um                             | psr.be READ_AFTER_WRITE, psr.up READ_AFTER_WRITE, psr.ac READ_AFTER_WRITE, psr.mfl READ_AFTER_WRITE, psr.mfh READ_AFTER_WRITE
        mov psr.um=r8; rsm 0x2000                                |
        setf.sig f32=r8; mov r9=psr.um                           | psr.mfh READ_AFTER_WRITE
        setf.sig f31=r8; mov r9=psr.um                           | psr.mfl READ_AFTER_WRITE
        sum 0x2; ld8 r9=[r10]                                    | psr.be READ_AFTER_WRITE
        sum 0x2; mov r9=psr                                      | psr.be READ_AFTER_WRITE
        bsw.1; mov r9=psr                                        | psr.bn READ_AFTER_WRITE
        rsm 0x802000; mov.m r8=ar.itc                            | psr.si READ_AFTER_WRITE
        rsm 0x2000; mov r8=cr.isr                                | psr.ic READ_AFTER_WRITE
        rsm 0x2000; mov cr.isr=r8                                | psr.ic READ_AFTER_WRITE
        rsm 0x2000; mov r8=cr.iva                                |
        mov pr=r8,0x6; (p1) add r9=r10,r11                       | p1 READ_AFTER_WRITE
        mov pr=r8,0x6; (p2) add r9=r10,r11                       | p2 READ_AFTER_WRITE
        mov pr=r8,0x6; (p3) add r9=r10,r11                       |
        mov pr=r8,0x10000; (p63) add r9=r10,r11                  | p63 READ_AFTER_WRITE
        mov pr.rot=0x10000; (p16) add r8=r9,r10                  | p16 READ_AFTER_WRITE
        mov pr.rot=0x10000; (p15) add r8=r9,r10                  |
        cmp.eq p63,p1=r8,r9; mov r10=pr                          | p1 READ_AFTER_WRITE, p63 READ_AFTER_WRITE
        mov.m ar.unat=r8; ld8.fill r9=[r10]                      | ar.unat READ_AFTER_WRITE
        mov.m ar.unat=r8; ld8 r9=[r10]                           |
        mov.m ar.rsc=r8; mov.m r9=ar.bspstore                    | ar.rsc READ_AFTER_WRITE
        mov.m ar.bspstore=r8; mov.m r9=ar.rnat                   | ar.rnat READ_AFTER_WRITE, rse READ_AFTER_WRITE
        mov.m ar.bspstore=r8; mov.m r9=ar.bsp                    | ar.bsp READ_AFTER_WRITE, rse READ_AFTER_WRITE
        mov.m ar.fpsr=r8; fma.s0 f2=f3,f4,f5                     | fpsr.traps READ_AFTER_WRITE, fpsr.s0.controls READ_AFTER_WRITE, fpsr.s0.flags WRITE_AFTER_WRITE
        fsetc.s1 0x0,0x1; fma.s1 f2=f3,f4,f5                     | fpsr.s1.controls READ_AFTER_WRITE
        fsetc.s1 0x0,0x1; fma.s2 f2=f3,f4,f5                     |
        fclrf.s2; fma.s2 f2=f3,f4,f5                             | fpsr.s2.flags WRITE_AFTER_WRITE
        fma.s3 f2=f3,f4,f5; mov.m r8=ar.fpsr                     | fpsr.s3.flags READ_AFTER_WRITE
        mov b6=r8; mov r9=b6                                     | b6 READ_AFTER_WRITE
        mov b6=r8; mov r9=b7                                     |
        mov b6=r8; br.cond.sptk.few b6                           | b6 MOVE_TO_BRANCH_EXEMPT
        mov b6=r8; br.ret.sptk.few b6                            | b6 MOVE_TO_BRANCH_EXEMPT
        mov b6=r8; br.call.sptk.few b0=b6                        | b6 MOVE_TO_BRANCH_EXEMPT
        (p1) br.call.sptk.few b6=.+0x0; br.cond.sptk.few b6      | b6 TAKEN_BRANCH_EXEMPT
        mov.i ar.pfs=r8; br.ret.sptk.few b0                      | ar.pfs MOVE_TO_BRANCH_EXEMPT
        mov.i ar.pfs=8; br.ret.sptk.few b0                       | ar.pfs MOVE_TO_BRANCH_EXEMPT
        mov.i ar.pfs=r8; br.call.sptk.few b0=.+0x0               | ar.pfs WRITE_AFTER_WRITE
        mov.i ar.pfs=r8; alloc r9=ar.pfs,3,2,0                   | ar.pfs READ_AFTER_WRITE
        mov.i ar.ec=r8; br.ret.sptk.few b0                       | ar.ec WRITE_AFTER_WRITE
        mov.i ar.ec=r8; br.call.sptk.few b0=.+0x0                | ar.ec READ_AFTER_WRITE
        mov.i ar.ec=r8; br.ctop.sptk.few .+0x0                   | ar.ec READ_AFTER_WRITE, ar.ec WRITE_AFTER_WRITE
        mov.i ar.lc=r8; br.wtop.sptk.few .+0x0                   |
        add r8=r9,r10; br.call.sptk.few b0=.+0x0; add r11=r8,r8  |
        add r8=r9,r10; rfi; add r11=r8,r8                        |
        add r8=r9,r10; (p1) br.ret.sptk.few b0; add r11=r8,r8    | r8 READ_AFTER_WRITE
        (p1) br.ret.sptk.few b0; add r8=r32,r9                   | cfm TAKEN_BRANCH_EXEMPT
        (p1) br.call.sptk.few b0=.+0x0; (p2) br.call.sptk.few b0=.+0x0 | cfm TAKEN_BRANCH_EXEMPT, ar.bsp TAKEN_BRANCH_EXEMPT, rse TAKEN_BRANCH_EXEMPT, cfm TAKEN_BRANCH_EXEMPT, ar.bsp TAKEN_BRANCH_EXEMPT, rse TAKEN_BRANCH_EXEMPT, ar.pfs ACCUMULATION_EXEMPT, b0 ACCUMULATION_EXEMPT
        br.ctop.sptk.few .+0x0; add r8=r33,r9                    | cfm READ_AFTER_WRITE
        br.cexit.sptk.few .+0x0; (p63) br.cond.sptk.few .+0x0    | p63 READ_AFTER_WRITE, cfm READ_AFTER_WRITE
        br.cloop.sptk.few .+0x0; (p63) br.cond.sptk.few .+0x0    |
        cmp.eq p63,p1=r8,r9; br.ctop.sptk.few .+0x0              | p63 WRITE_AFTER_WRITE
        (p63) br.cond.sptk.few .+0x0; br.ctop.sptk.few .+0x0     | p63 WRITE_AFTER_READ
        (p63) br.cond.sptk.few .+0x0; br.wexit.sptk.few .+0x0    | p63 WRITE_AFTER_READ
        (p63) brl.cond.sptk.few .+0x0; br.cexit.sptk.few .+0x0   | p63 WRITE_AFTER_READ
        (p63) br.cond.sptk.few .+0x0; br.cloop.sptk.few .+0x0    |
        (p62) br.cond.sptk.few .+0x0; br.ctop.sptk.few .+0x0     |
        (p63) add r8=r9,r10; br.ctop.sptk.few .+0x0              |
        cmp.eq p6,p7=r8,r9; (p6) brl.cond.sptk.few .+0x0         | p6 PREDICATE_TO_BRANCH_EXEMPT
        cmp.eq p6,p7=r8,r9; (p6) br.cond.sptk.few .+0x0; (p7) br.ret.sptk.few b0 | p6 PREDICATE_TO_BRANCH_EXEMPT, p7 PREDICATE_TO_BRANCH_EXEMPT
        cmp.eq p6,p7=r8,r9; (p6) chk.s.m r10,.+0x0               | p6 READ_AFTER_WRITE
        fclass.m p6,p7=f8,0x100; (p7) br.cond.sptk.few .+0x0     | p7 READ_AFTER_WRITE
        frsqrta.s0 f8,p6=f9; (p6) br.cond.sptk.few .+0x0         | p6 READ_AFTER_WRITE
        (p6) frcpa.s0 f8,p7=f9,f10; (p6) add r8=r9,r10           |
        cmp4.eq.and p6,p7=r8,r9; cmp4.ne.and p6,p7=r10,r9        | p6 PARALLEL_COMPARES_EXEMPT, p7 PARALLEL_COMPARES_EXEMPT
        tnat.z.or p6,p7=r8; tbit.nz.or p6,p7=r8,3                | p6 PARALLEL_COMPARES_EXEMPT, p7 PARALLEL_COMPARES_EXEMPT
        tbit.z.and p6,p7=r8,3; tnat.nz.and p7,p6=r8              | p7 PARALLEL_COMPARES_EXEMPT, p6 PARALLEL_COMPARES_EXEMPT
        cmp.eq.or.andcm p6,p7=r8,r9; cmp.eq.or.andcm p6,p7=r8,r9 | p6 PARALLEL_COMPARES_EXEMPT, p7 PARALLEL_COMPARES_EXEMPT
        cmp.eq.or.andcm p6,p7=r8,r9; cmp.eq.or.andcm p7,p6=r8,r9 | p7 WRITE_AFTER_WRITE, p6 WRITE_AFTER_WRITE
        cmp.eq.or.andcm p6,p7=r8,r9; cmp.eq.or p6,p1=r8,r9       | p6 PARALLEL_COMPARES_EXEMPT
        cmp.eq.or.andcm p6,p7=r8,r9; cmp.eq.and p7,p1=r8,r9      | p7 PARALLEL_COMPARES_EXEMPT
        cmp.eq.or.andcm p6,p7=r8,r9; cmp.eq.or p7,p1=r8,r9       | p7 WRITE_AFTER_WRITE
        cmp.eq.and p6,p7=r8,r9; cmp.eq.or p6,p7=r8,r9            | p6 WRITE_AFTER_WRITE, p7 WRITE_AFTER_WRITE
        cmp.eq.or p6,p7=r8,r9; (p1) cmp.eq.unc p6,p2=r8,r9       | p6 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r8,r9; cmp.eq p6,p2=r8,r9                   | p6 WRITE_AFTER_WRITE
        fcmp.eq.s0 p6,p7=f2,f3; fcmp.eq.s0 p6,p8=f2,f3           | p6 WRITE_AFTER_WRITE, fpsr.s0.flags ACCUMULATION_EXEMPT
        cmp.eq p6,p7=r8,r9; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | p6 READ_AFTER_WRITE, p7 READ_AFTER_WRITE, r10 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r8,r9 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        cmp4.lt p6,p7=r8,r9 ;; (p7) add r10=r8,r8; (p6) add r11=r10,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        tbit.z p6,p7=r8,3 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        tnat.z p6,p7=r8 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        fcmp.eq.s0 p6,p7=f2,f3 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        fclass.m p6,p7=f8,0x100 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        (p1) cmp.eq.unc p6,p7=r8,r9 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        (p1) fcmp.eq.unc.s0 p6,p7=f2,f3 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        (p1) cmp.eq p6,p7=r8,r9 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq.and p6,p7=r8,r9 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq.or.andcm p6,p7=r8,r9 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        tbit.z.or p6,p7=r8,3 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r8,r9 ;; (p6) add r10=r8,r8; (p8) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r8,r9 ;; (p8) add r10=r8,r8; (p7) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r8,r9 ;; (p6) add r10=r8,r8; (p6) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r8,r9 ;; (p7) add r10=r8,r8; (p7) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r8,r9 ;; (p7) cmp.eq.unc p1,p2=r8,r9; (p6) cmp.eq p1,p3=r8,r9 | p1 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r8,r9 ;; cmp.eq p8,p9=r8,r9 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        cmp.eq p6,p7=r8,r9 ;; cmp.eq p6,p8=r8,r9 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r8,r9 ;; add r6=r8,r9 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        cmp.eq p6,p7=r8,r9 ;; mov pr=r8,0x80 ;; (p6) add r10=r8,r8; (p7) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p16,p17=r8,r9 ;; clrrrb ;; (p16) add r10=r8,r8; (p17) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p15,p16=r8,r9 ;; clrrrb ;; (p15) add r10=r8,r8; (p16) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p16,p15=r8,r9 ;; clrrrb ;; (p15) add r10=r8,r8; (p16) add r10=r9,r9 | r10 WRITE_AFTER_WRITE
        cmp.eq p15,p14=r8,r9 ;; clrrrb ;; (p15) add r10=r8,r8; (p14) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        cmp.eq p16,p17=r8,r9 ;; cmp.eq p8,p9=r8,r9 ;; (p16) add r10=r8,r8; (p17) add r10=r9,r9 | r10 EXCLUSIVE_PREDICATES_EXEMPT
        ld8.a r8=[r9]; chk.a.clr r8,.+0x0                        |
        ldfd.a f8=[r9]; chk.a.nc f8,.+0x0                        |
        add r8=r9,r10; invala.e r8                               |
        ld8.s r8=[r9]; chk.s.m r8,.+0x0                          | r8 READ_AFTER_WRITE
        ldfps.c.clr f8,f9=[r10]; fmerge.s f32=f8,f9              | f8 CHECK_LOAD_EXEMPT, f9 CHECK_LOAD_EXEMPT
        ld8.c.clr.acq r8=[r9]; add r10=r8,r8                     | r8 CHECK_LOAD_EXEMPT
        ld8.c.nc r8=[r9],r10; add r10=r9,r8                      | r9 READ_AFTER_WRITE, r8 CHECK_LOAD_EXEMPT
        ld8.a r8=[r9]; add r10=r8,r8                             | r8 READ_AFTER_WRITE
        alloc r8=ar.pfs,3,2,0; add r33=r9,r9                     | cfm NEW_FRAME_EXEMPT
        itc.d r8; itc.d r9                                       | dtc WRITE_AFTER_WRITE, itc WRITE_AFTER_WRITE
        ptc.l r8,r9; itc.d r9                                    | dtc WRITE_AFTER_WRITE, itc WRITE_AFTER_WRITE
        mov cr.ifa=r8; itc.d r9                                  | cr.ifa READ_AFTER_WRITE
        mov rr[r8]=r9; mov r10=rr[r11]                           | rr READ_AFTER_WRITE
        mov pkr[r8]=r9; ld8 r10=[r11]                            | pkr READ_AFTER_WRITE
        add r8=r9,r9; mov rr[r8]=r10                             | r8 READ_AFTER_WRITE
        mov r8=cr.ivr; mov r9=cr.irr0                            | cr.irr0 READ_AFTER_WRITE
        mov r8=cr.ivr; mov cr.eoi=r9                             | in-service WRITE_AFTER_WRITE
        mov cr.lid=r8; mov r9=cr.lid                             | cr.lid READ_AFTER_WRITE
        add r8=r9,r10; add r8=r9,r10; add r11=r8,r8              | r8 WRITE_AFTER_WRITE, r8 READ_AFTER_WRITE, r8 READ_AFTER_WRITE""";

    private static String dependencies(String instructions) {
        return ALL.in(bundles(instructions)).map(each -> each.resource() + " " + each.because().name()).mkString(", ");
    }

    @Test
    void judged() {
        Seq<String> wrong = Vector.ofAll(JUDGED.lines()).filter(line -> !line.substring(line.indexOf('|') + 1).strip().equals(dependencies(line.substring(0, line.indexOf('|')).strip())));
        assertEquals(Vector.empty(), wrong.toVector());
    }

    @Test
    void dependenciesTellWhere() {
        Seq<DecodedBundle> bundles = Vector.of(bundle(assigned("add r8=r9,r10"), NOP, assigned("(p6) add r11=r8,r8"), false, false, false), bundle(NOP, assigned("add r11=r9,r9"), NOP, false, false, true));
        Dependency.Spot first = new Dependency.Spot(0, 0);
        Dependency.Spot second = new Dependency.Spot(0, 2);
        Dependency read = new Dependency(Dependency.Kind.READ_AFTER_WRITE, Resource.general(8), first, second, Dependences.READ_AFTER_WRITE);
        Dependency written = new Dependency(Dependency.Kind.WRITE_AFTER_WRITE, Resource.general(11), second, new Dependency.Spot(1, 1), Dependences.WRITE_AFTER_WRITE);
        assertEquals(Vector.of(read, written), ALL.in(bundles).toVector());
        assertEquals(Vector.of(read, written), ALL.violations(bundles).toVector());
        assertEquals("1.2", new Dependency.Spot(1, 2).toString());
        assertEquals(Vector.empty(), ALL.violations(bundles("cmp.eq p6,p7=r8,r9; (p6) br.cond.sptk.few .+0x0")).toVector());
        assertEquals(Vector.of(Dependency.Kind.WRITE_AFTER_READ), ALL.violations(bundles("(p63) br.cond.sptk.few .+0x0; br.ctop.sptk.few .+0x0")).map(Dependency::kind).toVector());
    }

    private static String sizes(DecodedBundle... bundles) {
        return ALL.groups(Vector.of(bundles)).map(group -> {
            assertEquals(Dependences.GROUP_BOUNDED, group.because());
            return group.entries().map(entry -> entry.at().toString()).mkString(" ");
        }).mkString(", ");
    }

    @Test
    void groupsEnd() {
        assertEquals(0, Dependencies.architected().groups(Vector.empty()).size());
        assertEquals("", sizes());
        assertEquals("0.0 0.1 0.2 1.0 1.1 1.2", sizes(bundle(NOP, NOP, NOP, false, false, false), bundle(NOP, NOP, NOP, false, false, false)));
        assertEquals("0.0, 0.1 0.2", sizes(bundle(NOP, NOP, NOP, true, false, false)));
        assertEquals("0.0 0.1, 0.2", sizes(bundle(NOP, NOP, NOP, false, true, false)));
        assertEquals("0.0 0.1 0.2, 1.0, 1.1, 1.2", sizes(bundle(NOP, NOP, NOP, false, false, true), bundle(NOP, NOP, NOP, true, true, true)));
        assertEquals("0.0 0.2, 1.0 1.1", sizes(bundle(NOP, NONE, NOP, false, false, true), bundle(NOP, NOP, NONE, false, false, true)));
        Decoded branch = assigned("br.cond.sptk.few .+0x0");
        assertEquals("0.0 0.1, 0.2 1.0", sizes(bundle(NOP, branch, NOP, false, false, false), bundle(NOP, NONE, NONE, false, false, false)));
        assertEquals("0.0 0.1 0.2", sizes(bundle(NOP, assigned("(p1) br.cond.sptk.few .+0x0"), NOP, false, false, false)));
        assertEquals("0.0 0.1 0.2", sizes(bundle(NOP, assigned("br.cloop.sptk.few .+0x0"), NOP, false, false, false)));
        Template longer = new Template(4, Unit.M, Unit.L, Unit.X, Vector.of(true, false, true));
        DecodedBundle both = new DecodedBundle.Long(longer, NOP, assigned("movl r8=0x1"));
        assertEquals("0.0, 0.1, 1.0, 1.1", sizes(both, both));
        DecodedBundle ending = new DecodedBundle.Long(longer.withStops(Vector.of(false, true, false)), NOP, assigned("movl r8=0x1"));
        assertEquals("0.0 0.1 2.0 2.1", sizes(ending, new DecodedBundle.Reserved(new Bundle(6, 0)), ending));
    }

    /// {@return what an instruction reads, writes and adds to, by a table that is made for its form}
    private static String touched(String text) {
        Instruction instruction = Assembling.instruction(text);
        Access access = Touches.of(Table.named("resources"), Vector.of(instruction.form())).access(instruction);
        assertEquals(Dependences.RESOURCE_TOUCHED, access.because());
        assertEquals(access, ALL.access(instruction));
        return text(access.reads()) + "|" + text(access.writes()) + "|" + text(access.adds());
    }

    private static String text(Seq<Resource> resources) {
        return resources.map(Resource::toString).sorted().mkString(" ");
    }

    @Test
    void accesses() {
        assertEquals("p6 r9|r8|", touched("(p6) add r8=r9,r9"));
        assertEquals("||", touched("add r0=r0,r0"));
        assertEquals("cfm p16 psr.dfl r32|f2|psr.mfl", touched("(p16) setf.sig f2=r32"));
        assertEquals("cfm p6 psr.dfh r8|f40|psr.mfh", touched("(p6) setf.sig f40=r8"));
        assertEquals("ar.lc psr.it psr.tb|ar.lc|", touched("br.cloop.sptk.few .+0x0"));
        assertEquals("|cfm|", touched("clrrrb"));
        assertEquals("psr.sp|psr.ac psr.be|", touched("sum 0xa"));
        assertEquals("r8|p1 p3 p6|", touched("mov pr=r8,0x4a"));
        assertEquals("b6 psr.it psr.tb||", touched("br.cond.sptk.few b6"));
        assertEquals("r8|b6|", touched("mov b6=r8"));
        assertEquals("psr.it psr.tb||", touched("chk.a.nc r8,.+0x0"));
        assertEquals("||", touched("invala.e r8"));
        assertEquals("psr.it psr.tb r8||", touched("chk.s.m r8,.+0x0"));
        assertEquals("f3 f4 f5 fpsr.s1.controls fpsr.traps psr.dfl|f2|fpsr.s1.flags psr.mfl", touched("fma.s1 f2=f3,f4,f5"));
        assertEquals("cfm f40 psr.dfh|f41|psr.mfh", touched("fmerge.s f41=f0,f40"));
        assertEquals("|r8|", touched("getf.sig r8=f1"));
        assertEquals("|fpsr.s2.flags|", touched("fclrf.s2"));
        String memory = "cr.pta dbr dtc dtr pkr psr.ac psr.be psr.cpl psr.da psr.db psr.dd psr.dt psr.pk psr.vm ";
        assertEquals("ar.unat " + memory + "r9 rr|r8|", touched("ld8.fill r8=[r9]"));
        assertEquals(memory + "r10 r9 rr|r8 r9|", touched("ld8 r8=[r9],r10"));
        assertEquals(memory + "r10 r9 rr|r9|", touched("st8 [r9]=r10,8"));
        assertEquals(memory + "r10 r9 rr||", touched("st8 [r9]=r10"));
        assertEquals("ar.bsp ar.ec cfm psr.cpl psr.it psr.tb rse|ar.bsp cfm rse|ar.pfs b1", touched("br.call.sptk.few b1=.+0x0"));
        assertEquals("ar.rsc r8|ar.bsp ar.bspstore ar.rnat rse|", touched("mov.m ar.bspstore=r8"));
        assertEquals("ar.rnat ar.rsc rse|r8|", touched("mov.m r8=ar.rnat"));
        Instruction everything = Assembling.instruction("br.ia.sptk.few b6");
        Seq<Resource> read = Touches.of(Table.named("resources"), Vector.of(everything.form())).access(everything).reads();
        assertEquals(127, read.count(each -> each.kind() == Resource.Kind.APPLICATION));
        assertEquals(9, read.count(each -> each.toString().startsWith("fpsr.")));
        assertFalse(read.contains(Resource.application(40)));
        Access none = Access.none(Dependences.RESOURCE_TOUCHED);
        assertTrue(none.reads().isEmpty() && none.writes().isEmpty() && none.adds().isEmpty() && none.because() == Dependences.RESOURCE_TOUCHED);
        assertFalse(none.changes(Resource.FRAME));
    }

    /// What reading or writing a register implies is said of operands, not of what a row of the table lists.
    @Test
    void operandsImply() {
        assertEquals("ar.rnat ar.rsc rse|r8|", touched("mov.m r8=ar.rnat"));
        assertEquals("ar.bsp ar.bspstore ar.rnat ar.rsc cfm psr.rt rse|ar.bspstore ar.rnat rse|", touched("flushrs"));
    }

    @Test
    void anotherTableListsOthers() {
        Dependencies listed = Dependencies.of(Table.parse("resources", "flushrs\tar.k0\t-\t-\nread ar.k0\tar.k1\t-\t-\nwrite ar.k2\t-\tar.k3\tar.k4"));
        assertEquals("ar.k0||", text(listed.access(Assembling.instruction("flushrs")).reads()) + "|" + text(listed.access(Assembling.instruction("flushrs")).writes()) + "|");
        Access written = listed.access(Assembling.instruction("mov.m ar.k2=r8"));
        assertEquals("r8|ar.k2 ar.k3|ar.k4", text(written.reads()) + "|" + text(written.writes()) + "|" + text(written.adds()));
        assertEquals("ar.k0 ar.k1", text(listed.access(Assembling.instruction("mov.m r8=ar.k0")).reads()));
    }

    @Test
    void formsStandOnce() {
        Seq<Form> twice = Vector.fill(2, Assembling.instruction("add r8=r9,r10").form());
        assertEquals("two forms are written alike", assertThrows(IllegalArgumentException.class, () -> Touches.of(Table.named("resources"), twice)).getMessage());
    }
}
