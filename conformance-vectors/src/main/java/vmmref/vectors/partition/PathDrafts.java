package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Event;
import vmmref.model.partition.RegisterClass;
import vmmref.vectors.format.Draft;

/// Paths: how long transfers take, what takes their place, and lines that are stuck.
final class PathDrafts {
    private static final Seq<Integer> LEVELS = Vector.of(0, 1);

    private PathDrafts() { }

    static Seq<Draft> all() {
        return status().appendAll(report()).appendAll(alone()).appendAll(pairs()).appendAll(transfers());
    }

    /// Every line of the path to a partition, stuck before a frame, under way, and after it.
    private static Seq<Draft> status() {
        return Vector.range(0, 16).flatMap(line -> LEVELS.flatMap(level -> Vector.range(0, 4).map(ticks -> draft("stuck-status",
            "line %d of a status path is stuck at %d, %s".formatted(line, level, ticks == 0 ? "and then a cell starts" : ticks + " events after a cell began to start"), "StuckLine",
            line % 2 == 0 ? Setup.RESET : Setup.RESET.blocked(1).blocked(3),
            Vector.<Event>of(Events.start(0)).appendAll(Events.ticks(3)).insert(ticks, Events.stickStatus(1, line, level))))));
    }

    private static Seq<Draft> report() {
        return Vector.range(0, 8).flatMap(line -> LEVELS.flatMap(level -> Vector.of(
            draft("stuck-report", "line %d of a report path is stuck at %d, and then the cell starts".formatted(line, level), "StuckLine", Setup.RESET, Vector.<Event>of(Events.stickReport(0, line, level), Events.start(0)).appendAll(Events.ticks(3))),
            draft("stuck-report", "line %d of a report path is stuck at %d after the start".formatted(line, level), "StuckLine", Setup.RESET, Vector.<Event>of(Events.start(0), Events.stickReport(0, line, level)).appendAll(Events.ticks(3))),
            draft("stuck-report", "line %d of a report path is stuck at %d, and then a processor leaves".formatted(line, level), "StuckLine", Setup.RESET.waiting(1, 0),
                Vector.<Event>of(Events.stickReport(1, line, level), Events.leave(line < 4 ? "1.1" : "1.0")).appendAll(Events.ticks(3))),
            draft("stuck-report", "line %d of a report path has been stuck at %d, and the cell starts".formatted(line, level), "StuckLine", Setup.RESET.stuckReport(2, line, level), Vector.<Event>of(Events.start(2)).appendAll(Events.ticks(2))),
            draft("stuck-report", "line %d of a report path is stuck at %d and then at the other level".formatted(line, level), "StuckLine", Setup.RESET,
                Vector.<Event>of(Events.stickReport(0, line, level), Events.stickReport(0, line, 1 - level), Events.start(0)).appendAll(Events.ticks(2))))));
    }

    /// Nothing but a stuck line, after nothing or a start.
    private static Seq<Draft> alone() {
        return Vector.range(0, 4).flatMap(line -> LEVELS.flatMap(level -> Vector.of(
            draft("stuck-report", "line %d of the report path of a waiting cell is stuck at %d".formatted(line, level), "StuckLine", Setup.RESET.waiting(0, 0), Events.stickReport(0, line, level)),
            draft("stuck-report", "line %d of the report path of a cell that starts is stuck at %d afterwards".formatted(line, level), "StuckLine", Setup.RESET, Events.start(0), Events.stickReport(0, line, level)),
            draft("stuck-status", "line %d of a status path is stuck at %d after a start".formatted(line, level), "StuckLine", Setup.RESET, Events.start(0), Events.stickStatus(0, line, level)))));
    }

    /// The two lines of a status, at every pair of levels, before it is secure and before it falls.
    private static Seq<Draft> pairs() {
        return Vector.of(0, 2, 4, 6).flatMap(line -> LEVELS.flatMap(one -> LEVELS.flatMap(other -> {
            Setup stuck = Setup.RESET.stuckStatus(0, line, one).stuckStatus(0, line + 1, other);
            String title = "lines %d and %d of a status path have been stuck at %d and %d".formatted(line, line + 1, one, other);
            return Vector.of(
                draft("stuck-pairs", title + ", and cell 0 starts", "StuckLine", stuck, Events.ticks(2).prepend(Events.start(0))),
                draft("stuck-pairs", title + ", and a processor leaves", "StuckLine", stuck.waiting(0, 0), Events.ticks(3).prepend(Events.leave("0.0"))),
                draft("stuck-pairs", title + ", a cell starts, and its partition is asked", "StuckLine", stuck.waiting(1, 0).sees(0), Events.ticks(2).prepend(Events.start(0)).append(Events.write("1.0", 0, RegisterClass.FIREWALL, 3))),
                draft("stuck-pairs", title + " on the report path too, and cell 0 starts", "StuckLine", stuck.stuckReport(0, line % 4, one).stuckReport(0, line % 4 + 1, other), Events.ticks(2).prepend(Events.start(0))));
        })));
    }

    /// How long a frame takes, alone and when others take its place.
    private static Seq<Draft> transfers() {
        Seq<Draft> alone = Vector.range(0, 4).flatMap(cell -> Vector.range(0, 5).map(ticks -> draft("transfers", "cell %d starts, and the clock ticks %d times".formatted(cell, ticks), "TransferRestart",
            Setup.RESET, Events.ticks(ticks).prepend(Events.start(cell)))));
        Seq<Draft> replaced = Vector.range(0, 4).flatMap(ticks -> Vector.of(
            draft("transfers", "a second cell starts %d ticks after the first".formatted(ticks), "TransferRestart", Setup.RESET, Events.ticks(ticks).prepend(Events.start(0)).append(Events.start(1)).appendAll(Events.ticks(3))),
            draft("transfers", "a cell is reset %d ticks after it started".formatted(ticks), "TransferRestart", Setup.RESET, Events.ticks(ticks).prepend(Events.start(0)).append(Events.reset(0)).appendAll(Events.ticks(3))),
            draft("transfers", "the second processor leaves %d ticks after the first".formatted(ticks), "LeavingTooEarly", Setup.RESET.waiting(0, 0),
                Events.ticks(ticks).prepend(Events.leave("0.0")).append(Events.leave("0.1")).appendAll(Events.ticks(3))),
            draft("transfers", "a processor leaves %d ticks after its cell started".formatted(ticks), "LeavingTooEarly", Setup.RESET, Events.ticks(ticks).prepend(Events.start(0)).append(Events.leave("0.0")).appendAll(Events.ticks(3))),
            draft("transfers", "a hand-off %d ticks after a join closed".formatted(ticks), "LeavingTooEarly", Setup.RESET.waiting(0, 0).route(0, 0).change(0, "join", 0, "close"),
                Events.ticks(ticks).prepend(Events.proceed(0)).append(Events.handOff(0)).appendAll(Events.ticks(3))),
            draft("transfers", "a processor of a reset cell was leaving for %d ticks".formatted(ticks), "LeavingTooEarly", Setup.RESET.waiting(0, 0),
                Events.ticks(ticks).prepend(Events.leave("0.0")).append(Events.reset(0)).append(Events.start(0)).appendAll(Events.ticks(3)))));
        return alone.appendAll(replaced);
    }
}
