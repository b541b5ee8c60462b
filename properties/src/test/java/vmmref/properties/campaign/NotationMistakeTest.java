package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.lang.reflect.Type;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vmmref.model.bundle.Bundle;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Entries;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;

/// What denotes no value is refused, with its place and what should stand there.
class NotationMistakeTest {
    private static final JsonMapper MAPPER = new JsonMapper();

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
            "$[1][1]: expected one of SEARCH, CACHE, REPLACED, PURGE_SIZE, MISALIGNED, ALAT, CHECK, IN_FLIGHT, WALKER, STACK, EVICTION; here stands \"cache\"");
        assertRefused(new TypeReference<Option<Integer>>() { }.getType(), "[1, 2]", "$: expected an array of at most one element; here stands [1,2]");
        assertRefused(new TypeReference<Option<Integer>>() { }.getType(), "1", "$: expected an array of at most one element; here stands 1");
        assertRefused(Profile.class, "{\"name\": \"mine\", \"parameters\": []}", "$.parameters: expected an object; here stands []");
        assertRefused(Profile.class, "{\"name\": \"mine\", \"parameters\": {\"page sizes\": 12}}", "$.parameters['page sizes']: expected a string; here stands 12");
    }

    @Test
    void otherTypesHaveNoNotation() {
        for (Type type : new Type[] {Object.class, Semantics.class, Option.class, double.class, new TypeReference<java.util.List<String>>() { }.getType(), new TypeReference<Map<Integer, String>>() { }.getType()}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Notation.read(type, MAPPER.readTree("{}")), type.getTypeName()).getMessage();
            assertTrue(message.startsWith("there is no notation for "), message);
            assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Notation.written(type, "")).getMessage());
        }
    }
}
