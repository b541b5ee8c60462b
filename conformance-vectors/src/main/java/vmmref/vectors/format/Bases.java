/// The named start states of a pack: bases.jsonl.
package vmmref.vectors.format;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;

/// One base a line, sorted by name. A pack without bases has no such file.
public record Bases(Map<String, Base> byName) {

    /// The file's name within a pack.
    public static final String FILE = "bases.jsonl";

    private static final Bases NONE = new Bases(TreeMap.empty());

    public Bases {
        byName = TreeMap.ofEntries(byName);
    }

    /// {@return no bases at all}
    public static Bases none() {
        return NONE;
    }

    /// {@return the bases of a pack}
    /// @throws PackDamage if the file is empty or truncated, or holds anything but bases in order
    public static Bases read(Path pack) {
        if (!Files.exists(pack.resolve(FILE))) return NONE;
        Seq<String> lines = PackFile.lines(FILE, PackFile.text(pack, FILE));
        if (lines.isEmpty()) throw new PackDamage(Finding.of(FILE, "holds no base", "remove it, or " + Pack.RESTORE));
        Seq<Base> bases = lines.zipWithIndex((line, index) -> base(line, index + 1));
        bases.zip(bases.tail()).zipWithIndex().forEach(pair -> ascending(pair._1._1, pair._1._2, pair._2 + 2));
        return new Bases(bases.toMap(Base::name, base -> base));
    }

    /// {@return the base of a name, if there is one}
    public Option<Base> named(String name) {
        return byName.get(name);
    }

    /// {@return every base, in the order of their names}
    public Seq<Base> all() {
        return byName.values().toList();
    }

    /// {@return these bases and one more}
    /// @throws PackDamage if there is one of that name with another state
    public Bases with(Base base) {
        named(base.name()).filter(known -> !Json.canonical(known.json()).equals(Json.canonical(base.json()))).forEach(known -> {
            throw new PackDamage(Finding.of(FILE, "the base " + base.name() + " has another state already, which it keeps for ever", "make " + base.nextName()));
        });
        return new Bases(byName.put(base.name(), base));
    }

    /// {@return the file's text}
    public String text() {
        return all().map(base -> Json.line(base.json()) + "\n").mkString();
    }

    private static Base base(String line, int number) {
        try {
            return Base.of(Json.fields(line));
        } catch (FieldMistake bad) {
            throw new PackDamage(Finding.of(FILE, number, bad));
        }
    }

    private static void ascending(Base before, Base next, int line) {
        int order = before.name().compareTo(next.name());
        if (order == 0)
            throw new PackDamage(Finding.of(FILE, line, "the base " + next.name() + " stands already on the line before", Pack.RESTORE));
        if (order > 0)
            throw new PackDamage(Finding.of(FILE, line, next.name() + " stands after " + before.name() + "; bases are sorted by name", "run `vmmref vectors fill`"));
    }
}
