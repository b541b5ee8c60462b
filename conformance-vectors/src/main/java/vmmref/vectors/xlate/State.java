package vmmref.vectors.xlate;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Machine;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Json;

/// The start state of a case, read and written.
///
/// `psr`, `dcr`, `rr.N` and `pkr.N` are words, absent ones 0; `ic` is `in-flight` while a change of PSR.ic has not been serialised; `itlb.ed` is `0` or `1`; `itr.N` and `dtr.N` are translation registers, `itc.NAME`
/// and `dtc.NAME` entries of the translation caches: objects of `va`, `rid` (6 digits), `itir` and `pte`.
final class State {
    private static final Pattern NUMBER   = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern IN_FLIGHT = Pattern.compile("in-flight");
    private static final Pattern BIT = Pattern.compile("[01]");
    private static final int MOST = 256;

    /// Everything is translated, at level 0; eight regions, and nothing mapped.
    static final Base BASE = new Base("translate@1", json(Scene.MACHINE, Option.none()));

    private State() { }

    /// Reads a start state, of a machine with as many protection-key registers as it names.
    /// @throws FieldMistake if a value is malformed, or makes no translation
    static Machine read(Fields fields) {
        return new Machine(
            new Psr(Hex.wordOrZero(fields, "psr")),
            fields.has("ic") && !fields.matching("ic", IN_FLIGHT, "in-flight, or leave it out").isEmpty(),
            fields.has("itlb.ed") && fields.matching("itlb.ed", BIT, "0 or 1").equals("1"),
            new Dcr(Hex.wordOrZero(fields, "dcr")),
            RegionRegisters.of(numbered(fields, "rr", RegionRegisters.NUMBER).padTo(RegionRegisters.NUMBER, 0L).map(RegionRegister::new)),
            ProtectionKeyRegisters.of(numbered(fields, "pkr", MOST).map(ProtectionKeyRegister::new)),
            Vector.of(Stream.values()).foldLeft(Tlb.EMPTY, (tlb, stream) -> cached(registers(tlb, fields, stream), fields, stream)));
    }

    /// Up to the last one that is named.
    private static Array<Long> numbered(Fields fields, String name, int below) {
        return fields.optional(name).toList().flatMap(registers -> names(registers).map(text -> new Numbered(number(registers, text, below), Hex.word(registers, text))))
            .foldLeft(Array.empty(), (all, register) -> all.padTo(register.number + 1, 0L).update(register.number, register.bits));
    }

    private record Numbered(int number, long bits) { }

    private static Tlb registers(Tlb tlb, Fields fields, Stream stream) {
        return fields.optional(letter(stream) + "tr").toList().flatMap(slots -> names(slots).map(name -> new Pinned(number(slots, name, MOST), translation(slots.child(name)))))
            .foldLeft(tlb, (all, pinned) -> all.withRegister(stream, pinned.slot, Option.some(pinned.translation)));
    }

    private record Pinned(int slot, Translation translation) { }

    private static Tlb cached(Tlb tlb, Fields fields, Stream stream) {
        return fields.optional(letter(stream) + "tc").toList().flatMap(entries -> names(entries).map(name -> translation(entries.child(name))))
            .foldLeft(tlb, (all, translation) -> all.withCached(stream, translation, true));
    }

    private static Seq<String> names(Fields fields) {
        return Vector.ofAll(fields.json().propertyNames());
    }

    private static int number(Fields fields, String name, int below) {
        if (!NUMBER.matcher(name).matches() || Integer.parseInt(name) >= below) throw fields.mistake(name, "is no number of such a register", "number them from 0 to " + (below - 1));
        return Integer.parseInt(name);
    }

    private static Translation translation(Fields fields) {
        Itir itir = new Itir(Hex.word(fields, "itir"));
        try {
            return Translation.of(new VirtualAddress(Hex.word(fields, "va")), Hex.identifier(fields, "rid"), itir.size(), itir.key(), new Pte(Hex.word(fields, "pte")));
        } catch (IllegalArgumentException impossible) {
            throw new FieldMistake(fields.path(), "is no translation: " + impossible.getMessage(), "write one that can be inserted");
        }
    }

    private static String letter(Stream stream) {
        return stream == Stream.INSTRUCTION ? "i" : "d";
    }

    /// {@return what differs from the base}
    static ObjectNode differing(Machine machine) {
        return json(machine, Option.some(Scene.MACHINE));
    }

    /// What `read` reads, as far as it differs from another machine.
    private static ObjectNode json(Machine machine, Option<Machine> from) {
        ObjectNode json = Json.object();
        if (!from.map(Machine::psr).contains(machine.psr())) json.put("psr", machine.psr().toString());
        if (machine.inFlight()) json.put("ic", "in-flight");
        if (machine.codeEd()) json.put("itlb.ed", "1");
        if (!from.map(Machine::dcr).contains(machine.dcr())) json.put("dcr", machine.dcr().toString());
        put(json, "rr", Vector.ofAll(machine.regions().all()), from.map(other -> Vector.ofAll(other.regions().all())));
        put(json, "pkr", keys(machine), from.map(State::keys).orElse(Option.some(Vector.fill(machine.keys().number(), ProtectionKeyRegister.ZERO))));
        Vector.of(Stream.values()).forEach(stream -> {
            Seq<Entry> entries = machine.tlb().entries(stream).all();
            put(json, letter(stream) + "tr", entries.reject(Entry::isCached).sortBy(Entry::slot).map(entry -> new Named(String.valueOf(entry.slot()), entry.translation())));
            put(json, letter(stream) + "tc", entries.filter(Entry::isCached).map(Entry::translation).sortBy(Translation::toString)
                .zipWithIndex((translation, index) -> new Named(String.valueOf((char) ('a' + index)), translation)));
        });
        return json;
    }

    private static Seq<ProtectionKeyRegister> keys(Machine machine) {
        return Vector.range(0, machine.keys().number()).map(machine.keys()::get);
    }

    private static <T> void put(ObjectNode json, String name, Seq<T> registers, Option<? extends Seq<T>> from) {
        ObjectNode changed = Json.object();
        registers.zipWithIndex().filter(each -> !from.exists(others -> each._2 < others.size() && others.get(each._2).equals(each._1)))
            .forEach(each -> changed.put(String.valueOf(each._2), each._1.toString()));
        if (!changed.isEmpty()) json.set(name, changed);
    }

    private record Named(String name, Translation translation) { }

    private static void put(ObjectNode json, String name, Seq<Named> translations) {
        ObjectNode all = Json.object();
        translations.forEach(each -> all.set(each.name, Json.object().put("va", each.translation.page().toString()).put("rid", Hex.identifier(each.translation.rid()))
            .put("itir", Itir.of(each.translation.size(), each.translation.key()).toString()).put("pte", each.translation.entry().toString())));
        if (!all.isEmpty()) json.set(name, all);
    }
}
