/// `vmmref translate`: what comes of references, on a machine that options describe.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TranslateTest {

    private static final PrintStream OUT = System.out;

    @TempDir static Path shared;
    static String pack;

    /// Drawings are told in full where standard output can show them.
    @BeforeAll
    static void fill() {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        pack = TranslatePack.in(shared).toString();
    }

    @AfterAll
    static void restore() {
        System.setOut(OUT);
    }

    private static Typed translate(String... words) {
        return Typed.command(List.of(words).prepend("translate").toJavaArray(String[]::new));
    }

    private static Typed from(String id, String... words) {
        return translate(List.of(words).prependAll(List.of("--pack", pack, "--from", id)).toJavaArray(String[]::new));
    }

    /// What is typed in one line, its words separated by bars.
    private static Typed typed(String line) {
        return translate(line.strip().split(" *\\| *"));
    }

    private static void says(String part, Typed typed) {
        assertTrue(typed.out().contains(part), typed::all);
    }

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
              MISS_NESTED             no    data-nested-tlb
              MISS_ALTERNATE          no    alternate-data-tlb
              PAGE_ABSENT             no    page-not-present
              NAT_PAGE_CONSUMED       no    nat-page-consumption
              KEY_MISSING             no    data-key-miss
              KEY_DISABLED            no    key-permission
              RIGHTS_DENIED           no    data-access-rights
              DIRTY_BIT_CLEAR         no    dirty-bit
              ACCESS_BIT_CLEAR        no    data-access-bit
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
        assertEquals("{\"clause\":\"RIGHTS_DENIED\",\"met\":true,\"leads\":\"data-access-rights\",\"decides\":true}", store.get("conditions").get(9).toString());
        assertEquals("{\"outcome\":\"fault\",\"fault\":{\"address\":\"0000000000004008\",\"kind\":\"data-access-rights\"},\"because\":\"RIGHTS_DENIED\",\"by\":{\"fault.address\":\"RIGHTS_DENIED\",\"fault.kind\":\"RIGHTS_DENIED\"}}",
            store.get("answer").toString());
        assertFalse(store.has("reaches"));
        assertEquals("0000000001234008", json.get(1).get("reaches").asString());
        assertEquals("{\"outcome\":\"done\",\"post\":{\"r1\":\"0000000001234008\"},\"because\":\"ADDRESS_TOLD\",\"by\":{\"r1\":\"ADDRESS_TOLD\"}}", json.get(1).get("answer").toString());
    }

    @Test @DisplayName("the machine of a vector, and its own instructions one after another")
    void vector() {
        Typed load = from("xlate/few/0001");
        assertEquals(0, load.exit(), load::all);
        says("  it goes to 0000000001234008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT\n", load);
        Typed insertion = from("xlate/few/0002");
        says("itr.d 5, 2000000000004000, 4K, key 000055   level 0, itanium2\n", insertion);
        says("  it changes                                       decided by\n"
            + "  - dtc        000101 2000000000004000..7fff 16K   OVERLAP_PURGED\n"
            + "  + dtr5       000101 2000000000004000..4fff 4K    REGISTER_INSERTED\n", insertion);
        says("\n\nld8 [2000000000004008]   level 0, itanium2\n", insertion);
        says("  it goes to 0000000005678008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT\n", insertion);
    }

    @Test @DisplayName("the instructions of a vector end where one does not succeed")
    void unreached() {
        Typed typed = from("xlate/few/0003");
        says("ptc.l 2000000000004000, 16K   level 0, itanium2\n", typed);
        says("  overlaps      rid   addresses                size\n  dtr0       000101   2000000000004000..7fff   16K\n", typed);
        says("  it ends in a machine check   by REGISTER_OVERLAPPED\n", typed);
        assertTrue(typed.out().endsWith("\nld8 [2000000000004008] is not reached\n"), typed::all);
    }

    @Test @DisplayName("moves show the registers before and afterwards")
    void moves() {
        Typed typed = from("xlate/few/0004");
        says("mov rr[1]=0000000000020138   level 0, itanium2\n", typed);
        says("  - rr1        0000000000010138   rid 000101, prefers 16K   REGION_WRITTEN\n  + rr1        0000000000020138   rid 000201, prefers 16K   REGION_WRITTEN\n", typed);
        says("  - pkr2       0000000000005501   key 000055, v 1, wd 0, rd 0, xd 0   KEY_UNIQUE\n  + pkr2       0000000000005500   key 000055, v 0, wd 0, rd 0, xd 0   KEY_UNIQUE\n", typed);
        says("  + pkr3       0000000000005501   key 000055, v 1, wd 0, rd 0, xd 0   KEY_WRITTEN\n", typed);
    }

    @Test @DisplayName("other questions can be asked on the machine of a vector, and more can be set up on it")
    void more() {
        Typed typed = from("xlate/few/0001", "ld8 [0x2000000000008000]", "--dtr", "va=0x2000000000008000 pa=0x4000", "--psr", "cpl=3");
        says("│ dtr1: rid 000101, 2000000000008000..bfff, 16K", typed);
        says("  it goes to 0000000000004000, wb   by TRANSLATION_MATCHED, OFFSET_KEPT\n", typed);
        says("  it goes to 0000000000004000, wb", from("xlate/few/0001", "ld8 [0x2000000000004000]", "--dtr", "0 va=0x2000000000004000 pa=0x4000"));
    }

    @Test @DisplayName("a vector is asked of the profile that it needs")
    void needs() {
        says("ld8 [2000000000004008]   level 0, maximal\n", from("xlate/few/0005"));
        Typed typed = from("xlate/few/0005", "--profile", "itanium2");
        assertEquals(2, typed.exit());
        assertEquals("vmmref: --profile itanium2: xlate/few/0005 needs pkr >=20; leave --profile out\n", typed.err());
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = {
        "--psr | cpl=0                   ~ nothing is asked; write a reference, such as 'ld8 [0x2000000000004008]', or name a vector with --from",
        "ldx 4000                        ~ \"ldx 4000\": there is no reference ldx; did you mean ld1, ld2, ld4, ld8?",
        "load 4000                       ~ \"load 4000\": there is no reference load; write fetch, ld1 to ld8, ld1.s to ld8.s, st1 to st8, xchg1 to xchg8, fetchadd8, lfetch, lfetch.fault, fc, probe.r, probe.w.fault, tpa, tak or the like",
        "itc.d 4000                      ~ \"itc.d 4000\": itc.d changes translations; set up what it leads to with --dtr, --dtc, --rr or --pkr, or ask a vector that has one with --from",
        "ld8                             ~ \"ld8\": the address is missing; write ld8 0x2000000000004000",
        "ld8 [0x4zz0]                    ~ \"ld8 [0x4zz0]\": 0x4zz0 is no number: 'z' is no hexadecimal digit; write digits from 0 to f",
        "ld8 0x                          ~ \"ld8 0x\": 0x is no number; write hexadecimal digits, such as 0x2000000000004008",
        "ld8 20000000000000004008        ~ \"ld8 20000000000000004008\": 20000000000000004008 has 20 digits; write at most 16, for 64 bits",
        "ld8 4000, 3                     ~ \"ld8 4000, 3\": 3 is too much; write ld8 0x2000000000004000",
        "fetch 4008                      ~ \"fetch 4008\": a bundle begins at a multiple of 16; write fetch 0x4000",
        "probe.w 4000                    ~ \"probe.w 4000\": the level is missing that is asked for; write probe.w 0x2000000000004000, 3",
        "probe.w 4000, 4                 ~ \"probe.w 4000, 4\": the level 4 is out of range; write 0 to 3",
        "ld8 0 | --dtr | va=4000         ~ --dtr 'va=4000': pa is missing; add pa=0x…",
        "ld8 0 | --itr | pa=4000 p=0     ~ --itr 'pa=4000 p=0': va is missing; add va=0x…",
        "ld8 0 | --dtr | va=4000 pa=4008 ~ --dtr 'va=4000 pa=4008': pa=4008 is no address of a page; write a multiple of 0x1000",
        "ld8 0 | --dtr | va=0 pa=0 ps=15 ~ --dtr 'va=0 pa=0 ps=15': ps=15 is no page size that itanium2 can insert; write one of 12 (4K), 13 (8K), 14 (16K), 16 (64K), 18 (256K), 20 (1M), 22 (4M), 24 (16M), 26 (64M), 28 (256M), 30 (1G), 32 (4G)",
        "ld8 0 | --dtr | va=0 pa=0 ps=4G | --profile | merced ~ --dtr 'va=0 pa=0 ps=4G': ps=4G is no page size that merced can insert; write one of 12 (4K), 13 (8K), 14 (16K), 16 (64K), 18 (256K), 20 (1M), 22 (4M), 24 (16M), 26 (64M), 28 (256M)",
        "ld8 0 | --dtr | va=8000000000000 pa=0 | --profile | merced ~ --dtr 'va=8000000000000 pa=0': va=8000000000000 is no implemented address; make its bits 60:51 equal to bit 50",
        "ld8 0 | --dtr | va=0 pa=0 ar=8  ~ --dtr 'va=0 pa=0 ar=8': ar=8 is out of range; write 0 to 7",
        "ld8 0 | --dtr | va=0 pa=0 ar=-1 ~ --dtr 'va=0 pa=0 ar=-1': ar=-1 is no decimal number; write 0 to 7",
        "ld8 0 | --dtr | va=0 pa=0 p=2   ~ --dtr 'va=0 pa=0 p=2': p=2 is out of range; write 0 or 1",
        "ld8 0 | --dtr | va=0 pa=0 ma=wt ~ --dtr 'va=0 pa=0 ma=wt': ma=wt is no memory attribute; write one of wb, uc, uce, wc, natpage",
        "ld8 0 | --dtr | va=0 pa=0 kee=1 ~ --dtr 'va=0 pa=0 kee=1': there is no field kee; did you mean key, ed?",
        "ld8 0 | --dtr | va=0 pa=0 va=1  ~ --dtr 'va=0 pa=0 va=1': va is given twice; leave one out",
        "ld8 0 | --dtr | va=0 pa=0 wb    ~ --dtr 'va=0 pa=0 wb': \"wb\" is no field; write name=value, with a name of va, pa, ps, ar, pl, key, p, a, d, ma, ed, rid",
        "ld8 0 | --dtr | va=0 pa=0 key=1000000 ~ --dtr 'va=0 pa=0 key=1000000': key=1000000 is out of range; write at most ffffff, for 24 bits",
        "ld8 0 | --dtr | 64 va=0 pa=0    ~ --dtr '64 va=0 pa=0': there is no dtr64; write 0 to 63",
        "ld8 0 | --itr | 8 va=0 pa=0 | --profile | minimal ~ --itr '8 va=0 pa=0': there is no itr8; write 0 to 7",
        "ld8 0 | --dtc | 1 va=0 pa=0     ~ --dtc '1 va=0 pa=0': \"1\" is no field; write name=value, with a name of va, pa, ps, ar, pl, key, p, a, d, ma, ed, rid",
        "ld8 0 | --dtr | 1 va=0 pa=0 | --dtr | 1 va=4000 pa=0 ~ dtr1 is given twice; leave one out",
        "ld8 0 | --itc | va=0 pa=0 | --itc | va=0 pa=0 ~ the same itc is given twice; leave one out",
        "ld8 0 | --rr | rid=5            ~ --rr 'rid=5': the number of the register is missing; begin with it, as in '1 rid=0x101'",
        "ld8 0 | --rr | 8 rid=5          ~ --rr '8 rid=5': there is no rr8; write 0 to 7",
        "ld8 0 | --rr | 1 rid=40000 | --profile | minimal ~ --rr '1 rid=40000': rid=40000 is out of range; write at most 3ffff, for 18 bits",
        "ld8 0 | --rr | 1 rid=5 | --rr | 1 ps=12 ~ rr1 is given twice; leave one out",
        "ld8 0 | --pkr | 16 key=5        ~ --pkr '16 key=5': there is no pkr16; write 0 to 15",
        "ld8 0 | --pkr | 3 v=1           ~ --pkr '3 v=1': key is missing; add key=0x…",
        "ld8 0 | --psr | cpl=4           ~ --psr 'cpl=4': cpl=4 is out of range; write 0 to 3",
        "ld8 0 | --psr | vm=1            ~ --psr 'vm=1': vm=1 cannot be on itanium2; add --profile montecito or maximal",
        "ld8 0 | --psr | rt=1            ~ --psr 'rt=1': there is no field rt; did you mean dt, it, ac, ic?",
        "ld8 0 | --psr | 123z            ~ --psr '123z' is no number: 'z' is no hexadecimal digit; write digits from 0 to f, or bits by name",
        "ld8 0 | --dcr | dz=1            ~ --dcr 'dz=1': there is no field dz; write one of dm, dp, dk, dx, dr, da",
        "ld8 0 | --profile | itanum2     ~ --profile itanum2: there is no such profile; write one of merced, itanium2, montecito, minimal, maximal",
        "ld8 0 | --freedom | caches      ~ --freedom caches: there is no such freedom; write one of search, cache, replaced, purge-size, misaligned"})
    void mistakes(String line, String message) {
        Typed typed = typed(line);
        assertEquals(2, typed.exit(), typed::all);
        assertEquals("vmmref: " + message + "\n", typed.err());
        assertEquals("", typed.out());
    }

    @Test @DisplayName("several mistakes are all told, and nothing is answered")
    void every() {
        Typed typed = typed("ld8 [0x4008] | ld9 0 | --dtr | 64 va=0 pa=1 ar=9 | --profile | nobody | --freedom | none");
        assertEquals(2, typed.exit());
        assertEquals("", typed.out());
        assertEquals("""
            vmmref: --profile nobody: there is no such profile; write one of merced, itanium2, montecito, minimal, maximal
            vmmref: --freedom none: there is no such freedom; write one of search, cache, replaced, purge-size, misaligned
            vmmref: --dtr '64 va=0 pa=1 ar=9': pa=1 is no address of a page; write a multiple of 0x1000
            vmmref: --dtr '64 va=0 pa=1 ar=9': ar=9 is out of range; write 0 to 7
            vmmref: "ld9 0": there is no reference ld9; did you mean ld1, ld2, ld4, ld8?
            """, typed.err());
    }

    @Test @DisplayName("every translation register may hold something; then one must be numbered")
    void full() {
        List<String> all = List.range(0, 9).flatMap(page -> List.of("--dtr", "va=0x%x000 pa=0 ps=12".formatted(page)));
        Typed typed = translate(all.prepend("ld8 0").appendAll(List.of("--profile", "minimal")).toJavaArray(String[]::new));
        assertEquals("vmmref: all 8 dtrs hold something; number the one to replace\n", typed.err());
    }

    @Test @DisplayName("only vectors about translation have a machine to start from")
    void codec(@TempDir Path folder) {
        Typed typed = translate("--from", "codec/thash/0001", "--pack", SmallPack.in(folder).toString());
        assertEquals(2, typed.exit());
        assertEquals("vmmref: --from codec/thash/0001: it is of kind codec; name a vector of kind xlate, such as xlate/manual/0001\n", typed.err());
    }

    @Test @DisplayName("an id that does not exist is a mistake, and likely ones are named")
    void unknown() {
        assertTrue(from("xlate/few/9999").err().contains("there is no vector xlate/few/9999"));
        assertEquals(2, from("xlate/few/9999").exit());
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
