package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import vmmref.model.dependency.Resource;

/// A set of resources that grows; it belongs to one writer of groups.
final class Touched {
    private static final int EACH = 128;
    private static final int LOG2 = 6;

    private final long[] words = new long[Resource.Kind.values().length * EACH >> LOG2];

    static Touched of(Seq<Resource> resources) {
        Touched set = new Touched();
        resources.forEach(each -> set.add(each.kind(), each.number()));
        return set;
    }

    void add(Resource.Kind kind, int number) {
        int bit = kind.ordinal() * EACH + number;
        words[bit >> LOG2] |= 1L << bit;
    }

    boolean contains(Resource.Kind kind, int number) {
        int bit = kind.ordinal() * EACH + number;
        return (words[bit >> LOG2] >>> bit & 1) != 0;
    }

    void addAll(Touched others) {
        for (int word = 0; word < words.length; word++) words[word] |= others.words[word];
    }

    boolean meets(Touched others) {
        for (int word = 0; word < words.length; word++) if ((words[word] & others.words[word]) != 0) return true;
        return false;
    }

    void clear() {
        java.util.Arrays.fill(words, 0);
    }
}
