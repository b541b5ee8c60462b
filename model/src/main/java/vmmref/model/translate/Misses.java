package vmmref.model.translate;

import static vmmref.model.translate.Met.when;
import static vmmref.spec.References.MISS_ALTERNATE;
import static vmmref.spec.References.MISS_NESTED;

import vmmref.spec.References;
import vmmref.spec.Walks;

/// When the conditions are met that a reference without a translation can meet.
final class Misses {
    private Misses() { }

    static long met(Sight sight) {
        return when(Condition.MISS_NESTED, missNested(sight)) | when(Condition.MISS_ALTERNATE, missAlternate(sight))
            | (sight.target() instanceof Target.Missed(Walks because) ? when(walked(because), true) : 0);
    }

    @References.Rule(MISS_NESTED)
    static boolean missNested(Sight sight) {
        return isMiss(sight.target()) && !sight.machine().psr().ic() && !Flight.isOpen(sight.machine(), sight.choice());
    }

    private static boolean isMiss(Target target) {
        return target == Target.Nothing.NOTHING || target instanceof Target.Missed;
    }

    @References.Rule(MISS_ALTERNATE)
    static boolean missAlternate(Sight sight) {
        return sight.target() == Target.Nothing.NOTHING;
    }

    private static Condition walked(Walks because) {
        return switch (because) {
            case WALK_OVERLAPPED    -> Condition.WALK_OVERLAPPED;
            case ENTRY_UNTRANSLATED -> Condition.ENTRY_UNTRANSLATED;
            case ENTRY_UNREADABLE   -> Condition.ENTRY_UNREADABLE;
            case TAG_MISMATCHED     -> Condition.TAG_MISMATCHED;
            case ENTRY_REFUSED      -> Condition.ENTRY_REFUSED;
            default                 -> throw new IllegalStateException("no walk ends because of " + because);
        };
    }
}
