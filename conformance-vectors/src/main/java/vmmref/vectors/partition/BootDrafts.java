package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Event;
import vmmref.model.partition.RegisterClass;
import vmmref.vectors.format.Draft;

/// Whole lives of partitions: boots, cells that are added while others run, moves, and the way back.
final class BootDrafts {
    private static final int TICKS = 2;

    private BootDrafts() { }

    static Seq<Draft> all() {
        return Vector.range(0, 4).flatMap(cell -> Vector.range(0, 3).flatMap(partition -> Vector.range(0, 4).map(ticks -> draft("boots",
                "cell %d boots as partition %d, with %d ticks wherever statuses travel".formatted(cell, partition, ticks), "UnsecureChange", Setup.RESET, boot(cell, partition, ticks)))))
            .appendAll(skipped()).appendAll(together()).appendAll(added()).appendAll(moved());
    }

    private static Seq<Event> boot(int cell, int partition, int ticks) {
        return Vector.<Event>of(Events.start(cell)).appendAll(Events.ticks(ticks)).append(Events.post(cell, partition)).append(Events.release(cell)).append(Events.rendezvous(cell))
            .append(Events.join(cell + ".0", cell, partition)).appendAll(Events.proceed(cell, 3)).append(Events.handOff(cell)).appendAll(Events.ticks(ticks));
    }

    /// A boot that lacks one of its events, or has one twice.
    private static Seq<Draft> skipped() {
        Seq<Event> boot = boot(0, 0, TICKS);
        return Vector.range(0, boot.size()).flatMap(index -> Vector.of(
            draft("boots-spoiled", "a boot without its event %d: %s".formatted(index + 1, Words.text(boot.get(index))), "UnsecureChange", Setup.RESET, boot.removeAt(index)),
            draft("boots-spoiled", "a boot with its event %d twice: %s".formatted(index + 1, Words.text(boot.get(index))), "UnsecureChange", Setup.RESET, boot.insert(index, boot.get(index))),
            draft("boots-spoiled", "a boot with a reset before its event %d: %s".formatted(index + 1, Words.text(boot.get(index))), "UnsecureChange", Setup.RESET, boot.insert(index, Events.reset(0)))))
            .appendAll(Vector.range(0, boot.size() - 1).map(index -> draft("boots-spoiled", "a boot with its events %d and %d the other way round".formatted(index + 1, index + 2), "UnsecureChange", Setup.RESET,
                boot.update(index, boot.get(index + 1)).update(index + 1, boot.get(index)))));
    }

    /// Two cells boot side by side.
    private static Seq<Draft> together() {
        return Vector.of(0, 1).flatMap(second -> Vector.of(0, 2).map(ticks -> draft("boots", "two cells boot in turn, the second as partition %d, with %d ticks".formatted(second, ticks), "OneStatus", Setup.RESET,
                boot(0, 0, ticks).zip(boot(1, second, ticks)).flatMap(pair -> Vector.of(pair._1, pair._2)))))
            .appendAll(Vector.of(0, 1).map(second -> draft("boots", "two cells boot one after the other, the second as partition %d".formatted(second), "OneStatus", Setup.RESET, boot(0, 0, TICKS).appendAll(boot(1, second, TICKS)))));
    }

    /// A cell is added to a partition that runs, up to each of its events, and then the running software writes and reads.
    private static Seq<Draft> added() {
        Setup running = Setup.RESET.running(0, 0).word(0, "firewall", 0x0003_0003L);
        Seq<Event> boot = Vector.<Event>of(Events.start(1)).appendAll(Events.ticks(TICKS)).append(Events.post(1, 0)).append(Events.release(1)).append(Events.rendezvous(1))
            .append(Events.join("0.0", 1, 0)).appendAll(Events.proceed(1, 3)).append(Events.handOff(1)).appendAll(Events.ticks(TICKS));
        return Vector.rangeClosed(1, boot.size()).flatMap(done -> Vector.of(
            draft("hot-added", "a cell is being added, %d events done, and other software writes FIREWALL".formatted(done), "WidenedPartition", running, boot.take(done).append(Events.write("0.0", 0, RegisterClass.FIREWALL, 0xffff_ffffL))),
            draft("hot-added", "a cell is being added, %d events done, and its firmware writes FIREWALL".formatted(done), "OneStatus", running, boot.take(done).append(Events.write("1.0", 0, RegisterClass.FIREWALL, 0xffff_ffffL))),
            draft("hot-added", "a cell is being added, %d events done, and data goes to it".formatted(done), "OpenFirewall", running, boot.take(done).append(Events.data("0.0", 1)))));
    }

    /// A cell goes from one running partition to another, by a reset, a profile and a move; and one leaves.
    private static Seq<Draft> moved() {
        Setup both = Setup.RESET.running(0, 0).running(1, 1).running(2, 0);
        return Vector.range(0, 4).flatMap(ticks -> {
            Seq<Event> again = Vector.<Event>of(Events.reset(2), Events.start(2)).appendAll(Events.ticks(ticks));
            return Vector.of(
                draft("moved", "a cell moves from 0 to 1, with %d ticks after its start".formatted(ticks), "WidenedPartition", both, again.append(Events.post(2, 1)).append(Events.release(2)).append(Events.rendezvous(2))
                    .append(Events.move("1.0", 2, 1)).appendAll(Events.proceed(2, 4)).append(Events.handOff(2)).appendAll(Events.ticks(TICKS)).append(Events.data("2.0", 1)).append(Events.data("2.0", 0))),
                draft("moved", "a cell leaves 0, with %d ticks after its start".formatted(ticks), "WidenedPartition", both, again.append(Events.leave("0.0", 2, 0)).appendAll(Events.proceed(2, 3)).append(Events.data("0.0", 2))),
                draft("moved", "a partition becomes ready for reconfiguration and boots again, with %d ticks".formatted(ticks), "StaleConfiguration", both, Vector.<Event>of(Events.reconfigure("0.0", 0)).appendAll(Events.ticks(ticks))
                    .append(Events.release(0)).append(Events.rendezvous(0)).append(Events.join("0.0", 0, 0)).appendAll(Events.proceed(0, 3)).append(Events.handOff(0)).appendAll(Events.ticks(TICKS))));
        });
    }
}
