package vmmref.model.translate;

import org.apache.commons.lang3.EnumUtils;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;

/// Something that an operation may meet, named like its clause. In which order they are looked at is the matter of [FaultOrder].
enum Condition {
    COLLECTION_ENABLED,
    PRIVILEGED_OPERATION,
    NAT_CONSUMED,
    INDEX_ABSENT,
    PAGE_SIZE_UNSUPPORTED,
    FIELD_RESERVED,
    ATTRIBUTE_RESERVED,
    FIELD_UNIMPLEMENTED,
    OPERAND_UNIMPLEMENTED,
    OPERATION_VIRTUALIZED,
    ADDRESS_UNIMPLEMENTED,
    MATCHES_SEVERAL,
    WALK_OVERLAPPED,
    MISS_NESTED,
    MISS_ALTERNATE,
    ENTRY_UNTRANSLATED,
    ENTRY_UNREADABLE,
    TAG_MISMATCHED,
    ENTRY_REFUSED,
    PAGE_ABSENT,
    NAT_PAGE_CONSUMED,
    KEY_MISSING,
    KEY_DISABLED,
    RIGHTS_DENIED,
    DIRTY_BIT_CLEAR,
    ACCESS_BIT_CLEAR,
    BREAKPOINT_HIT,
    ADDRESS_MISALIGNED,
    ATTRIBUTE_UNSUPPORTED;

    private final Clause clause = Clauses.named(name()).get();

    Clause clause() {
        return clause;
    }

    /// {@return the condition that a row of a table names}
    static Condition named(String where, String name) {
        Condition found = EnumUtils.getEnum(Condition.class, name);
        if (found == null) throw new IllegalArgumentException(where + " names " + name + ", which is no condition");
        return found;
    }
}
