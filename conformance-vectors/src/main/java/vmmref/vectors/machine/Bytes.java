/// Memory as vectors write it: addresses and the bytes from there on, in the order of their addresses.
package vmmref.vectors.machine;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;

/// An address is a multiple of 8, and so is the number of bytes; no two of them overlap.
final class Bytes {
    static final String NAME = "mem";

    private static final int GROUP = 8;
    private static final long LINE = 16;
    private static final int DIGITS = 2 * GROUP;
    private static final Pattern ADDRESS = Pattern.compile("[0-7][0-9a-f]{14}[08]");
    private static final Pattern BYTES = Pattern.compile("(?:[0-9a-f]{16}){1,512}");

    private Bytes() { }

    /// Reads memory, all 0 where nothing is said.
    /// @throws vmmref.vectors.format.FieldMistake if an address or bytes are malformed, or two of them overlap
    static Memory read(Fields fields) {
        Seq<Tuple2<Long, String>> groups = Vector.ofAll(fields.json().propertyNames()).flatMap(address -> groups(fields, address));
        groups.groupBy(Tuple2::_1).values().find(same -> same.size() > 1).forEach(twice -> {
            throw fields.mistake(Bits.hexadecimal(twice.head()._1), "is written twice", "let no two runs of bytes overlap");
        });
        return groups.foldLeft(Memory.ZERO, (memory, group) -> memory.with(new PhysicalAddress(group._1), GROUP, number(group._2)));
    }

    private static Seq<Tuple2<Long, String>> groups(Fields fields, String address) {
        if (!ADDRESS.matcher(address).matches()) throw fields.mistake(address, "is no address of a group of eight bytes", "write 16 lower-case hex digits, below 8000000000000000 and a multiple of 8");
        String bytes = fields.matching(address, BYTES, "8 bytes or a multiple, at most 4096, each two lower-case hex digits");
        return Vector.range(0, bytes.length() / DIGITS).map(index -> Tuple.of(Part.word(address) + GROUP * index, bytes.substring(DIGITS * index, DIGITS * (index + 1))));
    }

    /// {@return what differs from another memory, by aligned groups of sixteen bytes, which is what a bundle takes}
    static ObjectNode differing(Memory memory, Memory from) {
        ObjectNode json = Json.object();
        changed(from, memory).map(at -> at.bits() & -LINE).distinct().forEach(at ->
            json.put(Bits.hexadecimal(at), text(memory, new PhysicalAddress(at)) + text(memory, new PhysicalAddress(at + GROUP))));
        return json;
    }

    /// {@return the groups of eight bytes that two memories hold differently, in their order}
    static Seq<PhysicalAddress> changed(Memory before, Memory after) {
        if (before == after) return Vector.empty();
        return before.written().appendAll(after.written()).map(PhysicalAddress::bits).distinct().sorted().map(PhysicalAddress::new)
            .filter(at -> before.read(at, GROUP) != after.read(at, GROUP));
    }

    /// {@return eight bytes in the order of their addresses}
    static String text(Memory memory, PhysicalAddress at) {
        return Bits.hexadecimal(Long.reverseBytes(memory.read(at, GROUP)));
    }

    private static long number(String bytes) {
        return Long.reverseBytes(Part.word(bytes));
    }
}
