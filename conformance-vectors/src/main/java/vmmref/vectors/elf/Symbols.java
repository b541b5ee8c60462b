package vmmref.vectors.elf;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Map;
import java.util.TreeMap;

/// The names of addresses of code.
public final class Symbols {
    public static final Symbols NONE = new Symbols(new TreeMap<>());

    private final TreeMap<Long, String> names;

    private Symbols(TreeMap<Long, String> names) {
        this.names = names;
    }

    /// {@return the names of physical addresses; the first of several for the same address}
    static Symbols of(Seq<Tuple2<Long, String>> named) {
        TreeMap<Long, String> names = new TreeMap<>();
        named.forEach(each -> names.putIfAbsent(each._1, each._2));
        return new Symbols(names);
    }

    /// {@return the name of just this address}
    public Option<String> exactly(long address) {
        return Option.of(names.get(address)).map(name -> "<" + name + ">");
    }

    /// {@return the nearest name at or before an address, and the distance from it: `<sort+0x20>`}
    public Option<String> near(long address) {
        Map.Entry<Long, String> found = names.floorEntry(address);
        return exactly(address).orElse(() -> Option.of(found).map(entry -> "<%s+0x%x>".formatted(entry.getValue(), address - entry.getKey())));
    }
}
