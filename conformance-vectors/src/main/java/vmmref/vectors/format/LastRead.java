package vmmref.vectors.format;

import io.vavr.control.Option;
import java.util.function.Function;

/// The case that was read last, as something of a kind: whether it can be read, what is expected of it and what is answered are asked one after another.
///
/// @param <S> what a case is read as
public final class LastRead<S> {
    private final Function<Case, S> reading;
    private volatile Option<Read<S>> last = Option.none();

    private record Read<S>(Stimulus stimulus, S story) { }

    public LastRead(Function<Case, S> reading) {
        this.reading = reading;
    }

    /// {@return what a case is read as}
    /// @throws FieldMistake if it cannot be read
    public S of(Case given) {
        Option<Read<S>> before = last;
        if (before.isDefined() && before.get().stimulus == given.stimulus()) return before.get().story;
        S story = reading.apply(given);
        last = Option.some(new Read<>(given.stimulus(), story));
        return story;
    }

    /// {@return why a case cannot be read, if it cannot}
    public Option<FieldMistake> mistake(Case given) {
        try {
            of(given);
            return Option.none();
        } catch (FieldMistake mistake) {
            return Option.some(mistake);
        }
    }
}
