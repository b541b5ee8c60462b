package vmmref.vectors.partition;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.partition.Change;
import vmmref.model.partition.Itinerary;
import vmmref.vectors.format.Fields;

/// Changes of routing and their steps, as cases spell them.
final class Steps {
    private Steps() { }

    static Vector<Change.Step> of(Change.Kind kind) {
        return of(Itinerary.architected(), kind);
    }

    private static Vector<Change.Step> of(Itinerary itinerary, Change.Kind kind) {
        return switch (kind) {
            case JOIN  -> itinerary.join();
            case MOVE  -> itinerary.move();
            case LEAVE -> itinerary.leave();
        };
    }

    static Change.Kind kind(Fields fields) {
        return fields.word("kind", text -> named(Change.Kind.values(), text), Change.Kind.values(), Steps::text);
    }

    static Option<Change.Step> step(String text) {
        return named(Change.Step.values(), text);
    }

    private static <E extends Enum<E>> Option<E> named(E[] all, String text) {
        return Vector.of(all).find(each -> text(each).equals(text));
    }

    /// {@return the name of a class of events}
    static String text(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    static String text(Enum<?> named) {
        return named.name().toLowerCase(Locale.ROOT);
    }

    /// {@return the step that is next, if there is one}
    static Option<Change.Step> next(Itinerary itinerary, Change change) {
        Vector<Change.Step> steps = of(itinerary, change.kind());
        return Option.when(change.next() < steps.size(), () -> steps.get(change.next()));
    }

    /// {@return a change in words: what it is, the partition, and the step that is next}
    static String text(Itinerary itinerary, Change change) {
        return "%s %d %s".formatted(text(change.kind()), change.partition().number(), next(itinerary, change).map(Steps::text).getOrElse("over"));
    }
}
