package vmmref.vectors.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Needs;
import vmmref.vmm.build.RawBlock;
import vmmref.vmm.build.RawDescription;
import vmmref.vmm.build.RawPortion;

/// Every form with all its fields supplied; of each format, what is wrong beside it, two of six things in tier core; and blocks.
final class BlockDrafts {
    private static final long PATTERN = 0x5a3c69f00ff1d2e7L;

    private BlockDrafts() { }

    static Seq<Draft> all() {
        return Forms.architected().map(BlockDrafts::right)
            .appendAll(Forms.architected().distinctBy(form -> form.format().name()).reject(form -> fields(form).isEmpty()).zipWithIndex().flatMap(form -> wrong(form._1).zipWithIndex((draft, number) -> draft.unlessFull((form._2 + number) % 3 == 0))))
            .appendAll(blocks());
    }

    private static Seq<Field> fields(Form form) {
        return form.format().fields().filter(field -> field.mask().isWithin(form.fieldMask()));
    }

    private static RawDescription description(Form form) {
        Unit unit = form.unit() == Unit.A ? Unit.I : form.unit();
        return new RawDescription(unit, form.key().bits(), form.key().l(), fields(form).zipWithIndex((field, index) -> new RawPortion(index, field.inL(), field.low(), field.width())));
    }

    private static Seq<Long> values(Form form) {
        return fields(form).zipWithIndex((field, index) -> PATTERN >>> index & Bits.ones(field.width()));
    }

    private static Request.Build request(RawDescription description, Seq<Long> values) {
        return new Request.Build(new RawBlock(Vector.of(description)), values);
    }

    private static Draft right(Form form) {
        return Cases.model("form", "builds " + form.syntax() + " from " + fields(form).size() + " values", "", Needs.none(), request(description(form), values(form)));
    }

    private static Seq<Draft> wrong(Form form) {
        RawDescription description = description(form);
        RawPortion first = description.portions().head();
        RawPortion last = description.portions().last();
        Seq<Long> values = values(form);
        int end = values.size() - 1;
        Request right = request(description, values);
        String format = " in the format " + form.format().name();
        return Vector.of(
            refused("a value one bit too wide" + format, "WideValue", request(description, values.update(0, value -> value | 1L << first.width()))),
            refused("a value with the sign bit of a word" + format, "WideValue", request(description, values.update(end, value -> value | Long.MIN_VALUE))),
            refused("a value that is not supplied" + format, "WideValue", request(description.portions().size() == 1 ? with(description, 0, new RawPortion(1, first.inL(), first.shift(), first.width()))
                : with(description, end, new RawPortion(end + 1, last.inL(), last.shift(), last.width())), values)),
            refused("a portion that reaches out of the slot" + format, "OverlappingPortions", request(with(description, 0, new RawPortion(0, first.inL(), Slot.WIDTH - first.width() + 1, first.width())), values)),
            refused("a portion without width" + format, "OverlappingPortions", request(with(description, end, new RawPortion(end, last.inL(), last.shift(), 0)), values)),
            refused("a one of the constant under a portion" + format, "OverlappingPortions", request(overlapping(description, last), values)))
            .map(draft -> Cases.near(draft, right));
    }

    private static RawDescription overlapping(RawDescription right, RawPortion portion) {
        long one = 1L << portion.shift();
        return new RawDescription(right.unit(), portion.inL() ? right.constant() : right.constant() | one, portion.inL() ? right.constantL() | one : right.constantL(), right.portions());
    }

    private static RawDescription with(RawDescription right, int number, RawPortion portion) {
        return new RawDescription(right.unit(), right.constant(), right.constantL(), right.portions().update(number, portion));
    }

    private static Draft refused(String what, String flag, Request request) {
        return Cases.model("refused", "refuses " + what, flag, Needs.none(), request);
    }

    /// A load, an add and a move to a branch register that share values; and what is wrong with them.
    private static Seq<Draft> blocks() {
        RawDescription load  = new RawDescription(Unit.M, 0x080c0000000L, 0, Vector.of(new RawPortion(0, false, 6, 7), new RawPortion(1, false, 20, 7)));
        RawDescription add   = new RawDescription(Unit.I, 0x10000000000L, 0, Vector.of(new RawPortion(1, false, 6, 7), new RawPortion(0, false, 13, 7), new RawPortion(0, false, 20, 7)));
        RawDescription nop   = new RawDescription(Unit.I, 0x00008000000L, 0, Vector.empty());
        RawDescription movl  = new RawDescription(Unit.X, 0x0c000000000L, 0, Vector.of(new RawPortion(0, false, 6, 7), new RawPortion(2, true, 0, 41)));
        Seq<Long> values = Vector.of(0x20L, 0x7fL, Bits.ones(41));
        Request three = new Request.Build(new RawBlock(Vector.of(load, add, nop)), values);
        return Vector.of(
            block("builds three instructions that share two values", three),
            block("builds them in another order", new Request.Build(new RawBlock(Vector.of(nop, add, load)), values)),
            block("builds one instruction without portions", new Request.Build(new RawBlock(Vector.of(nop)), Vector.empty())),
            block("builds a long instruction among others", new Request.Build(new RawBlock(Vector.of(load, movl)), values)),
            block("builds a long instruction with a constant in the L slot", new Request.Build(new RawBlock(Vector.of(new RawDescription(Unit.X, 0x0c000000000L, 0x1ffffffffffL, Vector.empty()))), values)),
            block("values that no portion takes may be anything", new Request.Build(new RawBlock(Vector.of(add)), Vector.of(0x20L, 0x7fL, -1L, Long.MIN_VALUE))),
            Cases.near(block("all of a block is refused for one value", new Request.Build(new RawBlock(Vector.of(load, add, nop)), values.update(1, 0x80L))), three),
            block("a block without instructions is refused", new Request.Build(new RawBlock(Vector.empty()), values)),
            block("a portion that is listed twice is refused", new Request.Build(new RawBlock(Vector.of(with(load, 1, new RawPortion(0, false, 6, 7)))), values)),
            block("a negative index is refused", new Request.Build(new RawBlock(Vector.of(with(load, 0, new RawPortion(-1, false, 6, 7)))), values)),
            block("a negative shift is refused", new Request.Build(new RawBlock(Vector.of(with(load, 0, new RawPortion(0, false, -1, 7)))), values)),
            block("a portion of an L slot that there is not is refused", new Request.Build(new RawBlock(Vector.of(with(load, 0, new RawPortion(0, true, 6, 7)))), values)),
            block("a constant of more than 41 bits is refused", new Request.Build(new RawBlock(Vector.of(new RawDescription(Unit.M, 0x20000000000L, 0, Vector.empty()))), values)));
    }

    private static Draft block(String title, Request request) {
        return Cases.model("block", title, "", Needs.none(), request);
    }
}
