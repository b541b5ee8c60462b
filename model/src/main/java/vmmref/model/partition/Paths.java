package vmmref.model.partition;

import static vmmref.spec.Partitions.CODE_INVALID;
import static vmmref.spec.Partitions.LINE_STUCK;
import static vmmref.spec.Partitions.TRANSFER_BEGUN;
import static vmmref.spec.Partitions.TRANSFER_DONE;

import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// How statuses travel on paths of one kind.
///
/// @param wiring what they are made of
/// @param count  how many statuses a frame has
/// @param code   what two bits mean
record Paths(Wiring wiring, int count, Code code) {

    /// @param statuses what arrives
    /// @param because  the clause that decides what it is taken for
    private record Got(Statuses statuses, Clause because) { }

    /// {@return how many ticks a frame takes}
    @Partitions.Rule(TRANSFER_DONE)
    int duration() {
        return wiring.latency() + Math.ceilDiv(2 * count, wiring.lines()) - 1;
    }

    @Partitions.Rule(TRANSFER_BEGUN)
    Course send(Course course, Place<Path> place, Statuses statuses) {
        Path path = place.of(course.complex());
        Course begun = course.put(place, new Path(path.lines(), statuses, duration(), path.arrived()), TRANSFER_BEGUN);
        return duration() == 0 ? arrive(begun, place, TRANSFER_DONE) : begun;
    }

    /// @return the course after a tick
    Course tick(Course course, Place<Path> place) {
        Path path = place.of(course.complex());
        return path.left() == 1 ? arrive(course, place, TRANSFER_DONE)
            : course.put(place, new Path(path.lines(), path.sent(), path.left() - 1, path.arrived()), TRANSFER_DONE);
    }

    @Partitions.Rule(LINE_STUCK)
    Course stick(Course course, Place<Path> place, int line, boolean level) {
        Path path = place.of(course.complex());
        Course stuck = course.put(place, new Path(path.lines().stuck(line, level), path.sent(), path.left(), path.arrived()), LINE_STUCK);
        return duration() == 0 ? arrive(stuck, place, LINE_STUCK) : stuck;
    }

    private Course arrive(Course course, Place<Path> place, Clause because) {
        Path path = place.of(course.complex());
        Got got = got(path, because);
        return course.put(place, new Path(path.lines(), path.sent(), 0, got.statuses), got.because);
    }

    private Got got(Path path, Clause because) {
        int secure = 0;
        boolean valid = true;
        for (int place = 0; place < count; place++) {
            boolean sent   = path.sent().isSecure(place);
            boolean first  = path.lines().arrives(sent,  2 * place % wiring.lines());
            boolean second = path.lines().arrives(!sent, (2 * place + 1) % wiring.lines());
            valid = valid && first != second;
            if (code.status(first, second) == Status.SECURE) secure |= 1 << place;
        }
        return new Got(new Statuses(secure), valid ? because : CODE_INVALID);
    }
}
