package vmmref.model.partition;

import static vmmref.spec.Partitions.LINK_CONSENTED;
import static vmmref.spec.Partitions.LINK_ENABLED;

import vmmref.spec.Partitions;

/// Whether a consent is enough to enable a link.
@FunctionalInterface
public interface Agreement {
    /// @param other of the other partition
    boolean isEnough(Controller other, Partition consenting);

    @Partitions.Rule({LINK_CONSENTED, LINK_ENABLED})
    static boolean architected(Controller other, Partition consenting) {
        return other.consented().has(consenting);
    }
}
