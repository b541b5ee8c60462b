package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// The addresses of data that programs use: multiples of 16, with 16 bytes of data at each.
final class Addresses {
    static final int NUMBER = Started.SIZE / 16;

    private Addresses() { }

    static long address(int number) {
        return Started.DATA + 16L * number;
    }

    static Seq<Long> all() {
        return Vector.range(0, NUMBER).map(Addresses::address);
    }
}
