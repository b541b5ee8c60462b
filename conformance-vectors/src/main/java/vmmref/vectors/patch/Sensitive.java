/// A sensitive instruction that does not trap, as cases are made of it.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// @param text    the instruction; its result goes to r17, what it asks about is in r20
/// @param changes after which it does something that shows
record Sensitive(String text, String changes) {
    private static final String TABLE = "r20=2000000000108010 cr.pta=e00000001000003d";
    private static final String PAGE = "r20=8010 r21=3";

    /// Those of unit M, which can have a predicate.
    static final Seq<Sensitive> PREDICATED = Vector.of(
        new Sensitive("thash r17=r20", TABLE), new Sensitive("ttag r17=r20", TABLE), new Sensitive("mov r17=cpuid[r20]", "r20=3"), new Sensitive("mov r17=pmd[r20]", "r20=4 pmd4=1234"),
        new Sensitive("mov.m r17=ar.k0", "ar.k0=5a0"), new Sensitive("mov.m r17=ar.k3", "ar.k3=5a3a5a3a5a3a5a3a"), new Sensitive("mov.m r17=ar.k7", "ar.k7=ffffffffffffffff"), new Sensitive("fc r20", PAGE), new Sensitive("fc.i r20", PAGE),
        new Sensitive("probe.r r17=r20,r21", PAGE), new Sensitive("probe.w r17=r20,r21", PAGE), new Sensitive("probe.r r17=r20,3", PAGE), new Sensitive("probe.w r17=r20,0", PAGE),
        new Sensitive("probe.r.fault r20,3", PAGE), new Sensitive("probe.w.fault r20,3", PAGE), new Sensitive("probe.rw.fault r20,0", PAGE));
    /// Those of unit B, which ignore predicates.
    static final Seq<Sensitive> BRANCHES = Vector.of(new Sensitive("cover", "cr.ifs=5 psr-13"), new Sensitive("epc", "itr0.pte=e61 ar.pfs=c000000000000000"));

    static final Seq<Sensitive> ALL = PREDICATED.appendAll(BRANCHES);

    String predicated() {
        return "(p6) " + text;
    }

    boolean isBranch() {
        return BRANCHES.contains(this);
    }
}
