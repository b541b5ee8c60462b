package vmmref.vectors.xlate;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Addressing;
import vmmref.model.profile.Profile;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.vectors.format.Needs;

/// What an implementation must have so that a start state can be set up on it, as far as the least one that the architecture admits does not.
public final class Requirements {
    private static final int VIRTUAL = 51;
    private static final int PHYSICAL = 44;
    private static final int IDENTIFIER = 18;
    private static final int REGISTERS = 8;
    private static final int CACHED = 1;
    private static final int KEY_REGISTERS = 16;

    private Requirements() { }

    /// {@return the needs of a start state, and others}
    public static Needs of(Addressing machine, Map<String, String> others) {
        Seq<Translation> held = Vector.of(Stream.values()).flatMap(stream -> machine.tlb().entries(stream).all()).map(Entry::translation);
        Seq<Tuple2<String, Integer>> least = Vector.of(
            Tuple.of("va", most(held.map(translation -> virtual(translation)), VIRTUAL)),
            Tuple.of("pa", most(held.map(translation -> bits(translation.entry().frame())), PHYSICAL)),
            Tuple.of("rid", most(held.map(translation -> bits(translation.rid())).appendAll(machine.regions().all().map(RegionRegister::identifier).map(Requirements::bits)), IDENTIFIER)),
            Tuple.of("key", most(held.map(translation -> bits(translation.key())).appendAll(Vector.range(0, machine.keys().number()).map(number -> bits(machine.keys().get(number).key()))), IDENTIFIER)),
            Tuple.of("itr", slots(machine, Stream.INSTRUCTION)),
            Tuple.of("dtr", slots(machine, Stream.DATA)),
            Tuple.of("tc", most(Vector.of(Stream.values()).map(stream -> machine.tlb().entries(stream).cachedNumber()), CACHED)),
            Tuple.of("pkr", most(Vector.range(0, machine.keys().number()).filter(number -> machine.keys().get(number).bits() != 0).map(number -> number + 1), KEY_REGISTERS)));
        Map<String, String> needs = LinkedHashMap.ofEntries(least.filter(each -> each._2 > 0).map(each -> each.map2(bits -> ">=" + bits)));
        Map<String, String> virtualised = machine.psr().vm() ? needs.put(Profile.VIRTUAL_MACHINE_SWITCH, "true") : needs;
        return new Needs(others.merge(virtualised));
    }

    /// 0 where the least implementation has enough.
    private static int most(Seq<Integer> all, int enough) {
        return all.max().filter(most -> most > enough).getOrElse(0);
    }

    private static int slots(Addressing machine, Stream stream) {
        return most(machine.tlb().entries(stream).all().map(entry -> entry.slot() + 1), REGISTERS);
    }

    private static int virtual(Translation translation) {
        return Vector.rangeClosed(VIRTUAL, 61).find(bits -> translation.page().isImplemented(bits)).getOrElse(61);
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }
}
