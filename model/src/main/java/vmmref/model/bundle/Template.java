package vmmref.model.bundle;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;

/// What an assigned template code says: the unit of each slot, and after which slots an instruction group ends.
///
/// @param code  0 to 31
/// @param units three, slot 0 first
/// @param stops three, slot 0 first: whether a stop follows the slot
public record Template(int code, Seq<Unit> units, Seq<Boolean> stops) {
    public static final int CODES = 32;

    public Template {
        Validate.inclusiveBetween(0, CODES - 1, code, "a template code has 5 bits, not %d", code);
        Validate.isTrue(units.size() == 3 && stops.size() == 3, "a bundle has three slots, not %s", units);
    }

    /// {@return the template of a code and a notation such as `M;MI;`}
    public static Template of(int code, String notation) {
        Seq<String> slots = Vector.of(notation.split("(?<=[A-Z];)|(?<=[A-Z])(?=[A-Z])"));
        return new Template(code, slots.map(slot -> Unit.valueOf(slot.substring(0, 1))), slots.map(slot -> slot.endsWith(";")));
    }

    /// {@return whether slots 1 and 2 hold one long instruction}
    public boolean isLong() {
        return units.get(1) == Unit.L;
    }

    /// {@return units with a semicolon for each stop, such as `M;MI;`}
    public String notation() {
        return units.zip(stops).map(slot -> slot._1 + (slot._2 ? ";" : "")).mkString();
    }
}
