package vmmref.vectors.codec;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Operand;
import vmmref.model.instruction.OperandKind;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Tier;

/// Requests that nothing can be encoded for, each beside the nearest one that can: an operand of each format one beyond its range, an instruction of
/// each clause in a slot of another unit, a mnemonic with one letter more, a bundle of no template.
final class RefusedDrafts {
    /// The widest operand whose neighbour beyond the range is still a number that a text can hold.
    private static final int WIDEST = 28;

    private RefusedDrafts() { }

    static Seq<Draft> all() {
        return OperandDrafts.operands().filter(RefusedDrafts::hasAnEnd).flatMap(each -> beyond(each._1, each._2))
            .appendAll(Cases.FORMS.reject(form -> form.syntax().mnemonic().equals("mov")).distinctBy(Form::clause)
                .flatMap(form -> misplaced(form).appendAll(misspelt(form))))
            .appendAll(misshapen());
    }

    /// A mask for predicates is also read without its sign, so that no number is just beyond it; the names of registers are not numbers.
    private static boolean hasAnEnd(Tuple2<Form, Operand> each) {
        Operand operand = each._2;
        return operand.width() <= WIDEST && !operand.name().equals("mask17")
            && operand.kind() != OperandKind.APPLICATION && operand.kind() != OperandKind.CONTROL;
    }

    /// A bundle of nops, with templates that are not assigned and with one instruction too few.
    private static Seq<Draft> misshapen() {
        Request fits = new Request("MII;", Vector.of("nop.m 0x0", "nop.i 0x0", "nop.i 0x0"));
        return Vector.of(new Request("IMI;", fits.slots()), new Request("M;II;", fits.slots()), new Request("MII;", fits.slots().init()))
            .map(wrong -> Cases.near(Cases.model("refused", Tier.CORE, "refuses a bundle " + wrong.template() + " with " + wrong.slots().size() + " instructions",
                Vector.of("UnknownText"), Needs.none(), wrong.json()), fits.json()))
            .prepend(Cases.model("encode", Tier.CORE, "encodes a bundle of nops", Vector.empty(), Needs.none(), fits.json()));
    }

    private static Seq<Draft> beyond(Form form, Operand operand) {
        long largest = Vector.of(Bits.ones(operand.width()), Bits.ones(operand.width() - 1), 0L)
            .map(bits -> operand.value(operand.split(bits)).value()).max().get();
        String fits = Assembly.text(form.instruction(operand.holding(largest).get()));
        String written = "(?<![0-9a-z])" + Pattern.quote(written(operand, largest)) + "(?![0-9a-z])";
        String refused = fits.replaceFirst(written, written(operand, largest + (operand.kind() == OperandKind.TARGET ? 16 : 1)));
        return pair(form, Cases.request(Cases.slotUnit(form), fits), Cases.request(Cases.slotUnit(form), refused), fits, refused, "OperandRange");
    }

    private static String written(Operand operand, long value) {
        return switch (operand.kind()) {
            case HEXADECIMAL -> "0x" + Long.toHexString(value);
            case TARGET      -> ".+0x" + Long.toHexString(value);
            default          -> operand.kind().prefix() + value;
        };
    }

    private static Seq<Draft> misplaced(Form form) {
        Unit wrong = form.unit() == Unit.F ? Unit.B : Unit.F;
        String text = Assembly.text(form.instruction(Slot.of(0)));
        return pair(form, Cases.request(Cases.slotUnit(form), text), Cases.request(wrong, text), text, text + " in a slot of unit " + wrong, "WrongUnit");
    }

    private static Seq<Draft> misspelt(Form form) {
        String text = Assembly.text(form.instruction(Slot.of(0)));
        String wrong = "x" + text;
        return pair(form, Cases.request(Cases.slotUnit(form), text), Cases.request(Cases.slotUnit(form), wrong), text, wrong, "UnknownText");
    }

    private static Seq<Draft> pair(Form form, Request fits, Request refused, String fitting, String refusing, String flag) {
        if (Encoding.of(fits).outcome() != Outcome.DONE || Encoding.of(refused).outcome() != Outcome.REFUSED) {
            throw new IllegalStateException("not one beyond the other: " + fitting + " and " + refusing);
        }
        Needs needs = Cases.needs(form.need());
        return Vector.of(
            Cases.model("encode", Tier.CORE, "encodes " + fitting, Cases.flags(form), needs, fits.json()),
            Cases.near(Cases.model("refused", Tier.CORE, "refuses " + refusing, Cases.flags(form).append(flag), needs, refused.json()), fits.json()));
    }
}
