package vmmref.vectors.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Instruction;
import vmmref.properties.arbitrary.Instructions;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Needs;
import vmmref.vmm.build.TrapPatch;

/// A victim of each format, every slot of every template, and what has no place for a break.
final class TrapDrafts {
    private static final Slot ONES = new Slot((1L << Slot.WIDTH) - 1, (1L << Slot.WIDTH) - 1);

    private TrapDrafts() { }

    static Seq<Draft> all() {
        return Forms.architected().distinctBy(form -> form.format().name() + form.unit()).reject(TrapDrafts::isHeedless).flatMap(TrapDrafts::victims)
            .appendAll(Forms.architected().filter(TrapDrafts::isHeedless).flatMap(TrapDrafts::heedless))
            .appendAll(Forms.architected().filter(form -> form.format().field(Format.ZERO_PREDICATE).isDefined()).map(TrapDrafts::unpredicated))
            .appendAll(Templates.architected().assigned().flatMap(TrapDrafts::slots))
            .appendAll(refusals());
    }

    private static Seq<Draft> victims(Form form) {
        Unit unit = form.unit() == Unit.A ? Unit.M : form.unit();
        Slot encoded = form.instruction(ONES.and(form.fieldMask())).encode();
        Bundle bundle = Instructions.bundle(unit, encoded);
        return Vector.of(
            Cases.model("trap", "replaces " + form.syntax() + " by a break", "LostPredicate", Cases.needs(form.need()), new Request.Trap(new TrapPatch(bundle, Instructions.position(unit), 0x12345))));
    }

    /// {@return whether a form does something though its predicate is 0}
    private static boolean isHeedless(Form form) {
        return form.syntax().mnemonic().matches(".*\\.unc|fp?rcpa|fp?rsqrta|br\\.wtop|br\\.wexit");
    }

    private static Seq<Draft> heedless(Form form) {
        Unit unit = form.unit() == Unit.A ? Unit.M : form.unit();
        Instruction some = form.instruction(ONES.and(form.fieldMask()));
        Request always = new Request.Trap(new TrapPatch(Instructions.bundle(unit, some.predicatedBy(0).encode()), Instructions.position(unit), 0x12345));
        Request sometimes = new Request.Trap(new TrapPatch(Instructions.bundle(unit, some.predicatedBy(6).encode()), Instructions.position(unit), 0x12345));
        return Vector.of(
            Cases.near(Cases.model("trap", "refuses " + form.syntax() + " under p6, which does something in any case", "LostPredicate", Needs.none(), sometimes), always),
            Cases.model("trap", "replaces " + form.syntax() + " under p0 by a break", "LostPredicate", Needs.none(), always));
    }

    private static Draft unpredicated(Form form) {
        return Cases.model("trap", "replaces " + form.syntax() + ", which has no predicate, by a break", "LostPredicate", Cases.needs(form.need()),
            new Request.Trap(new TrapPatch(Instructions.bundle(form.unit(), form.instruction(form.fieldMask()).encode()), Instructions.position(form.unit()), 1)));
    }

    private static Seq<Draft> slots(Template template) {
        Bundle bundle = template.bundle(template.instructionUnits().map(TrapDrafts::busy));
        int size = template.instructionUnits().size();
        Request right = new Request.Trap(new TrapPatch(bundle, size - 1, 0x1fffff));
        return Vector.range(0, size).map(slot -> Cases.model("trap", "replaces slot " + slot + " of " + template.notation(), "LostStop", Needs.none(), new Request.Trap(new TrapPatch(bundle, slot, 0x1fffff))))
            .append(refused("slot " + size + " of " + template.notation(), bundle, size, 0x1fffff, right))
            .append(refused("the immediate 0 in " + template.notation(), bundle, size - 1, 0, right))
            .append(refused("an immediate that is too wide in " + template.notation(), bundle, size - 1, size == 2 ? 1L << 62 : 0x200000, right));
    }

    /// {@return an instruction under p6 of a slot's unit}
    private static Slot busy(Unit unit) {
        return Cases.lines(switch (unit) {
            case A, M -> "(p6) ld8 r8=[r9]";
            case I    -> "(p6) mov b0=r8";
            case F    -> "(p6) fma.s0 f6=f7,f8,f9";
            case B    -> "(p6) br.cond.sptk.few b1";
            case L, X -> "(p6) movl r4=0x123456789abcdef";
        }).head().slot();
    }

    private static Seq<Draft> refusals() {
        Bundle mii = Cases.bundle("MII;", "(p6) ld8 r8=[r9] | nop.i 0x0 | nop.i 0x0");
        Request right = new Request.Trap(new TrapPatch(mii, 0, 5));
        return Vector.of(0x06, 0x07, 0x14, 0x15, 0x1a, 0x1b, 0x1e, 0x1f).map(code -> refused("a bundle with the reserved template %02x".formatted(code), new Bundle(mii.low() & ~0x1fL | code, mii.high()), 0, 5, right))
            .append(refused("a slot that encodes no instruction", new Bundle(0x01L | 3L << 42 | mii.low() & 7L << 61, mii.high()), 0, 5, right))
            .append(refused("a negative slot", mii, -1, 5, right))
            .append(refused("a negative immediate", mii, 0, -1, right))
            .prepend(Cases.model("trap", "replaces a load under p6 by a break", "LostPredicate", Needs.none(), right));
    }

    private static Draft refused(String what, Bundle bundle, int slot, long immediate, Request right) {
        return Cases.near(Cases.model("trap", "refuses " + what, "LostPredicate", Needs.none(), new Request.Trap(new TrapPatch(bundle, slot, immediate))), right);
    }
}
