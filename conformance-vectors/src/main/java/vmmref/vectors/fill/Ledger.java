/// The ledger of ids: which case got which id, for ever.
package vmmref.vectors.fill;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Id;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.PackFile;

/// ids.tsv: a heading, then a line for each id in the order in which they were given. Lines are only ever added. A case
/// is known by the hash over its kind, needs and stimulus, so that it keeps its id whatever becomes of its title, its
/// topic, its expectation and the drafts around it.
public final class Ledger {

    /// The file's name within a pack.
    public static final String FILE = "ids.tsv";

    private static final String HEADING = "hash\tid\tsince";

    /// One line: the hash of the case, its id, and the version of the pack that first held it.
    public record Entry(String hash, Id id, String since) { }

    private final Vector<Entry>        entries;
    private final Map<String, Entry>   byHash;
    private final Map<String, Integer> highest;

    private Ledger(Vector<Entry> entries, Map<String, Entry> byHash, Map<String, Integer> highest) {
        this.entries = entries;
        this.byHash  = byHash;
        this.highest = highest;
    }

    /// {@return the ledger of a pack that never gave an id}
    public static Ledger empty() {
        return new Ledger(Vector.empty(), HashMap.empty(), HashMap.empty());
    }

    /// Reads the ledger of a pack.
    /// @throws PackDamage if it is missing or truncated, or a line is malformed or contradicts another one
    public static Ledger read(Path pack) {
        List<String> lines = List.of(PackFile.text(pack, FILE).split("\n", -1));
        if (!lines.last().isEmpty()) throw mistake(lines.size(), "is truncated: the last line has no end");
        if (!lines.head().equals(HEADING)) throw mistake(1, "is not the heading " + HEADING.replace('\t', ' '));
        return lines.init().zipWithIndex().tail().foldLeft(empty(), (ledger, line) -> ledger.with(parsed(line._1, line._2 + 1), line._2 + 1));
    }

    /// {@return the entry of a case, if it ever got an id}
    public Option<Entry> find(Case given) {
        return find(given.hash());
    }

    /// {@return the entry of the case of a hash, if it ever got an id}
    public Option<Entry> find(String hash) {
        return byHash.get(hash);
    }

    /// {@return the ledger in which a case has an id: the same if it has one, else one line longer}
    /// The number is one above the highest that the topic ever had.
    public Ledger naming(Case given, String topic, String since) {
        String hash = given.hash();
        return byHash.containsKey(hash)
            ? this
            : adding(new Entry(hash, new Id(given.kind(), topic, highest.getOrElse(given.kind() + "/" + topic, 0) + 1), since));
    }

    /// {@return the ledger that will not give these ids}
    public Ledger without(Seq<Id> withdrawn) {
        return new Ledger(entries, byHash, withdrawn.foldLeft(highest, Ledger::raised));
    }

    /// {@return the entries in the order in which their ids were given}
    public Seq<Entry> entries() {
        return entries;
    }

    /// {@return the file's text}
    public String text() {
        return HEADING + "\n" + entries.map(entry -> entry.hash() + "\t" + entry.id() + "\t" + entry.since() + "\n").mkString();
    }

    private Ledger adding(Entry entry) {
        return new Ledger(entries.append(entry), byHash.put(entry.hash(), entry), raised(highest, entry.id()));
    }

    private Ledger with(Entry entry, int line) {
        byHash.get(entry.hash()).forEach(other -> {
            throw mistake(line, "gives " + entry.id() + " to the case that has " + other.id() + " already");
        });
        highest.get(entry.id().family()).filter(number -> number >= entry.id().number()).forEach(number -> {
            throw mistake(line, "gives " + entry.id() + " after number " + number + " of its topic; numbers ascend and none is given twice");
        });
        return adding(entry);
    }

    private static Map<String, Integer> raised(Map<String, Integer> highest, Id id) {
        return highest.put(id.family(), id.number(), Math::max);
    }

    private static Entry parsed(String text, int line) {
        String[] fields = text.split("\t", -1);
        if (fields.length != 3) throw mistake(line, "has " + fields.length + " fields and not three: hash, id, since");
        if (!Json.SHA256.matcher(fields[0]).matches()) throw mistake(line, "begins with \"" + fields[0] + "\", which is no hash");
        if (!fields[2].matches("[0-9]+\\.[0-9]+\\.[0-9]+")) throw mistake(line, "ends with \"" + fields[2] + "\", which is no version");
        return new Entry(fields[0], Id.parse(fields[1]).getOrElseThrow(() -> mistake(line, "names \"" + fields[1] + "\", which is no id")), fields[2]);
    }

    private static PackDamage mistake(int line, String problem) {
        return new PackDamage(Finding.of(FILE, line, problem, "restore the file from version control; only `vmmref vectors fill` adds lines to it"));
    }
}
