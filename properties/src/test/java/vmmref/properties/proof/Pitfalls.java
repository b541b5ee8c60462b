package vmmref.properties.proof;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;

/// Compiled methods of which an executor that guesses computes something else than the JVM.
final class Pitfalls {
    private static final Side ONE = new Side(1);
    private static final Side ONE_MORE = new Side(1);
    private static final Object TEXT = "text";
    private static final Integer[] BOXES = {1, 2, 3};
    private static final List<Integer> LISTED = List.of(1, 2, 5);

    enum Colour { RED, GREEN }

    record Side(int length) { }

    record Label(String text) { }

    static class Base {
        final int value;

        Base(int value) {
            this.value = value;
        }

        private int secret() {
            return 1;
        }

        int told() {
            return secret();
        }

        LongUnaryOperator adder() {
            return number -> number + value;
        }
    }

    /// Its private methods, and its lambdas, are called as those of [Base] are.
    static final class Derived extends Base {
        Derived(int value) {
            super(value);
        }

        int secret() {
            return 2;
        }

        @Override LongUnaryOperator adder() {
            LongUnaryOperator before = super.adder();
            return number -> before.applyAsLong(number) * 2;
        }
    }

    interface General {
        default int number() {
            return 1;
        }
    }

    interface Special extends General {
        @Override default int number() {
            return 2;
        }
    }

    static final class Both implements General, Special { }

    interface Function {
        int of(int number);
    }

    interface Doubling extends Function {
        @Override default int of(int number) {
            return 2 * number;
        }

        int other(int number);
    }

    interface Letters {
        Object of(char letter);
    }

    private Pitfalls() { }

    static int textOrNull(int number) {
        String text = number > 5 ? "more than " + number : null;
        return text == null ? 0 : 1;
    }

    static int textOrConstant(int number) {
        Object object = number > 5 ? "more than " + number : Colour.RED;
        return object == Colour.RED ? 0 : 1;
    }

    static int componentOrNull(int number) {
        Label label = number > 5 ? new Label("more than " + number) : new Label(null);
        return label.text() == null ? 0 : 1;
    }

    private static String perhaps(int number) {
        return number > 5 ? "text" : null;
    }

    static int nullInsteadOfText(int number) {
        return perhaps(number) == null ? 0 : 1;
    }

    private static String sometimes(int number) {
        if (number > 5) throw new IllegalStateException("no text");
        return "text";
    }

    static int exceptionInsteadOfText(int number) {
        sometimes(number);
        return 1;
    }

    private static String changing(int[] numbers) {
        numbers[0] = 7;
        return "text";
    }

    static int changeBesidesText(int number) {
        int[] numbers = {number};
        changing(numbers);
        return numbers[0];
    }

    static int nameOfNull(int number) {
        Colour colour = number > 5 ? Colour.RED : null;
        colour.name();
        return 1;
    }

    static int equalButNotTheSame(int number) {
        Side side = number > 0 ? ONE : ONE_MORE;
        return side == ONE ? 1 : 0;
    }

    static int literalsAreTheSame(int number) {
        return TEXT == (Object) "text" ? number : 0;
    }

    static int listEqualsVector(int number) {
        return Vector.of(1, 2, number).equals(LISTED) ? 1 : 0;
    }

    static int privateMethod(int number) {
        return new Derived(number).told();
    }

    static long lambdasOfOneName(int number) {
        return new Derived(number).adder().applyAsLong(5);
    }

    static int specialInterface(int number) {
        return new Both().number();
    }

    static int defaultOfALambda(int number) {
        Doubling doubling = more -> more + 1;
        Function function = doubling;
        return function.of(number);
    }

    static int vectorOfOneArray(int number) {
        return Vector.of(new int[] {1, 2, number}).size();
    }

    static int vectorOfAnArrayThatWasThere(int number) {
        return Vector.of(BOXES).size();
    }

    static int listIsNoVector(int number) {
        Seq<Integer> listed = LISTED.reverse();
        return listed instanceof Vector ? 1 : 0;
    }

    static int sumOfNothing(int number) {
        return Vector.empty().sum() instanceof Long ? 1 : 0;
    }

    static int arrayOfOtherNumbers(int number) {
        Object array = new long[1];
        return array instanceof int[] ? 1 : array instanceof Cloneable ? 2 : 3;
    }

    private static int same(int number) {
        return number;
    }

    private static int middle(long number) {
        return (int) (number << 32 >>> 40);
    }

    static int widenedResult(int number) {
        IntToLongFunction function = Pitfalls::same;
        return (int) (function.applyAsLong(number) << 32 >>> 32);
    }

    static int widenedArgument(int number) {
        IntUnaryOperator function = Pitfalls::middle;
        return function.applyAsInt(number);
    }

    private static Object identity(Object object) {
        return object;
    }

    static int boxOfALetter(int number) {
        Letters letters = Pitfalls::identity;
        return letters.of((char) number) instanceof Character ? 1 : 0;
    }
}
