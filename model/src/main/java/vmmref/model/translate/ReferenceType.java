package vmmref.model.translate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.protect.Access;
import vmmref.model.tlb.Stream;

/// A kind of reference: what it does with its page, and how it is checked.
public enum ReferenceType {
    FETCH(Column.FETCH, Access.EXECUTE),
    LOAD(Column.DATA, Access.READ),
    SPECULATIVE_LOAD(Column.DATA, Access.READ),
    STORE(Column.DATA, Access.WRITE),
    /// `xchg` and `cmpxchg`.
    EXCHANGE(Column.DATA, Access.READ_WRITE),
    FETCHADD(Column.DATA, Access.READ_WRITE),
    LFETCH(Column.LFETCH, Access.READ),
    LFETCH_FAULT(Column.LFETCH_FAULT, Access.READ),
    FC(Column.FC, Access.READ),
    PROBE_R(Column.PROBE, Access.READ),
    PROBE_W(Column.PROBE, Access.WRITE),
    PROBE_R_FAULT(Column.PROBE_FAULT, Access.READ),
    PROBE_W_FAULT(Column.PROBE_FAULT, Access.WRITE),
    PROBE_RW_FAULT(Column.PROBE_FAULT, Access.READ_WRITE),
    TPA(Column.TPA, Access.READ),
    TAK(Column.TAK, Access.READ),
    /// A mandatory load of the register stack engine.
    STACK_LOAD(Column.DATA, Access.READ),
    /// A mandatory store of the register stack engine.
    STACK_STORE(Column.DATA, Access.WRITE);

    private final Column column;
    private final Access access;

    ReferenceType(Column column, Access access) {
        this.column = column;
        this.access = access;
    }

    /// {@return those that instructions name, and fetches}
    public static Seq<ReferenceType> ofInstructions() {
        return Vector.of(values()).reject(ReferenceType::isOfStack);
    }

    public Column column() {
        return column;
    }

    public Access access() {
        return access;
    }

    public Stream stream() {
        return this == FETCH ? Stream.INSTRUCTION : Stream.DATA;
    }

    public boolean isSemaphore() {
        return this == EXCHANGE || this == FETCHADD;
    }

    /// {@return whether it asks at a privilege level of its own}
    public boolean isProbe() {
        return column == Column.PROBE || column == Column.PROBE_FAULT;
    }

    /// {@return whether the register stack engine makes it, at a privilege level of its own}
    public boolean isOfStack() {
        return this == STACK_LOAD || this == STACK_STORE;
    }

    /// {@return whether it searches the data TLB even while data references are not translated}
    boolean isAlwaysTranslated() {
        return column == Column.PROBE || column == Column.TPA || column == Column.TAK;
    }

    /// {@return whether it may be of 16 bytes}
    boolean isOfSixteen() {
        return touchesMemory() && !isSemaphore();
    }

    /// {@return whether its result is what it finds in memory or puts there}
    public boolean touchesMemory() {
        return column == Column.FETCH || column == Column.DATA;
    }
}
