/// `vmmref translate`: what comes of references, on a machine that options describe.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.cli.Translating.says;
import static vmmref.vectors.cli.Translating.translate;
import static vmmref.vectors.cli.Translating.typed;

@ExtendWith(Translating.class)
class TranslateTest {

    private static void answers(String answer, String line) {
        Typed typed = typed(line);
        assertEquals(0, typed.exit(), typed::all);
        says("\n  it " + answer + "\n", typed);
    }

    @Test @DisplayName("the example of the chapter")
    void example() {
        Typed typed = translate("ld8 [0x2000000000004008]", "--dtr", "va=0x2000000000004000 pa=0x1234000 ps=14 ar=3 pl=3");
        assertEquals(0, typed.exit());
        assertEquals("""
            ld8 [2000000000004008]   level 0, itanium2
              PSR  cpl 0  ac 0  ic 1  pk 0  dt 1  it 1  da 0  ed 0  ia 0  vm 0
                 ┌─63:61────┬─60:14────────────────────────────────────┬─13:0──────────┐
              va │ region 1 │ page 000000000001                        │ offset 0008   │
                 └────┬─────┴──────────────────────┬───────────────────┴───────┬───────┘
                      ▼                            │                           │
                 rr1: rid 000101, prefers 16K      │                           │
                      ▼                            ▼                           │
                 ┌─────────────────────────────────────────────────────┐       │
                 │ dtr0: rid 000101, 2000000000004000..7fff, 16K       │       │
                 │       maps to 0000000001234000                      │       │
                 └─────────────────────────────────┬───────────────────┘       │
                                                   ▼                           ▼
                 ┌─62:14───────────────────────────────────────────────┬─13:0──────────┐
              pa │ frame 000000000048d                                 │ offset 0008   │
                 └─────────────────────────────────────────────────────┴───────────────┘

              entry      rid   addresses                size
              dtr0    000101   2000000000004000..7fff   16K    matches
              page     p 1   a 1   d 1   ma wb   ed 0
              rights   ar 3   pl 3   level 0 RWX   1 RWX   2 RWX   3 RWX
              key      000000   not looked at, as PSR.pk is 0

              condition               met   leads to
              NAT_CONSUMED            no    register-nat-consumption
              ADDRESS_UNIMPLEMENTED   no    unimplemented-data-address
              MATCHES_SEVERAL         no    unspecified
              WALK_OVERLAPPED         no    unspecified
              MISS_NESTED             no    data-nested-tlb
              MISS_ALTERNATE          no    alternate-data-tlb
              ENTRY_UNTRANSLATED      no    vhpt-translation
              ENTRY_UNREADABLE        no    data-tlb
              TAG_MISMATCHED          no    data-tlb
              ENTRY_REFUSED           no    data-tlb
              PAGE_ABSENT             no    page-not-present
              NAT_PAGE_CONSUMED       no    nat-page-consumption
              KEY_MISSING             no    data-key-miss
              KEY_DISABLED            no    key-permission
              RIGHTS_DENIED           no    data-access-rights
              DIRTY_BIT_CLEAR         no    dirty-bit
              ACCESS_BIT_CLEAR        no    data-access-bit
              BREAKPOINT_HIT          no    data-debug
              ADDRESS_MISALIGNED      no    unaligned-data-reference
              ATTRIBUTE_UNSUPPORTED   no    unsupported-data-reference

              it goes to 0000000001234008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT
                TRANSLATION_MATCHED: While translation is enabled for a reference, a
                translation of its stream MUST be used when its region identifier is
                that of the region register that the address selects and the address and
                its page agree in bits 60:ps; the region number itself takes no part.
            """, typed.out());
        assertEquals("", typed.err());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = {
        "ld8 [0x4008]           | --dtr | va=0x4000 pa=0x1234000                      ~ goes to 0000000001234008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT",
        "ld8 4_008              | --dtr | va=4_000, pa=123_4000, ps=16k               ~ goes to 0000000001234008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT",
        "ld1 [4FFF]             | --dtr | 7 va = 4000 pa = 1234000 ps = 4K            ~ goes to 0000000001234fff, wb   by TRANSLATION_MATCHED, OFFSET_KEPT",
        "fetch 0x4010           | --itr | va=0x4000 pa=0x1234000                      ~ goes to 0000000001234010, wb   by TRANSLATION_MATCHED, OFFSET_KEPT",
        "fetch 0x4010           | --itc | va=0x4000 pa=0x1234000 ar=2                 ~ faults: instruction-access-rights   by RIGHTS_DENIED",
        "ld8 [0x4008]           | --dtc | va=0x4000 pa=0x1234000 ma=uc                ~ goes to 0000000001234008, uc   by TRANSLATION_MATCHED, OFFSET_KEPT",
        "fetchadd8 [0x4008]     | --dtr | va=0x4000 pa=0x1234000 ma=uc                ~ faults: unsupported-data-reference   by ATTRIBUTE_UNSUPPORTED",
        "cmpxchg4 [0x400a]      | --dtr | va=0x4000 pa=0x1234000                      ~ faults: unaligned-data-reference   by ADDRESS_MISALIGNED",
        "ld8 [0x4008]           | --dtr | va=0x4000 p=0                               ~ faults: page-not-present   by PAGE_ABSENT",
        "ld8 [0x4008]           | --dtr | va=0x4000 pa=0x1234000 a=0                  ~ faults: data-access-bit   by ACCESS_BIT_CLEAR",
        "st8 [0x4008]           | --dtr | va=0x4000 pa=0x1234000 d=0                  ~ faults: dirty-bit   by DIRTY_BIT_CLEAR",
        "st8 [0x4008]           | --dtr | va=0x4000 pa=0x1234000 ar=1                 ~ faults: data-access-rights   by RIGHTS_DENIED",
        "ld8 [0x4008]           | --dtr | va=0x4000 pa=0x1234000 pl=1 | --psr | cpl=2 ~ faults: data-access-rights   by RIGHTS_DENIED",
        "ld8 [0x4008]           | --dtr | va=0x4000 pa=0x1234000 key=55 | --psr | pk=1 ~ faults: data-key-miss   by KEY_MISSING",
        "ld8 [0x4008]           | --dtr | va=0x4000 pa=0x1234000 key=55 | --psr | pk=1 | --pkr | 3 key=0x55 rd=1 ~ faults: key-permission   by KEY_DISABLED",
        "ld8 [0x4008]           | --dtr | va=0x4000 pa=0x1234000 rid=abc | --rr | 0 rid=abc ps=4K ~ goes to 0000000001234008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT",
        "ld8 [0x4008]                                                                 ~ faults: alternate-data-tlb   by MISS_ALTERNATE",
        "ld8 [0x4008]           | --psr | ic=0                                        ~ faults: data-nested-tlb   by MISS_NESTED",
        "ld8 [0x4008]           | --psr | ic=0 | --in-flight                          ~ faults: alternate-data-tlb   by MISS_ALTERNATE",
        "ld8 [nat 0x4008]                                                             ~ faults: register-nat-consumption   by NAT_CONSUMED",
        "ld8 [0x8000000001234008] | --psr | dt=0                                      ~ goes to 0000000001234008, uc   by PHYSICAL_ADDRESSED",
        "ld8 [0x0000000001234008] | --psr | 0x1008002000                              ~ goes to 0000000001234008, wbl   by PHYSICAL_ADDRESSED",
        "ld8 [0x0010000000000000] | --profile | merced                                ~ faults: unimplemented-data-address   by ADDRESS_UNIMPLEMENTED",
        "ld8.s [0x4008]         | --code-ed | --dcr | dm=1                            ~ is deferred: its target becomes NaT   by LOAD_DEFERRED",
        "ld8.s [0x4008]         | --code-ed | --dcr | 0x100                           ~ is deferred: its target becomes NaT   by LOAD_DEFERRED",
        "ld8.s [0x4008]         | --code-ed                                           ~ faults: alternate-data-tlb   by MISS_ALTERNATE",
        "ld8 2000000000004048 | --rr | 1 ve=1 | --pta | base=4000000 | --dtr | va=2000000004000000 pa=40000 | --mem | at=40008 word=12347e1 ~ goes to 0000000001234048, wb   by WALK_INSERTED, OFFSET_KEPT, WALKER_ENABLED, SHORT_ENTRY_ADDRESSED, SHORT_ENTRY_READ",
        "ld8 2000000000004048 | --rr | 1 ve=1 | --pta | base=4000000 | --dtr | va=2000000004000000 pa=40000 ~ faults: page-not-present   by PAGE_ABSENT, WALKER_ENABLED, SHORT_ENTRY_ADDRESSED, SHORT_ENTRY_READ",
        "ld8 2000000000004048 | --rr | 1 ve=1 | --pta | base=4000000 | --dtr | va=2000000004000000 pa=40000 | --mem | at=40008 word=12347e3 ~ faults: data-tlb   by ENTRY_REFUSED, WALKER_ENABLED, SHORT_ENTRY_ADDRESSED, SHORT_ENTRY_READ",
        "ld8 2000000000004048 | --rr | 1 ve=1 | --pta | 4000000 ~ faults: alternate-data-tlb   by MISS_ALTERNATE",
        "ld8 2000000000004048 | --rr | 1 ve=1 | --pta | 400003d ~ faults: vhpt-translation   by ENTRY_UNTRANSLATED, WALKER_ENABLED, SHORT_ENTRY_ADDRESSED",
        "ld8 2000000000004048 | --rr | 1 ve=1 | --pta | vf=1 size=24 base=e000000010000000 | --rr | 7 rid=107 | --dtr | va=e000000010000000 pa=40000 | --mem | at=42000 word=12347e1 | --mem | at=42008 word=5538 | --mem | at=42010 word=808000000001 ~ goes to 0000000001234048, wb   by WALK_INSERTED, OFFSET_KEPT, WALKER_ENABLED, LONG_ENTRY_ADDRESSED, INDEX_HASHED, TAG_HASHED, LONG_ENTRY_READ",
        "probe.w 0x4008, 3      | --dtr | va=0x4000 pa=0x1234000 ar=4                 ~ answers 0000000000000000   by RIGHTS_DENIED, PROBE_LEVEL, PROBE_ANSWERED",
        "probe.w 0x4008, 2      | --dtr | va=0x4000 pa=0x1234000 ar=4                 ~ answers 0000000000000001   by PROBE_ANSWERED, PROBE_LEVEL",
        "probe.rw.fault 4008 0  | --dtr | va=0x4000 pa=0x1234000                      ~ raises no fault   by TRANSLATION_MATCHED",
        "tpa 0x4008             | --dtr | va=0x4000 pa=0x1234000                      ~ answers 0000000001234008   by ADDRESS_TOLD",
        "tak 0x4008             | --dtr | va=0x4000 pa=0x1234000 key=55               ~ answers 0000000000005500   by KEY_TOLD",
        "fc 0x4008              | --dtr | va=0x4000 pa=0x1234000                      ~ raises no fault   by TRANSLATION_MATCHED",
        "lfetch [0x4008]                                                              ~ is dropped   by PREFETCH_DROPPED",
        "lfetch.fault [0x4008]                                                        ~ faults: alternate-data-tlb   by MISS_ALTERNATE",
        "ld8 | 0x4008           | --dtr | va=0x4000 pa=0x1234000                      ~ goes to 0000000001234008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT",
        "ld8 [0x4008]           | --dtc | va=0x4000 pa=0x1234000 | --freedom | cache  ~ faults: alternate-data-tlb   by MISS_ALTERNATE",
        "ld4 [0x4002]           | --dtr | va=0x4000 pa=0x1234000 | --freedom | misaligned ~ goes to 0000000001234002, wb   by TRANSLATION_MATCHED, OFFSET_KEPT"})
    void questions(String line, String answer) {
        answers(answer, line);
    }

    @Test @DisplayName("what other implementations may answer is told, with the freedom that they take")
    void others() {
        Typed typed = typed("ld8 [0x4008] | --dtc | va=0x4000 pa=0x1234000");
        says("\n  or it faults: alternate-data-tlb where cache is gone, by\n     CACHE_ENTRY_GONE, MISS_ALTERNATE\n", typed);
        says("ld8 [0000000000004008]   level 0, itanium2, cache gone\n", typed("ld8 [0x4008] | --dtc | va=0x4000 pa=0x1234000 | --freedom | cache"));
    }

    @Test @DisplayName("several questions are asked each by itself, whether they are quoted or not, and a fault ends nothing")
    void several() {
        Typed typed = typed("ld8 [0x8008] | probe.r | 0x4008, | 0 | tak 0x4008 | --dtr | va=0x4000 pa=0x1234000 key=7");
        assertEquals(0, typed.exit());
        says("  it faults: alternate-data-tlb   by MISS_ALTERNATE\n", typed);
        says("\n\nprobe.r 0000000000004008, 0   level 0, itanium2\n", typed);
        says("  it answers 0000000000000700   by KEY_TOLD\n", typed);
    }

    @Test @DisplayName("as JSON: the operation, what it meets, every condition, and the answer as vectors expect it")
    void json() {
        JsonNode json = Json.parse(typed("st8 [0x4008] | tpa 0x4008 | --format | json | --dtr | va=0x4000 pa=0x1234000 ar=1 key=55 | --dtr | va=0x8000 pa=0x1234000 | --psr | pk=1 | --pkr | 3 key=55").out());
        assertEquals(2, json.size());
        JsonNode store = json.get(0);
        assertEquals("{\"op\":\"st8\",\"r3\":\"0000000000004008\"}", store.get("operation").toString());
        assertEquals("st8 [0000000000004008]", store.get("text").asString());
        assertEquals("itanium2", store.get("profile").asString());
        assertEquals("{\"psr\":\"000000100802a000\",\"cpl\":0,\"in_flight\":false,\"dcr\":\"0000000000000000\",\"code_ed\":false}", store.get("machine").toString());
        assertEquals("{\"va\":\"0000000000004008\",\"translated\":true,\"region\":0,\"rr\":\"0000000000010038\",\"rid\":\"000100\",\"preferred_ps\":14}", store.get("address").toString());
        assertEquals("{\"entry\":\"dtr0\",\"rid\":\"000100\",\"va\":\"0000000000004000\",\"ps\":14,\"key\":\"000055\",\"pte\":\"00000000012343e1\",\"finding\":\"matches\",\"met\":true}",
            store.get("entries").get(0).toString());
        assertEquals("another page", store.get("entries").get(1).get("finding").asString());
        assertEquals("{\"p\":true,\"a\":true,\"d\":true,\"ma\":\"wb\",\"ed\":false,\"ar\":1,\"pl\":3,\"permits\":[\"RX\",\"RX\",\"RX\",\"RX\"],\"key\":\"000055\",\"pkr\":3}", store.get("page").toString());
        assertEquals("{\"clause\":\"RIGHTS_DENIED\",\"met\":true,\"leads\":\"data-access-rights\",\"decides\":true}", store.get("conditions").get(14).toString());
        assertEquals("{\"outcome\":\"fault\",\"fault\":{\"address\":\"0000000000004008\",\"kind\":\"data-access-rights\"},\"because\":\"RIGHTS_DENIED\",\"by\":{\"fault.address\":\"RIGHTS_DENIED\",\"fault.kind\":\"RIGHTS_DENIED\"}}",
            store.get("answer").toString());
        assertFalse(store.has("reaches"));
        assertEquals("0000000001234008", json.get(1).get("reaches").asString());
        assertEquals("{\"outcome\":\"done\",\"post\":{\"r1\":\"0000000001234008\"},\"because\":\"ADDRESS_TOLD\",\"by\":{\"r1\":\"ADDRESS_TOLD\"}}", json.get(1).get("answer").toString());
    }

    @Test @DisplayName("what a user should know of the machine is noted, and the question is answered")
    void notes() {
        Typed typed = typed("ld8 [0x4008] | --dtr | va=0x4000 pa=0x1234000 | --dtc | va=0 pa=0x1000 ps=1M");
        assertEquals(0, typed.exit());
        assertEquals("""
            vmmref: note: dtc ignores the bits of pa below its page size of 1M: it maps to 0000000000000000
            vmmref: note: dtc overlaps dtr0: software may not bring that about, and where both match anything may happen
            """, typed.err());
        says("  it may do anything   by MATCHES_SEVERAL\n", typed);
        says("│ dtc, dtr0 match", typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ld8 [0x2000000000004008]",
        "probe.rw.fault 0xffffffffffffffff, 3 | --psr | cpl=3",
        "ld8.s [0xffffffffffffffff] | --psr | dt=0 | --code-ed",
        "fetchadd8 [0xe000000012345678] | --dtr | 63 va=0xe000000000000000 pa=0x3ffff00000000 ps=32 key=ffffff | --dtc | va=0 pa=0 rid=107 | --freedom | search | --psr | pk=1",
        "fetch 0x2000000000004000 | --itc | va=0x4000 pa=0 rid=101 | --itr | 10 va=0 pa=0 ps=4G rid=5"})
    @DisplayName("nothing is wider than a terminal of 80 columns")
    void width(String line) {
        Typed typed = typed(line);
        assertEquals(List.empty(), List.ofAll(typed.out().lines().filter(text -> text.length() > 80).toList()), typed::all);
        assertTrue(typed.out().lines().noneMatch(text -> text.endsWith(" ")), typed::all);
    }
}
