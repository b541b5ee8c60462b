/// An event of a case: `after`, how many turns were made before it, and what happens.
package vmmref.vectors.intr;

import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.event.Event;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.machine.Turns;

/// `raise` is the vector of an external interrupt, `tick` by how much ITC grows, `write` a write of another agent: `at`, `size` and `value` of the little-endian number that they make.
final class Happening {
    private static final String AFTER = "after";
    private static final String RAISE = "raise";
    private static final String TICK  = "tick";
    private static final String WRITE = "write";
    private static final Pattern WORD = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern ADDRESS = Pattern.compile("[0-7][0-9a-f]{15}");
    private static final int HEXADECIMAL = 16;

    private Happening() { }

    /// @throws vmmref.vectors.format.FieldMistake if nothing or more than one thing happens, if it cannot happen, or not after so many turns
    static Turns.Timed read(Fields fields, int turns) {
        int after = fields.integer(AFTER);
        if (after < 0 || after > turns) throw fields.mistake(AFTER, "is " + after, "write 0, for before the first turn, to " + turns + ", for after the last one");
        int things = Vector.of(RAISE, TICK, WRITE).count(fields::has);
        if (things != 1) throw fields.mistake(RAISE, things == 0 ? "is missing, and so are tick and write" : "is not all that happens", "let one thing happen in each event: raise, tick or write");
        return new Turns.Timed(after, fields.has(RAISE) ? raise(fields) : fields.has(TICK) ? new Event.Tick(word(fields, TICK)) : write(fields.child(WRITE)));
    }

    private static Event raise(Fields fields) {
        int vector = fields.integer(RAISE);
        if (!ExternalInterrupts.exists(vector)) throw fields.mistake(RAISE, "is " + vector + ", which no external interrupt has", "write 0, 2, or 16 to 255");
        return new Event.Raise(vector);
    }

    private static Event write(Fields fields) {
        long at = Long.parseUnsignedLong(fields.matching("at", ADDRESS, "16 lower-case hex digits, below 8000000000000000"), HEXADECIMAL);
        int size = fields.integer("size");
        if (Integer.bitCount(size) != 1 || size < 1 || size > 8 || (at & 7) + size > 8) throw fields.mistake("size", "is " + size, "write 1, 2, 4 or 8, so that all bytes lie in one aligned group of eight");
        String value = fields.matching("value", WORD, "16 lower-case hex digits");
        return new Event.Write(new PhysicalAddress(at), size, Long.parseUnsignedLong(value, HEXADECIMAL));
    }

    private static long word(Fields fields, String name) {
        return Long.parseUnsignedLong(fields.matching(name, WORD, "16 lower-case hex digits"), HEXADECIMAL);
    }

    /// {@return the object that [#read] reads}
    static ObjectNode json(Turns.Timed timed) {
        ObjectNode json = Json.object().put(AFTER, timed.after());
        return switch (timed.event()) {
            case Event.Raise(int vector)                -> json.put(RAISE, vector);
            case Event.Tick(long ticks)                 -> json.put(TICK, Bits.hexadecimal(ticks));
            case Event.Write(var at, int size, long value) -> {
                json.putObject(WRITE).put("at", at.toString()).put("size", size).put("value", Bits.hexadecimal(value));
                yield json;
            }
        };
    }
}
