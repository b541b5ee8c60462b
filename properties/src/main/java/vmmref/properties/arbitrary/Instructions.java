package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Instruction;
import vmmref.model.word.Bits;

/// Generators of words, bundles, slots and encoded instructions. Every form of the table is as likely as any other.
public final class Instructions {
    private static final Seq<Form> FORMS = Forms.architected();
    private static final long SLOT = Bits.ones(Slot.WIDTH);

    private Instructions() { }

    /// {@return every form of the table, in its order}
    public static Seq<Form> forms() {
        return FORMS;
    }

    /// {@return words of 64 bits: boundaries and uniform ones}
    ///
    /// 2.5 % each are 0, all ones, the sign bit alone and all but the sign bit; 20 % one bit, 10 % all but one bit; 60 % any word. The one bit is in a third of the cases one of 6:0, in a
    /// third one of 20:7, in a third one of 63:21. Small numbers that are no powers of two come up no more than any. Shrinks to 0.
    public static Arbitrary<Long> words() {
        return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(1, Arbitraries.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE)),
            net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, 63).map(bit -> 1L << bit)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 63).map(bit -> ~(1L << bit))),
            net.jqwik.api.Tuple.of(6, Arbitraries.longs().withDistribution(net.jqwik.api.RandomDistribution.uniform())));
    }

    /// {@return slots of 41 bits without an L slot: the low bits of [#words()]}
    ///
    /// What is a boundary beyond bit 40 becomes 0 or all ones: 8.6 % are 0, 6.8 % all ones, 16.4 % one bit, 8.2 % all but one bit, 60 % any slot. Shrinks to 0.
    public static Arbitrary<Slot> slots() {
        return words().map(word -> Slot.of(word & SLOT));
    }

    /// {@return an X slot and the L slot before it, 41 bits each, drawn alone like [#slots()]; they shrink to 0}
    public static Arbitrary<Slot> longSlots() {
        return Combinators.combine(words(), words()).as((bits, l) -> new Slot(bits & SLOT, l & SLOT));
    }

    /// {@return any of the 2^128 bundles: two of [#words()]}
    ///
    /// The template is the low five bits of the first word, whose boundaries make it 00 in 22 % of the cases, 1f in 14 %, and otherwise one about as often as another. Shrinks to 0.
    public static Arbitrary<Bundle> bundles() {
        return Combinators.combine(words(), words()).as(Bundle::new);
    }

    /// {@return bundles of a template, 0 to 31, assigned or not, with three of [#slots()], which need encode nothing; the slots shrink to 0, the template stays}
    public static Arbitrary<Bundle> bundles(int template) {
        return Combinators.combine(slots(), slots(), slots()).as((slot0, slot1, slot2) ->
            Bundle.of(new Bundle.Fields(template, slot0, slot1, slot2)));
    }

    /// {@return instructions of any form, each as often as another: [#instructions(Predicate)] of all}
    public static Arbitrary<Instruction> instructions() {
        return instructions(form -> true);
    }

    /// {@return instructions of the forms that a question admits, of which there is at least one, each as often as another}
    ///
    /// Operands, completers and qualifying predicate hold the bits of [#longSlots()], each field cut from the same word. Whatever is encoded decodes: unused bits are 0, and a reserved hint becomes
    /// the first of its row. Whether the instruction could be executed is not asked: r0 may be a target, and two targets may be one register. Shrinks to the first form, in
    /// the order of the table, with 0 in every field.
    public static Arbitrary<Instruction> instructions(Predicate<Form> admitted) {
        return Combinators.combine(Arbitraries.of(FORMS.filter(admitted).asJava()), longSlots())
            .as((form, bits) -> form.instruction(bits.and(form.fieldMask())));
    }

    /// {@return slots, with an L slot, that may or may not encode an instruction of some unit: half are [#longSlots()], half those of [#instructions()] with bits turned over}
    ///
    /// The bits that are turned over are those of [#slots()], and so none in 8.6 % of that half and one in 16.4 %; those of the L slot never. The unit is left open. Shrinks to 0.
    public static Arbitrary<Slot> corruptedSlots() {
        Arbitrary<Slot> encoded = Combinators.combine(instructions(), longSlots())
            .as((instruction, noise) -> instruction.encode().xor(noise.and(Slot.of(SLOT))));
        return Arbitraries.oneOf(longSlots(), encoded);
    }

    /// {@return the bundle in which an encoded instruction stands, the other slots being nops}
    public static Bundle bundle(Unit unit, Slot slot) {
        Slot nop = Slot.of(0x8000000L);
        Slot branch = Slot.of(0x4000000000L);
        return Bundle.of(switch (unit) {
            case M -> new Bundle.Fields(0x01, slot, nop, nop);
            case A, I -> new Bundle.Fields(0x01, nop, slot, nop);
            case F -> new Bundle.Fields(0x0d, nop, slot, nop);
            case B -> new Bundle.Fields(0x17, branch, branch, slot);
            case L, X -> new Bundle.Fields(0x05, nop, Slot.of(slot.l()), Slot.of(slot.bits()));
        });
    }

    /// {@return the slot of [#bundle] in which the instruction stands, counted as the decoder counts}
    public static int position(Unit unit) {
        return switch (unit) {
            case M -> 0;
            case A, I, F, L, X -> 1;
            case B -> 2;
        };
    }

    /// {@return the units of slots: all but A, whose instructions stand in M and I, and L, which is half of X}
    public static Seq<Unit> slotUnits() {
        return Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X);
    }
}
