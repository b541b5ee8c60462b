package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Array;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Type;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Entries;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Crowd;
import vmmref.properties.arbitrary.Held;
import vmmref.properties.arbitrary.Scene;

/// Values are written as people would write them.
class NotationTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static void assertWritten(Type type, Object value, String expected) {
        JsonNode json = MAPPER.readTree(expected);
        assertEquals(json.toString(), Notation.written(type, value).toString());
        assertEquals(value, Notation.read(type, json));
    }

    @Test
    void scenes() {
        Scene sound = Scene.of(ReferenceType.PROBE_R);
        IndirectRegisters watched = IndirectRegisters.RESET.with(IndirectRegisters.File.DBR, 3, -1).with(IndirectRegisters.File.IBR, 6, 0x4000);
        assertWritten(Scene.class, sound.with(sound.machine().withKeys(ProtectionKeyRegisters.of(Vector.of(new ProtectionKeyRegister(0x5501)))).withIndirect(watched)), """
            {"machine": {"psr": "0x1008022000", "inFlight": false, "codeEd": false, "dcr": "0x0",
                         "regions": ["0x10038", "0x10138", "0x10238", "0x10338", "0x10438", "0x10538", "0x10638", "0x10738"],
                         "keys": ["0x5501"],
                         "tlb": {"instruction": [],
                                 "data": [{"slot": 2, "translation": {"pageBits": "0x2000000000004000", "rid": 257, "sizeLog2": 14, "key": 85, "entryBits": "0x12347e1"}}]},
                         "indirect": [{"file": "IBR", "number": 6, "word": "0x4000"}, {"file": "DBR", "number": 3, "word": "0xffffffffffffffff"}], "pta": "0x0"},
             "operation": {"is": "Reference", "type": "PROBE_R", "address": "0x2000000000004040", "size": 1, "level": 0, "nat": false}}
            """);
    }

    @Test
    void purges() {
        Instruction.Purge purge = new Instruction.Purge(Instruction.PurgeType.PTC_GA, new GeneralValue(-1L, true), GeneralValue.of(14 << 2));
        assertWritten(Instruction.Purge.class, purge, """
            {"type": "PTC_GA", "r3": {"bits": "0xffffffffffffffff", "nat": true}, "r2": {"bits": "0x38", "nat": false}}
            """);
        assertWritten(Operation.class, purge, """
            {"is": "Purge", "type": "PTC_GA", "r3": {"bits": "0xffffffffffffffff", "nat": true}, "r2": {"bits": "0x38", "nat": false}}
            """);
        assertWritten(Instruction.class, new Instruction.PurgeAll(GeneralValue.of(5)), """
            {"is": "PurgeAll", "r3": {"bits": "0x5", "nat": false}}
            """);
    }

    @Test
    void crowds() {
        Translation first  = Translation.of(new VirtualAddress(0x1000), 0xffffff, new PageSize(12), 0, new Pte(0x7e1));
        Translation second = Translation.of(new VirtualAddress(7L << 61), 0, new PageSize(28), 0x56, new Pte(1L << 63 | 0x7e1));
        RegionRegisters regions = RegionRegisters.of(Vector.fill(8, new RegionRegister(0x38)));
        assertWritten(Crowd.class, new Crowd(Vector.of(Held.cached(Stream.DATA, first), Held.pinned(Stream.INSTRUCTION, 7, second)), regions), """
            {"held": [{"stream": "DATA", "entry": {"slot": -1,
                         "translation": {"pageBits": "0x1000", "rid": 16777215, "sizeLog2": 12, "key": 0, "entryBits": "0x7e1"}}},
                      {"stream": "INSTRUCTION", "entry": {"slot": 7,
                         "translation": {"pageBits": "0xe000000000000000", "rid": 0, "sizeLog2": 28, "key": 86, "entryBits": "0x80000000000007e1"}}}],
             "regions": ["0x38", "0x38", "0x38", "0x38", "0x38", "0x38", "0x38", "0x38"]}
            """);
    }

    /// However they came together: those of the cache first, each by address.
    @Test
    void entries() {
        Translation low  = Translation.of(new VirtualAddress(0x1000), 1, new PageSize(12), 0, new Pte(0x7e1));
        Translation high = Translation.of(new VirtualAddress(-1L), 1, new PageSize(12), 0, new Pte(0x7e1));
        String expected = """
            [{"slot": -1, "translation": {"pageBits": "0x1000", "rid": 1, "sizeLog2": 12, "key": 0, "entryBits": "0x7e1"}},
             {"slot": -1, "translation": {"pageBits": "0xfffffffffffff000", "rid": 1, "sizeLog2": 12, "key": 0, "entryBits": "0x7e1"}},
             {"slot": 0, "translation": {"pageBits": "0x1000", "rid": 1, "sizeLog2": 12, "key": 0, "entryBits": "0x7e1"}}]
            """;
        Vector.of(Held.pinned(Stream.DATA, 0, low), Held.cached(Stream.DATA, high), Held.cached(Stream.DATA, low)).permutations().forEach(order ->
            assertWritten(Entries.class, Held.tlb(order).entries(Stream.DATA), expected));
        assertWritten(Tlb.class, Tlb.EMPTY, "{\"instruction\": [], \"data\": []}");
    }

    @Test
    void keyRegisters() {
        assertWritten(ProtectionKeyRegisters.class, ProtectionKeyRegisters.zero(3).with(1, new ProtectionKeyRegister(0xffffff09L)), "[\"0x0\", \"0xffffff09\", \"0x0\"]");
    }

    @Test
    void instructions() {
        assertWritten(vmmref.model.instruction.Instruction.class, instruction(Unit.I, "(p6) add r8=r9,r10"), """
            {"text": "(p6) add r8=r9,r10", "unit": "A", "slot": {"bits": "0x10000a12206", "l": "0x0"}}
            """);
        assertWritten(vmmref.model.instruction.Instruction.class, instruction(Unit.X, "movl r8=0x123456789abcdef0"), """
            {"text": "movl r8=0x123456789abcdef0", "unit": "X", "slot": {"bits": "0xcdef2e0200", "l": "0x48d159e26a"}}
            """);
    }

    @Test
    void textsOfInstructionsAreForPeople() {
        vmmref.model.instruction.Instruction nop = instruction(Unit.I, "nop.i 0x0");
        for (String text : new String[] {"", "\"text\": \"anything\", ", "\"text\": 5, "}) {
            assertEquals(nop, Notation.read(vmmref.model.instruction.Instruction.class, MAPPER.readTree("{" + text + "\"unit\": \"I\", \"slot\": {\"bits\": \"0x8000000\", \"l\": \"0x0\"}}")));
        }
    }

    private static vmmref.model.instruction.Instruction instruction(Unit unit, String text) {
        return ((Assembled.Done) Assembler.architected().assemble(unit, text)).instruction();
    }

    @Test
    void words() {
        assertWritten(VirtualAddress.class, new VirtualAddress(0x2000000000004000L), "\"0x2000000000004000\"");
        assertWritten(Psr.class, new Psr(0), "\"0x0\"");
        assertEquals(-1L, Notation.read(long.class, MAPPER.readTree("\"0xFFFFffffFFFFffff\"")));
        assertWritten(Bundle.class, new Bundle(0x0000041a40004001L, 0x0004000000000002L), "\"014000401a0400000200000000000400\"");
    }

    @Test
    void collections() {
        assertWritten(new TypeReference<Option<Choice>>() { }.getType(), Option.of(Choice.USUAL), "[[]]");
        assertWritten(new TypeReference<Option<Choice>>() { }.getType(), Option.of(Choice.of(Vector.of(Freedom.MISALIGNED, Freedom.CACHE))), "[[\"CACHE\", \"MISALIGNED\"]]");
        assertWritten(new TypeReference<Option<Choice>>() { }.getType(), Option.none(), "[]");
        assertWritten(new TypeReference<Seq<Integer>>() { }.getType(), Vector.of(3, -1), "[3, -1]");
        assertWritten(new TypeReference<Vector<Boolean>>() { }.getType(), Vector.of(true, false), "[true, false]");
        assertWritten(new TypeReference<List<String>>() { }.getType(), List.of("a", "b"), "[\"a\", \"b\"]");
        assertWritten(new TypeReference<Array<PageSize>>() { }.getType(), Array.of(new PageSize(14)), "[14]");
        assertWritten(new TypeReference<Set<Stream>>() { }.getType(), HashSet.of(Stream.INSTRUCTION, Stream.DATA), "[\"DATA\", \"INSTRUCTION\"]");
        assertWritten(Profile.class, new Profile("mine", LinkedHashMap.of("va", "51", "brl", "true")), "{\"name\": \"mine\", \"parameters\": {\"va\": \"51\", \"brl\": \"true\"}}");
    }

    /// What no guarantee has: a sealed type that permits an enum, too.
    private sealed interface Reply { }

    private enum Short implements Reply { YES, NO }

    private record Long(String text) implements Reply { }

    @Test
    void sealedTypesMayPermitEnums() {
        Type replies = new TypeReference<Seq<Reply>>() { }.getType();
        assertWritten(replies, Vector.of(Short.NO, new Long("no, because")), "[{\"is\": \"NO\"}, {\"is\": \"Long\", \"text\": \"no, because\"}]");
    }
}
