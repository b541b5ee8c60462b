package vmmref.model.partition;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import org.apache.commons.lang3.Validate;
import vmmref.model.profile.Profile;

/// What complexes may differ in.
///
/// @param cells      1 to 8: parameter `cells`
/// @param processors of a cell, 1 to 4: `processors`
/// @param partitions 1 to 8: `partitions`
/// @param reports    the paths from cells to the state machine: `report-lines`, `report-latency`
/// @param statuses   the paths from the state machine to controllers: `status-lines`, `status-latency`
/// @param inTransfer what a controller sees while a transfer is under way: `in-transfer`
/// @param gate       whose status decides over an access: `gate`
/// @param secure     what is open under SECURE: `open-secure`
/// @param unsecure   what is open under UNSECURE: `open-unsecure`
/// @param refusal    how a controller refuses an access: `refusal`
/// @param barred     what becomes of an interrupt that is not permitted: `bad-interrupt`
public record Hardware(int cells, int processors, int partitions, Wiring reports, Wiring statuses, InTransfer inTransfer, Gate gate, Opening secure, Opening unsecure, Refusal refusal,
                       Barred barred) {
    static final int MOST_CELLS      = 8;
    static final int MOST_PROCESSORS = 4;
    static final int MOST_PARTITIONS = 8;

    /// What a controller sees while a transfer is under way.
    public enum InTransfer { PREVIOUS, UNSECURE }

    /// Whose status decides.
    public enum Gate { PARTITION, PROCESSOR }

    /// How a controller refuses an access.
    public enum Refusal { ONES, NOTHING, ERROR }

    /// What becomes of an interrupt that is not permitted.
    public enum Barred { REJECT, REPLACE }

    public Hardware {
        Validate.inclusiveBetween(1, MOST_CELLS, cells, "cells is 1 to 8, not %d", cells);
        Validate.inclusiveBetween(1, MOST_PROCESSORS, processors, "processors is 1 to 4, not %d", processors);
        Validate.inclusiveBetween(1, MOST_PARTITIONS, partitions, "partitions is 1 to 8, not %d", partitions);
        Validate.isTrue(!unsecure.isWritable(RegisterClass.ROUTE), "open-unsecure may not open route to writes: software could widen its partition");
    }

    /// {@return the hardware that a profile's parameters describe}
    public static Hardware of(Profile profile) {
        return new Hardware(profile.number("cells"), profile.number("processors"), profile.number("partitions"),
            new Wiring(profile.number("report-lines"), profile.number("report-latency")), new Wiring(profile.number("status-lines"), profile.number("status-latency")),
            named(InTransfer.class, profile, "in-transfer"), named(Gate.class, profile, "gate"), Opening.of(profile.value("open-secure")), Opening.of(profile.value("open-unsecure")),
            named(Refusal.class, profile, "refusal"), named(Barred.class, profile, "bad-interrupt"));
    }

    private static <E extends Enum<E>> E named(Class<E> type, Profile profile, String parameter) {
        Map<String, E> known = LinkedHashMap.ofEntries(Vector.of(type.getEnumConstants()).map(each -> Tuple.of(each.name().toLowerCase(Locale.ROOT), each)));
        String value = profile.value(parameter);
        Validate.isTrue(known.containsKey(value), "profile %s: %s is one of %s, not %s", profile.name(), parameter, known.keySet().mkString(", "), value);
        return known.get(value).get();
    }

    public Seq<Cell> everyCell() {
        return Vector.range(0, cells).map(Cell::new);
    }

    public Seq<Partition> everyPartition() {
        return Vector.range(0, partitions).map(Partition::new);
    }

    public Seq<Processor> everyProcessor() {
        return everyCell().flatMap(cell -> Vector.range(0, processors).map(number -> new Processor(cell, number)));
    }

    /// {@return where the status of a processor stands among those of all cells}
    public int place(Processor processor) {
        return processor.cell().number() * processors + processor.number();
    }

    /// {@return the processors of a cell, among those of all cells}
    Statuses of(Cell cell) {
        return Statuses.all(processors).up(cell.number() * processors);
    }

    public Opening opening(Status status) {
        return status == Status.SECURE ? secure : unsecure;
    }

    public Hardware withPaths(Wiring otherReports, Wiring otherStatuses) {
        return new Hardware(cells, processors, partitions, otherReports, otherStatuses, inTransfer, gate, secure, unsecure, refusal, barred);
    }

    public Hardware withGate(Gate other) {
        return new Hardware(cells, processors, partitions, reports, statuses, inTransfer, other, secure, unsecure, refusal, barred);
    }
}
