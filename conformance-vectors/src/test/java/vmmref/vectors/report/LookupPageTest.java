/// The page of one look-up: drawing, entries, page, conditions, answer.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.xlate.Story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LookupPageTest {

    private static final Semantics RULES = Semantics.architected(Profile.named("itanium2").get());
    private static final Ink INK = new Ink(false);
    private static final Addressing PINNED = Scene.MACHINE.withTlb(pinned(Tlb.EMPTY, Stream.DATA, Scene.TRANSLATION));

    private static Tlb pinned(Tlb tlb, Stream stream, Translation translation) {
        return tlb.withRegister(stream, Scene.SLOT, Option.some(translation));
    }

    private static Reference load(long address) {
        return Reference.data(ReferenceType.LOAD, new VirtualAddress(address), 8);
    }

    private static LookupPage page(Addressing machine, Operation operation, Freedom... taken) {
        return new LookupPage(RULES, machine, operation, Choice.of(List.of(taken)));
    }

    private static String text(Addressing machine, Operation operation, Freedom... taken) {
        return page(machine, operation, taken).text(INK, false);
    }

    private static void says(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    @Test @DisplayName("an address that no translation matches: its page is guessed, and what nearly matches is shown")
    void miss() {
        assertEquals("""
            ld8 [2000000000008000]   level 0, itanium2
              PSR  cpl 0  ac 0  ic 1  pk 0  dt 1  it 1  da 0  ed 0  ia 0  vm 0
                 ┌─63:61────┬─60:14────────────────────────────────────┬─13:0──────────┐
              va │ region 1 │ page 000000000002 (if it has 16K)        │ offset 0000   │
                 └────┬─────┴──────────────────────┬───────────────────┴───────────────┘
                      ▼                            │
                 rr1: rid 000101, prefers 16K      │
                      ▼                            ▼
                 ┌─────────────────────────────────────────────────────┐
                 │ nothing in the data TLB matches                     │
                 └─────────────────────────────────┬───────────────────┘
                                                   ▼
                                                   ╳ alternate-data-tlb

              entry      rid   addresses                size
              dtr2    000101   2000000000004000..7fff   16K    another page

              condition               met   leads to
              NAT_CONSUMED            no    register-nat-consumption
              ADDRESS_UNIMPLEMENTED   no    unimplemented-data-address
              MATCHES_SEVERAL         no    unspecified
              WALK_OVERLAPPED         no    unspecified
              MISS_NESTED             no    data-nested-tlb
              MISS_ALTERNATE          yes   alternate-data-tlb           <- decides
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

              it faults: alternate-data-tlb   by MISS_ALTERNATE
            """, text(PINNED, load(0x2000000000008000L)));
    }

    @Test @DisplayName("an address that is not translated has a drawing of its own")
    void physical() {
        assertEquals("""
            st8 [8000000001234008]   level 0, itanium2
              PSR  cpl 0  ac 0  ic 1  pk 0  dt 0  it 1  da 0  ed 0  ia 0  vm 0
                 ┌─63──┬─62:0──────────────────────────────────────────────────────────┐
              va │ 1   │ 0000000001234008                                              │
                 └─┬───┴───────────────────────────┬───────────────────────────────────┘
                   ▼                               ▼   PSR.dt is 0: not translated
                   uc                              pa 0000000001234008

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

              it goes to 0000000001234008, uc   by PHYSICAL_ADDRESSED
            """, text(Scene.MACHINE.withPsr(Scene.MACHINE.psr().with(17, false)), Reference.data(ReferenceType.STORE, new VirtualAddress(0x8000000001234008L), 8)));
        says("▼   PSR.it is 0: not translated\n       wbl                             pa 0000000000004000\n",
            text(Scene.MACHINE.withPsr(Scene.MACHINE.psr().with(36, false)), Reference.fetch(new VirtualAddress(0x4000))));
    }

    @Test @DisplayName("a speculative load shows what defers each fault")
    void speculative() {
        Addressing machine = Scene.MACHINE.withTlb(pinned(Tlb.EMPTY, Stream.DATA, Scene.TRANSLATION.with(Scene.ENTRY.with(5, 5, 0)))).withCodeEd(true).withDcr(new Dcr(1 << 13));
        assertEquals("""
            ld8.s [2000000000004008]   level 0, itanium2
              PSR  cpl 0  ac 0  ic 1  pk 0  dt 1  it 1  da 0  ed 0  ia 0  vm 0
              DCR  dm 0  dp 0  dk 0  dx 0  dr 0  da 1  dd 0  code ed 1
                 ┌─63:61────┬─60:14────────────────────────────────────┬─13:0──────────┐
              va │ region 1 │ page 000000000001                        │ offset 0008   │
                 └────┬─────┴──────────────────────┬───────────────────┴───────────────┘
                      ▼                            │
                 rr1: rid 000101, prefers 16K      │
                      ▼                            ▼
                 ┌─────────────────────────────────────────────────────┐
                 │ dtr2: rid 000101, 2000000000004000..7fff, 16K       │
                 │       maps to 0000000001234000                      │
                 └─────────────────────────────────┬───────────────────┘
                                                   ▼
                                                   r1 NaT

              entry      rid   addresses                size
              dtr2    000101   2000000000004000..7fff   16K    matches
              page     p 1   a 0   d 1   ma wb   ed 0
              rights   ar 3   pl 3   level 0 RWX   1 RWX   2 RWX   3 RWX
              key      000055   not looked at, as PSR.pk is 0

              condition               met   leads to                     deferred
              NAT_CONSUMED            no    register-nat-consumption     always
              ADDRESS_UNIMPLEMENTED   no    unimplemented-data-address   always
              MATCHES_SEVERAL         no    unspecified                  never
              WALK_OVERLAPPED         no    unspecified                  never
              MISS_NESTED             no    data-nested-tlb              by dm
              MISS_ALTERNATE          no    alternate-data-tlb           by dm
              ENTRY_UNTRANSLATED      no    vhpt-translation             by dm
              ENTRY_UNREADABLE        no    data-tlb                     by dm
              TAG_MISMATCHED          no    data-tlb                     by dm
              ENTRY_REFUSED           no    data-tlb                     by dm
              PAGE_ABSENT             no    page-not-present             by dp
              NAT_PAGE_CONSUMED       no    nat-page-consumption         always
              KEY_MISSING             no    data-key-miss                by dk
              KEY_DISABLED            no    key-permission               by dx
              RIGHTS_DENIED           no    data-access-rights           by dr
              DIRTY_BIT_CLEAR         no    dirty-bit                    never
              ACCESS_BIT_CLEAR        yes   data-access-bit              by da
              BREAKPOINT_HIT          no    data-debug                   by dd
              ADDRESS_MISALIGNED      no    unaligned-data-reference     by code
              ATTRIBUTE_UNSUPPORTED   no    unsupported-data-reference   never

              it is deferred: its target becomes NaT   by LOAD_DEFERRED
            """, text(machine, Reference.data(ReferenceType.SPECULATIVE_LOAD, new VirtualAddress(0x2000000000004008L), 8)));
    }

    @Test @DisplayName("a fetch is looked up in the instruction TLB; the key of its page is looked at while PSR.pk is 1")
    void fetch() {
        Addressing machine = Scene.MACHINE.withTlb(pinned(Tlb.EMPTY, Stream.INSTRUCTION, Scene.TRANSLATION.with(Scene.ENTRY.with(11, 9, 7))))
            .withPsr(Scene.MACHINE.psr().with(15, true).withCpl(3)).withKeys(Scene.MACHINE.keys().with(3, new ProtectionKeyRegister(0x5501)));
        assertEquals("""
            fetch 2000000000004010   level 3, itanium2
              PSR  cpl 3  ac 0  ic 1  pk 1  dt 1  it 1  da 0  ed 0  ia 0  vm 0
                 ┌─63:61────┬─60:14────────────────────────────────────┬─13:0──────────┐
              va │ region 1 │ page 000000000001                        │ offset 0010   │
                 └────┬─────┴──────────────────────┬───────────────────┴───────┬───────┘
                      ▼                            │                           │
                 rr1: rid 000101, prefers 16K      │                           │
                      ▼                            ▼                           │
                 ┌─────────────────────────────────────────────────────┐       │
                 │ itr2: rid 000101, 2000000000004000..7fff, 16K       │       │
                 │       maps to 0000000001234000                      │       │
                 └─────────────────────────────────┬───────────────────┘       │
                                                   ▼                           ▼
                 ┌─62:14───────────────────────────────────────────────┬─13:0──────────┐
              pa │ frame 000000000048d                                 │ offset 0010   │
                 └─────────────────────────────────────────────────────┴───────────────┘

              entry      rid   addresses                size
              itr2    000101   2000000000004000..7fff   16K    matches
              page     p 1   a 1   d 1   ma wb   ed 0
              rights   ar 7   pl 3   level 0 RX   1 X   2 X   3 X
              key      000055   in pkr3, which disables nothing

              condition            met   leads to
              MATCHES_SEVERAL      no    unspecified
              WALK_OVERLAPPED      no    unspecified
              MISS_ALTERNATE       no    alternate-instruction-tlb
              ENTRY_UNTRANSLATED   no    vhpt-translation
              ENTRY_UNREADABLE     no    instruction-tlb
              TAG_MISMATCHED       no    instruction-tlb
              ENTRY_REFUSED        no    instruction-tlb
              PAGE_ABSENT          no    page-not-present
              NAT_PAGE_CONSUMED    no    nat-page-consumption
              KEY_MISSING          no    instruction-key-miss
              KEY_DISABLED         no    key-permission
              RIGHTS_DENIED        no    instruction-access-rights
              ACCESS_BIT_CLEAR     no    instruction-access-bit
              BREAKPOINT_HIT       no    instruction-debug

              it goes to 0000000001234010, wb   by TRANSLATION_MATCHED, OFFSET_KEPT
            """, text(machine, Reference.fetch(new VirtualAddress(0x2000000000004010L))));
    }

    @Test @DisplayName("what matches comes first, then what differs in the region identifier alone, then the nearest pages; eight are shown")
    void nearest() {
        Seq<Translation> pages = List.range(1, 9).map(number -> Translation.of(new VirtualAddress(Scene.PAGE.bits() + number * 0x10000L), Scene.RID, Scene.SIZE, 0, Scene.ENTRY));
        Translation other = Translation.of(Scene.PAGE, 0x999, Scene.SIZE, 0, Scene.ENTRY);
        Tlb tlb = pages.zipWithIndex().foldLeft(PINNED.tlb().withCached(Stream.DATA, other, true), (all, page) -> all.withRegister(Stream.DATA, 10 + page._2, Option.some(page._1)));
        LookupPage page = page(PINNED.withTlb(tlb), load(0x2000000000004008L));
        says("""
              entry      rid   addresses                size
              dtr2    000101   2000000000004000..7fff   16K    matches
              dtc     000999   2000000000004000..7fff   16K    another rid
              dtr10   000101   2000000000014000..7fff   16K    another page
              dtr11   000101   2000000000024000..7fff   16K    another page
              dtr12   000101   2000000000034000..7fff   16K    another page
              dtr13   000101   2000000000044000..7fff   16K    another page
              dtr14   000101   2000000000054000..7fff   16K    another page
              dtr15   000101   2000000000064000..7fff   16K    another page
              and 2 more
            """, page.text(INK, false));
        assertEquals(8, page.json().get("entries").size());
        assertEquals(2, page.json().get("entries_left_out").asInt());
    }

    @Test @DisplayName("an entry of another region identifier and page is the farthest")
    void farthest() {
        Tlb tlb = PINNED.tlb().withCached(Stream.DATA, Translation.of(new VirtualAddress(0x2000000000008000L), 0x5, Scene.SIZE, 0, Scene.ENTRY), true);
        says("\n  dtr2    000101   2000000000004000..7fff   16K    another page\n  dtc     000005   2000000000008000..bfff   16K    another rid and page\n",
            text(PINNED.withTlb(tlb), load(0x200000000000c000L)));
    }

    @Test @DisplayName("a freedom that is taken excuses an entry")
    void excused() {
        Addressing cached = Scene.MACHINE.withTlb(Tlb.EMPTY.withCached(Stream.DATA, Translation.of(new VirtualAddress(0x4000), Scene.RID, Scene.SIZE, 0, Scene.ENTRY), true));
        says("  dtc     000101   0000000000004000..7fff   16K    matches, from region 0\n", text(cached, load(0x2000000000004008L)));
        says("  dtc     000101   0000000000004000..7fff   16K    is for region 0\n", text(cached, load(0x2000000000004008L), Freedom.SEARCH));
        says("  dtc     000101   0000000000004000..7fff   16K    is gone, as it may be\n", text(cached, load(0x2000000000004008L), Freedom.CACHE));
        says("level 0, itanium2, search region, cache gone\n", text(cached, load(0x2000000000004008L), Freedom.SEARCH, Freedom.CACHE));
    }

    @Test @DisplayName("several matches are named, and other answers are not told, as anything may happen")
    void several() {
        String text = text(PINNED.withTlb(PINNED.tlb().withCached(Stream.DATA, Scene.TRANSLATION, true)), load(0x2000000000004008L));
        says("     │ dtc, dtr2 match                                     │\n", text);
        says("                                       ? anything may happen\n", text);
        assertTrue(text.endsWith("\n  it may do anything   by MATCHES_SEVERAL\n"), text);
    }

    @Test @DisplayName("a page that is not present maps to nothing; a large one has a wide offset")
    void pages() {
        says("     │       is not present                                │\n", text(Scene.MACHINE.withTlb(pinned(Tlb.EMPTY, Stream.DATA, Scene.TRANSLATION.with(Scene.ENTRY.with(0, 0, 0)))), load(0x2000000000004008L)));
        Translation large = Translation.of(Scene.PAGE, Scene.RID, new PageSize(32), 0, new Pte(0x3000012347e1L));
        says("""
              va │ region 1 │ page 00000000                          │ offset 00004008 │
            """, text(Scene.MACHINE.withTlb(pinned(Tlb.EMPTY, Stream.DATA, large)), load(0x2000000000004008L)));
        says("""
              pa │ frame 00003000                                    │ offset 00004008 │
            """, text(Scene.MACHINE.withTlb(pinned(Tlb.EMPTY, Stream.DATA, large)), load(0x2000000000004008L)));
    }

    @Test @DisplayName("the key of a page and what its register disables")
    void keys() {
        Addressing machine = PINNED.withPsr(Scene.MACHINE.psr().with(15, true));
        says("  key      000055   in no valid pkr\n", text(machine, load(0x2000000000004008L)));
        says("  key      000055   in pkr5, which disables RW\n", text(machine.withKeys(machine.keys().with(5, new ProtectionKeyRegister(0x5507))), load(0x2000000000004008L)));
    }

    @Test @DisplayName("an insertion shows its entry, what it overlaps and what it changes, by the clauses of the writes")
    void insertion() {
        Addressing machine = Scene.MACHINE.withPsr(Scene.MACHINE.psr().with(13, false)).withTlb(Tlb.EMPTY.withCached(Stream.DATA, Scene.TRANSLATION, true));
        LookupPage page = page(machine, new Instruction.InsertCache(Stream.DATA, GeneralValue.of(0x56787e1), Scene.PAGE, Itir.of(Scene.SIZE, 7)));
        assertEquals("""
            itc.d 2000000000004000, 16K, key 000007   level 0, itanium2
              PSR  cpl 0  ac 0  ic 0  pk 0  dt 1  it 1  da 0  ed 0  ia 0  vm 0
              pte      00000000056787e1   p 1   a 1   d 1   ma wb   ed 0   ar 3   pl 3

              overlaps      rid   addresses                size
              dtc        000101   2000000000004000..7fff   16K

              it changes                                       decided by
              - dtc        000101 2000000000004000..7fff 16K   OVERLAP_PURGED
              + dtc        000101 2000000000004000..7fff 16K   CACHE_INSERTED

              condition               met   leads to
              COLLECTION_ENABLED      no    illegal-operation
              PRIVILEGED_OPERATION    no    privileged-operation
              NAT_CONSUMED            no    register-nat-consumption
              PAGE_SIZE_UNSUPPORTED   no    reserved-register-field
              FIELD_RESERVED          no    reserved-register-field
              ATTRIBUTE_RESERVED      no    reserved-register-field
              FIELD_UNIMPLEMENTED     no    reserved-register-field
              OPERAND_UNIMPLEMENTED   no    unimplemented-data-address
              OPERATION_VIRTUALIZED   no    virtualization

              it is done   by CACHE_INSERTED, OVERLAP_PURGED
            """, page.text(INK, false));
        assertEquals("[{\"change\":\"goes\",\"place\":\"dtc\",\"what\":\"000101 2000000000004000..7fff 16K\",\"because\":\"OVERLAP_PURGED\"},"
            + "{\"change\":\"comes\",\"place\":\"dtc\",\"what\":\"000101 2000000000004000..7fff 16K\",\"because\":\"CACHE_INSERTED\"}]", page.json().get("changes").toString());
        assertFalse(page.json().has("entries"));
    }

    @Test @DisplayName("a story goes on with the changed machine until an instruction does not succeed")
    void story() {
        Operation purge = new Instruction.Purge(Instruction.PurgeType.PTR_D, GeneralValue.of(Scene.PAGE.bits()), GeneralValue.of(14 << 2));
        LookupStory story = LookupStory.of(RULES, new Story(PINNED, List.of(load(0x2000000000004008L), purge, load(0x2000000000004008L), purge)), Choice.USUAL);
        String text = story.text(INK, false);
        says("  it goes to 0000000001234008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT\n\nptr.d 2000000000004000, 16K   level 0, itanium2\n", text);
        says("  - dtr2       000101 2000000000004000..7fff 16K   REGISTER_PURGED\n", text);
        assertTrue(text.endsWith("\n  it faults: alternate-data-tlb   by MISS_ALTERNATE\n\nptr.d 2000000000004000, 16K is not reached\n"), text);
        JsonNode json = story.json();
        assertEquals(3, json.size());
        assertEquals("MISS_ALTERNATE", json.get(2).get("answer").get("because").asString());
    }

    @Test @DisplayName("a whole page quotes the clause that decided")
    void whole() {
        assertTrue(page(PINNED, load(0x2000000000008000L)).text(INK, true).endsWith("""
              it faults: alternate-data-tlb   by MISS_ALTERNATE
                MISS_ALTERNATE: Any other reference without a translation MUST raise
                Alternate Data TLB, or Alternate Instruction TLB for a fetch, whatever
                PSR.ic is, unless the walker is enabled for it.
            """));
    }

    @Test @DisplayName("where only ASCII can be shown, other characters stand for the drawing")
    void plain() {
        String text = text(PINNED, load(0x2000000000008000L));
        assertEquals(text, LookupGlyphs.fit(text, StandardCharsets.UTF_8));
        String plain = LookupGlyphs.fit(text, StandardCharsets.US_ASCII);
        assertTrue(plain.chars().allMatch(c -> c < 128), plain);
        says("  va | region 1 | page 000000000002 (if it has 16K)        | offset 0000   |\n     +----+-----+----------------------+-------------------+---------------+\n          v                            |\n", plain);
        says("                                       x alternate-data-tlb\n", plain);
    }
}
