package vmmref.model.partition;

/// A path on which statuses travel.
///
/// @param lines   those that are stuck
/// @param sent    the statuses of the frame that was sent last
/// @param left    ticks until it arrives; 0 when it has
/// @param arrived what the receiver got last
public record Path(Lines lines, Statuses sent, int left, Statuses arrived) {
    public static final Path QUIET = new Path(Lines.SOUND, Statuses.NONE_SECURE, 0, Statuses.NONE_SECURE);

    public boolean isUnderWay() {
        return left > 0;
    }
}
