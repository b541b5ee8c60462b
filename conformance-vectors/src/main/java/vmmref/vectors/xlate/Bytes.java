/// Memory as vectors write it: addresses and the bytes from there on, in the order of their addresses.
package vmmref.vectors.xlate;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;

/// An address is a multiple of 8, and so is the number of bytes; no two of them overlap.
public final class Bytes {
    public static final String NAME = "mem";

    private static final int GROUP = 8;
    private static final long LINE = 16;
    private static final int DIGITS = 2 * GROUP;
    private static final Pattern ADDRESS = Pattern.compile("[0-7][0-9a-f]{14}[08]");
    private static final Pattern BYTES = Pattern.compile("(?:[0-9a-f]{16}){1,512}");

    private Bytes() { }

    /// Reads memory, all 0 where nothing is said.
    /// @throws vmmref.vectors.format.FieldMistake if an address or bytes are malformed, or two of them overlap
    public static Memory read(Fields fields) {
        Memory memory = Memory.ZERO;
        Set<Long> groups = HashSet.empty();
        for (String address : fields.json().propertyNames()) {
            if (!ADDRESS.matcher(address).matches()) throw fields.mistake(address, "is no address of a group of eight bytes", "write 16 lower-case hex digits, below 8000000000000000 and a multiple of 8");
            String bytes = fields.matching(address, BYTES, "8 bytes or a multiple, at most 4096, each two lower-case hex digits");
            for (int index = 0; index < bytes.length() / DIGITS; index++) {
                long at = Long.parseUnsignedLong(address, 16) + GROUP * index;
                if (groups.contains(at)) throw fields.mistake(Bits.hexadecimal(at), "is written twice", "let no two runs of bytes overlap");
                groups = groups.add(at);
                memory = memory.with(new PhysicalAddress(at), GROUP, number(bytes.substring(DIGITS * index, DIGITS * (index + 1))));
            }
        }
        return memory;
    }

    /// {@return what differs from another memory, by aligned groups of sixteen bytes, which is what a bundle takes}
    public static ObjectNode differing(Memory memory, Memory from) {
        ObjectNode json = Json.object();
        changed(from, memory).map(at -> at.bits() & -LINE).distinct().forEach(at ->
            json.put(Bits.hexadecimal(at), text(memory, new PhysicalAddress(at)) + text(memory, new PhysicalAddress(at + GROUP))));
        return json;
    }

    /// {@return the groups of eight bytes that two memories hold differently, in their order}
    public static Seq<PhysicalAddress> changed(Memory before, Memory after) {
        if (before == after) return Vector.empty();
        return before.written().appendAll(after.written()).map(PhysicalAddress::bits).distinct().sorted().map(PhysicalAddress::new)
            .filter(at -> before.read(at, GROUP) != after.read(at, GROUP));
    }

    /// {@return eight bytes in the order of their addresses}
    public static String text(Memory memory, PhysicalAddress at) {
        return Bits.hexadecimal(Long.reverseBytes(memory.read(at, GROUP)));
    }

    private static long number(String bytes) {
        return Long.reverseBytes(Long.parseUnsignedLong(bytes, 16));
    }
}
