package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Event;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Software;
import vmmref.vectors.format.Draft;

/// The life of a cell: every event in every phase, with and without a partition, and with and without a change that is under way.
final class PhaseDrafts {
    private static final Seq<Phase> PHASES = Vector.of(Phase.values());

    private PhaseDrafts() { }

    private record Meant(String name, Event event) { }

    static Seq<Draft> all() {
        return Vector.of(0, 2).flatMap(cell -> PHASES.flatMap(phase -> events(cell).flatMap(event -> guards(phase, event, cell))))
            .appendAll(PHASES.flatMap(PhaseDrafts::handOffs)).appendAll(PHASES.flatMap(PhaseDrafts::neighbours))
            .appendAll(Vector.of(Software.values()).flatMap(PhaseDrafts::leaving));
    }

    private static Seq<Meant> events(int cell) {
        return Vector.of(new Meant("start", Events.start(cell)), new Meant("a profile", Events.post(cell, 1)), new Meant("a profile that assigns nothing", Events.postNone(cell)),
            new Meant("release", Events.release(cell)), new Meant("rendezvous", Events.rendezvous(cell)), new Meant("hand-off", Events.handOff(cell)), new Meant("reset", Events.reset(cell)),
            new Meant("reconfiguration", Events.reconfigure(cell + ".0", 0)), new Meant("a step", Events.proceed(cell)));
    }

    private static Seq<Draft> guards(Phase phase, Meant meant, int cell) {
        Setup free = in(phase, cell);
        Setup assigned = free.assigned(cell, 0);
        String title = "%s in phase %s of cell %d".formatted(meant.name, phase.text(), cell);
        return Vector.of(
            draft("phases", title + ", assigned to none", "PhaseTable", free, meant.event),
            draft("phases", title + ", assigned", "PhaseTable", assigned, meant.event),
            draft("phases", title + ", about to join", "PhaseTable", assigned.change(cell, "join", 0, "determine"), meant.event),
            draft("phases", title + ", about to close a join", "PhaseTable", assigned.route(0, cell).change(cell, "join", 0, "close"), meant.event),
            draft("phases", title + ", about to close a move", "PhaseTable", assigned.route(0, cell).change(cell, "move", 0, "close"), meant.event),
            draft("phases", title + ", about to leave", "PhaseTable", free.route(0, cell).change(cell, "leave", 0, "remove"), meant.event));
    }

    static Setup in(Phase phase, int cell) {
        return switch (phase) {
            case RESET                                    -> Setup.RESET;
            case BLOCKED, RELEASED, RENDEZVOUS, JOINED    -> Setup.RESET.cell(cell, phase, Software.TRUSTED).secure(String.valueOf(cell));
            case RUNNING                                  -> Setup.RESET.cell(cell, phase, Software.OTHER);
        };
    }

    /// What each processor executes, and what becomes of that.
    private static Seq<Draft> handOffs(Phase phase) {
        return Vector.of(Software.values()).flatMap(first -> Vector.of(Software.values()).flatMap(second -> {
            Setup setup = Setup.RESET.cell(0, phase, first).software(0, 1, second).assigned(0, 1).onlySecure(secure(first, second));
            String title = "in phase %s of a cell whose processors execute %s and %s".formatted(phase.text(), first.text(), second.text());
            return Vector.of(
                draft("software", "hand-off " + title, "LeavingTooEarly", setup, Events.handOff(0)),
                draft("software", "reset " + title, "LeavingTooEarly", setup, Events.reset(0)),
                draft("software", "processor 1 leaves trusted software " + title, "LeavingTooEarly", setup, Events.leave("0.1")));
        }));
    }

    private static Seq<Draft> leaving(Software software) {
        Setup setup = Setup.RESET.cell(1, Phase.JOINED, software).secure("1");
        return Vector.of("1.0", "1.1").flatMap(by -> Vector.of(0, 2).map(ticks -> draft("software", "%s leaves trusted software while both execute %s, and %d ticks".formatted(by, software.text(), ticks), "LeavingTooEarly",
            setup, Events.ticks(ticks).prepend(Events.leave(by)))));
    }

    private static String[] secure(Software first, Software second) {
        return Vector.of("0.0").filter(each -> first == Software.TRUSTED).appendAll(Vector.of("0.1").filter(each -> second == Software.TRUSTED)).toJavaArray(String[]::new);
    }

    /// What happens to one cell leaves the others as they are.
    private static Seq<Draft> neighbours(Phase phase) {
        Setup both = in(phase, 0).assigned(0, 0).cell(1, Phase.RELEASED, Software.TRUSTED).secure("1").assigned(1, 0);
        return events(0).map(meant -> draft("neighbours", "%s in phase %s of cell 0, beside a released cell of the same partition".formatted(meant.name, phase.text()), "PhaseTable", both, meant.event))
            .append(draft("neighbours", "a neighbour of a cell in phase %s makes their partition ready for reconfiguration".formatted(phase.text()), "PhaseTable", both, Events.reconfigure("1.0", 0)));
    }
}
