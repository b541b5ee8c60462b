package vmmref.vectors.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Needs;

/// Branches over distances around the limits of 25 bits and of 64, from addresses around the limits of regions.
final class BranchDrafts {
    private static final Seq<Long> FROM = Vector.of(0L, 0x4000L, 0xe000000000100000L, -16L);
    private static final Seq<Long> NEAR = Vector.of(0L, 0x10L, -0x10L, 0x20L, 0x1000L, -0x1000L, 0xfffff0L, -0x1000000L, 0xffffe0L, -0xfffff0L, 0x123450L);
    private static final Seq<Long> FAR  = Vector.of(0x1000000L, -0x1000010L, 0x1000010L, 0x80000000L, -0x80000000L, 0x4000000000L, 0x123456789abcdef0L, Long.MIN_VALUE, Long.MAX_VALUE & -16, 0x2000000000000000L);

    private BranchDrafts() { }

    static Seq<Draft> all() {
        return FROM.flatMap(from -> NEAR.map(distance -> draft(from, distance, "", Needs.none()))
            .appendAll(FAR.flatMap(distance -> Vector.of(Cases.near(draft(from, distance, "", Cases.longBranches(true)), request(from, distance < 0 ? -0x1000000L : 0xfffff0L)),
                Cases.near(draft(from, distance, " without long branches", Cases.longBranches(false)), request(from, distance < 0 ? -0x1000000L : 0xfffff0L)))))
            .appendAll(Vector.of(1L, 4L, 8L, 0x18L, -8L).map(distance -> Cases.near(draft(from, distance, " into a bundle", Needs.none()), request(from, 0x10L)))))
            .append(Cases.near(draft(0x4008, 8, " from within a bundle", Needs.none()), request(0x4000, 0x10)));
    }

    private static Request request(long from, long distance) {
        return new Request.Branch(new VirtualAddress(from), new VirtualAddress(from + distance));
    }

    private static Draft draft(long from, long distance, String how, Needs needs) {
        return Cases.model("branch", "branches over %s%x%s from %x".formatted(distance < 0 ? "-" : "", distance < 0 ? -distance : distance, how, from), "BranchDistance", needs, request(from, distance));
    }
}
