package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Unit;
import vmmref.model.dependency.Access;
import vmmref.model.dependency.Dependency;

/// One way to break a rule of dependencies: two instructions of a group, the second of which touches what the first has changed, and which touch nothing else that anything writes.
public enum Flaw {
    GENERAL_READ("r8", "A add r8=r0,r0", "I mov b7=r8"),
    GENERAL_WRITTEN("r8", "A add r8=r0,r0", "A adds r8=1,r0"),
    BASE_READ("r8", "M lfetch [r8],8", "I mov b7=r8"),
    BASE_WRITTEN("r8", "M lfetch [r8],8", "A add r8=r0,r0"),
    FLOATING_READ("f8", "F fmerge.s f8=f0,f0", "M getf.sig r8=f8"),
    FLOATING_WRITTEN("f8", "F fmerge.s f8=f0,f0", "M setf.sig f8=r0"),
    SECOND_READ("f9", "M ldfp8 f8,f9=[r8]", "M getf.sig r8=f9"),
    PREDICATE_READ("p8", "I tbit.z p8,p0=r0,3", "M (p8) nop.m 0x0"),
    PREDICATE_WRITTEN("p8", "I tbit.z.or p8,p0=r0,3", "I tbit.z.and p8,p0=r0,3"),
    PREDICATE_TOO_LATE("p8", "F fclass.m p8,p0=f0,0x1", "B (p8) br.cond.sptk.few .+0x10"),
    BRANCH_READ("b7", "I mov b7=r0", "I mov r8=b7"),
    BRANCH_WRITTEN("b7", "I mov b7=r0", "I mov b7=r8"),
    APPLICATION_READ("ar.k7", "M mov.m ar.k7=r0", "M mov.m r8=ar.k7"),
    CONTROL_READ("cr.itv", "M mov cr.itv=r0", "M mov r8=cr.itv");

    private final String resource;
    private final Piece earlier;
    private final Piece later;

    Flaw(String resource, String earlier, String later) {
        this.resource = resource;
        this.earlier = piece(earlier);
        this.later = piece(later);
    }

    /// {@return the name of what both touch}
    public String resource() {
        return resource;
    }

    /// {@return which access comes second}
    public Dependency.Kind kind() {
        return name().endsWith("WRITTEN") ? Dependency.Kind.WRITE_AFTER_WRITE : Dependency.Kind.READ_AFTER_WRITE;
    }

    Seq<Piece> pieces() {
        return Vector.of(earlier, later);
    }

    /// {@return whether an instruction and one of the two could depend on each other}
    boolean touches(Piece piece) {
        Access other = piece.access();
        return pieces().map(Piece::access).exists(own -> own.reads().exists(other::changes) || own.changes().exists(other::changes) || other.reads().exists(own::changes));
    }

    private static Piece piece(String text) {
        return Piece.of(unit(text), text.substring(2));
    }

    /// An instruction of unit A is assembled for a slot of unit M.
    private static Unit unit(String text) {
        return text.startsWith("A") ? Unit.M : Unit.valueOf(text.substring(0, 1));
    }
}
