package vmmref.spec;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/// Every clause of every chapter, in reading order.
public final class Clauses {
    private static final Seq<Clause> ALL = Vector.<Clause[]>of(Bundles.values(), Encodings.values(), Translations.values(), Protections.values(), References.values(), Partitions.values(), Recognitions.values(), Builds.values(),
            RegisterFiles.values(), Executions.values(), Integers.values(), Memories.values(), Dependences.values(), Interruptions.values(), Walks.values(), Stacks.values(), Guests.values(), FirstAccesses.values(),
            ScratchRegisters.values(), PatchedPages.values(), Reals.values())
        .flatMap(Vector::<Clause>of);
    private static final Map<String, Clause> BY_NAME = LinkedHashMap.ofEntries(ALL.map(clause -> Tuple.of(clause.name(), clause)));

    private Clauses() { }

    public static Seq<Clause> all() {
        return ALL;
    }

    public static Option<Clause> named(String name) {
        return BY_NAME.get(name);
    }
}
