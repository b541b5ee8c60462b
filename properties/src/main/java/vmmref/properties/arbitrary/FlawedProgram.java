package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vmmref.model.bundle.Bundle;
import vmmref.model.dependency.Dependency.Spot;

/// A program that breaks exactly one rule of dependencies once: two instructions are put into one of its groups.
///
/// @param program without them
/// @param flaw    what they are
public record FlawedProgram(ShortProgram program, Flaw flaw) implements Sized {

    /// A flawed program with its addresses.
    ///
    /// @param bundles from [Started#CODE] on
    /// @param earlier where the first of the two instructions stands
    /// @param later   where the second stands
    public record Placed(Seq<Bundle> bundles, Spot earlier, Spot later) { }

    @Override
    public int instructions() {
        return program.instructions() + 2;
    }

    /// {@return the program with the two instructions}
    public Placed placed() {
        Written written = program.written();
        SplittableRandom random = new SplittableRandom(program.seed() + 1);
        List<Piece> pieces = new ArrayList<>(written.pieces());
        int first = fitting(pieces, random.nextInt(pieces.size()));
        int size = undivided(pieces, first);
        int earlier = first + begin(pieces, first) + random.nextInt(size - begin(pieces, first) + 1);
        int later = earlier + random.nextInt(first + size - earlier + 1);
        pieces.add(later, flaw.pieces().get(1));
        pieces.add(earlier, flaw.pieces().get(0));
        Seq<Integer> labels = written.labels().map(label -> label + (label > first ? 2 : 0));
        Cutting cutting = Cutting.of(pieces, labels);
        return new Placed(cutting.bundles(pieces, labels), cutting.spots().get(earlier), cutting.spots().get(later + 1));
    }

    /// {@return the first piece of a group that touches nothing of what the flaw touches: that of a piece, or one that follows}
    private int fitting(List<Piece> pieces, int piece) {
        int first = first(pieces, piece);
        int next = first;
        boolean fits = true;
        do fits &= !flaw.touches(pieces.get(next)); while (!pieces.get(next++).stop());
        return fits ? first : fitting(pieces, next % pieces.size());
    }

    /// {@return the first piece of the group of a piece}
    private static int first(List<Piece> pieces, int piece) {
        int first = piece;
        while (first > 0 && !pieces.get(first - 1).stop()) first--;
        return first;
    }

    /// {@return how many pieces of a group come before its stop and before a branch or what must end it}
    private static int undivided(List<Piece> pieces, int first) {
        int size = 0;
        while (!pieces.get(first + size).stop() && pieces.get(first + size).unit() != vmmref.model.bundle.Unit.B && !pieces.get(first + size).form().syntax().mnemonic().startsWith("brl")) size++;
        return size;
    }

    /// {@return 1 if the group begins with what must, otherwise 0}
    private static int begin(List<Piece> pieces, int first) {
        return Programs.FIRST.contains(pieces.get(first).form().syntax().mnemonic()) && undivided(pieces, first) > 0 ? 1 : 0;
    }
}
