/// `vmmref explain`: why a vector exists, and why it expects what it expects.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExplainTest {

    private static Typed explain(String... words) {
        return Typed.command(List.of("explain", "--pack", "vectors").appendAll(List.of(words)).toJavaArray(String[]::new));
    }

    private static void says(String part, Typed typed) {
        assertTrue(typed.out().contains(part), typed::all);
    }

    @Test @DisplayName("why it exists: its flags, and what is another near by")
    void why() {
        Typed typed = explain("codec/refused/0001");
        assertEquals(0, typed.exit());
        says("codec/refused/0001   must   refuses add r128=r0,r0\n  in: {\"encode\":{\"template\":\"MII;\",", typed);
        says("  why such cases exist\n    OperandRange: An operand that does not fit its field is accepted", typed);
        says("  near\n    codec/encode/0001: encodes add r127=r0,r0\n", typed);
        says("      in.encode.slots.1   add r128=r0,r0   add r127=r0,r0   r128 for r127\n", typed);
        says("      here decides OPERAND_OUT_OF_RANGE, there INTEGER_ALU_FORM, BUNDLE_FIELDS, NOP_FORM, REGISTER_NUMBER\n", typed);
        says("    outcome = refused, by OPERAND_OUT_OF_RANGE\n      A request for an instruction with an operand", typed);
        says("    OPERAND_OUT_OF_RANGE: model choice\n", typed);
        says("    model: the rules of the model gave it; no independent source was asked\n", typed);
        says("    merced, itanium2, montecito, minimal, maximal: the same\n", typed);
        says("check -i CMD --pack vectors --id codec/refused/0001\n", typed);
    }

    @Test @DisplayName("a bundle is taken apart, and each place and part is derived")
    void derivation() {
        Typed typed = explain("codec/manual/0010");
        says("    004000121a0600000002000000000400   template 00 MII   TEMPLATE_ASSIGNED\n", typed);
        says("       0   M      thash r8=r9   01000000000   UNUSED_BITS\n", typed);
        says("       0   r1        r1 {12:6}               r8      REGISTER_NUMBER\n", typed);
        says("    slot0 = thash r8=r9, by UNUSED_BITS\n      A bit of an assigned form that neither its key nor a field covers MUST be ignored.\n", typed);
        says("    slot0.r1 = r8, by REGISTER_NUMBER\n      The number of a register operand MUST be its field, unsigned.\n    slot0.r3 = r9, by REGISTER_NUMBER\n    slot1", typed);
        says("    manual: worked by hand from the manual, before anything was run\n", typed);
    }

    @Test @DisplayName("an expected bundle is taken apart too")
    void encoded() {
        Typed typed = explain("codec/encode/0001");
        says("       1   I      add r127=r0,r0   -         INTEGER_ALU_FORM\n", typed);
        says("    bundle.slot1 = add r127=r0,r0, by INTEGER_ALU_FORM\n    bundle.slot1.r1 = r127, by REGISTER_NUMBER\n", typed);
    }

    @Test @DisplayName("the bundles of code that is searched, patched or built are taken apart")
    void code() {
        says("  the code\n    in.code.0\n      014000401a0400000002000000000400   template 01 MII;   TEMPLATE_ASSIGNED\n", explain("recognize/manual/0001"));
        says("           0   M      thash r8=r32   -         TRANSLATION_FORM\n", explain("recognize/manual/0001"));
        says("    in.trap.bundle\n", explain("build/trap/0001"));
        says("    expect.bundle\n", explain("build/trap/0001"));
        says("    expect.i0\n", explain("build/form/0001"));
        assertEquals("in.code.0", Json.parse(explain("recognize/manual/0001", "--format", "json").out()).get(0).get("code").get(0).get("place").asString());
    }

    @Test @DisplayName("of a vector about translation each instruction has its look-up")
    void lookups(@TempDir Path folder) {
        String pack = TranslatePack.in(folder).toString();
        Typed typed = Typed.command("explain", "xlate/few/0002", "--pack", pack);
        assertEquals(0, typed.exit(), typed::all);
        says("  the look-up\n    itr.d 5, 2000000000004000, 4K, key 000055   level 0, itanium2\n      PSR  cpl 0 ", typed);
        says("\n      + dtr5       000101 2000000000004000..4fff 4K    REGISTER_INSERTED\n\n      condition ", typed);
        says("\n\n    ld8 [2000000000004008]   level 0, itanium2\n", typed);
        says("\n      it goes to 0000000005678008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT\n  what is expected, and why\n    outcome = done, by TRANSLATION_MATCHED\n", typed);
        says("\n    ld8 [2000000000004008]   level 0, maximal\n", Typed.command("explain", "xlate/few/0005", "--pack", pack));
    }

    @Test @DisplayName("of a vector about partitions each event has a row, and what it changed one below")
    void trace(@TempDir Path folder) {
        String pack = TracePack.in(folder).toString();
        Typed typed = Typed.command("explain", "partition/few/0001", "--pack", pack);
        assertEquals(0, typed.exit(), typed::all);
        says("  what happens\n    event   what happens ", typed);
        says("\n    1       cell 0 starts                                  done ", typed);
        says("   phase c0: blocked                CELL_STARTED\n", typed);
        says("   software c0: trusted             CELL_STARTED\n", typed);
        says("   status c0: secure                STATUS_KEPT\n", typed);
        says("\n    3       processor 0.0 reads INTERRUPT of partition 0   value ffffffffffffffff ", typed);
        says("seen p0.c0 p1.c0 p2.c0: secure   TRANSFER_DONE\n", typed);
        says("\n    6       cell 0 proceeds ", typed);
        says("    merced", Typed.command("explain", "partition/few/0002", "--pack", pack));
        JsonNode json = Json.parse(Typed.command("explain", "partition/few/0001", "--format", "json", "--pack", pack).out());
        assertEquals("{\"event\":2,\"text\":\"a profile assigns cell 0 to partition 0\",\"reply\":\"done\",\"changes\":{\"assigned.c0\":\"0\"},\"clause\":\"PROFILE_POSTED\"}",
            json.get(0).get("trace").get(1).toString());
    }

    @Test @DisplayName("as JSON, the look-ups stand in an array of their own, and codec vectors have none")
    void lookupsInJson(@TempDir Path folder) {
        JsonNode json = Json.parse(Typed.command("explain", "xlate/few/0003", "--format", "json", "--pack", TranslatePack.in(folder).toString()).out());
        assertEquals(1, json.get(0).get("lookups").size());
        assertEquals("{\"outcome\":\"abort\",\"because\":\"REGISTER_OVERLAPPED\"}", json.get(0).get("lookups").get(0).get("answer").toString());
        assertFalse(Json.parse(explain("codec/near/0001", "--format", "json").out()).get(0).has("lookups"));
    }

    @Test @DisplayName("an implementation is asked, and its card stands beside; the exit code is that of check")
    void asked(@TempDir Path folder) {
        String pack = SmallPack.in(folder).toString();
        Typed wrong = Typed.command("explain", "codec/reserved/0001", "codec/thash/0001", "codec/needy/0001", "-i", "zoo:AcceptsReservedTemplates", "--pack", pack);
        assertEquals(1, wrong.exit(), wrong::all);
        says("\n\nFAIL codec/reserved/0001   must   TEMPLATE_RESERVED\n", wrong);
        says("outcome   malformed   done   another outcome   TEMPLATE_RESERVED\n", wrong);
        says("\n\nPASS codec/thash/0001", wrong);
        says("\n\nINEXPRESSIBLE codec/needy/0001", wrong);
        says("    it needs vmsw true\n    merced, itanium2, minimal: not asked, as vmsw is false there\n    montecito, maximal: the same\n", wrong);
        says("check -i zoo:AcceptsReservedTemplates --pack " + pack + " --id codec/thash/0001\n", wrong);
        assertEquals(0, Typed.command("explain", "codec/thash/0001", "-i", "direct:reference", "--pack", pack).exit());
        assertEquals(5, Typed.command("explain", "codec/needy/0001", "-i", "direct:reference", "--pack", pack).exit());
        assertEquals(3, Typed.command("explain", "codec/thash/0001", "-i", "false", "--pack", pack).exit());
    }

    @Test @DisplayName("as JSON, one object for each vector, with the judgement if an implementation was asked")
    void json() {
        JsonNode json = Json.parse(explain("codec/near/0001", "codec/refused/0001", "codec/near/0001", "--format", "json", "-i", "direct:reference").out());
        assertEquals(2, json.size());
        JsonNode near = json.get(0);
        assertEquals("slot 1 bits 40,37", near.get("near").get("differs").get(0).get("differs").asString());
        assertEquals("[\"UNASSIGNED_PREDICATED\"]", near.get("near").get("here").toString());
        assertEquals(List.of("outcome", "slot0", "slot1", "slot1.unassigned", "slot2", "template"),
            List.ofAll(near.get("derivation").values()).map(line -> line.get("place").asString()));
        assertEquals("UNASSIGNED_PREDICATED", near.get("derivation").get(3).get("clause").asString());
        assertEquals("unassigned: illegal-if-predicated", near.get("bundle").get("slots").get(1).get("instruction").asString());
        assertEquals("pass", near.get("judgement").get("verdict").asString());
        assertEquals("OperandRange", json.get(1).get("flags").get(0).get("flag").asString());
    }

    @Test @DisplayName("an id that does not exist is a mistake, and likely ones are named")
    void unknown() {
        Typed typed = explain("codec/refused/00001");
        assertEquals(2, typed.exit());
        assertTrue(typed.err().contains("there is no vector codec/refused/00001; did you mean codec/refused/0001"), typed::all);
        assertEquals(2, explain("codec/near/0001", "-i", "zoo:Nobody").exit());
    }
}
