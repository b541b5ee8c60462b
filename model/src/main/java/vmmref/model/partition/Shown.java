package vmmref.model.partition;

/// What a refused read gives.
@FunctionalInterface
public interface Shown {
    Reply of(Hardware hardware, Complex complex, Event.Read read);

    static Reply architected(Hardware hardware, Complex complex, Event.Read read) {
        return switch (hardware.refusal()) {
            case ONES    -> new Reply.Value(Word.ONES);
            case NOTHING -> new Reply.Silent();
            case ERROR   -> new Reply.Failed();
        };
    }
}
