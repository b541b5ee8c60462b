package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Event;
import vmmref.model.partition.Phase;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Software;
import vmmref.vectors.format.Draft;

/// Accesses to registers: every class, read and written, by whoever may ask, under every status. In tier core each way in which a register can be a partition's meets half of the software that can execute.
final class AccessDrafts {
    private static final Seq<RegisterClass> CLASSES = Vector.of(RegisterClass.values());
    private static final long VALUE = 0x0123_4567_89ab_cdefL;

    private AccessDrafts() { }

    static Seq<Draft> all() {
        return CLASSES.flatMap(register -> Vector.of(false, true).flatMap(writes -> asked(register, writes)))
            .appendAll(aggregates()).appendAll(bits());
    }

    private static Event access(String by, int partition, RegisterClass register, boolean writes) {
        return writes ? Events.write(by, partition, register, VALUE) : Events.read(by, partition, register);
    }

    private static String text(RegisterClass register, boolean writes) {
        return (writes ? "writing " : "reading ") + register;
    }

    /// Registers that hold something.
    static Setup filled(Setup setup) {
        return Vector.of(0, 1).foldLeft(setup, (all, partition) -> all.word(partition, "firewall", 0x000f_0003L + partition).word(partition, "sharing", 0x0000_0200_0001_0003L + partition)
            .word(partition, "interrupt", 0x00ff_4003L + partition).word(partition, "general", 0x1111_2222_3333_4444L + partition));
    }

    private static Seq<Draft> asked(RegisterClass register, boolean writes) {
        Event event = access("0.0", 0, register, writes);
        return Vector.of(Software.values()).flatMap(software -> Vector.of(true, false).flatMap(secure -> {
            Setup cell = filled(Setup.RESET.cell(0, Phase.RENDEZVOUS, software));
            Setup seen = secure ? cell.secure("0") : cell;
            String title = "%s with %s software, its cell %s".formatted(text(register, writes), software.text(), secure ? "secure" : "unsecure");
            return Vector.of(
                draft("access", title + ", by assignment", "ClosedRegister", seen.assigned(0, 0), event),
                draft("access", title + ", by the mask", "ClosedRegister", seen.route(0, 0), event),
                draft("access", title + ", by both", "ClosedRegister", seen.assigned(0, 0).route(0, 0), event),
                draft("access", title + ", assigned elsewhere", "ForeignAccess", seen.assigned(0, 1), event),
                draft("access", title + ", in another mask", "ForeignAccess", seen.route(1, 0), event),
                draft("access", title + ", about to move here", "ForeignAccess", seen.assigned(0, 0).route(1, 0).change(0, "move", 0, "remove"), event),
                draft("access", title + ", of the partition that it is about to leave", "ForeignAccess", seen.assigned(0, 1).route(0, 0).change(0, "move", 1, "remove"), event))
                .zipWithIndex((draft, number) -> draft.unlessFull((register.ordinal() + software.ordinal() + number + (writes ? 1 : 0)) % 2 == 0));
        }));
    }

    /// One of the processors of two cells is unsecure, in the register or as the controller sees it; one in a third cell does not matter.
    private static Seq<Draft> aggregates() {
        Seq<String> all = Vector.of("0.0", "0.1", "1.0", "1.1", "2.0");
        Setup two = filled(Setup.RESET.waiting(0, 0).waiting(1, 0).waiting(2, 1));
        return all.prepend("none").flatMap(unsecure -> Vector.of("0.0", "0.1", "1.1").flatMap(by -> Vector.of("assigned", "routed").flatMap(how -> Vector.of(true, false).flatMap(writes -> {
            String[] others = all.append("2.1").remove(unsecure).toJavaArray(String[]::new);
            Setup placed = how.equals("routed") ? two.route(0, 0, 1).route(1, 2) : two;
            String title = "%s by %s, cells %s, %s unsecure".formatted(text(RegisterClass.FIREWALL, writes), by, how, unsecure);
            return Vector.of(
                draft("aggregate", title, "OneStatus", placed.onlySecure(others), access(by, 0, RegisterClass.FIREWALL, writes)),
                draft("aggregate", title + " as the controller sees it", "StaleStatus", placed.sees(0, others), access(by, 0, RegisterClass.INTERRUPT, writes)),
                draft("aggregate", title + " as another controller sees it", "StaleStatus", placed.sees(1, others), access(by, 0, RegisterClass.INTERRUPT, writes)));
        }))));
    }

    /// Every bit of a register is written and read again.
    private static Seq<Draft> bits() {
        return Vector.of(RegisterClass.FIREWALL, RegisterClass.SHARING, RegisterClass.INTERRUPT, RegisterClass.GENERAL).flatMap(register -> Vector.of(0, 7, 8, 15, 16, 31, 32, 55, 56, 63).map(bit ->
            draft("register-bits", "bit %d of %s is written and read again".formatted(bit, register), "ClosedRegister", Setup.RESET.waiting(0, 0),
                Events.write("0.0", 0, register, 1L << bit), Events.read("0.0", 0, register))));
    }
}
