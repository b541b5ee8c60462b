package vmmref.model.dependency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/// Natures that were judged by hand.
class NatureTest {
    private static final String NATURES = """
        add r8=r9,r10                     |
        andcm r8=r9,r10                   |
        or r8=r9,r10                      |
        and r8=r9,r10                     |
        br.cond.sptk.few .+0x0            | branch leaves
        br.cond.sptk.few b6               | branch indirect leaves
        brl.cond.sptk.few .+0x0           | branch leaves
        br.call.sptk.few b0=.+0x0         | branch departs leaves
        br.call.sptk.few b0=b6            | branch indirect departs leaves
        brl.call.sptk.few b0=.+0x0        | branch departs leaves
        br.ret.sptk.few b0                | branch indirect departs leaves returns
        br.ia.sptk.few b6                 | branch indirect departs leaves
        rfi                               | branch departs leaves
        br.cloop.sptk.few .+0x0           | branch loop late
        br.ctop.sptk.few .+0x0            | branch loop late
        br.cexit.sptk.few .+0x0           | branch loop late
        br.wtop.sptk.few .+0x0            | branch loop late
        br.wexit.sptk.few .+0x0           | branch loop late
        cover                             | branch
        nop.b 0x0                         | branch
        movl r8=0x1                       |
        fma.s0 f2=f3,f4,f5                | late
        fcmp.eq.s0 p6,p7=f2,f3            | late exclusive
        fcmp.eq.unc.s0 p6,p7=f2,f3        | late unconditional exclusive
        fclass.m p6,p7=f8,0x100           | late exclusive
        frcpa.s0 f8,p6=f9,f10             | late unconditional
        frsqrta.s0 f8,p6=f9               | late unconditional
        fprcpa.s0 f8,p6=f9,f10            | late unconditional
        fprsqrta.s0 f8,p6=f9              | late unconditional
        mov b6=r8                         | moves
        mov.i ar.pfs=r8                   | moves
        mov.i ar.pfs=8                    | moves
        mov r8=b6                         |
        mov.i r8=ar.pfs                   |
        ld8.c.nc r8=[r9]                  | checks
        ld8.c.clr.acq r8=[r9]             | checks
        ldfps.c.clr f8,f9=[r10]           | checks
        ld8.a r8=[r9]                     |
        alloc r8=ar.pfs,3,2,0             | allocates
        cmp.eq p6,p7=r8,r9                | exclusive
        cmp4.eq.unc p6,p7=r8,r9           | unconditional exclusive
        cmp.eq.and p6,p7=r8,r9            | AND AND
        tbit.z.or p6,p7=r8,3              | OR OR
        tnat.z.or.andcm p6,p7=r8          | OR AND
        tnat.z p6,p7=r8                   | exclusive
        """;

    private static String nature(String text) {
        Nature nature = Nature.of(Assembling.instruction(text).form());
        return Vector.of(nature.branch() ? "branch" : "", nature.indirect() ? "indirect" : "", nature.loop() ? "loop" : "", nature.departs() ? "departs" : "", nature.leaves() ? "leaves" : "",
            nature.returns() ? "returns" : "", nature.late() ? "late" : "", nature.moves() ? "moves" : "", nature.checks() ? "checks" : "", nature.allocates() ? "allocates" : "",
            nature.unconditional() ? "unconditional" : "", nature.exclusive() ? "exclusive" : "", nature.first().map(Enum::name).getOrElse(""), nature.second().map(Enum::name).getOrElse(""))
            .reject(String::isEmpty).mkString(" ");
    }

    @Test
    void natures() {
        assertEquals(Vector.empty(), Vector.ofAll(NATURES.lines()).filter(line -> !line.substring(line.indexOf('|') + 1).strip().equals(nature(line.substring(0, line.indexOf('|')).strip()))));
    }
}
