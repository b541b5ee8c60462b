package vmmref.properties.guarantee;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.dependency.Access;
import vmmref.model.dependency.Group;
import vmmref.model.dependency.Resource;
import vmmref.model.instruction.OperandKind;
import vmmref.model.instruction.RegisterNames;

/// An instruction, and what the manual says that it reads, writes, and adds to so that of two that do either may be first.
///
/// @param instruction as the GNU assembler reads it
/// @param expected    three lists of names in the order of the alphabet, with `|` between them
public record Touched(String instruction, String expected) {
    private static final String USER_MASK = "psr.be psr.up psr.ac psr.mfl psr.mfh";
    private static final String LOWER_HALF = USER_MASK + " psr.6 psr.7 psr.8 psr.9 psr.10 psr.11 psr.12 psr.ic psr.i psr.pk psr.16 psr.dt psr.dfl psr.dfh psr.sp psr.pp psr.di psr.si psr.db psr.lp psr.tb psr.rt psr.28 psr.29 psr.30 psr.31";

    /// Names for lists of names.
    private static final Map<String, String> LISTS = LinkedHashMap.of(
        "TRANSLATION", "cr.pta dbr dtc dtr pkr psr.cpl psr.da psr.db psr.dd psr.dt psr.pk rr",
        "DEFERRAL",    "cr.dcr psr.ed",
        "INSERTION",   "cr.ifa cr.itir psr.cpl psr.ic psr.vm rr",
        "STACK",       "ar.bsp cfm rse",
        "PSR_UM",      USER_MASK,
        "PSR_L",       LOWER_HALF,
        "PSR",         LOWER_HALF + " psr.cpl psr.33 psr.is psr.mc psr.it psr.id psr.da psr.dd psr.ss psr.ri psr.42 psr.ed psr.bn psr.ia psr.vm",
        "ROTATING",    Vector.range(16, 64).map(number -> "p" + number).mkString(" "),
        "AR",          Vector.range(0, 128).remove(40).map(number -> RegisterNames.name(OperandKind.APPLICATION, number)).mkString(" ")
            + " fpsr.traps fpsr.s0.controls fpsr.s1.controls fpsr.s2.controls fpsr.s3.controls fpsr.s0.flags fpsr.s1.flags fpsr.s2.flags fpsr.s3.flags");

    public static final Seq<Touched> ALL = Vector.of("""
        add r4=r5,r6                                | r5 r6 | r4 |
        (p6) adds r16=1,r5                          | p6 psr.bn r5 | r16 |
        ld1 r4=[r5]                                 | TRANSLATION psr.ac psr.be psr.vm r5 | r4 |
        ld1 r4=[r5],r6                              | TRANSLATION psr.ac psr.be psr.vm r5 r6 | r4 r5 |
        ld1.s r4=[r5]                               | TRANSLATION psr.ac psr.be psr.vm DEFERRAL r5 | r4 |
        ldfpd.sa f4,f5=[r6],16                      | TRANSLATION psr.ac psr.be psr.vm DEFERRAL psr.dfl r6 | f4 f5 r6 | psr.mfl
        ld8.fill r4=[r5]                            | TRANSLATION psr.ac psr.be psr.vm ar.unat r5 | r4 |
        ld8.fill r4=[r5],8                          | TRANSLATION psr.ac psr.be psr.vm ar.unat r5 | r4 r5 |
        ld16 r4,ar.csd=[r5]                         | TRANSLATION psr.ac psr.be psr.vm r5 | ar.csd r4 |
        ld16.acq r4,ar.csd=[r5]                     | TRANSLATION psr.ac psr.be psr.vm r5 | ar.csd r4 |
        st1 [r5]=r6,8                               | TRANSLATION psr.ac psr.be psr.vm r5 r6 | r5 |
        st8.spill [r5]=r6                           | TRANSLATION psr.ac psr.be psr.vm r5 r6 | ar.unat |
        st8.spill [r5]=r6,8                         | TRANSLATION psr.ac psr.be psr.vm r5 r6 | ar.unat r5 |
        st16 [r5]=r6,ar.csd                         | TRANSLATION psr.ac psr.be psr.vm ar.csd r5 r6 | |
        stf.spill [r5]=f6,16                        | TRANSLATION psr.ac psr.be psr.vm f6 psr.dfl r5 | r5 |
        cmpxchg1.acq r4=[r5],r6,ar.ccv              | TRANSLATION psr.ac psr.be psr.vm ar.ccv r5 r6 | r4 |
        cmp8xchg16.rel r4=[r5],r6,ar.csd,ar.ccv     | TRANSLATION psr.ac psr.be psr.vm ar.ccv ar.csd r5 r6 | r4 |
        fetchadd8.rel r4=[r5],8                     | TRANSLATION psr.ac psr.be psr.vm r5 | r4 |
        lfetch [r5]                                 | TRANSLATION psr.ed r5 | |
        lfetch.fault.excl [r5],8                    | TRANSLATION psr.ed r5 | r5 |
        probe.r r4=r5,r6                            | TRANSLATION psr.vm r5 r6 | r4 |
        tpa r4=r5                                   | TRANSLATION psr.vm r5 | r4 |
        tak r4=r5                                   | TRANSLATION psr.vm r5 | r4 |
        fc r5                                       | cr.pta dtc dtr psr.dt rr r5 | |
        fc.i r5                                     | cr.pta dtc dtr psr.dt rr r5 | |
        thash r4=r5                                 | cr.pta psr.vm rr r5 | r4 |
        ttag r4=r5                                  | cr.pta psr.vm rr r5 | r4 |
        itc.d r5                                    | INSERTION r5 | dtc itc |
        itc.i r5                                    | INSERTION r5 | dtc itc |
        itr.d dtr[r5]=r6                            | INSERTION r5 r6 | dtc dtr itc |
        itr.i itr[r5]=r6                            | INSERTION r5 r6 | dtc itc itr |
        ptc.l r5,r6                                 | psr.cpl psr.vm r5 r6 rr | | dtc dtr itc itr
        ptc.g r5,r6                                 | psr.cpl psr.vm ptc.limit r5 r6 rr | ptc.limit | dtc dtr itc itr
        ptc.ga r5,r6                                | psr.cpl psr.vm ptc.limit r5 r6 rr | ptc.limit | dtc dtr itc itr
        ptc.e r5                                    | psr.cpl psr.vm r5 rr | | dtc itc
        ptr.d r5,r6                                 | psr.cpl psr.vm r5 r6 rr | | dtc dtr itc
        ptr.i r5,r6                                 | psr.cpl psr.vm r5 r6 rr | | dtc itc itr
        mov rr[r5]=r6                               | psr.cpl psr.vm r5 r6 | rr |
        mov r4=rr[r5]                               | psr.cpl psr.vm r5 rr | r4 |
        mov dbr[r5]=r6                              | psr.cpl psr.vm r5 r6 | dbr |
        mov r4=dbr[r5]                              | psr.cpl psr.vm r5 dbr | r4 |
        mov ibr[r5]=r6                              | psr.cpl psr.vm r5 r6 | ibr |
        mov r4=ibr[r5]                              | psr.cpl psr.vm r5 ibr | r4 |
        mov pkr[r5]=r6                              | psr.cpl psr.vm r5 r6 | pkr |
        mov r4=pkr[r5]                              | psr.cpl psr.vm r5 pkr | r4 |
        mov pmc[r5]=r6                              | psr.cpl psr.vm r5 r6 | pmc |
        mov r4=pmc[r5]                              | psr.cpl psr.vm r5 pmc | r4 |
        mov pmd[r5]=r6                              | psr.cpl psr.vm r5 r6 | pmd |
        mov r4=pmd[r5]                              | psr.cpl psr.vm r5 pmc pmd psr.sp | r4 |
        mov msr[r5]=r6                              | psr.cpl psr.vm r5 r6 | msr |
        mov r4=msr[r5]                              | psr.cpl psr.vm r5 msr | r4 |
        mov r4=cpuid[r5]                            | psr.vm r5 | r4 |
        mov cr.iva=r5                               | psr.cpl psr.vm r5 | cr.iva |
        mov r4=cr.iva                               | cr.iva psr.cpl psr.vm | r4 |
        mov cr.ipsr=r5                              | psr.cpl psr.ic psr.vm r5 | cr.ipsr |
        mov r4=cr.ipsr                              | cr.ipsr psr.cpl psr.ic psr.vm | r4 |
        mov cr.isr=r5                               | psr.cpl psr.ic psr.vm r5 | cr.isr |
        mov r4=cr.isr                               | cr.isr psr.cpl psr.ic psr.vm | r4 |
        mov cr.iip=r5                               | psr.cpl psr.ic psr.vm r5 | cr.iip |
        mov r4=cr.iip                               | cr.iip psr.cpl psr.ic psr.vm | r4 |
        mov cr.ifa=r5                               | psr.cpl psr.ic psr.vm r5 | cr.ifa |
        mov r4=cr.ifa                               | cr.ifa psr.cpl psr.ic psr.vm | r4 |
        mov cr.itir=r5                              | psr.cpl psr.ic psr.vm r5 | cr.itir |
        mov r4=cr.itir                              | cr.itir psr.cpl psr.ic psr.vm | r4 |
        mov cr.iipa=r5                              | psr.cpl psr.ic psr.vm r5 | cr.iipa |
        mov r4=cr.iipa                              | cr.iipa psr.cpl psr.ic psr.vm | r4 |
        mov cr.ifs=r5                               | psr.cpl psr.ic psr.vm r5 | cr.ifs |
        mov r4=cr.ifs                               | cr.ifs psr.cpl psr.ic psr.vm | r4 |
        mov cr.iim=r5                               | psr.cpl psr.ic psr.vm r5 | cr.iim |
        mov r4=cr.iim                               | cr.iim psr.cpl psr.ic psr.vm | r4 |
        mov cr.iha=r5                               | psr.cpl psr.ic psr.vm r5 | cr.iha |
        mov r4=cr.iha                               | cr.iha psr.cpl psr.ic psr.vm | r4 |
        mov cr.iib0=r5                              | psr.cpl psr.ic psr.vm r5 | cr.iib0 |
        mov r4=cr.iib0                              | cr.iib0 psr.cpl psr.ic psr.vm | r4 |
        mov cr.iib1=r5                              | psr.cpl psr.ic psr.vm r5 | cr.iib1 |
        mov r4=cr.iib1                              | cr.iib1 psr.cpl psr.ic psr.vm | r4 |
        mov r4=cr.ivr                               | cr.ivr cr.tpr psr.cpl psr.vm | cr.irr0 cr.irr1 cr.irr2 cr.irr3 in-service r4 |
        mov cr.eoi=r5                               | psr.cpl psr.vm r5 | cr.eoi in-service |
        mov psr.l=r5                                | psr.cpl psr.vm r5 | PSR_L |
        mov psr.um=r5                               | psr.sp r5 | PSR_UM |
        mov r4=psr                                  | PSR | r4 |
        mov r4=psr.um                               | PSR_UM | r4 |
        ssm 0x2000                                  | psr.cpl psr.vm | psr.ic |
        rsm 0x6000                                  | psr.cpl psr.vm | psr.i psr.ic |
        sum 0x8                                     | psr.sp | psr.ac |
        rum 0x12                                    | psr.sp | psr.be psr.mfl |
        bsw.0                                       | psr.cpl psr.vm | psr.bn |
        bsw.1                                       | psr.cpl psr.vm | psr.bn |
        vmsw.0                                      | itc itr psr.cpl psr.it | psr.vm |
        vmsw.1                                      | itc itr psr.cpl psr.it | psr.vm |
        epc                                         | ar.pfs itc itr psr.cpl psr.it | psr.cpl |
        rfi                                         | STACK cr.ifs cr.iip cr.ipsr cr.tpr psr.cpl psr.vm | STACK PSR |
        mov pr=r5,0xc0                              | r5 | p6 p7 |
        mov pr.rot=0x10000                          | cfm | ROTATING |
        mov r4=pr                                   | cfm p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14 p15 ROTATING | r4 |
        mov b6=r5                                   | r5 | b6 |
        mov r4=b6                                   | b6 | r4 |
        mov.m ar.ccv=r5                             | r5 | ar.ccv |
        mov.i r4=ar.lc                              | ar.lc | r4 |
        mov.m ar.bspstore=r5                        | ar.rsc r5 | ar.bsp ar.bspstore ar.rnat rse |
        mov.m r4=ar.bspstore                        | ar.bspstore ar.rsc rse | r4 |
        mov.m ar.rnat=r5                            | ar.rsc r5 rse | ar.rnat |
        mov.m r4=ar.rnat                            | ar.rnat ar.rsc rse | r4 |
        mov.m r4=ar.bsp                             | ar.bsp rse | r4 |
        mov.m ar.itc=r5                             | psr.cpl psr.vm r5 | ar.itc |
        mov.m r4=ar.itc                             | ar.itc psr.cpl psr.si psr.vm | r4 |
        mov.m ar.ruc=r5                             | psr.cpl psr.vm r5 | ar.ruc |
        mov.m r4=ar.ruc                             | ar.ruc psr.cpl psr.si psr.vm | r4 |
        mov.m ar.rsc=r5                             | psr.cpl r5 | ar.rsc |
        mov.m ar.k0=r5                              | psr.cpl r5 | ar.k0 |
        mov.m ar.k1=r5                              | psr.cpl r5 | ar.k1 |
        mov.m ar.k2=r5                              | psr.cpl r5 | ar.k2 |
        mov.m ar.k3=r5                              | psr.cpl r5 | ar.k3 |
        mov.m ar.k4=r5                              | psr.cpl r5 | ar.k4 |
        mov.m ar.k5=r5                              | psr.cpl r5 | ar.k5 |
        mov.m ar.k6=r5                              | psr.cpl r5 | ar.k6 |
        mov.m ar.k7=r5                              | psr.cpl r5 | ar.k7 |
        mov.m r4=ar.k7                              | ar.k7 | r4 |
        alloc r4=ar.pfs,3,2,0                       | ar.bspstore ar.pfs ar.rnat ar.rsc cfm psr.rt rse | ar.bspstore ar.rnat cfm r4 rse |
        flushrs                                     | STACK ar.bspstore ar.rnat ar.rsc psr.rt | ar.bspstore ar.rnat rse |
        loadrs                                      | STACK ar.rnat ar.rsc psr.rt | ar.bspstore ar.rnat rse |
        cover                                       | STACK psr.cpl psr.ic psr.vm | STACK cr.ifs |
        clrrrb                                      | | cfm |
        clrrrb.pr                                   | | cfm |
        br.cond.sptk.few .+0x0                      | psr.it psr.tb | |
        br.call.sptk.few b6=.+0x0                   | STACK ar.ec psr.cpl psr.it psr.tb | STACK | ar.pfs b6
        brl.call.sptk.few b6=.+0x0                  | STACK ar.ec psr.cpl psr.it psr.tb | STACK | ar.pfs b6
        br.ret.sptk.few b6                          | STACK ar.pfs b6 psr.it psr.lp psr.tb | STACK ar.ec psr.cpl |
        br.ia.sptk.few b6                           | AR b6 psr.cpl psr.di rse | psr.is rse |
        br.cloop.sptk.few .+0x0                     | ar.lc psr.it psr.tb | ar.lc |
        br.ctop.sptk.few .+0x0                      | ar.ec ar.lc cfm psr.it psr.tb | ar.ec ar.lc cfm p63 |
        br.cexit.sptk.few .+0x0                     | ar.ec ar.lc cfm psr.it psr.tb | ar.ec ar.lc cfm p63 |
        (p6) br.wtop.sptk.few .+0x0                 | ar.ec cfm p6 psr.it psr.tb | ar.ec cfm p63 |
        (p6) br.wexit.sptk.few .+0x0                | ar.ec cfm p6 psr.it psr.tb | ar.ec cfm p63 |
        chk.s.i r5,.+0x0                            | psr.it psr.tb r5 | |
        chk.a.nc r5,.+0x0                           | psr.it psr.tb | |
        fchkf.s2 .+0x0                              | fpsr.s0.flags fpsr.s2.flags fpsr.traps psr.it psr.tb | |
        fsetc.s2 0x0,0x1                            | fpsr.s0.controls | fpsr.s2.controls |
        fclrf.s2                                    | | fpsr.s2.flags |
        fma.s1 f4=f5,f6,f7                          | f5 f6 f7 fpsr.s1.controls fpsr.traps psr.dfl | f4 | fpsr.s1.flags psr.mfl
        fpamax.s2 f4=f5,f6                          | f5 f6 fpsr.s2.controls fpsr.traps psr.dfl | f4 | fpsr.s2.flags psr.mfl
        fpcmp.nle.s3 f4=f5,f6                       | f5 f6 fpsr.s3.controls fpsr.traps psr.dfl | f4 | fpsr.s3.flags psr.mfl
        fpcvt.fxu.trunc.s0 f4=f5                    | f5 fpsr.s0.controls fpsr.traps psr.dfl | f4 | fpsr.s0.flags psr.mfl
        fprcpa.s1 f4,p6=f5,f6                       | f5 f6 fpsr.s1.controls fpsr.traps psr.dfl | f4 p6 | fpsr.s1.flags psr.mfl
        fprsqrta.s1 f4,p6=f5                        | f5 fpsr.s1.controls fpsr.traps psr.dfl | f4 p6 | fpsr.s1.flags psr.mfl
        fswap.nl f4=f5,f6                           | f5 f6 psr.dfl | f4 | psr.mfl
        fmerge.s f4=f5,f32                          | cfm f32 f5 psr.dfh psr.dfl | f4 | psr.mfl
        fcvt.fxu.trunc.s3 f32=f5                    | cfm f5 fpsr.s3.controls fpsr.traps psr.dfh psr.dfl | f32 | fpsr.s3.flags psr.mfh
        """.strip().split("\n")).map(Touched::line);

    private static Touched line(String line) {
        Seq<String> cells = Vector.of(line.split("\\|", -1)).map(String::strip);
        return new Touched(cells.head(), cells.tail().map(Touched::listed).mkString("|"));
    }

    private static String listed(String names) {
        return sorted(Vector.of(names.split(" ")).reject(String::isEmpty).flatMap(name -> Vector.of(LISTS.getOrElse(name, name).split(" "))));
    }

    private static String sorted(Seq<String> names) {
        return names.sorted().mkString(" ");
    }

    /// {@return what an implementation says instead}
    public String found(Subject subject) {
        Seq<Group.Entry> entries = subject.dependencies().groups(new Judged(instruction, "").bundles(subject)).flatMap(Group::entries);
        Access access = entries.map(Group.Entry::instruction).reject(each -> each.form().syntax().mnemonic().startsWith("nop.")).map(subject.dependencies()::access).head();
        return Vector.of(access.reads(), access.writes(), access.adds()).map(resources -> sorted(resources.map(Resource::toString))).mkString("|");
    }
}
