package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.word.Bits;
import vmmref.vmm.build.RawBlock;
import vmmref.vmm.build.RawDescription;
import vmmref.vmm.build.RawPortion;

/// A block that somebody asks for, and the values that are supplied.
public record Asked(RawBlock block, Seq<Long> values) {
    private static final int VALUES = 4;

    /// What lies in a range of bits of a slot: zeros, a constant, or a portion.
    private record Range(int width, int what, long bits, int index) { }

    /// {@return one to three descriptions with portions that do not overlap, each with room for the value that it takes, and four values}
    ///
    /// The 41 bits of a slot, and of the L slot of a third of the instructions, are cut into ranges of 1 to 12 bits from below, the last ones cut off; of these a third are zeros, a third constants, a third
    /// portions. A value is what the narrowest portion that takes it has room for. Shrinks to one description of zeros.
    public static Arbitrary<Asked> blocks() {
        Arbitrary<RawDescription> description = Combinators.combine(Arbitraries.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X, Unit.X), ranges(), ranges())
            .as((unit, ranges, rangesL) -> description(unit, ranges, unit == Unit.X ? rangesL : Vector.empty()));
        return Combinators.combine(description.list().ofMinSize(1).ofMaxSize(3), Instructions.words().list().ofSize(VALUES))
            .as((descriptions, words) -> fitting(new RawBlock(Vector.ofAll(descriptions)), Vector.ofAll(words)));
    }

    private static Arbitrary<Seq<Range>> ranges() {
        return Combinators.combine(Arbitraries.integers().between(1, 12), Arbitraries.integers().between(0, 2), Instructions.words(), Arbitraries.integers().between(0, VALUES - 1))
            .as(Range::new).list().ofMinSize(3).ofMaxSize(8).map(Vector::ofAll);
    }

    private static RawDescription description(Unit unit, Seq<Range> ranges, Seq<Range> rangesL) {
        return new RawDescription(unit, constant(ranges), constant(rangesL), portions(ranges, false).appendAll(portions(rangesL, true)));
    }

    private static Seq<Integer> lows(Seq<Range> ranges) {
        return ranges.scanLeft(0, (low, range) -> low + range.width());
    }

    private static long constant(Seq<Range> ranges) {
        return ranges.zip(lows(ranges)).filter(each -> each._1.what() == 1 && each._2 < Slot.WIDTH)
            .foldLeft(0L, (bits, each) -> bits | (each._1.bits() & Bits.ones(each._1.width())) << each._2) & Bits.ones(Slot.WIDTH);
    }

    private static Seq<RawPortion> portions(Seq<Range> ranges, boolean inL) {
        return ranges.zip(lows(ranges)).filter(each -> each._1.what() == 2 && each._2 < Slot.WIDTH)
            .map(each -> new RawPortion(each._1.index(), inL, each._2, Math.min(each._1.width(), Slot.WIDTH - each._2)));
    }

    private static Asked fitting(RawBlock block, Seq<Long> words) {
        Seq<RawPortion> portions = block.instructions().flatMap(RawDescription::portions);
        return new Asked(block, words.zipWithIndex((word, index) -> word & Bits.ones(portions.filter(portion -> portion.index() == index).map(RawPortion::width).min().getOrElse(Long.SIZE))));
    }

    /// {@return the same with another description first}
    public Asked withFirst(RawDescription changed) {
        return new Asked(new RawBlock(block.instructions().update(0, changed)), values);
    }

    public Asked withValues(Seq<Long> changed) {
        return new Asked(block, changed);
    }
}
