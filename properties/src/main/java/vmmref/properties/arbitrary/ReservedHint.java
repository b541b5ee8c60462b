package vmmref.properties.arbitrary;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Instruction;
import vmmref.model.word.Bits;

/// An instruction whose hint is the first of its row, and how its encoding changes when the hint is a reserved one.
///
/// @param instruction without the reserved hint, which is what it still says
/// @param changed     the bits of the hint that differ
public record ReservedHint(Instruction instruction, Slot changed) {

    /// {@return the slot with the reserved hint}
    public Slot encode() {
        return instruction.encode().xor(changed);
    }

    /// {@return reserved hints, of all forms whose hint has reserved values alike, most of which are loads}
    ///
    /// The hint has 2 or 3 bits, one reserved value as often as another, never one with a meaning; the other fields are those of [Instructions#instructions()]. Shrinks to the first of these
    /// forms, the lowest reserved value, and 0 in every other field.
    public static Arbitrary<ReservedHint> reservedHints() {
        return Instructions.instructions(form -> form.completers().exists(completer -> completer.hasReserved())).flatMap(instruction -> {
            var completer = instruction.form().completers().find(each -> each.hasReserved()).get();
            Slot first = completer.field().holding(completer.choices().head().value());
            Slot fields = instruction.fields().xor(instruction.fields().and(completer.field().mask())).or(first);
            return Arbitraries.longs().between(0, Bits.ones(completer.field().width()))
                .filter(value -> completer.choices().forAll(choice -> choice.value() != value))
                .map(value -> new ReservedHint(new Instruction(instruction.form(), fields), completer.field().holding(value).xor(first)));
        });
    }
}
