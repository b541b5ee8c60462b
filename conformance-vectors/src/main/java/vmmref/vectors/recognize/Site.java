package vmmref.vectors.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;

/// A slot of a bundle whose other slots are nops.
///
/// @param code of an assigned template of three instructions
/// @param slot 0 to 2
record Site(int code, int slot) {
    private static final Slot NOP   = Slot.of(1L << 27);
    private static final Slot NOP_B = Slot.of(2L << 37);
    private static final int LONG = 0x04;

    /// {@return slots in which instructions of a unit may stand: each slot of a bundle that has one}
    static Seq<Site> of(Unit unit) {
        return switch (unit) {
            case M    -> Vector.of(new Site(0x01, 0), new Site(0x08, 1));
            case I    -> Vector.of(new Site(0x00, 1), new Site(0x03, 2));
            case F    -> Vector.of(new Site(0x0c, 1), new Site(0x0e, 2));
            case B    -> Vector.of(new Site(0x16, 0), new Site(0x13, 1), new Site(0x11, 2));
            case A    -> of(Unit.M).appendAll(of(Unit.I));
            case L, X -> Vector.empty();
        };
    }

    /// {@return the bundle in which some bits stand in this slot}
    Bundle bundle(Slot bits) {
        return Bundle.of(new Bundle.Fields(code, standing(0, bits), standing(1, bits), standing(2, bits)));
    }

    private Slot standing(int number, Slot bits) {
        if (number == slot) return bits;
        return template().units().get(number) == Unit.B ? NOP_B : NOP;
    }

    /// {@return the bundle of template MLX in whose slot 1 or 2, half of a long instruction, some bits stand}
    static Bundle half(int slot, Slot bits) {
        return Bundle.of(new Bundle.Fields(LONG, NOP, slot == 1 ? bits : Slot.ZERO, slot == 2 ? bits : NOP));
    }

    Template template() {
        return ((Templates.Meaning.Assigned) Templates.architected().meaning(code)).template();
    }

    @Override public String toString() {
        return "slot " + slot + " of " + template().notation();
    }
}
