/// Each privileged instruction by a guest: at level 0, translated and not, and at level 3, where it is refused.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;

final class InstructionDrafts {
    private static final int SLOT = 2;

    /// An instruction, and the changes after which it is done.
    private record Done(String text, String changes) { }

    private static final Seq<String> CONTROL = Vector.of("dcr", "itm", "iva", "pta", "ipsr", "isr", "iip", "ifa", "itir", "iipa", "ifs", "iim", "iha", "lid", "ivr", "tpr", "eoi", "irr0", "irr3", "itv", "pmv", "cmcv", "lrr0", "lrr1");
    private static final Seq<String> READ_ONLY = Vector.of("isr", "ivr", "irr0", "irr3");
    private static final String INSERTING = "psr-13 cr.ifa=20000 cr.itir=38 r34=12347e1";
    private static final Seq<Done> TRANSLATING = Vector.of(
        new Done("itc.d r34", INSERTING), new Done("itc.i r34", INSERTING), new Done("itr.d dtr[r35]=r34", INSERTING + " r35=3"), new Done("itr.i itr[r35]=r34", INSERTING + " r35=3"),
        new Done("itc.d r34", "psr-13 cr.ifa=20000 cr.itir=38 r34=12347e3"), new Done("itc.d r34", "psr-13 cr.ifa=20000 cr.itir=3a r34=12347e1"), new Done("itc.d r34", "psr-13 cr.ifa=20000 cr.itir=24 r34=12347e1"), new Done("itr.d dtr[r35]=r34", INSERTING + " r35=ff"),
        new Done("itc.d r34", "psr-13 cr.ifa=0800000000020000 cr.itir=38 r34=12347e1"), new Done("itc.d r34", "psr-13 cr.ifa=1000000000020000 cr.itir=38 r34=12347e1"), new Done("itc.d r34", "cr.ifa=20000 cr.itir=38 r34=12347e1"), new Done("itc.d r34", "psr-13 cr.ifa=20000 cr.itir=38 r34=0"),
        new Done("ptc.l r35,r34", "r35=20000 r34=38"), new Done("ptc.g r35,r34", "r35=20000 r34=38"), new Done("ptc.ga r35,r34", "r35=20000 r34=38"), new Done("ptc.e r35", "r35=0"), new Done("ptr.d r35,r34", "r35=20000 r34=38"), new Done("ptr.i r35,r34", "r35=20000 r34=38"),
        new Done("ptc.l r35,r34", "r35=0800000000020000 r34=38"), new Done("ptc.l r35,r34", "r35=1800000000020000 r34=38"), new Done("ptr.d r35,r34", "r35=0 r34=40"),
        new Done("mov rr[r35]=r34", "r35=2000000000000000 r34=20038"), new Done("mov rr[r35]=r34", "r35=e000000000000000 r34=ffffff39"), new Done("mov rr[r35]=r34", "r35=2000000000000000 r34=2003a"),
        new Done("mov rr[r35]=r34", "r35=2000000000000000 r34=2003c"), new Done("mov r33=rr[r35]", "r35=2000000000000000"), new Done("mov r33=rr[r35]", "r35=e000000000000000"),
        new Done("mov pkr[r35]=r34", "r35=3 r34=5501"), new Done("mov pkr[r35]=r34", "r35=f r34=ffffff0f"), new Done("mov pkr[r35]=r34", "r35=3 r34=5511"), new Done("mov pkr[r35]=r34", "r35=4 r34=5501 pkr3=5501"),
        new Done("mov r33=pkr[r35]", "r35=3 pkr3=550d"), new Done("mov r33=pkr[r35]", "r35=ff"),
        new Done("tpa r33=r35", "r35=8010"), new Done("tpa r33=r35", "r35=8010 dtr0.pte=123407e1"), new Done("tpa r33=r35", "r35=8010 dtr0.pte=123477e1"), new Done("tpa r33=r35", "r35=20010"), new Done("tpa r33=r35", "r35=8010 dtr0.pte=7e0"), new Done("tak r33=r35", "r35=8010 dtr0.pte=7e1"),
        new Done("tak r33=r35", "r35=8010 dtr0.itir=5540"), new Done("tak r33=r35", "r35=8010 dtr0.itir=5540 cr.pta=e00000001000003d"), new Done("tak r33=r35", "r35=20010"),
        new Done("ssm 0x4000", "-"), new Done("ssm 0x6000", "psr-13"), new Done("ssm 0x8000", "pkr0=1"), new Done("ssm 0x3e", "-"), new Done("rsm 0x2000", "-"), new Done("rsm 0x4000", "psr+14"), new Done("rsm 0x20000", "-"),
        new Done("ssm 0x20000", "-"), new Done("rsm 0x3e", "psr+1 psr+2 psr+3 psr+4 psr+5"),
        new Done("mov psr.l=r34", "r34=8022000"), new Done("mov psr.l=r34", "r34=2000"), new Done("mov psr.l=r34", "r34=0802603e"), new Done("mov psr.l=r34", "r34=a022000"), new Done("mov psr.l=r34", "r34=8022001"), new Done("mov r33=psr", "-"), new Done("mov r33=psr", "psr-13 psr+14 psr+25"),
        new Done("mov ibr[r35]=r34", "r35=2 r34=4000"), new Done("mov r33=ibr[r35]", "r35=2 ibr2=4000"), new Done("mov dbr[r35]=r34", "r35=3 r34=7f"), new Done("mov r33=dbr[r35]", "r35=3 dbr3=7f"),
        new Done("mov pmc[r35]=r34", "r35=4 r34=10"), new Done("mov r33=pmc[r35]", "r35=4"), new Done("mov pmd[r35]=r34", "r35=4 r34=10"),
        new Done("bsw.0", "psr+44"), new Done("bsw.1", "-"), new Done("mov.m ar.k0=r34", "r34=1234"), new Done("mov.m ar.k7=r34", "r34=1234"), new Done("mov.m ar.itc=r34", "r34=1234"), new Done("mov.m ar.rsc=r34", "r34=0"),
        new Done("mov.m ar.rsc=r34", "r34=c"), new Done("mov.m ar.rsc=r34", "r34=8"), new Done("mov.m r33=ar.rsc", "-"),
        new Done("rfi", "psr-13 cr.iip=4100 cr.ipsr=1008022000 cr.ifs=0"), new Done("rfi", "psr-13 cr.iip=4100 cr.ipsr=1308022000 cr.ifs=0"), new Done("rfi", "psr-13 cr.iip=4100 cr.ipsr=2000 cr.ifs=0"),
        new Done("rfi", "psr-13 cr.iip=4100 cr.ipsr=0000041008026000 cr.ifs=8000000000000810"), new Done("rfi", "cr.iip=4100 cr.ipsr=1008022000 cr.ifs=0"));

    private InstructionDrafts() { }

    static Seq<Draft> all() {
        Seq<Done> written = CONTROL.removeAll(READ_ONLY).map(name -> new Done("mov cr.%s=r34".formatted(name), "psr-13 r34=" + (name.equals("itir") ? "38" : name.equals("iva") ? "10000" : name.equals("pta")
            ? "e0000000100000" + "3d" : name.equals("tpr") ? "f0" : name.startsWith("lrr") || name.endsWith("v") ? "10040" : "1230")));
        Seq<Done> read = CONTROL.remove("eoi").map(name -> new Done("mov r33=cr." + name, "psr-13"));
        return TRANSLATING.appendAll(written).appendAll(read).appendAll(READ_ONLY.map(name -> new Done("mov cr.%s=r34".formatted(name), "psr-13 r34=0"))).append(new Done("mov cr.pta=r34", "psr-13 r34=3c")).flatMap(InstructionDrafts::of);
    }

    private static Seq<Draft> of(Done done) {
        String title = done.text + Changes.with(done.changes);
        Seq<Plot> virtual = at(GuestBase.VIRTUAL, done, "-");
        Seq<Plot> refused = at(GuestBase.VIRTUAL, done, "psr~3");
        return virtual.map(plot -> plot.draft("privileged", title + " at level 0", "Emulation", refused.headOption().getOrElse(plot)))
            .appendAll(refused.map(plot -> plot.draft("refused", title + " at level 3", "Privilege", virtual.head()).unlessFull(!done.text.matches("mov r33=cr.*") && done.changes.length() % 3 != 0)))
            .appendAll(done.changes.contains("dtr0") ? Vector.empty() : at(GuestBase.FLAT, done, "-").map(plot -> plot.draft("privileged", title + ", nothing is translated", "Emulation", virtual.head()).unlessFull(done.changes.length() % 5 == 0)))
            .appendAll(done.text.contains("r34") ? at(GuestBase.VIRTUAL, done, "r34.nat=1").map(plot -> plot.draft("privileged", title + ", r34 is a NaT", "NatPropagation", virtual.head()).unlessFull(done.changes.length() % 2 == 0)) : Vector.empty())
            .appendAll(done.text.matches("rfi|bsw.*") ? Vector.empty() : at(GuestBase.VIRTUAL, new Done("(p9) " + done.text, done.changes), "p9=0").map(plot -> plot
                .draft("privileged", title + ", predicated and not done", "Nullified", virtual.head()).unlessFull((done.text.length() + done.changes.length()) % 8 == 0)));
    }

    private static Seq<Plot> at(GuestBase base, Done done, String changes) {
        return Vector.of(0, 1, SLOT).flatMap(slot -> Plot.of(base).with(done.changes).with(changes).executing(slot, done.text)).take(1).map(plot -> plot.step(1));
    }
}
