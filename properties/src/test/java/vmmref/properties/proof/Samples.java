package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/// Compiled methods that do what the model does: records, sealed types, enums, lambdas, sequences, arrays, loops.
final class Samples {
    private static final int[] SQUARES = {0, 1, 4, 9, 16, 25, 36, 49};
    private static final long[] POWERS = {1, 10, 100, 1000};
    private static final Vector<Long> LISTED = Vector.of(16L, 8L, 4L, 1L, -16L, -8L, -4L, -1L);

    enum Colour { RED, GREEN, BLUE }

    sealed interface Shape { }

    record Square(int side) implements Shape { }

    record Rectangle(int width, int height) implements Shape {
        Rectangle {
            if (width < 0) throw new IllegalArgumentException("a width of " + width);
            height = Math.abs(height);
        }
    }

    enum Point implements Shape { POINT }

    /// Adds what it holds.
    static final class Adder implements LongUnaryOperator {
        private final long more;

        Adder(long more) {
            this.more = more;
        }

        Adder(int one, int other) {
            this((long) one * other);
        }

        @Override public long applyAsLong(long number) {
            return number + more;
        }
    }

    private Samples() { }

    private static Shape shape(int kind, int one, int other) {
        return kind == 0 ? new Square(one) : kind == 1 ? new Rectangle(one, other) : Point.POINT;
    }

    static int patterns(int kind, int one, int other) {
        Shape shape = shape(kind, one, other);
        return switch (shape) {
            case Square(int side) when side > 9    -> side * side;
            case Square square                     -> square.side();
            case Rectangle(int width, int height)  -> width * height;
            case Point point                       -> -1;
        };
    }

    static int instances(int kind, int one, int other) {
        Shape shape = shape(kind, one, other);
        return shape instanceof Rectangle rectangle && rectangle.height() > rectangle.width() ? 1 : shape == Point.POINT ? 2 : shape.equals(new Square(7)) ? 3 : 4;
    }

    static int enums(int number) {
        Colour colour = number < 0 ? Colour.RED : number == 0 ? Colour.GREEN : Colour.BLUE;
        return switch (colour) {
            case RED   -> 10;
            case GREEN -> 20 + colour.ordinal();
            case BLUE  -> colour == Colour.BLUE ? 30 : 40;
        };
    }

    static int arrays(int index, int value) {
        int[] local = {value, value + 1, value + 2};
        long[] wide = new long[2];
        wide[1] = index;
        Integer[] boxes = {value, index};
        return SQUARES[index & 7] + local[Math.floorMod(index, 3)] + (int) POWERS[index & 3] + (int) wide[1] + local.length + boxes[0];
    }

    static int outside(int index) {
        return SQUARES[index];
    }

    static long lambdas(long one, long other) {
        LongBinaryOperator joined = (first, second) -> first * 31 + second;
        LongUnaryOperator adder = one < other ? new Adder(one) : number -> number ^ other;
        return joined.applyAsLong(adder.applyAsLong(other), new Adder(3, (int) one).applyAsLong(1));
    }

    static long folds(long bits, int number) {
        Seq<Integer> widths = Vector.of(3, 5, 7);
        return widths.map(width -> width + 1).reverse().appendAll(widths).foldLeft(bits, (sum, width) -> sum << width | number) + LISTED.get(number & 7) + Math.max(0, LISTED.indexOf(bits));
    }

    static long options(long value, int limit) {
        return Option.when(value < limit, value).map(each -> each + 1).getOrElse(-1L);
    }

    static int loops(int number) {
        int ones = 0;
        for (int left = number & 0xff; left != 0; left &= left - 1) ones++;
        for (int round = 0; round < 5; round++) {
            if ((number >> round & 1) == 1) continue;
            ones += round;
        }
        return ones;
    }

    static int thrown(int number) {
        if (number == 13) throw new IllegalStateException("a number that nobody likes: " + number);
        return 100 / (number - 7);
    }

    static int nothing(int number) {
        String text = number > 5 ? "more" : null;
        return text == null ? 0 : text.length();
    }
}
