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

/// Generators of bundles, slots and instructions. Every form of the table is as likely as any other.
public final class Instructions {
    private static final Seq<Form> FORMS = Forms.architected();
    private static final long SLOT = Bits.ones(Slot.WIDTH);

    private Instructions() { }

    public static Seq<Form> forms() {
        return FORMS;
    }

    /// {@return words: 0, all ones, one bit, all but one bit, or anything}
    public static Arbitrary<Long> words() {
        return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(1, Arbitraries.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE)),
            net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, 63).map(bit -> 1L << bit)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 63).map(bit -> ~(1L << bit))),
            net.jqwik.api.Tuple.of(6, Arbitraries.longs().withDistribution(net.jqwik.api.RandomDistribution.uniform())));
    }

    /// {@return slots without an L slot}
    public static Arbitrary<Slot> slots() {
        return words().map(word -> Slot.of(word & SLOT));
    }

    /// {@return slots with an L slot}
    public static Arbitrary<Slot> longSlots() {
        return Combinators.combine(words(), words()).as((bits, l) -> new Slot(bits & SLOT, l & SLOT));
    }

    /// {@return any of the 2^128 bundles}
    public static Arbitrary<Bundle> bundles() {
        return Combinators.combine(words(), words()).as(Bundle::new);
    }

    /// {@return bundles of a template, with any slots}
    public static Arbitrary<Bundle> bundles(int template) {
        return Combinators.combine(slots(), slots(), slots()).as((slot0, slot1, slot2) ->
            Bundle.of(new Bundle.Fields(template, slot0, slot1, slot2)));
    }

    /// {@return instructions of any form}
    public static Arbitrary<Instruction> instructions() {
        return instructions(form -> true);
    }

    /// {@return instructions of the forms that a question admits, of which there is at least one}
    public static Arbitrary<Instruction> instructions(Predicate<Form> admitted) {
        return Combinators.combine(Arbitraries.of(FORMS.filter(admitted).asJava()), longSlots())
            .as((form, bits) -> form.instruction(bits.and(form.fieldMask())));
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

    /// {@return the units of slots}
    public static Seq<Unit> slotUnits() {
        return Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X);
    }
}
