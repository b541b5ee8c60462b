package vmmref.vectors.xlate;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;

/// One instruction of a case, read and written: `{"op":"ld8","r3":…}`.
///
/// Operands are words by the names of the manual: `ip` of `fetch`; `r3` of references; `r3` and `r2` of probes, whose level stands in bits 1:0 of r2; `r2`, `ifa` and `itir` of insertions, and `r3` of those into registers;
/// `r3` and `r2` of purges and of moves. `nat` names the registers that are not a thing.
public final class Op {
    private static final Pattern MEMORY = Pattern.compile("(ld|st|xchg|cmpxchg|fetchadd)([1248])(\\.s)?");
    private static final Pattern NAT = Pattern.compile("r[23]( r[23])?");

    private static final Map<String, ReferenceType> QUERIES = LinkedHashMap.of(
        "lfetch", ReferenceType.LFETCH, "lfetch.fault", ReferenceType.LFETCH_FAULT, "fc", ReferenceType.FC, "tpa", ReferenceType.TPA, "tak", ReferenceType.TAK);
    private static final Map<String, ReferenceType> PROBES = LinkedHashMap.of(
        "probe.r", ReferenceType.PROBE_R, "probe.w", ReferenceType.PROBE_W, "probe.r.fault", ReferenceType.PROBE_R_FAULT, "probe.w.fault", ReferenceType.PROBE_W_FAULT,
        "probe.rw.fault", ReferenceType.PROBE_RW_FAULT);
    private static final Map<String, Instruction.PurgeType> PURGES = LinkedHashMap.of(
        "ptc.l", Instruction.PurgeType.PTC_L, "ptc.g", Instruction.PurgeType.PTC_G, "ptc.ga", Instruction.PurgeType.PTC_GA, "ptr.i", Instruction.PurgeType.PTR_I, "ptr.d", Instruction.PurgeType.PTR_D);
    private static final Map<String, Stream> CACHES = LinkedHashMap.of("itc.i", Stream.INSTRUCTION, "itc.d", Stream.DATA);
    private static final Map<String, Stream> REGISTERS = LinkedHashMap.of("itr.i", Stream.INSTRUCTION, "itr.d", Stream.DATA);

    private static final String KNOWN = "fetch, ld1 to ld8, ld1.s to ld8.s, st1 to st8, xchg1 to xchg8, cmpxchg1 to cmpxchg8, fetchadd4, fetchadd8, ptc.e, mov.rr, mov.pkr, "
        + Vector.of(QUERIES, PROBES, PURGES, CACHES, REGISTERS).flatMap(Map::keySet).mkString(", ");

    private Op() { }

    /// Reads one instruction.
    /// @throws vmmref.vectors.format.FieldMistake if there is no such instruction, or an operand is missing or malformed
    public static Operation read(Fields fields) {
        String name = fields.text("op");
        Matcher memory = MEMORY.matcher(name);
        if (memory.matches()) return memory(fields, memory);
        if (name.equals("fetch"))         return Reference.fetch(address(fields, "ip"));
        if (QUERIES.containsKey(name))    return nat(fields, Reference.query(QUERIES.get(name).get(), address(fields, "r3")));
        if (PROBES.containsKey(name))     return nat(fields, Reference.probe(PROBES.get(name).get(), address(fields, "r3"), (int) Hex.word(fields, "r2") & 3));
        if (PURGES.containsKey(name))     return new Instruction.Purge(PURGES.get(name).get(), value(fields, "r3"), value(fields, "r2"));
        if (CACHES.containsKey(name))     return new Instruction.InsertCache(CACHES.get(name).get(), value(fields, "r2"), address(fields, "ifa"), new Itir(Hex.word(fields, "itir")));
        if (REGISTERS.containsKey(name))
            return new Instruction.InsertRegister(REGISTERS.get(name).get(), value(fields, "r3"), value(fields, "r2"), address(fields, "ifa"), new Itir(Hex.word(fields, "itir")));
        return switch (name) {
            case "ptc.e"   -> new Instruction.PurgeAll(value(fields, "r3"));
            case "mov.rr"  -> new Instruction.MoveRegion(value(fields, "r3"), value(fields, "r2"));
            case "mov.pkr" -> new Instruction.MoveKey(value(fields, "r3"), value(fields, "r2"));
            default        -> throw unknown(fields);
        };
    }

    private static RuntimeException unknown(Fields fields) {
        return fields.mistake("op", "is \"" + fields.text("op") + "\", which is no instruction of this kind", "write one of " + KNOWN);
    }

    private static Operation memory(Fields fields, Matcher name) {
        boolean speculative = name.group(3) != null;
        int size = Integer.parseInt(name.group(2));
        if (speculative && !name.group(1).equals("ld") || name.group(1).equals("fetchadd") && size < 4) throw unknown(fields);
        ReferenceType type = switch (name.group(1)) {
            case "ld"       -> speculative ? ReferenceType.SPECULATIVE_LOAD : ReferenceType.LOAD;
            case "st"       -> ReferenceType.STORE;
            case "fetchadd" -> ReferenceType.FETCHADD;
            default         -> ReferenceType.EXCHANGE;
        };
        return nat(fields, Reference.data(type, address(fields, "r3"), size));
    }

    private static VirtualAddress address(Fields fields, String name) {
        return new VirtualAddress(Hex.word(fields, name));
    }

    private static Reference nat(Fields fields, Reference reference) {
        return notAThing(fields).isEmpty() ? reference : reference.withNat();
    }

    private static GeneralValue value(Fields fields, String name) {
        return new GeneralValue(Hex.word(fields, name), notAThing(fields).contains(name));
    }

    private static Seq<String> notAThing(Fields fields) {
        return fields.has("nat") ? Vector.of(fields.matching("nat", NAT, "the registers that are not a thing, such as r3 or r2 r3").split(" ")) : Vector.empty();
    }

    /// {@return the object that {@link #read} reads; an exchange is written as xchg}
    public static ObjectNode json(Operation operation) {
        return switch (operation) {
            case Reference reference -> reference(reference);
            case Instruction.InsertCache(var stream, var r2, var ifa, var itir) -> operands(name(CACHES, stream), Option.none(), Option.some(r2)).put("ifa", ifa.toString()).put("itir", itir.toString());
            case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) ->
                operands(name(REGISTERS, stream), Option.some(r3), Option.some(r2)).put("ifa", ifa.toString()).put("itir", itir.toString());
            case Instruction.Purge(var type, var r3, var r2) -> operands(name(PURGES, type), Option.some(r3), Option.some(r2));
            case Instruction.PurgeAll(var r3)                -> operands("ptc.e", Option.some(r3), Option.none());
            case Instruction.MoveRegion(var r3, var r2)      -> operands("mov.rr", Option.some(r3), Option.some(r2));
            case Instruction.MoveKey(var r3, var r2)         -> operands("mov.pkr", Option.some(r3), Option.some(r2));
        };
    }

    /// {@return how a person would write the instruction}
    public static String name(Operation operation) {
        return json(operation).get("op").stringValue().replace("mov.", "mov ");
    }

    private static ObjectNode reference(Reference reference) {
        ReferenceType type = reference.type();
        if (type == ReferenceType.FETCH) return Json.object().put("op", "fetch").put("ip", reference.address().toString());
        String name = QUERIES.find(each -> each._2 == type).orElse(PROBES.find(each -> each._2 == type)).map(each -> each._1)
            .getOrElse(() -> memory(type) + reference.size() + (type == ReferenceType.SPECULATIVE_LOAD ? ".s" : ""));
        ObjectNode json = Json.object().put("op", name).put("r3", reference.address().toString());
        if (type.isProbe()) json.put("r2", Hex.word(reference.level()));
        return reference.nat() ? json.put("nat", "r3") : json;
    }

    private static String memory(ReferenceType type) {
        return switch (type) {
            case STORE    -> "st";
            case EXCHANGE -> "xchg";
            case FETCHADD -> type.name().toLowerCase(Locale.ROOT);
            default       -> "ld";
        };
    }

    private static <T> String name(Map<String, T> names, T meant) {
        return names.find(each -> each._2.equals(meant)).get()._1;
    }

    private static ObjectNode operands(String name, Option<GeneralValue> r3, Option<GeneralValue> r2) {
        ObjectNode json = Json.object().put("op", name);
        r3.forEach(value -> json.put("r3", Hex.word(value.bits())));
        r2.forEach(value -> json.put("r2", Hex.word(value.bits())));
        String nat = (r2.exists(GeneralValue::nat) ? "r2 " : "") + (r3.exists(GeneralValue::nat) ? "r3" : "");
        return nat.isEmpty() ? json : json.put("nat", nat.strip());
    }
}
