package vmmref.model.bundle;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;

/// What an assigned template code says: the unit of each slot, and after which slots an instruction group ends.
///
/// @param code  0 to 31
/// @param unit0 the unit of slot 0
/// @param unit1 the unit of slot 1; L in a bundle with a long instruction
/// @param unit2 the unit of slot 2; X in a bundle with a long instruction
/// @param stops three, slot 0 first: whether a stop follows the slot
public record Template(int code, Unit unit0, Unit unit1, Unit unit2, Seq<Boolean> stops) {
    public static final int CODES = 32;

    public Template {
        Validate.inclusiveBetween(0, CODES - 1, code, "a template code has 5 bits, not %d", code);
        Validate.isTrue(stops.size() == 3, "a bundle has three slots, not %d", stops.size());
    }

    /// {@return the template of a code and a notation such as `M;MI;`}
    public static Template of(int code, String notation) {
        Validate.matchesPattern(notation, "([A-Z];?){3}", "a template is three units with their stops, not " + notation);
        Seq<String> slots = Vector.of(notation.split("(?<=;)|(?<=[A-Z])(?=[A-Z])"));
        Seq<Unit> units = slots.map(slot -> Unit.valueOf(slot.substring(0, 1)));
        return new Template(code, units.get(0), units.get(1), units.get(2), slots.map(slot -> slot.endsWith(";")));
    }

    /// {@return the units of its instructions, slot 0 first: three, or two when the second is long}
    public Seq<Unit> instructionUnits() {
        return isLong() ? Vector.of(unit0, Unit.X) : units();
    }

    /// {@return the bundle of this template whose instructions are encoded by slots, as many as it has instructions}
    public Bundle bundle(Seq<Slot> instructions) {
        Slot first = instructions.get(0);
        Slot second = instructions.get(1);
        return Bundle.of(isLong()
            ? new Bundle.Fields(code, first, Slot.of(second.l()), Slot.of(second.bits()))
            : new Bundle.Fields(code, first, second, instructions.get(2)));
    }

    /// {@return the slots that encode the instructions of a bundle of this template}
    public Seq<Slot> instructions(Bundle.Fields fields) {
        return isLong()
            ? Vector.of(fields.slot0(), new Slot(fields.slot2().bits(), fields.slot1().bits()))
            : Vector.of(fields.slot0(), fields.slot1(), fields.slot2());
    }

    /// {@return the units of the three slots, slot 0 first}
    public Seq<Unit> units() {
        return Vector.of(unit0, unit1, unit2);
    }

    /// {@return this template with other stops}
    public Template withStops(Seq<Boolean> changed) {
        return new Template(code, unit0, unit1, unit2, changed);
    }

    /// {@return whether slots 1 and 2 hold one long instruction}
    public boolean isLong() {
        return unit1 == Unit.L;
    }

    /// {@return units with a semicolon for each stop, such as `M;MI;`}
    public String notation() {
        return units().zip(stops).map(slot -> slot._1 + (slot._2 ? ";" : "")).mkString();
    }
}
