package vmmref.vectors.running;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.word.Bits;

/// What changes in the registers and translations that the monitor keeps for a guest, as a trace has it: `cr.iva=0000000000110000`, `dtr0 0000000000100000 -> 0000000000100000, 256K`, `+dtc 0000000000200000 -> 0000000000208000, 16K`.
final class BeliefText {
    /// Translation registers of a stream that there can be.
    private static final int REGISTERS = 256;

    private BeliefText() { }

    static Seq<String> changed(Machine before, Machine after) {
        Map<String, String> old = registers(before);
        return registers(after).filter(each -> !old.get(each._1).contains(each._2)).map(each -> each._1 + "=" + each._2).toVector()
            .appendAll(Vector.of(Stream.values()).flatMap(stream -> pinned(before, after, stream).appendAll(cached(before, after, stream))));
    }

    private static Map<String, String> registers(Machine machine) {
        Addressing addressing = machine.addressing();
        return LinkedHashMap.<String, String>of("psr", machine.psr().toString())
            .merge(LinkedHashMap.ofEntries(Vector.range(0, Machine.FILE).map(Place.Control::new).map(place -> Tuple.of(place.toString(), Bits.hexadecimal(place.of(machine))))))
            .merge(LinkedHashMap.ofEntries(Vector.range(0, RegionRegisters.NUMBER).map(number -> Tuple.of("rr" + number, addressing.regions().get(number).toString()))))
            .merge(LinkedHashMap.ofEntries(Vector.range(0, addressing.keys().number()).map(number -> Tuple.of("pkr" + number, addressing.keys().get(number).toString()))));
    }

    private static Seq<String> pinned(Machine before, Machine after, Stream stream) {
        return Vector.range(0, REGISTERS).map(slot -> Tuple.of(name(stream) + "tr" + slot, after.addressing().tlb().register(stream, slot), before.addressing().tlb().register(stream, slot)))
            .filter(each -> !each._2.equals(each._3)).map(each -> each._1 + " " + each._2.map(BeliefText::of).getOrElse("empty"));
    }

    private static Seq<String> cached(Machine before, Machine after, Stream stream) {
        Seq<Translation> old = before.addressing().tlb().cached(stream);
        Seq<Translation> now = after.addressing().tlb().cached(stream);
        return now.removeAll(old).map(each -> "+" + name(stream) + "tc " + of(each)).appendAll(old.removeAll(now).map(each -> "-" + name(stream) + "tc " + of(each)));
    }

    private static String name(Stream stream) {
        return stream == Stream.INSTRUCTION ? "i" : "d";
    }

    private static String of(Translation translation) {
        return translation.page() + " -> " + translation.physical(translation.page()) + ", " + translation.size();
    }
}
