package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Software;
import vmmref.model.partition.Status;
import vmmref.vectors.format.Draft;

/// Packets to the fabric: who sends them, in which company, and what they claim.
final class PacketDrafts {
    private PacketDrafts() { }

    private record Company(String name, Setup setup) { }

    static Seq<Draft> all() {
        return companies().flatMap(company -> Vector.of(true, false).flatMap(configures -> Vector.of(Status.values()).flatMap(claim -> Vector.of("0.0", "0.1").map(by ->
                draft("packets", "%s sends, %s, claiming %s%s".formatted(by, company.name, claim, configures ? ", a configuration" : ""), "ClaimedStatus", company.setup,
                    Events.packet(by, 0, configures, 0xabcd, claim))))))
            .appendAll(Vector.of(Software.values()).flatMap(software -> Vector.of("0", "").flatMap(secure -> Vector.of(0, 1, 2).map(partition ->
                draft("packets", "a processor that executes %s configures partition %d, its cell %s".formatted(software.text(), partition, secure.isEmpty() ? "unsecure" : "secure"), "ClaimedStatus",
                    (secure.isEmpty() ? Setup.RESET : Setup.RESET.secure(secure)).cell(0, Phase.RELEASED, software), Events.packet("0.0", partition, true, 0x1234, Status.SECURE))))))
            .appendAll(Vector.of(0, 31, 32, 63).map(bit -> draft("packets", "a configuration with bit %d set takes the place of another".formatted(bit), "ClaimedStatus",
                Setup.RESET.blocked(0).word(0, "configuration", 0x5555_5555_5555_5555L), Events.packet("0.0", 0, true, 1L << bit, Status.SECURE))));
    }

    private static Seq<Company> companies() {
        Setup own = Setup.RESET.blocked(0);
        return Vector.of(
            new Company("in no partition", own),
            new Company("alone in a partition", own.assigned(0, 0)),
            new Company("unsecure itself", own.onlySecure()),
            new Company("with one secure processor", own.onlySecure("0.0")),
            new Company("with the other secure processor", own.onlySecure("0.1")),
            new Company("beside a secure cell", own.assigned(0, 0).blocked(1).assigned(1, 0)),
            new Company("beside a cell with one unsecure processor", own.assigned(0, 0).blocked(1).assigned(1, 0).onlySecure("0", "1.1")),
            new Company("beside an unsecure cell of another partition", own.assigned(0, 0).running(1, 1)),
            new Company("with an unsecure cell in the mask", own.assigned(0, 0).running(1, 0)),
            new Company("its mask with an unsecure cell that is assigned elsewhere", own.assigned(0, 1).route(0, 0, 1)),
            new Company("with a cell in reset that is assigned there", own.assigned(0, 0).assigned(2, 0)),
            new Company("in two partitions, unsecure company in the old one", own.assigned(0, 0).route(1, 0).running(1, 1)),
            new Company("in two partitions, unsecure company in the new one", own.assigned(0, 0).route(1, 0).running(1, 0)),
            new Company("in two partitions, secure company in both", own.assigned(0, 0).route(1, 0).waiting(1, 1).waiting(2, 0)),
            new Company("a partition away from an unsecure cell", own.assigned(0, 0).waiting(1, 0).route(1, 1).running(2, 1)));
    }
}
