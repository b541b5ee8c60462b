package vmmref.properties.arbitrary;

import io.vavr.collection.Iterator;
import io.vavr.collection.Vector;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import vmmref.model.partition.Hardware;

/// A trace as it is drawn: it follows from words, so that fewer words, and words that are 0, are a smaller trace.
///
/// @param phases a word for each cell, which says how far it is brought first
/// @param words  one for each event after that
record Sown(Shrinkable<Hardware> hardware, Vector<Long> phases, Vector<Long> words) implements Shrinkable<Trace> {

    @Override
    public Trace value() {
        return Grown.of(hardware.value(), phases, words).trace();
    }

    /// {@return traces without any word, without half of the words, without a quarter, and so on; then with one word that is 0, and on smaller hardware}
    @Override
    public Stream<Shrinkable<Trace>> shrink() {
        return Iterator.<Shrinkable<Trace>>concat(
            Iterator.iterate(words.size(), size -> size / 2).takeWhile(size -> size > 0).flatMap(this::shorter),
            zeroed(phases).map(fewer -> new Sown(hardware, fewer, words)),
            zeroed(words).map(fewer -> new Sown(hardware, phases, fewer)),
            Iterator.ofAll(hardware.shrink().iterator()).map(smaller -> new Sown(smaller, phases, words))).toJavaStream();
    }

    /// {@return this without so many words that follow each other}
    private Iterator<Sown> shorter(int by) {
        return Iterator.rangeBy(0, words.size(), by).map(from -> new Sown(hardware, phases, words.take(from).appendAll(words.drop(from + by))));
    }

    private static Iterator<Vector<Long>> zeroed(Vector<Long> words) {
        return Iterator.range(0, words.size()).filter(at -> words.get(at) != 0).map(at -> words.update(at, 0L));
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(words.size(), words.count(word -> word != 0), phases.count(word -> word != 0)).append(hardware.distance());
    }
}
