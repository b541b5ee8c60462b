/// The kinds of vectors that this vmmref knows.
package vmmref.vectors.format;

import io.vavr.Lazy;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ServiceLoader;

import static org.apache.commons.lang3.Validate.validState;

/// A kind is known when it is listed in `META-INF/services/vmmref.vectors.format.Kind`.
public final class Kinds {

    private static final Lazy<Seq<Kind>> ALL = Lazy.of(Kinds::listed);

    private Kinds() { }

    /// {@return every kind, in the order of their names; never empty}
    public static Seq<Kind> all() {
        return ALL.get();
    }

    private static Seq<Kind> listed() {
        List<Kind> kinds = List.ofAll(ServiceLoader.load(Kind.class)).sortBy(Kind::name);
        validState(!kinds.isEmpty(), "no kind of vector is listed in META-INF/services/%s", Kind.class.getName());
        validState(kinds.distinctBy(Kind::name).size() == kinds.size(), "two kinds share a name: %s", kinds.map(Kind::name));
        return kinds;
    }

    /// {@return the kind of a name, if it is known}
    public static Option<Kind> named(String name) {
        return all().find(kind -> kind.name().equals(name));
    }
}
