package vmmref.vectors.xlate;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.register.Dcr;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.IndirectRegisters.File;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.word.Bits;
import vmmref.model.word.Words;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;

/// The start state of a case, read and written.
///
/// `psr`, `dcr`, `rr.N`, `pkr.N`, `ibr.N` and `dbr.N` are words, absent ones 0; `ic` is `in-flight` while a change of PSR.ic has not been serialised; `itlb.ed` is `0` or `1`; `itr.N` and `dtr.N` are translation registers, `itc.NAME`
/// and `dtc.NAME` entries of the translation caches: objects of `va`, `rid` (6 digits), `itir` and `pte`. `cr.pta` is the page table address, and `mem` memory, which may hold the table, see [Bytes].
public final class State {
    private static final Pattern IN_FLIGHT = Pattern.compile("in-flight");
    private static final Pattern BIT = Pattern.compile("[01]");
    private static final int MOST = 256;
    private static final String PTA = "cr.pta";

    /// Everything is translated, at level 0; eight regions, and nothing mapped.
    public static final Base BASE = new Base("translate@1", json(Scene.MACHINE, Option.none()));

    private State() { }

    /// Reads a start state, of a machine with as many protection-key registers as it names.
    /// @throws vmmref.vectors.format.FieldMistake if a value is malformed, or makes no translation
    public static Addressing read(Fields fields) {
        return new Addressing(
            new Psr(Hex.wordOrZero(fields, "psr")),
            fields.has("ic") && !fields.matching("ic", IN_FLIGHT, "in-flight, or leave it out").isEmpty(),
            fields.has("itlb.ed") && fields.matching("itlb.ed", BIT, "0 or 1").equals("1"),
            new Dcr(Hex.wordOrZero(fields, "dcr")),
            RegionRegisters.of(numbered(fields, "rr", RegionRegisters.NUMBER).padTo(RegionRegisters.NUMBER, 0L).map(RegionRegister::new)),
            ProtectionKeyRegisters.of(numbered(fields, "pkr", MOST).map(ProtectionKeyRegister::new)),
            HeldTranslations.read(fields),
            breakpoints(fields, File.DBR, breakpoints(fields, File.IBR, IndirectRegisters.RESET)),
            new Pta(Hex.wordOrZero(fields, PTA)));
    }

    /// {@return the same with so many protection-key registers, of which those that were not there are 0}
    public static Addressing with(Addressing machine, int keyRegisters) {
        ProtectionKeyRegisters keys = machine.keys();
        return keys.number() == keyRegisters ? machine : machine.withKeys(ProtectionKeyRegisters.of(Vector.range(0, keyRegisters).map(number -> number < keys.number() ? keys.get(number) : ProtectionKeyRegister.ZERO)));
    }

    /// Reads the memory of a start state.
    /// @throws vmmref.vectors.format.FieldMistake if a value is malformed
    public static Memory memory(Fields fields) {
        return fields.optional(Bytes.NAME).map(Bytes::read).getOrElse(Memory.ZERO);
    }

    private static IndirectRegisters breakpoints(Fields fields, File file, IndirectRegisters before) {
        return numbered(fields, name(file), before.file(file).length()).zipWithIndex().foldLeft(before, (registers, each) -> registers.with(file, each._2, each._1));
    }

    private static String name(File file) {
        return file.name().toLowerCase(Locale.ROOT);
    }

    /// Up to the last one that is named.
    private static Array<Long> numbered(Fields fields, String name, int below) {
        return fields.optional(name).toList().flatMap(registers -> HeldTranslations.names(registers).map(text -> new Numbered(HeldTranslations.number(registers, text, below), Hex.word(registers, text))))
            .foldLeft(Array.empty(), (all, register) -> all.padTo(register.number + 1, 0L).update(register.number, register.bits));
    }

    private record Numbered(int number, long bits) { }

    /// {@return what differs from the base}
    public static ObjectNode differing(Addressing machine, Memory memory) {
        ObjectNode differing = json(machine, Option.some(Scene.MACHINE));
        ObjectNode bytes = Bytes.differing(memory, Memory.ZERO);
        if (!bytes.isEmpty()) differing.set(Bytes.NAME, bytes);
        return differing;
    }

    /// What `read` reads, as far as it differs from another machine.
    private static ObjectNode json(Addressing machine, Option<Addressing> from) {
        ObjectNode json = Json.object();
        if (!from.map(Addressing::psr).contains(machine.psr())) json.put("psr", machine.psr().toString());
        if (machine.inFlight()) json.put("ic", "in-flight");
        if (machine.codeEd()) json.put("itlb.ed", "1");
        if (!from.map(Addressing::dcr).contains(machine.dcr())) json.put("dcr", machine.dcr().toString());
        if (!from.map(Addressing::pta).getOrElse(Pta.OFF).equals(machine.pta())) json.put(PTA, machine.pta().toString());
        put(json, "rr", Vector.ofAll(machine.regions().all()), from.map(other -> Vector.ofAll(other.regions().all())));
        put(json, "pkr", keys(machine), from.map(State::keys).orElse(Option.some(Vector.fill(machine.keys().number(), ProtectionKeyRegister.ZERO))));
        Vector.of(File.IBR, File.DBR).forEach(file -> put(json, name(file), words(machine.indirect().file(file)), Option.some(words(IndirectRegisters.RESET.file(file)))));
        HeldTranslations.put(json, machine.tlb());
        return json;
    }

    private static Seq<String> words(Words words) {
        return Vector.range(0, words.length()).map(number -> Bits.hexadecimal(words.get(number)));
    }

    private static Seq<ProtectionKeyRegister> keys(Addressing machine) {
        return Vector.range(0, machine.keys().number()).map(machine.keys()::get);
    }

    private static <T> void put(ObjectNode json, String name, Seq<T> registers, Option<? extends Seq<T>> from) {
        ObjectNode changed = Json.object();
        registers.zipWithIndex().filter(each -> !from.exists(others -> each._2 < others.size() && others.get(each._2).equals(each._1)))
            .forEach(each -> changed.put(String.valueOf(each._2), each._1.toString()));
        if (!changed.isEmpty()) json.set(name, changed);
    }
}
