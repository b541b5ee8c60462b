package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Change;
import vmmref.model.partition.Event;
import vmmref.model.partition.Phase;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Software;
import vmmref.vectors.format.Draft;

/// Partitions that are made ready for reconfiguration, and what is left of them.
final class ReconfigurationDrafts {
    private ReconfigurationDrafts() { }

    static Seq<Draft> all() {
        return cells().appendAll(registers()).appendAll(askers()).appendAll(resets());
    }

    /// A second cell in every phase, in the partition in every way.
    private static Seq<Draft> cells() {
        return Vector.of(Phase.values()).flatMap(phase -> Vector.of(-1, 0, 1).flatMap(assigned -> Vector.of(-1, 0, 1).flatMap(mask -> {
            Setup cell = Setup.RESET.running(0, 0).cell(1, phase, phase == Phase.RESET ? Software.NONE : phase == Phase.RUNNING ? Software.OTHER : Software.TRUSTED);
            Setup known = assigned < 0 ? cell : cell.assigned(1, assigned);
            Setup placed = mask < 0 ? known : known.route(mask, 1);
            return Vector.of(draft("reconfiguration", "a cell in phase %s, assigned to %s, in %s, when 0 becomes ready for reconfiguration".formatted(phase.text(), assigned < 0 ? "none" : assigned, mask < 0 ? "no mask" : "mask " + mask),
                "StaleConfiguration", placed, Vector.<Event>of(Events.reconfigure("0.0", 0)).appendAll(Events.ticks(2))));
        })));
    }

    private static Seq<Draft> registers() {
        Setup full = Setup.RESET.running(0, 0).running(1, 1).waiting(2, 2).linked(0, 1).consented(0, 1).consented(1, 0).asked(0, 2).consented(2, 0);
        return Vector.of(RegisterClass.FIREWALL, RegisterClass.SHARING, RegisterClass.INTERRUPT, RegisterClass.GENERAL).flatMap(register -> Vector.of(0, 1).map(partition ->
                draft("reconfiguration", "%s of partition %d when %s becomes ready for reconfiguration".formatted(register, partition, "0"), "StaleConfiguration", full.word(partition, register.text(), 0x0123_4567_89ab_cdefL),
                    Events.reconfigure("0.0", 0))))
            .appendAll(Vector.of(0, 1, 2).map(partition -> draft("reconfiguration", "links of three when %d becomes ready for reconfiguration".formatted(partition), "StaleConfiguration", full, Events.reconfigure(partition + ".0", partition))))
            .appendAll(Vector.of(Change.Kind.values()).flatMap(kind -> Steps.of(kind).map(step ->
                draft("reconfiguration", "a cell about to %s, to %s, when its partition becomes ready for reconfiguration".formatted(Steps.text(kind), Steps.text(step)), "StaleConfiguration",
                    Setup.RESET.running(0, 0).waiting(1, 0).route(kind == Change.Kind.MOVE ? 1 : 0, 1).change(1, Steps.text(kind), 0, Steps.text(step)), Events.reconfigure("0.0", 0), Events.proceed(1)))));
    }

    private static Seq<Draft> askers() {
        Setup two = Setup.RESET.running(0, 0).running(1, 1).waiting(2, 0).assigned(3, 0);
        return Vector.of("0.0", "0.1", "1.0", "2.0", "2.1", "3.0").flatMap(by -> Vector.of(0, 1).map(partition ->
            draft("reconfiguration", "%s makes partition %d ready for reconfiguration".formatted(by, partition), "ForeignAccess", two, Events.reconfigure(by, partition))));
    }

    /// Resets of one, of all, and of a cell that is started again, where the mask keeps its bit.
    private static Seq<Draft> resets() {
        Setup two = Setup.RESET.running(0, 0).running(1, 0).word(0, "firewall", 0xff).word(0, "configuration", 0x9);
        return Vector.of(
            draft("resets", "one cell of two is reset, and its neighbour writes", "StickySecure", two, Events.reset(0), Events.write("1.0", 0, RegisterClass.FIREWALL, 1)),
            draft("resets", "both cells are reset and start, and one reads", "StickySecure", two, Vector.<Event>of(Events.reset(0), Events.reset(1), Events.start(0), Events.start(1)).appendAll(Events.ticks(2)).append(Events.read("0.0", 0, RegisterClass.FIREWALL))),
            draft("resets", "both cells are reset and start, and one writes", "StickySecure", two, Vector.<Event>of(Events.reset(0), Events.reset(1), Events.start(0), Events.start(1)).appendAll(Events.ticks(2)).append(Events.write("0.0", 0, RegisterClass.FIREWALL, 1))),
            draft("resets", "one cell is reset and starts, and writes beside other software", "OneStatus", two, Vector.<Event>of(Events.reset(0), Events.start(0)).appendAll(Events.ticks(2)).append(Events.write("0.0", 0, RegisterClass.FIREWALL, 1))),
            draft("resets", "a cell that was reset and started leaves", "UnsecureChange", two, Vector.<Event>of(Events.reset(1), Events.start(1)).appendAll(Events.ticks(2)).append(Events.leave("0.0", 1, 0)).appendAll(Events.proceed(1, 3))),
            draft("resets", "a cell that was reset and started moves", "UnsecureChange", two, Vector.<Event>of(Events.reset(1), Events.start(1), Events.post(1, 1), Events.release(1), Events.rendezvous(1))
                .appendAll(Events.ticks(2)).append(Events.move("1.0", 1, 1)).appendAll(Events.proceed(1, 4))));
    }
}
