package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Array;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Entries;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Crowd;
import vmmref.properties.arbitrary.Held;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.guarantee.Guarantee;
import vmmref.properties.guarantee.Subject;

/// Arguments survive being written, and are written as people would.
class NotationTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int TRIES = 200;

    static java.util.List<Law> laws() {
        return Law.all().asJava();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyArgumentOfALawSurvives(Law law) {
        JqwikSession.run(() -> {
            RandomGenerator<java.util.List<Object>> generator = law.cases().generator(1000, true);
            Random random = new Random(2026);
            for (int number = 0; number < TRIES; number++) {
                Seq<Object> arguments = Vector.ofAll(generator.next(random).value());
                assertEquals(law.types().size(), arguments.size());
                law.parameters().zip(law.types().zip(arguments)).forEach(each -> assertSurvives(law.name() + " " + each._1, each._2._1, each._2._2));
            }
        });
    }

    private static void assertSurvives(String which, Type type, Object value) {
        String text = Notation.written(type, value).toString();
        Object back = Notation.read(type, MAPPER.readTree(text));
        assertEquals(value, back, () -> which + ": " + text);
        assertEquals(text, Notation.written(type, back).toString(), which);
    }

    @Test
    void noLawAndNoParameterIsLeftOut() {
        Seq<Method> guarantees = Vector.ofAll(new ClassFileImporter().importPackagesOf(Guarantee.class)).<Class<?>>map(JavaClass::reflect)
            .flatMap(type -> Vector.of(type.getDeclaredMethods())).filter(method -> method.isAnnotationPresent(Guarantee.class));
        assertTrue(guarantees.size() > 50, guarantees.size() + " guarantees");
        assertEquals(guarantees.toSet(), Law.all().map(Law::method).toSet());
        for (Law law : Law.all()) {
            Seq<Class<?>> others = Vector.of(law.method().getParameters()).reject(parameter -> parameter.isAnnotationPresent(ForAll.class)).map(Parameter::getType);
            assertTrue(others.forAll(type -> type == Subject.class), law.name() + " takes " + others);
        }
    }

    /// What no guarantee has: a sealed type that permits an enum, too.
    private sealed interface Reply { }

    private enum Short implements Reply { YES, NO }

    private record Long(String text) implements Reply { }

    private static void assertWritten(Type type, Object value, String expected) {
        JsonNode json = MAPPER.readTree(expected);
        assertEquals(json.toString(), Notation.written(type, value).toString());
        assertEquals(value, Notation.read(type, json));
    }

    @Test
    void scenes() {
        Scene sound = Scene.of(ReferenceType.PROBE_R);
        assertWritten(Scene.class, sound.with(sound.machine().withKeys(ProtectionKeyRegisters.of(Vector.of(new ProtectionKeyRegister(0x5501))))), """
            {"machine": {"psr": "0x1008022000", "inFlight": false, "codeEd": false, "dcr": "0x0",
                         "regions": ["0x10038", "0x10138", "0x10238", "0x10338", "0x10438", "0x10538", "0x10638", "0x10738"],
                         "keys": ["0x5501"],
                         "tlb": {"instruction": [],
                                 "data": [{"slot": 2, "translation": {"pageBits": "0x2000000000004000", "rid": 257, "sizeLog2": 14, "key": 85, "entryBits": "0x12347e1"}}]}},
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
        assertWritten(new TypeReference<Tuple2<Integer, Option<String>>>() { }.getType(), Tuple.of(1, Option.of("x")), "[1, [\"x\"]]");
        assertWritten(new TypeReference<Map<Stream, Integer>>() { }.getType(), LinkedHashMap.of(Stream.INSTRUCTION, 1, Stream.DATA, 2), "[[\"INSTRUCTION\", 1], [\"DATA\", 2]]");
        assertWritten(Profile.class, new Profile("mine", LinkedHashMap.of("va", "51", "brl", "true")), "{\"name\": \"mine\", \"parameters\": {\"va\": \"51\", \"brl\": \"true\"}}");
    }

    @Test
    void sealedTypesMayPermitEnums() {
        Type replies = new TypeReference<Seq<Reply>>() { }.getType();
        assertWritten(replies, Vector.of(Short.NO, new Long("no, because")), "[{\"is\": \"NO\"}, {\"is\": \"Long\", \"text\": \"no, because\"}]");
        assertRefused(replies, "[{\"is\": \"NO\", \"text\": \"\"}]", "$[0].text: expected no members but is; here stands \"\"");
    }

    private static void assertRefused(Type type, String json, String message) {
        assertEquals(message, assertThrows(NotationMistake.class, () -> Notation.read(type, MAPPER.readTree(json)), json).getMessage());
    }

    @Test
    void whatDenotesNothingIsRefused() {
        String word = "expected a word, \"0x\" and 1 to 16 hexadecimal digits; here stands ";
        String number = "expected a number of 32 bits, with sign; here stands ";
        assertRefused(long.class, "\"0x\"", "$: " + word + "\"0x\"");
        assertRefused(long.class, "\"12\"", "$: " + word + "\"12\"");
        assertRefused(long.class, "\"0x12345678901234567\"", "$: " + word + "\"0x12345678901234567\"");
        assertRefused(Psr.class, "\"-0x1\"", "$: " + word + "\"-0x1\"");
        assertRefused(Psr.class, "5", "$: " + word + "5");
        assertRefused(Psr.class, "null", "$: " + word + "null");
        assertRefused(int.class, "2147483648", "$: " + number + "2147483648");
        assertRefused(int.class, "1.0", "$: " + number + "1.0");
        assertRefused(int.class, "\"1\"", "$: " + number + "\"1\"");
        assertRefused(boolean.class, "0", "$: expected true or false; here stands 0");
        assertRefused(String.class, "{}", "$: expected a string; here stands {}");
        assertRefused(Stream.class, "\"data\"", "$: expected one of INSTRUCTION, DATA; here stands \"data\"");
        assertRefused(Stream.class, "1", "$: expected one of INSTRUCTION, DATA; here stands 1");
    }

    @Test
    void objectsHaveTheirMembersAndNoOthers() {
        assertRefused(GeneralValue.class, "[]", "$: expected an object with the members bits, nat; here stands []");
        assertRefused(GeneralValue.class, "{\"bits\": \"0x1\"}", "$.nat: expected true or false; here stands nothing");
        assertRefused(GeneralValue.class, "{\"bits\": \"0x1\", \"nat\": true, \"NaT\": [1]}", "$.NaT: expected no members but bits, nat; here stands [1]");
        assertRefused(GeneralValue.class, "{\"bits\": \"0x1\", \"nat\": true, \"a b\": 1}", "$['a b']: expected no members but bits, nat; here stands 1");
        assertRefused(Instruction.Purge.class, "{\"type\": \"PTC_L\", \"r3\": {\"bits\": \"0x1\", \"nat\": false}}",
            "$.r2: expected an object with the members bits, nat; here stands nothing");
        String kinds = "one of Reference, InsertCache, InsertRegister, Purge, PurgeAll, MoveRegion, MoveKey";
        assertRefused(Operation.class, "\"Purge\"", "$: expected an object whose member is names " + kinds + "; here stands \"Purge\"");
        assertRefused(Operation.class, "{}", "$.is: expected " + kinds + "; here stands nothing");
        assertRefused(Operation.class, "{\"is\": \"purge\"}", "$.is: expected " + kinds + "; here stands \"purge\"");
        assertRefused(Operation.class, "{\"is\": null}", "$.is: expected " + kinds + "; here stands null");
        assertRefused(Operation.class, "{\"is\": {}}", "$.is: expected " + kinds + "; here stands {}");
        assertRefused(Operation.class, "{\"is\": \"PurgeAll\", \"r2\": 0}", "$.r2: expected no members but is, r3; here stands 0");
    }

    @Test
    void whatAClassRefusesIsRefused() {
        assertRefused(new TypeReference<Seq<Translation>>() { }.getType(), "[{\"pageBits\": \"0x0\", \"rid\": 0, \"sizeLog2\": 11, \"key\": 0, \"entryBits\": \"0x0\"}]",
            "$[0]: expected what Translation accepts (a page has 2^12 to 2^60 bytes, not 2^11); here stands {\"pageBits\":\"0x0\",\"rid\":0,\"sizeLog2\":11,\"key\":0,\"entryBits\":\"0x0\"}");
        assertRefused(Reference.class, "{\"type\": \"LOAD\", \"address\": \"0x0\", \"size\": 8, \"level\": 1, \"nat\": false}",
            "$: expected what Reference accepts (a reference LOAD at the level 1); here stands {\"type\":\"LOAD\",\"address\":\"0x0\",\"size\":8,\"level\":1,\"nat\":false}");
        assertRefused(RegionRegisters.class, "[\"0x0\"]", "$: expected what RegionRegisters accepts (there are 8 region registers, not 1); here stands [\"0x0\"]");
        assertRefused(Bundle.class, "\"00\"", "$: expected what Bundle accepts (a bundle is 32 hexadecimal digits, not \"00\"); here stands \"00\"");
        String translation = "\"translation\": {\"pageBits\": \"0x0\", \"rid\": 0, \"sizeLog2\": 12, \"key\": 0, \"entryBits\": \"0x0\"}}";
        assertRefused(Tlb.class, "{\"instruction\": [{\"slot\": -2, " + translation + "], \"data\": []}",
            "$.instruction[0]: expected what Entry accepts (no translation register has the number -2);"
                + " here stands {\"slot\":-2,\"translation\":{\"pageBits\":\"0x0\",\"rid\":0,\"sizeLog2\":12,\"key\":0,\"entryBits\":\"0x0\"}}");
        assertRefused(Tlb.class, "{\"instruction\": [{\"slot\": 1, " + translation + ", {\"slot\": 1, " + translation + "], \"data\": []}",
            "$.instruction: expected what Entries accepts (no entry twice, and no two in one register);"
                + " here stands [{\"slot\":1,\"translation\":{\"pageBits\":\"0x0\",\"rid\":0,\"sizeLog2\":12,\"key\":0,\"entryBits\":\"0x0\"}},{\"sl...");
        String unassigned = "$: expected an instruction's unit and slot, with 0 in every bit that does not matter; here stands ";
        for (String slot : new String[] {
            "{\"unit\":\"I\",\"slot\":{\"bits\":\"0x2000000000\",\"l\":\"0x0\"}}", "{\"unit\":\"L\",\"slot\":{\"bits\":\"0x0\",\"l\":\"0x0\"}}",
            "{\"unit\":\"A\",\"slot\":{\"bits\":\"0x11000a12200\",\"l\":\"0x0\"}}", "{\"unit\":\"A\",\"slot\":{\"bits\":\"0x10000a12200\",\"l\":\"0x1\"}}"}) {
            assertRefused(vmmref.model.instruction.Instruction.class, slot, unassigned + slot);
        }
    }

    @Test
    void containersAreArraysAndObjects() {
        assertRefused(new TypeReference<Seq<Integer>>() { }.getType(), "{}", "$: expected an array; here stands {}");
        assertRefused(new TypeReference<Seq<Choice>>() { }.getType(), "[[], [\"CACHE\", \"cache\"]]",
            "$[1][1]: expected one of SEARCH, CACHE, REPLACED, PURGE_SIZE, MISALIGNED; here stands \"cache\"");
        assertRefused(new TypeReference<Option<Integer>>() { }.getType(), "[1, 2]", "$: expected an array of at most one element; here stands [1,2]");
        assertRefused(new TypeReference<Option<Integer>>() { }.getType(), "1", "$: expected an array of at most one element; here stands 1");
        assertRefused(new TypeReference<Tuple2<Integer, Integer>>() { }.getType(), "[1]", "$: expected an array of 2 elements; here stands [1]");
        assertRefused(new TypeReference<Map<Integer, Integer>>() { }.getType(), "[[1, 2], 3]", "$[1]: expected an array of 2 elements; here stands 3");
        assertRefused(Profile.class, "{\"name\": \"mine\", \"parameters\": []}", "$.parameters: expected an object; here stands []");
        assertRefused(Profile.class, "{\"name\": \"mine\", \"parameters\": {\"page sizes\": 12}}", "$.parameters['page sizes']: expected a string; here stands 12");
    }

    @Test
    void otherTypesHaveNoNotation() {
        for (Type type : new Type[] {Object.class, Semantics.class, Option.class, double.class, new TypeReference<java.util.List<String>>() { }.getType()}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Notation.read(type, MAPPER.readTree("{}")), type.getTypeName()).getMessage();
            assertTrue(message.startsWith("there is no notation for "), message);
            assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Notation.written(type, "")).getMessage());
        }
    }
}
