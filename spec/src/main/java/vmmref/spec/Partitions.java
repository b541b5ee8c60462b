package vmmref.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The clauses of the chapter on partitions.
public enum Partitions implements Clause {
    PHASE_WRONG,
    PROFILE_BUSY,
    CELL_STARTED,
    PROFILE_POSTED,
    CELL_UNASSIGNED,
    CELL_ADVANCED,
    CELL_HANDED_OFF,
    CELL_RESET,
    PARTITION_RECONFIGURED,
    STATUS_LOST,
    STATUS_LEFT,
    STATUS_KEPT,
    STATUS_CLOSED_IN,
    LEAVING_DONE,
    STATUS_OF_PARTITION,
    TRANSFER_BEGUN,
    TRANSFER_DONE,
    TRANSFER_SEEN,
    CODE_INVALID,
    LINE_STUCK,
    ACCESS_IDLE,
    ACCESS_FOREIGN,
    REGISTER_HARDWIRED,
    ACCESS_CLOSED,
    ACCESS_PERFORMED,
    CHANGE_BUSY,
    CHANGE_UNPOSTED,
    CHANGE_MISPLACED,
    CHANGE_INSTRUCTED,
    CHANGE_ABSENT,
    CHANGE_UNSECURE,
    CHANGE_DETERMINED,
    ROUTE_CLOSED,
    ROUTE_REMOVED,
    ROUTE_ADDED,
    CHANGE_CLOSED,
    PACKET_STAMPED,
    FABRIC_UNSECURE,
    FABRIC_CONFIGURED,
    PACKET_TAKEN,
    LINK_SELF,
    LINK_PENDING,
    LINK_ASKED,
    LINK_CLOSED,
    LINK_UNASKED,
    LINK_DENIED,
    LINK_CONSENTED,
    LINK_ENABLED,
    LINK_UNEXPIRED,
    ROUTE_DISABLED,
    LINK_DISABLED,
    PORT_FIREWALLED,
    WINDOW_CLOSED,
    INTERRUPT_BARRED,
    CROSSING_PERMITTED,
    SECURE_IS_TRUSTED,
    ROUTES_APART,
    PARTITION_NOT_WIDENED,
    CLOSED_UNCHANGED,
    PATHS_IMMATERIAL,
    STRANGERS_UNSEEN,
    FRAMES_OWN;

    /// Ties the method that carries the clauses.
    @Tie(Tie.Kind.RULE)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Rule {
        Partitions[] value();
    }

    /// Ties a property that checks the clauses.
    @Tie(Tie.Kind.CHECKS)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Checks {
        Partitions[] value();
    }
}
