package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.partition.At.P0;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

class PathsTest {
    private static final Place<Path> PLACE = new Place.StatusPath(P0);
    private static final Course RESET = Course.of(Complex.reset(At.hardware("cells 3")));

    private static Paths paths(int lines, int latency, int count) {
        return new Paths(new Wiring(lines, latency), count, Code::architected);
    }

    private static Path path(Course course) {
        return PLACE.of(course.complex());
    }

    private static Clause last(Course course) {
        return course.effects().last().because();
    }

    @ParameterizedTest
    @CsvSource({
        " 1,  0,  1,   1",
        " 2,  0,  1,   0",
        " 3,  0,  1,   0",
        " 1,  0, 32,  63",
        " 1, 64, 32, 127",
        "63,  0, 32,   1",
        "64,  0, 32,   0",
        "64, 64, 32,  64",
        "64,  1,  1,   1",
        " 3,  0,  2,   1",
        " 3,  5,  3,   6",
        " 4,  0,  2,   0",
        " 4,  0,  3,   1"})
    void aFrameTakesItsBitsByTheLinesAndTheLatency(int lines, int latency, int count, int ticks) {
        assertEquals(ticks, paths(lines, latency, count).duration());
    }

    @Test
    void aFrameArrivesWithTheTickOfItsDuration() {
        Paths three = paths(2, 1, 3);
        Course sent = three.send(RESET, PLACE, new Statuses(0b101));
        assertEquals(new Path(Lines.SOUND, new Statuses(0b101), 3, Statuses.NONE_SECURE), path(sent));
        assertEquals(Partitions.TRANSFER_BEGUN, last(sent));
        Course twice = three.tick(three.tick(sent, PLACE), PLACE);
        assertEquals(new Path(Lines.SOUND, new Statuses(0b101), 1, Statuses.NONE_SECURE), path(twice));
        assertTrue(path(twice).isUnderWay());
        Course arrived = three.tick(twice, PLACE);
        assertEquals(new Path(Lines.SOUND, new Statuses(0b101), 0, new Statuses(0b101)), path(arrived));
        assertEquals(Partitions.TRANSFER_DONE, last(arrived));
        assertFalse(path(arrived).isUnderWay());
    }

    @Test
    void withoutDurationItArrivesAtOnce() {
        assertEquals(new Path(Lines.SOUND, new Statuses(0b110), 0, new Statuses(0b110)), path(paths(6, 0, 3).send(RESET, PLACE, new Statuses(0b110))));
        assertEquals(new Path(Lines.SOUND, new Statuses(-1), 0, new Statuses(-1)), path(paths(64, 0, 32).send(RESET, PLACE, new Statuses(-1))));
    }

    @Test
    void anotherFrameTakesThePlaceOfTheFirst() {
        Paths two = paths(1, 1, 1);
        Course again = two.send(two.tick(two.send(RESET, PLACE, new Statuses(1)), PLACE), PLACE, Statuses.NONE_SECURE);
        assertEquals(new Path(Lines.SOUND, Statuses.NONE_SECURE, 2, Statuses.NONE_SECURE), path(again));
        assertEquals(new Path(Lines.SOUND, new Statuses(1), 2, Statuses.NONE_SECURE), path(two.send(again, PLACE, new Statuses(1))));
    }

    /// Bits 0, 3 and 6 go over line 0, 1 and 4 and 7 over line 1, 2 and 5 over line 2.
    @ParameterizedTest
    @CsvSource({
        "0, false, 0b1111, 0b0110",
        "0, true,  0b1111, 0b1101",
        "0, true,  0b0000, 0b0000",
        "0, false, 0b0000, 0b0000",
        "1, false, 0b1111, 0b1011",
        "1, true,  0b1111, 0b0110",
        "2, false, 0b1111, 0b1101",
        "2, true,  0b1111, 0b1011",
        "2, true,  0b0000, 0b0000",
        "3, true,  0b1111, 0b1111",
        "3, false, 0b1111, 0b1111"})
    void bitsGoOverLinesInTurn(int line, boolean level, String sent, String arrives) {
        Paths three = paths(3, 0, 4);
        Course course = three.send(three.stick(RESET, PLACE, line, level), PLACE, bits(sent));
        assertEquals(2, path(course).left());
        assertEquals(bits(arrives), path(three.tick(three.tick(course, PLACE), PLACE)).arrived());
    }

    private static Statuses bits(String text) {
        return new Statuses(Integer.parseInt(text.substring(2), 2));
    }

    @Test
    void theLastLineOfTheWidestPathSticks() {
        Paths widest = paths(64, 0, 32);
        Course sent = widest.send(RESET, PLACE, new Statuses(-1));
        assertEquals(new Path(new Lines(1L << 63, 0), new Statuses(-1), 0, new Statuses(0x7fffffff)), path(widest.stick(sent, PLACE, 63, true)));
        assertEquals(new Path(new Lines(0, 1L << 63), new Statuses(-1), 0, new Statuses(-1)), path(widest.stick(sent, PLACE, 63, false)));
        assertEquals(new Path(new Lines(0, 1L << 62), new Statuses(-1), 0, new Statuses(0x7fffffff)), path(widest.stick(sent, PLACE, 62, false)));
    }

    @Test
    void withoutDurationTheReceiverSeesAtOnceThatALineSticks() {
        Paths quick = paths(6, 0, 3);
        Course stuck = quick.stick(quick.send(RESET, PLACE, new Statuses(0b111)), PLACE, 2, false);
        assertEquals(new Path(new Lines(0, 0b100), new Statuses(0b111), 0, new Statuses(0b101)), path(stuck));
        assertEquals(Partitions.CODE_INVALID, last(stuck));
        Course both = quick.stick(stuck, PLACE, 3, true);
        assertEquals(new Path(new Lines(0b1000, 0b100), new Statuses(0b111), 0, new Statuses(0b101)), path(both));
        assertEquals(new Path(new Lines(0b1100, 0), new Statuses(0b111), 0, new Statuses(0b101)), path(quick.stick(both, PLACE, 2, true)));
    }

    @Test
    void aStatusThatFlipsIsACodeWordAgain() {
        Paths quick = paths(2, 0, 1);
        Course flipped = quick.stick(quick.stick(quick.send(RESET, PLACE, new Statuses(1)), PLACE, 1, true), PLACE, 0, false);
        assertEquals(new Path(new Lines(0b10, 0b01), new Statuses(1), 0, Statuses.NONE_SECURE), path(flipped));
        assertEquals(Partitions.LINE_STUCK, last(quick.stick(quick.stick(flipped, PLACE, 1, false), PLACE, 0, true)));
        assertEquals(new Statuses(1), path(quick.stick(quick.stick(flipped, PLACE, 1, false), PLACE, 0, true)).arrived());
    }

    @Test
    void withADurationAStuckLineShowsWithTheNextArrival() {
        Paths two = paths(2, 2, 1);
        Course arrived = two.tick(two.tick(two.send(RESET, PLACE, new Statuses(1)), PLACE), PLACE);
        Course stuck = two.stick(arrived, PLACE, 0, false);
        assertEquals(new Path(new Lines(0, 1), new Statuses(1), 0, new Statuses(1)), path(stuck));
        assertEquals(Vector.of(Partitions.LINE_STUCK), stuck.effects().drop(arrived.effects().size()).map(Effect::because).toVector());
        Course again = two.tick(two.tick(two.send(stuck, PLACE, new Statuses(1)), PLACE), PLACE);
        assertEquals(new Path(new Lines(0, 1), new Statuses(1), 0, Statuses.NONE_SECURE), path(again));
        assertEquals(Partitions.CODE_INVALID, last(again));
    }

    @Test
    void aTransferUnderWayGoesOnWhenALineSticks() {
        Paths two = paths(2, 2, 1);
        Course stuck = two.stick(two.tick(two.send(RESET, PLACE, new Statuses(1)), PLACE), PLACE, 1, true);
        assertEquals(new Path(new Lines(2, 0), new Statuses(1), 1, Statuses.NONE_SECURE), path(stuck));
        assertEquals(Statuses.NONE_SECURE, path(two.tick(stuck, PLACE)).arrived());
    }

    @ParameterizedTest
    @CsvSource({"true, false, SECURE", "false, true, UNSECURE", "true, true, UNSECURE", "false, false, UNSECURE"})
    void oneCodeWordIsSecure(boolean first, boolean second, Status status) {
        assertEquals(status, Code.architected(first, second));
    }
}
