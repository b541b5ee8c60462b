package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// Every generator of the package, in the order of the page.
final class Catalogue {
    private Catalogue() { }

    static Seq<Described<?>> all() {
        return Vector.of(InstructionCatalogue.all(), PageCatalogue.all(), CrowdCatalogue.all(), OperationCatalogue.all(), SceneCatalogue.all(), TraceCatalogue.all(), ProgramCatalogue.all(), KernelCatalogue.all()).flatMap(each -> each);
    }

    /// {@return the generator that the page calls by a name}
    static Described<?> named(String name) {
        return all().find(each -> each.name().equals(name)).getOrElseThrow(() -> new AssertionError("no generator is called " + name));
    }
}
