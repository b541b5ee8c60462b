package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on guests and their memory.
public enum Guests implements Clause {
    GUEST_ADDRESSES,
    GUEST_FETCH_FAULTS,
    GUEST_LEVEL_SHOWN,
    GUEST_PHYSICAL_SPECULATED,
    MEMORY_MAPPED,
    MEMORY_ABSENT,
    DEVICE_REACHED,
    MAP_CHANGED,
    PIECE_CONTIGUOUS,
    ENTRY_COMPOSED,
    PHYSICAL_COMPOSED,
    RIGHTS_COMPOSED,
    STREAMS_DISTINCT,
    NUMBERS_DISTINCT,
    NUMBERS_RECYCLED,
    CONTEXT_ENTERED,
    KEYS_CACHED,
    ANSWER_PRIVILEGED,
    INSTRUCTION_EMULATED,
    ENTRY_FILLED,
    TABLE_PUBLISHED,
    PAGE_PURGED,
    PURGE_BROADCAST,
    MISS_SEARCHED,
    STACK_EMULATED,
    DEFERRAL_PASSED,
    ADDRESS_HIDDEN,
    TRAPS_SIFTED,
    INTERRUPTION_REFLECTED,
    FRAME_COMPLETED,
    PROCESSOR_SWITCHED,
    GUESTS_ISOLATED,
    GUESTS_ALIKE,
    RESOURCES_CONTROLLED,
    OTHERS_UNSEEN,
    INSTRUCTIONS_DIRECT;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Guests[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Guests[] value();
    }
}
