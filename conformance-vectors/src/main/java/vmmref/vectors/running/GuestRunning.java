package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.atomic.AtomicLong;
import vmmref.model.machine.Machine;
import vmmref.model.step.Step;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;

/// Guests that run by turns under the monitor until each has stopped.
public final class GuestRunning {
    private static final int PUBLISHED = 1 << 12;

    private final Monitored monitored;
    private final Step bare;
    private final long most;
    private final long slice;
    private final AtomicLong done = new AtomicLong();

    /// @param most  how many instructions each may execute, and how many exits it may have
    /// @param slice after how many instructions of one, or exits if it had more, it is the turn of the next
    public GuestRunning(Monitoring rules, long most, long slice) {
        this.monitored = Monitored.of(rules);
        this.bare      = Step.of(rules.guest());
        this.most      = most;
        this.slice     = slice;
    }

    /// A guest as far as it has come.
    private record Course(Machine start, Costs costs, Option<Hosting> turned, Option<GuestRan> ran) {
        Course with(GuestSlice slice, Option<GuestSlice.End> end) {
            Costs changed = slice.costs();
            return new Course(start, changed, slice.turned(), end.map(found -> new GuestRan(new Ran(start, found.machine(), changed.instructions(), found.ending()), changed)));
        }
    }

    /// {@return about how many instructions of all guests were done so far; any thread may ask}
    public long done() {
        return done.get();
    }

    /// {@return what came of guests}
    ///
    /// @param begun  about to run the first one
    /// @param starts the machines on which they believe to start
    public GuestsRan run(Hosting begun, Seq<Machine> starts, GuestWatcher watcher) {
        Vector<Course> courses = starts.map(start -> new Course(start, Costs.NONE, Option.none(), Option.none())).toVector();
        Hosting hosting = begun;
        long switches = 0;
        long operations = 0;
        while (true) {
            int running = hosting.monitor().running();
            GuestSlice turns = new GuestSlice(monitored, bare, hosting, courses.get(running).costs(), courses.get(running).turned(), most, watcher);
            Option<GuestSlice.End> end = through(turns, turns.costs(), others(courses, running).isEmpty() ? Long.MAX_VALUE : slice);
            courses = courses.update(running, courses.get(running).with(turns, end));
            hosting = turns.hosting();
            Option<Integer> next = others(courses, running).headOption();
            if (next.isEmpty() && end.isDefined()) return new GuestsRan(courses.map(course -> course.ran().get()), switches, operations, hosting);
            if (next.isEmpty()) continue;
            Answer answer = hosting.rules().switched(hosting.monitor(), hosting.machine(), next.get());
            watcher.switched(running, answer);
            hosting = new Hosting(hosting.rules(), answer.monitor(), answer.machine());
            switches++;
            operations += answer.done().size();
        }
    }

    /// {@return the end of a guest, if it ends within its slice}
    private Option<GuestSlice.End> through(GuestSlice turns, Costs before, long length) {
        long counted = before.instructions();
        Option<GuestSlice.End> end = Option.none();
        while (end.isEmpty() && turns.costs().instructions() - before.instructions() < length && turns.costs().exited() - before.exited() < length) {
            end = turns.turn();
            if (turns.costs().instructions() - counted >= PUBLISHED) {
                done.addAndGet(turns.costs().instructions() - counted);
                counted = turns.costs().instructions();
            }
        }
        done.addAndGet(turns.costs().instructions() - counted);
        return end;
    }

    /// {@return the others that have not stopped, the next one first}
    private static Seq<Integer> others(Seq<Course> courses, int running) {
        return Vector.range(1, courses.size()).map(more -> (running + more) % courses.size()).filter(number -> courses.get(number).ran().isEmpty());
    }
}
