package vmmref.properties.proof;

import io.vavr.collection.Iterator;
import io.vavr.collection.Vector;
import java.io.Serializable;
import java.util.function.Function;

/// Compiled methods that the executor must not follow: it would have to guess.
final class Refused {
    private static final Vector<Long> LISTED = Vector.of(16L, 8L, 4L, 1L, 8L);
    private static final Counter COUNTER = new Counter();

    record Side(int length) { }

    record Loose(int length) {
        @Override public boolean equals(Object other) { return true; }
        @Override public int hashCode()               { return 0; }
    }

    static class Base {
        private final int value;

        Base(int value) {
            this.value = value + 1;
        }
    }

    static final class Hiding extends Base {
        private final int value;

        Hiding(int value) {
            super(value);
            this.value = value;
        }
    }

    static final class Counter {
        private int counted;
    }

    private Refused() { }

    static int equalsOfItsOwn(int number) {
        return new Loose(number).equals(new Loose(3)) ? 1 : 0;
    }

    static int equalsAnotherClass(int number) {
        return new Loose(number).equals(new Side(3)) ? 1 : 0;
    }

    static int fieldsOfOneName(int number) {
        Hiding hiding = new Hiding(number);
        return hiding.value * 3 + ((Base) hiding).value;
    }

    static int whatMayChange(int number) {
        return number + COUNTER.counted;
    }

    static int indexFrom(int number) {
        return LISTED.indexOf(8L, 3);
    }

    static long iteratorFrom(int number) {
        return LISTED.iterator(3).next();
    }

    static int textOfAnIterator(int number) {
        Iterator<Long> iterator = LISTED.iterator();
        iterator.mkString();
        return iterator.hasNext() ? 1 : 0;
    }

    static int storeOfAnotherClass(int number) {
        Object[] array = new Integer[1];
        array[0] = "text";
        return array.length;
    }

    static int lengthBelowZero(int number) {
        int[] array = new int[-1];
        return array.length;
    }

    private static int always(int number) {
        return 4;
    }

    static int boxThatIsNull(int number) {
        Function<Integer, Integer> function = Refused::always;
        Integer box = number > 5 ? number : null;
        return function.apply(box);
    }

    static int lambdaOfTwoInterfaces(int number) {
        Runnable runnable = (Runnable & Serializable) () -> { };
        return runnable instanceof Serializable ? 1 : 0;
    }

    private static String sometimes(int number) {
        if (number > 5) throw new IllegalStateException("no text");
        return "text";
    }

    static int caught(int number) {
        try {
            sometimes(number);
            return 1;
        } catch (IllegalStateException thrown) {
            return 2;
        }
    }
}
