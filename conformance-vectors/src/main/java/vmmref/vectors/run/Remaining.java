/// The vectors of which a question says that they have to be asked.
package vmmref.vectors.run;

import io.vavr.control.Option;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import vmmref.vectors.format.Vector;

/// The question is put once for each vector, when its turn comes.
final class Remaining implements Iterator<Vector> {

    private final Iterator<Vector> all;
    private final Predicate<Vector> open;
    private Option<Vector> next = Option.none();

    Remaining(Iterator<Vector> all, Predicate<Vector> open) {
        this.all  = all;
        this.open = open;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && all.hasNext()) next = Option.some(all.next()).filter(open);
        return next.isDefined();
    }

    @Override
    public Vector next() {
        if (!hasNext()) throw new NoSuchElementException("every vector has been asked");
        Vector vector = next.get();
        next = Option.none();
        return vector;
    }
}
