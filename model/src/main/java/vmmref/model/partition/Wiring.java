package vmmref.model.partition;

import org.apache.commons.lang3.Validate;

/// What a path is made of.
///
/// @param lines   1 to 64
/// @param latency ticks besides those that the lines take, 0 to 64
public record Wiring(int lines, int latency) {
    public Wiring {
        Validate.inclusiveBetween(1, 64, lines, "a path has 1 to 64 lines, not %d", lines);
        Validate.inclusiveBetween(0, 64, latency, "the latency of a path is 0 to 64 ticks, not %d", latency);
    }
}
