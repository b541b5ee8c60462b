package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Change;
import vmmref.model.partition.Event;
import vmmref.model.partition.Phase;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Software;
import vmmref.model.partition.Status;
import vmmref.vectors.format.Draft;

/// Changes of routing: what forbids them, their steps, and whatever may happen between two steps.
final class RoutingDrafts {
    private static final Seq<Change.Kind> KINDS = Vector.of(Change.Kind.values());

    private RoutingDrafts() { }

    private record Disturbance(String name, Event event) { }

    static Seq<Draft> all() {
        return KINDS.flatMap(RoutingDrafts::instructed).appendAll(KINDS.flatMap(RoutingDrafts::disturbed)).appendAll(KINDS.flatMap(RoutingDrafts::gated)).appendAll(KINDS.flatMap(RoutingDrafts::asked))
            .appendAll(masks()).appendAll(both());
    }

    /// Cell 0 runs partition 0, and cell 1 is instructed: in every phase, assigned to each, in each mask.
    private static Seq<Draft> instructed(Change.Kind kind) {
        Event event = Events.instruct("0.0", kind, 1, 0);
        return Vector.of(Phase.values()).flatMap(phase -> Vector.of(-1, 0, 1).flatMap(assigned -> Vector.of(-1, 0, 1).flatMap(mask -> {
            Setup cell = Setup.RESET.running(0, 0).cell(1, phase, phase == Phase.RESET ? Software.NONE : phase == Phase.RUNNING ? Software.OTHER : Software.TRUSTED);
            Setup known = assigned < 0 ? cell : cell.assigned(1, assigned);
            Setup placed = mask < 0 ? known : known.route(mask, 1);
            String title = "%s 0 of a cell in phase %s, assigned to %s, in %s".formatted(Steps.text(kind), phase.text(), assigned < 0 ? "none" : assigned, mask < 0 ? "no mask" : "mask " + mask);
            return Vector.of(draft("instructed", title, "WidenedPartition", placed, event),
                draft("instructed", title + ", while it is about to leave", "WidenedPartition", placed.change(1, "leave", 1, "close"), event));
        })));
    }

    private static Setup ready(Change.Kind kind) {
        Setup running = Setup.RESET.running(0, 0).running(2, 1);
        return switch (kind) {
            case JOIN  -> running.waiting(1, 0);
            case MOVE  -> running.returned(1, 1, 0);
            case LEAVE -> running.blocked(1).route(0, 1);
        };
    }

    private static Seq<Disturbance> disturbances() {
        return Vector.of(
            new Disturbance("a tick", Events.TICK),
            new Disturbance("processor 1.0 leaves trusted software", Events.leave("1.0")),
            new Disturbance("processor 1.1 leaves trusted software", Events.leave("1.1")),
            new Disturbance("its reset", Events.reset(1)),
            new Disturbance("a reset of cell 0", Events.reset(0)),
            new Disturbance("a reset of cell 2", Events.reset(2)),
            new Disturbance("a start of cell 3", Events.start(3)),
            new Disturbance("its start", Events.start(1)),
            new Disturbance("a profile for it", Events.post(1, 1)),
            new Disturbance("a profile that assigns it to none", Events.postNone(1)),
            new Disturbance("its release", Events.release(1)),
            new Disturbance("its rendezvous", Events.rendezvous(1)),
            new Disturbance("its hand-off", Events.handOff(1)),
            new Disturbance("a second instruction to join", Events.join("0.0", 1, 0)),
            new Disturbance("an instruction to leave", Events.leave("0.0", 1, 0)),
            new Disturbance("an instruction to move elsewhere", Events.move("2.0", 1, 1)),
            new Disturbance("a step of cell 0", Events.proceed(0)),
            new Disturbance("reconfiguration of partition 0", Events.reconfigure("0.0", 0)),
            new Disturbance("reconfiguration of partition 1", Events.reconfigure("2.0", 1)),
            new Disturbance("a read of the mask", Events.read("0.0", 0, RegisterClass.ROUTE)),
            new Disturbance("a write to the mask", Events.write("1.0", 0, RegisterClass.ROUTE, 0)),
            new Disturbance("a packet from it", Events.packet("1.0", 0, true, 0x77, Status.SECURE)),
            new Disturbance("data to it", Events.data("0.0", 1)),
            new Disturbance("a request for a link", Events.request(0, 1)),
            new Disturbance("a stuck line of its report path", Events.stickReport(1, 0, 0)),
            new Disturbance("a stuck line of the status path", Events.stickStatus(0, 4, 0)));
    }

    /// Each disturbance at each point, and then the steps that are left, and ticks.
    private static Seq<Draft> disturbed(Change.Kind kind) {
        Event instruction = Events.instruct("0.1", kind, 1, 0);
        int steps = Steps.of(kind).size();
        Draft plain = draft("changes", "%s 0 step by step".formatted(Steps.text(kind)), "UnsecureChange", ready(kind), Events.proceed(1, steps).prepend(instruction).appendAll(Events.ticks(2)));
        return Vector.range(0, steps + 1).flatMap(done -> disturbances().map(disturbance -> draft("changes",
                "%s 0: %s after %d of %d steps".formatted(Steps.text(kind), disturbance.name, done, steps), "UnsecureChange", ready(kind),
                Events.proceed(1, done).prepend(instruction).append(disturbance.event).appendAll(Events.proceed(1, Math.max(1, steps - done))))))
            .prepend(plain);
    }

    /// Each step, with a cell that is secure wholly, in part or not at all, in the register and as each controller sees it.
    private static Seq<Draft> gated(Change.Kind kind) {
        return Steps.of(kind).flatMap(step -> Vector.of("1", "1.0", "1.1", "").flatMap(secure -> Vector.of("the register", "its controller", "the other controller").map(who -> {
            Setup cell = ready(kind).change(1, Steps.text(kind), 0, Steps.text(step));
            String[] some = secure.isEmpty() ? new String[0] : new String[] {secure};
            Setup setup = switch (who) {
                case "the register"   -> cell.onlySecure(some).sees(0, "1").sees(1, "1");
                case "its controller" -> cell.sees(0, some);
                default               -> cell.sees(1, some);
            };
            return draft("steps", "%s 0, to %s, while %s knows as secure %s".formatted(Steps.text(kind), Steps.text(step), who, secure.isEmpty() ? "nothing of it" : "processors " + secure),
                "UnsecureChange", setup, Events.proceed(1));
        })));
    }

    /// Who instructs: each processor of the cell itself, of a cell of the partition, of a stranger, and one without software.
    private static Seq<Draft> asked(Change.Kind kind) {
        Setup setup = ready(kind).cell(3, Phase.RESET, Software.NONE).assigned(3, 0);
        return Vector.of("0.0", "0.1", "1.0", "1.1", "2.0", "2.1", "3.0").flatMap(by -> Vector.of(0, 1).map(partition ->
            draft("instructing", "%s instructs cell 1 to %s %d".formatted(by, Steps.text(kind), partition), "ForeignAccess", setup, Events.instruct(by, kind, 1, partition), Events.proceed(1))));
    }

    /// No bit but the cell's own changes.
    private static Seq<Draft> masks() {
        return Vector.range(0, 16).flatMap(mask -> {
            Vector<Integer> cells = Vector.range(0, 4).filter(cell -> cell != 1 && (mask >>> cell & 1) == 1);
            int[] others = cells.toJavaStream().mapToInt(Integer::intValue).toArray();
            int[] rest = Vector.of(0, 2, 3).removeAll(cells).toJavaStream().mapToInt(Integer::intValue).toArray();
            boolean own = (mask >>> 1 & 1) == 1;
            Setup setup = Setup.RESET.waiting(1, 0).route(0, others).route(1, rest);
            return own
                ? Vector.of(draft("masks", "cell 1 moves from among cells %s to cells %s".formatted(Vector.ofAll(rest), cells), "UnsecureChange", setup.route(1, 1).change(1, "move", 0, "remove"), Events.proceed(1, 3)),
                    draft("masks", "cell 1 leaves cells %s".formatted(cells), "UnsecureChange", setup.route(0, 1).change(1, "leave", 0, "remove"), Events.proceed(1, 2)))
                : Vector.of(draft("masks", "cell 1 joins cells %s".formatted(cells), "UnsecureChange", setup.change(1, "join", 0, "add"), Events.proceed(1, 2)));
        });
    }

    /// Two cells change at once, step by step in every order.
    private static Seq<Draft> both() {
        Setup setup = Setup.RESET.waiting(0, 0).waiting(1, 0).change(0, "join", 0, "determine").change(1, "join", 0, "determine");
        return orders(3, 3).map(order -> draft("two-changes", "two cells join, in the order %s".formatted(order.mkString()), "UnsecureChange", setup, order.map(Events::proceed)))
            .appendAll(orders(3, 3).map(order -> draft("two-changes", "one cell joins and another leaves, in the order %s".formatted(order.mkString()), "UnsecureChange",
                Setup.RESET.waiting(0, 0).blocked(1).route(0, 1).change(0, "join", 0, "determine").change(1, "leave", 0, "determine"), order.map(Events::proceed))));
    }

    private static Seq<Seq<Integer>> orders(int zeros, int ones) {
        if (zeros == 0 && ones == 0) return Vector.of(Vector.empty());
        Seq<Seq<Integer>> first  = zeros == 0 ? Vector.empty() : orders(zeros - 1, ones).map(order -> order.prepend(0));
        Seq<Seq<Integer>> second = ones == 0  ? Vector.empty() : orders(zeros, ones - 1).map(order -> order.prepend(1));
        return first.appendAll(second);
    }
}
