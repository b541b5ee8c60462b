package vmmref.vmm.build;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.word.Bits;

/// A description of an instruction as somebody asks for it, which may be none: US 7,996,833, claims 1 and 2, leave out what makes a description wrong.
///
/// @param unit      of the slot for which it is made; X for a long instruction
/// @param constant  the constant portion
/// @param constantL the constant portion of the L slot
/// @param portions  in any order
public record RawDescription(Unit unit, long constant, long constantL, Seq<RawPortion> portions) {

    /// {@return what is wrong with it, if anything is}
    Option<String> flaw() {
        return outside()
            .orElse(() -> portions.flatMap(RawPortion::flaw).headOption())
            .orElse(this::inNoSlot)
            .orElse(this::overlap);
    }

    private Option<String> outside() {
        return Option.when(((constant | constantL) & ~Bits.ones(Slot.WIDTH)) != 0, () -> "the constant portion %x, L %x, has more than %d bits".formatted(constant, constantL, Slot.WIDTH));
    }

    private Option<String> inNoSlot() {
        return Option.when(unit == Unit.L, "no instruction has the unit L: a long one has the unit X")
            .orElse(() -> Option.when(unit != Unit.X && (constantL != 0 || portions.exists(RawPortion::inL)), () -> "an instruction of unit %s has no L slot".formatted(unit)));
    }

    private Option<String> overlap() {
        Seq<VariablePortion> valid = portions.map(RawPortion::portion);
        Seq<Slot> taken = valid.scanLeft(new Slot(constant, constantL), (slot, portion) -> slot.or(portion.mask()));
        return valid.zip(taken).find(each -> !each._1.mask().and(each._2).isZero())
            .map(each -> "the portion of the value %d overlaps another one or the constant portion".formatted(each._1.index()));
    }

    /// {@return the description, which has no flaw}
    InstructionDescription description() {
        return new InstructionDescription(unit, new Slot(constant, constantL), portions.map(RawPortion::portion));
    }
}
