/// The entries of look-aside buffers that an operation meets or nearly meets.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Comparator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translator;
import vmmref.vectors.format.Json;

/// Rows are in the order of nearness; `more` are left out of the text, and of the JSON.
record LookupEntries(String title, Seq<Row> rows, int more) {

    private static final int SHOWN = 8;

    /// What an entry has to do with an operation; `far` is 0 for what it meets.
    record Row(Stream stream, Entry entry, String finding, int far) {

        Translation translation() {
            return entry.translation();
        }

        String name() {
            return LookupWords.name(stream, entry);
        }

        /// {@return what it is and where it leads}
        Seq<String> told() {
            String frame = translation().entry().p() ? "maps to " + translation().physical(translation().page()) : "is not present";
            return List.of("%s: rid %s, %s, %s".formatted(name(), LookupWords.identifier(translation().rid()), LookupWords.range(translation()), translation().size()),
                " ".repeat(name().length() + 2) + frame);
        }

        private ObjectNode json() {
            return Json.object().put("entry", name()).put("rid", LookupWords.identifier(translation().rid()))
                .put("va", translation().page().toString()).put("ps", translation().sizeLog2()).put("key", LookupWords.identifier(translation().key()))
                .put("pte", translation().entry().toString()).put("finding", finding).put("met", far == 0);
        }
    }

    /// {@return the entries of the stream that a reference searches}
    static LookupEntries searched(Translator rules, Addressing machine, Reference reference, Choice choice) {
        Stream stream = reference.type().stream();
        VirtualAddress address = reference.address();
        int rid = machine.regions().of(address).identifier();
        Seq<Entry> matching = machine.tlb().matching(stream, rid, address);
        Seq<Entry> found    = rules.search().matching(machine.tlb(), stream, rid, address, choice);
        Seq<Row> rows = machine.tlb().entries(stream).all().map(entry -> found.contains(entry) ? new Row(stream, entry, matches(entry, address), 0)
            : matching.contains(entry) ? new Row(stream, entry, excused(entry, choice), 1) : missed(stream, entry, rid, address));
        Seq<Row> nearest = rows.sorted(Comparator.comparingInt(Row::far).thenComparingLong(row -> distance(row, address)).thenComparing(Row::name));
        return new LookupEntries("entry", nearest.take(SHOWN), Math.max(0, nearest.size() - SHOWN));
    }

    private static String matches(Entry entry, VirtualAddress address) {
        int region = entry.translation().page().region();
        return "matches" + (region == address.region() ? "" : ", from region " + region);
    }

    private static String excused(Entry entry, Choice choice) {
        return choice.takes(Freedom.CACHE) && entry.isCached() ? "is gone, as it may be" : "is for region " + entry.translation().page().region();
    }

    private static Row missed(Stream stream, Entry entry, int rid, VirtualAddress address) {
        boolean region = entry.translation().rid() == rid;
        boolean page   = entry.translation().covers(entry.translation().rid(), address);
        return page ? new Row(stream, entry, "another rid", 2) : region ? new Row(stream, entry, "another page", 3) : new Row(stream, entry, "another rid and page", 4);
    }

    private static long distance(Row row, VirtualAddress address) {
        long first = row.translation().page().offset();
        long last  = first | row.translation().size().mask();
        return Math.max(0, Math.max(first - address.offset(), address.offset() - last));
    }

    /// {@return the entries that share an address with what an instruction inserts or purges}
    static LookupEntries overlapping(Translator rules, Addressing machine, Instruction instruction) {
        Seq<Row> rows = switch (instruction) {
            case Instruction.Insertion insertion -> overlapping(rules, machine, insertion.stream(), insertion.ifa(), insertion.itir().size());
            case Instruction.Purge purge         -> purge.type().streams().flatMap(stream -> overlapping(rules, machine, stream, purge.address(), purge.size()));
            case Instruction.PurgeAll all        -> List.<Row>empty();
            case Instruction.MoveRegion move     -> List.<Row>empty();
            case Instruction.MoveKey move        -> List.<Row>empty();
        };
        return new LookupEntries("overlaps", rows.take(SHOWN), Math.max(0, rows.size() - SHOWN));
    }

    private static Seq<Row> overlapping(Translator rules, Addressing machine, Stream stream, VirtualAddress address, PageSize size) {
        return rules.overlap().overlapping(machine.tlb(), stream, machine.regions().of(address).identifier(), address, size)
            .map(entry -> new Row(stream, entry, "", 0)).sortBy(row -> LookupWords.name(stream, row.entry()));
    }

    /// {@return the entries that are met}
    Seq<Row> met() {
        return rows.filter(row -> row.far() == 0);
    }

    /// {@return the entries for a person}
    String text(Ink ink) {
        if (rows.isEmpty()) return "  no entry\n";
        return new Columns(List.of(title, "rid", "addresses", "size", ""), rows.map(row -> List.of(row.name(),
                LookupWords.identifier(row.translation().rid()), LookupWords.range(row.translation()), row.translation().size().toString(), row.finding())))
            .text("  ", ink::quiet) + (more == 0 ? "" : "  and %d more\n".formatted(more));
    }

    /// {@return the entries as an array}
    ArrayNode json() {
        ArrayNode array = Json.object().putArray("entries");
        rows.forEach(row -> array.add(row.json()));
        return array;
    }
}
