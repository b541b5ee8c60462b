package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.DecodedBundle;

/// Instructions whose dependencies were judged by hand, from the manual.
///
/// @param instructions as the GNU assembler reads them, with `;;` where a group ends
/// @param expected     each dependency: what both touch, and the sentence that decides
public record Judged(String instructions, String expected) {
    private static final Seq<Unit> UNITS = Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X);

    public static final Seq<Judged> ALL = Vector.of("""
        add r2=r3,r4; add r5=r2,r6                              | r2 READ_AFTER_WRITE
        add r2=r3,r4 ;; add r5=r2,r6                            |
        add r2=r3,r4; add r3=r5,r6                              |
        add r2=r3,r4; (p6) adds r2=1,r3                         | r2 WRITE_AFTER_WRITE
        add r2=r3,r4; br.cond.sptk.few .+0x0; add r5=r2,r2      |
        add r2=r3,r4; (p6) br.cond.sptk.few .+0x0; add r5=r2,r2 | r2 READ_AFTER_WRITE
        add r2=r3,r4; brl.call.sptk.few b0=.+0x0; add r5=r2,r2  |
        add r2=r3,r4; br.cloop.sptk.few .+0x0; add r5=r2,r2     | r2 READ_AFTER_WRITE
        movl r2=0x12; shl r3=r2,r4                              | r2 READ_AFTER_WRITE
        st8 [r2]=r3; ld8 r4=[r2]                                |
        st8 [r2]=r3,8; ld8 r4=[r2]                              | r2 READ_AFTER_WRITE
        ld8 r4=[r2],8; ld8 r5=[r2],8                            | r2 READ_AFTER_WRITE, r2 WRITE_AFTER_WRITE
        xchg8 r6=[r7],r4; add r5=r7,r7                          |
        xchg8 r6=[r7],r4; add r5=r6,r7                          | r6 READ_AFTER_WRITE
        ldfps f4,f5=[r2]; fmerge.s f6=f5,f7                     | f5 READ_AFTER_WRITE, psr.mfl ACCUMULATION_EXEMPT
        ld8.c.nc r4=[r5]; add r6=r4,r4                          | r4 CHECK_LOAD_EXEMPT
        ld8.c.clr r4=[r5],8; add r6=r5,r5                       | r5 READ_AFTER_WRITE
        ldfd.c.nc f4=[r5]; getf.sig r6=f4                       | f4 CHECK_LOAD_EXEMPT
        ld8.c.clr r4=[r5]; adds r4=1,r0                         | r4 WRITE_AFTER_WRITE
        ld8.a r4=[r5]; chk.a.nc r4,.+0x0                        |
        ld8.s r4=[r5]; chk.s.m r4,.+0x0                         | r4 READ_AFTER_WRITE
        add r4=r5,r6; invala.e r4                               |
        cmp.eq p6,p7=r2,r3; (p6) br.cond.sptk.few .+0x0         | p6 PREDICATE_TO_BRANCH_EXEMPT
        tnat.z p6,p7=r2; (p7) brl.cond.sptk.few .+0x0           | p7 PREDICATE_TO_BRANCH_EXEMPT
        mov pr=r2,0x40; (p6) br.ret.sptk.few b0                 | p6 PREDICATE_TO_BRANCH_EXEMPT
        mov pr=r2,0x40; (p7) br.ret.sptk.few b0                 |
        cmp.eq p6,p7=r2,r3; (p6) add r4=r5,r5                   | p6 READ_AFTER_WRITE
        cmp.eq p6,p7=r2,r3; (p7) chk.s.m r4,.+0x0               | p7 READ_AFTER_WRITE
        cmp.eq p0,p7=r2,r3; add r4=r5,r5                        |
        fcmp.eq.s0 p6,p7=f2,f3; (p6) br.cond.sptk.few .+0x0     | p6 READ_AFTER_WRITE
        frcpa.s1 f6,p6=f7,f8; (p6) br.cond.sptk.few .+0x0       | p6 READ_AFTER_WRITE
        mov b6=r3; br.cond.sptk.few b6                          | b6 MOVE_TO_BRANCH_EXEMPT
        mov b6=r3; br.call.sptk.few b0=b6                       | b6 MOVE_TO_BRANCH_EXEMPT
        mov b6=r3; mov r4=b6                                    | b6 READ_AFTER_WRITE
        mov b6=r3; br.call.sptk.few b6=.+0x0                    | b6 WRITE_AFTER_WRITE
        mov.i ar.pfs=r4; br.ret.sptk.few b0                     | ar.pfs MOVE_TO_BRANCH_EXEMPT
        mov.i ar.pfs=r4; mov.i r5=ar.pfs                        | ar.pfs READ_AFTER_WRITE
        mov.i ar.lc=r4; br.cloop.sptk.few .+0x0                 | ar.lc READ_AFTER_WRITE, ar.lc WRITE_AFTER_WRITE
        alloc r4=ar.pfs,3,2,0; add r33=r5,r5                    | cfm NEW_FRAME_EXEMPT
        alloc r4=ar.pfs,3,2,0; add r5=r4,r6                     | r4 READ_AFTER_WRITE
        (p6) br.call.sptk.few b0=.+0x0; mov r3=b0               | b0 TAKEN_BRANCH_EXEMPT
        cmp.eq.or p6,p7=r2,r3; cmp.ne.or p6,p1=r4,r3            | p6 PARALLEL_COMPARES_EXEMPT
        cmp.eq.and p6,p7=r2,r3; tbit.z.and p7,p1=r2,3           | p7 PARALLEL_COMPARES_EXEMPT
        cmp.eq.or.andcm p6,p7=r2,r3; cmp.eq.or p6,p1=r2,r3      | p6 PARALLEL_COMPARES_EXEMPT
        cmp.eq.or.andcm p6,p7=r2,r3; cmp.eq.and p7,p1=r2,r3     | p7 PARALLEL_COMPARES_EXEMPT
        cmp.eq.or.andcm p6,p7=r2,r3; cmp.eq.or p7,p1=r2,r3      | p7 WRITE_AFTER_WRITE
        cmp.eq.or p6,p7=r2,r3; cmp.eq.and p7,p1=r2,r3           | p7 WRITE_AFTER_WRITE
        cmp.eq.or p6,p7=r2,r3; cmp.eq p7,p1=r2,r3               | p7 WRITE_AFTER_WRITE
        fma.s0 f4=f5,f6,f0; fma.s0 f7=f5,f6,f0                  | fpsr.s0.flags ACCUMULATION_EXEMPT, psr.mfl ACCUMULATION_EXEMPT
        fma.s0 f4=f5,f6,f0; fclrf.s0                            | fpsr.s0.flags WRITE_AFTER_WRITE
        fma.s0 f4=f5,f6,f0; fclrf.s1                            |
        fma.s0 f4=f5,f6,f0; mov r3=psr.um                       | psr.mfl READ_AFTER_WRITE
        ptc.l r3,r4; itc.d r5                                   | dtc WRITE_AFTER_WRITE, itc WRITE_AFTER_WRITE
        ptc.l r3,r4; ptc.l r5,r6                                | dtc ACCUMULATION_EXEMPT, itc ACCUMULATION_EXEMPT, dtr ACCUMULATION_EXEMPT, itr ACCUMULATION_EXEMPT
        sum 0x8; sum 0x4                                        |
        sum 0x8; rum 0xc                                        | psr.ac WRITE_AFTER_WRITE
        sum 0x8; ld8 r3=[r4]                                    | psr.ac READ_AFTER_WRITE
        st8.spill [r2]=r3; st8.spill [r4]=r5                    | ar.unat WRITE_AFTER_WRITE
        mov.m ar.ccv=r5; cmpxchg8.acq r6=[r7],r4,ar.ccv         | ar.ccv READ_AFTER_WRITE
        (p63) br.cond.sptk.few .+0x0; (p1) br.wtop.sptk.few .+0x0 | p63 WRITE_AFTER_READ
        (p63) add r4=r5,r5; (p1) br.wtop.sptk.few .+0x0         |
        cmp.eq p6,p7=r2,r3 ;; (p6) adds r4=1,r0; (p7) adds r4=2,r0 | r4 EXCLUSIVE_PREDICATES_EXEMPT
        cmp.eq.unc p6,p7=r2,r3 ;; (p7) adds r4=1,r0; (p6) add r5=r4,r4 | r4 EXCLUSIVE_PREDICATES_EXEMPT
        (p1) cmp.eq p6,p7=r2,r3 ;; (p6) adds r4=1,r0; (p7) adds r4=2,r0 | r4 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r2,r3 ;; cmp.eq p7,p1=r2,r3 ;; (p6) adds r4=1,r0; (p7) adds r4=2,r0 | r4 WRITE_AFTER_WRITE
        cmp.eq p6,p7=r2,r3 ;; cmp.eq p8,p9=r2,r3 ;; (p6) adds r4=1,r0; (p7) adds r4=2,r0 | r4 EXCLUSIVE_PREDICATES_EXEMPT
        cmp.eq p6,p7=r2,r3 ;; mov b6=r2 ;; (p6) adds r4=1,r0; (p7) adds r4=2,r0 | r4 EXCLUSIVE_PREDICATES_EXEMPT
        cmp.eq p15,p14=r2,r3 ;; clrrrb ;; (p15) adds r4=1,r0; (p14) adds r4=2,r0 | r4 EXCLUSIVE_PREDICATES_EXEMPT
        cmp.eq p15,p16=r2,r3 ;; clrrrb ;; (p15) adds r4=1,r0; (p16) adds r4=2,r0 | r4 WRITE_AFTER_WRITE
        cmp.eq p16,p15=r2,r3 ;; clrrrb ;; (p15) adds r4=1,r0; (p16) adds r4=2,r0 | r4 WRITE_AFTER_WRITE
        cmp.eq p16,p17=r2,r3 ;; clrrrb ;; (p16) adds r4=1,r0; (p17) adds r4=2,r0 | r4 WRITE_AFTER_WRITE
        cmp.eq.or p6,p7=r2,r3 ;; (p6) adds r4=1,r0; (p7) adds r4=2,r0 | r4 WRITE_AFTER_WRITE
        (p6) adds r4=1,r0; (p7) adds r4=2,r0                    | r4 WRITE_AFTER_WRITE
        """.strip().split("\n")).map(line -> line.split("\\|", -1)).map(parts -> new Judged(parts[0].strip(), parts[1].strip()));

    /// {@return the same with other general registers: r2 to r9 become r12 to r19, or r22 to r29}
    Judged renamed(int tens) {
        String to = tens == 0 ? "r$1" : "r" + tens + "$1";
        return new Judged(instructions.replaceAll("\\br([2-9])\\b", to), expected.replaceAll("\\br([2-9])\\b", to));
    }

    /// {@return the instructions, each in a bundle of its own}
    Seq<DecodedBundle> bundles(Subject subject) {
        return Vector.of(instructions.split(" ;; ")).flatMap(group -> {
            Seq<String> texts = Vector.of(group.split("; "));
            return texts.zipWithIndex((text, number) -> subject.decode(bundle(text, number == texts.size() - 1)));
        });
    }

    /// {@return the dependencies that an implementation finds instead}
    public String found(Subject subject) {
        return subject.dependencies().in(bundles(subject)).map(each -> each.resource() + " " + each.because().name()).mkString(", ");
    }

    /// A template has an even code without, and the next one with, the stop at its end.
    private static Bundle bundle(String text, boolean stop) {
        Bundle bundle = UNITS.filter(unit -> Assembler.architected().assemble(unit, text) instanceof Assembled.Done).map(unit -> Single.of(unit, text)).head().bundle();
        return stop ? bundle : new Bundle(bundle.low() & ~1, bundle.high());
    }
}
