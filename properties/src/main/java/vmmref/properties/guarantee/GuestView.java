package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.tlb.Tlb;

/// What a guest can see of its machine: everything but memory, what advanced loads remember, and whether a change of PSR.ic is in flight.
final class GuestView {
    private GuestView() { }

    /// {@return where two machines differ for a guest, with what is there on each}
    ///
    /// @param cached whether translation look-aside buffers are looked at, too
    static Seq<String> differences(Machine expected, Machine actual, boolean cached) {
        Machine own = visible(expected, cached);
        Machine monitored = visible(actual, cached);
        return own.equals(monitored) ? Vector.empty() : parts(own).zipWith(parts(monitored), (one, other) -> one.equals(other) ? "" : one + " | " + other).reject(String::isEmpty);
    }

    private static Machine visible(Machine machine, boolean cached) {
        Machine seen = cached ? machine : machine.withTlb(Tlb.EMPTY);
        return seen.withMemory(Memory.ZERO).withPosition(machine.position().unfetched()).withAlat(Alat.EMPTY).withAddressing(machine.addressing().withInFlight(false).withCodeEd(false));
    }

    private static Seq<String> parts(Machine machine) {
        return Vector.<String>empty()
            .append("ip " + machine.position()).append("last " + machine.last()).append("psr " + machine.psr()).append("dcr " + machine.addressing().dcr()).append("pta " + machine.addressing().pta())
            .append("cfm " + machine.cfm()).append("rse " + machine.stack()).append("pr " + Long.toHexString(machine.predicates())).append("in service " + machine.inService())
            .appendAll(Vector.range(0, 8).map(number -> "rr" + number + " " + machine.addressing().regions().get(number)))
            .appendAll(Vector.range(0, machine.addressing().keys().number()).map(number -> "pkr" + number + " " + machine.addressing().keys().get(number)))
            .append("itlb " + machine.addressing().tlb().instruction().all().map(Object::toString).sorted()).append("dtlb " + machine.addressing().tlb().data().all().map(Object::toString).sorted())
            .appendAll(Vector.range(0, GeneralRegisters.NUMBER).map(number -> "physical general register " + number + " " + machine.general().get(number)))
            .appendAll(Vector.range(2, 128).map(number -> "f" + number + " " + machine.floating(number)))
            .appendAll(Vector.range(0, Machine.BRANCHES).map(number -> "b" + number + " " + Long.toHexString(machine.branches().get(number))))
            .appendAll(Vector.range(0, Machine.FILE).map(number -> "ar" + number + " " + Long.toHexString(machine.application().get(number))))
            .appendAll(Vector.range(0, Machine.FILE).map(number -> "cr" + number + " " + Long.toHexString(machine.control().get(number))))
            .append("indirect " + machine.indirect());
    }
}
