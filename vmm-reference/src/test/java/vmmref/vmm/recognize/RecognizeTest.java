package vmmref.vmm.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Forms;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.spec.Recognitions;
import vmmref.spec.Table;

class RecognizeTest {
    private static final Recognizer RECOGNIZER = Recognizer.reference(Profile.named("maximal").get());

    /// `{.mii thash r8=r32; nop.i 0; nop.i 0 ;;}` as GNU's assembler encodes it.
    private static final String THASH = "014000401a0400000002000000000400";
    /// `{.mib nop.m 0; nop.i 0; cover ;;}`, likewise.
    private static final String COVER = "11000000010000000002000000000800";
    /// `{.mib nop.m 0; nop.i 0; br.cond.sptk.few .+0x10 ;;}` and `{.mlx nop.m 0; brl.cond.sptk.few .+0x10 ;;}`, likewise.
    private static final String BR  = "11000000010000000002000010000040";
    private static final String BRL = "050000000100000000000000100000c0";

    private static final String NOPS = Bundle.of(new Bundle.Fields(0x01, Slot.of(0x8000000L), Slot.of(0x8000000L), Slot.of(0x8000000L))).hex();

    private static final InstructionPattern THASH_PATTERN = pattern("thash r1=r3");
    private static final InstructionPattern NOP_I = pattern("nop.i imm21");

    private static InstructionPattern pattern(String text) {
        return InstructionPattern.of(Forms.architected().find(form -> form.syntax().text().equals(text)).get());
    }

    private static Code code(String... bundles) {
        return new Code(new VirtualAddress(0x4000), Vector.of(bundles).map(Bundle::ofHex));
    }

    private static Seq<Recognized> found(BlockPattern block, Code code, Own own) {
        return RECOGNIZER.compiled().apply(Vector.of(block)).scan(code, own);
    }

    private static Seq<String> told(Seq<Recognized> found) {
        return found.map(each -> each.place() + " " + each.block().name() + each.block().action().map(action -> " " + action.text()).getOrElse("") + " " + each.because());
    }

    @Test
    void aSensitiveInstructionIsFoundWithItsRegistersAndWhatIsDoneAboutIt() {
        assertEquals(Vector.of("0.0 thash r1=r3 patch-branch SENSITIVE_PATCHED"), told(RECOGNIZER.guest().scan(code(THASH), Own.NOTHING)));
        assertEquals(LinkedHashMap.of("r1", 8L, "r3", 32L, "qp", 0L), ((Recognized.Hit) RECOGNIZER.guest().scan(code(THASH), Own.NOTHING).head()).values());
        assertEquals(Vector.of("1.2 cover patch-trap SENSITIVE_PATCHED"), told(RECOGNIZER.guest().scan(code(BR, COVER), Own.NOTHING)));
    }

    /// The mask of obligatory bits: opcode, x3, x6. Everything else of the slot is a register, the predicate or unused.
    @Test
    void thePatternOfAFormIsItsKey() {
        assertEquals(Slot.of(0x1eff8000000L), THASH_PATTERN.mask());
        assertEquals(Slot.of(0x020d0000000L), THASH_PATTERN.value());
        assertEquals(Slot.of(0x1e1f800003fL), pattern("cover").mask());
        assertTrue(THASH_PATTERN.matches(Unit.M, Slot.of(0x030d7ffffffL)));
        assertFalse(THASH_PATTERN.matches(Unit.M, Slot.of(0x020d8000000L)), "ttag");
        assertFalse(THASH_PATTERN.matches(Unit.I, THASH_PATTERN.value()));
    }

    @Test
    void onlyTheCatalogueForExactGuestsHasWhatOthersMaySee() {
        Seq<String> always = RECOGNIZER.catalogue().blocks(false).map(BlockPattern::name);
        Seq<String> exact = RECOGNIZER.catalogue().blocks(true).map(BlockPattern::name);
        assertTrue(exact.containsAll(always) && exact.size() > always.size());
        assertTrue(exact.contains("alloc r1=ar.pfs,sof,sol,sor") && !always.contains("alloc r1=ar.pfs,sof,sol,sor"));
        assertEquals(57, always.size());
        assertEquals(133, exact.size());
    }

    @Test
    void everyLineOfTheTableNamesAFormAndWhatAProfileLacksIsNotLookedFor() {
        Table table = Table.named("sensitive");
        table.rows().forEach(row -> assertFalse(Catalogue.of(new Table("sensitive", Vector.of(row)), Profile.named("maximal").get()).entries().isEmpty(), row.where()));
        Seq<String> merced = Catalogue.of(Profile.named("merced").get()).blocks(true).map(BlockPattern::name);
        assertFalse(merced.contains("vmsw.0"));
        assertTrue(merced.contains("epc"));
    }

    @Test
    void aLimitHasOneNumberOrTwo() {
        Profile profile = Profile.named("maximal").get();
        assertEquals(Vector.of(new Limit(pattern("mov.m r1=ar3").variables().head().operand(), 0, 7)).map(Limit::most),
            Catalogue.of(row("mov\\.m\tr1=ar3\tar3 0..7\tpatch-branch\talways"), profile).entries().flatMap(entry -> entry.block().members().head().patterns().head().limits()).map(Limit::most));
        assertEquals(Vector.of(44L, 44L), Catalogue.of(row("mov\\.m\tr1=ar3\tar3 44\temulate\talways"), profile).entries()
            .flatMap(entry -> entry.block().members().head().patterns().head().limits()).flatMap(limit -> Vector.of(limit.least(), limit.most())));
        assertThrows(IllegalArgumentException.class, () -> Catalogue.of(row("mov\\.m\tr1=ar3\tar3 <8\tpatch-branch\talways"), profile));
        assertThrows(IllegalArgumentException.class, () -> Catalogue.of(row("mov\\.m\tr1=ar3\tar4 8\tpatch-branch\talways"), profile));
        assertThrows(IllegalArgumentException.class, () -> Catalogue.of(row("mov\\.m\tr1=ar3\tar3 8..7\tpatch-branch\talways"), profile));
    }

    private static Table row(String line) {
        return Table.parse("sensitive", line + "\tbecause\n");
    }

    @Test
    void branchesIntoTheWindowAreTheMonitorsOwn() {
        BlockPattern branch = BlockPattern.of(pattern("br.cond{bwh}{ph}{dh} target25"));
        BlockPattern far = BlockPattern.of(pattern("brl.cond{bwh}{ph}{dh} target64"));
        Own own = new Own(new Own.Range(0x4010, 0x4020), new Own.Range(0, 0));
        assertEquals(Vector.empty(), found(branch, code(BR), own));
        assertEquals(Vector.empty(), found(far, code(BRL), own));
        assertEquals(Vector.of("0.2"), found(branch, code(BR), Own.NOTHING).map(each -> each.place().toString()));
        assertEquals(Vector.of("0.1"), found(far, code(BRL), Own.NOTHING).map(each -> each.place().toString()));
        assertEquals(Vector.of("1.2"), found(branch, code(BR, BR), own).map(each -> each.place().toString()), "the second goes to 0x4020, the first address after the window");
        assertEquals(Recognitions.OWN_PASSED, Recognizer.everywhere(Vector.of(branch), code(BR), own).last().because());
    }

    @Test
    void aRangeOfNumbersWithoutSign() {
        Own.Range high = new Own.Range(0x8000000000000000L, 0x8000000000000010L);
        assertTrue(high.has(0x8000000000000000L) && high.has(0x800000000000000fL));
        assertFalse(high.has(0x8000000000000010L) || high.has(0x7fffffffffffffffL) || high.has(0));
        assertFalse(new Own.Range(5, 5).has(5));
    }

    @Test
    void breaksWithTheMonitorsImmediatesAreItsOwn() {
        String stop = Bundle.of(new Bundle.Fields(0x01, Slot.of(0x12340L << 6), Slot.of(0x8000000L), Slot.of(0x8000000L))).hex();
        BlockPattern block = BlockPattern.of(pattern("break.m imm21"));
        assertEquals(1, found(block, code(stop), new Own(new Own.Range(0, -1), new Own.Range(0x12341, 0x12350))).size());
        assertEquals(0, found(block, code(stop), new Own(new Own.Range(0, 0), new Own.Range(0x12340, 0x12341))).size());
    }

    @Test
    void aNopWithTheImmediateOfABreakIsNobodys() {
        String nop = Bundle.of(new Bundle.Fields(0x01, Slot.of(0x8000000L | 0x12340L << 6), Slot.of(0x8000000L), Slot.of(0x8000000L))).hex();
        assertEquals(1, found(BlockPattern.of(pattern("nop.m imm21")), code(nop), new Own(new Own.Range(0, 0), new Own.Range(0x12340, 0x12341))).size());
    }

    @Test
    void aBlockOfThreeOverTheEndOfABundle() {
        BlockPattern block = BlockPattern.of("walk", Vector.of(Member.of(NOP_I.naming("imm21", "same")), new Member.Any(), Member.of(THASH_PATTERN), new Member.Any(), Member.of(NOP_I.naming("imm21", "same"))));
        Recognized.Hit hit = (Recognized.Hit) found(block, code(THASH, THASH, THASH), Own.NOTHING).head();
        assertEquals("0.1", hit.place().toString());
        assertEquals(LinkedHashMap.of("same", 0L, "0.qp", 0L, "2.r1", 8L, "2.r3", 32L, "2.qp", 0L, "4.qp", 0L), hit.values());
        assertEquals(Recognitions.BLOCK_MATCHED, hit.because());
        assertEquals(Vector.of("0.1 walk BLOCK_MATCHED", "1.1 walk BLOCK_MATCHED", "2.1 walk BLOCK_CUT", "2.2 walk BLOCK_CUT"), told(found(block, code(THASH, THASH, THASH), Own.NOTHING)));
    }

    @Test
    void whatFollowsTheCodeIsNotKnown() {
        BlockPattern pair = BlockPattern.of("pair", Vector.of(Member.of(NOP_I), Member.of(THASH_PATTERN)));
        assertEquals(Vector.of("0.2 pair BLOCK_CUT"), told(found(pair, code(THASH), Own.NOTHING)));
        assertEquals(1, ((Recognized.Cut) found(pair, code(THASH), Own.NOTHING).head()).members());
        assertEquals(Vector.of("0.2 pair BLOCK_MATCHED", "1.2 pair BLOCK_CUT"), told(found(pair, code(THASH, THASH), Own.NOTHING)));
    }

    @Test
    void aReservedTemplateEndsABlock() {
        BlockPattern pair = BlockPattern.of("pair", Vector.of(Member.of(NOP_I), Member.of(THASH_PATTERN)));
        assertEquals(Vector.empty(), found(pair, code(THASH, "06" + THASH.substring(2)), Own.NOTHING));
        assertEquals(Vector.empty(), RECOGNIZER.guest().scan(code("06" + THASH.substring(2)), Own.NOTHING));
    }

    /// Forty members with two alternatives each, and a last one that is not there: without a limit of what is tried this would not end.
    @Test
    void alternativesThatBindNothingInCommonAreTriedOnce() {
        Member either = new Member.Either(Vector.of(NOP_I, NOP_I));
        BlockPattern block = BlockPattern.of("long", Vector.fill(40, () -> either).append(Member.of(pattern("cover"))).map(Member.class::cast));
        assertEquals(Vector.empty(), found(block, new Code(new VirtualAddress(0), Vector.fill(30, () -> Bundle.ofHex(NOPS))), Own.NOTHING).filter(each -> each instanceof Recognized.Hit));
        Member sharing = new Member.Either(Vector.of(NOP_I.naming("qp", "x"), NOP_I.naming("imm21", "x")));
        assertThrows(IllegalArgumentException.class, () -> BlockPattern.of("long", Vector.fill(13, () -> sharing)));
        assertEquals(12, BlockPattern.of("long", Vector.fill(12, () -> sharing)).members().size());
    }

    /// The first alternative that matches need not be the one with which the rest is there.
    @Test
    void everyChoiceOfAlternativesIsTried() {
        Member either = new Member.Either(Vector.of(NOP_I.naming("imm21", "x"), NOP_I.naming("qp", "x")));
        BlockPattern block = BlockPattern.of("choice", Vector.of(either, Member.of(NOP_I.naming("imm21", "x"))));
        String bundle = Bundle.of(new Bundle.Fields(0x01, Slot.of(0x8000000L), Slot.of(0x8000000L | 7 << 6 | 5), Slot.of(0x8000000L | 5 << 6))).hex();
        assertEquals(Option.some(5L), ((Recognized.Hit) found(block, code(bundle), Own.NOTHING).head()).values().get("x"));
    }

    @Test
    void blocksThatAreFoundAtOnePlaceStandInTheOrderInWhichTheyAreLookedFor() {
        Seq<BlockPattern> blocks = Vector.of(BlockPattern.of("second", Vector.of(Member.of(THASH_PATTERN), Member.of(NOP_I))), BlockPattern.of(THASH_PATTERN));
        assertEquals(Vector.of("second", "thash r1=r3"), RECOGNIZER.compiled().apply(blocks).scan(code(THASH), Own.NOTHING).map(each -> each.block().name()));
    }

    @Test
    void whatCannotBeLookedForIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> BlockPattern.of("nothing", Vector.empty()));
        assertThrows(IllegalArgumentException.class, () -> BlockPattern.of("open", Vector.of(new Member.Any(), Member.of(NOP_I))));
        assertThrows(IllegalArgumentException.class, () -> BlockPattern.of("open", Vector.of(Member.of(NOP_I), new Member.Any())));
        assertThrows(IllegalArgumentException.class, () -> new Member.Either(Vector.empty()));
        assertThrows(IllegalArgumentException.class, () -> NOP_I.naming("r1", "x"));
        assertThrows(IllegalArgumentException.class, () -> new Code(new VirtualAddress(8), Vector.empty()));
    }

    /// `mov.m r8=arN`, for which only some registers are sensitive.
    @Test
    void aLimitAdmitsItsEndsAndNothingBeyond() {
        Seq<Integer> found = Vector.range(0, 128).filter(register -> !RECOGNIZER.sensitive(false).scan(read(register), Own.NOTHING).isEmpty());
        assertEquals(Vector.of(0, 1, 2, 3, 4, 5, 6, 7, 44, 45), found);
        Seq<Integer> exact = Vector.range(0, 128).filter(register -> !RECOGNIZER.sensitive(true).scan(read(register), Own.NOTHING).isEmpty());
        assertEquals(Vector.of(0, 1, 2, 3, 4, 5, 6, 7, 16, 44, 45), exact);
    }

    private static Code read(int register) {
        return new Code(new VirtualAddress(0), Vector.of(Bundle.of(new Bundle.Fields(0x01, Slot.of(0x02110000200L | (long) register << 20), Slot.of(0x8000000L), Slot.of(0x8000000L)))));
    }

    @Test
    void theWindowIsLookedAtFromEachBundle() {
        BlockPattern branch = BlockPattern.of(pattern("br.cond{bwh}{ph}{dh} target25"));
        assertEquals(Vector.of("0.2", "1.2"), found(branch, code(BR, BR, BR), new Own(new Own.Range(0x4030, 0x4040), new Own.Range(0, 0))).map(each -> each.place().toString()));
    }

    @Test
    void aRecognizerIsMadeAnewOfAnotherCatalogueOrAnotherWayToLook() {
        Catalogue empty = new Catalogue(Vector.empty());
        assertEquals(Vector.empty(), RECOGNIZER.withCatalogue(empty).sensitive(false).scan(code(THASH), Own.NOTHING));
        assertEquals(Vector.empty(), RECOGNIZER.withCompiled(blocks -> (code, own) -> Vector.empty()).sensitive(false).scan(code(THASH), Own.NOTHING));
        assertEquals(empty, RECOGNIZER.withCatalogue(empty).withCompiled(Dispatch::new).catalogue());
        assertEquals(RECOGNIZER.catalogue(), Recognizer.reference(Profile.named("maximal").get()).catalogue());
    }

    @Test
    void whatIsMeantIsWritten() {
        assertEquals("M thash r1=r3", THASH_PATTERN.toString());
        assertEquals(Vector.of("patch-branch", "patch-trap", "emulate", "protect"), Vector.of(Action.values()).map(Action::text));
        assertEquals(Vector.of(Action.values()), Vector.of(Action.values()).map(Action::text).map(Action::named));
        assertEquals(Vector.empty(), new Member.Any().patterns());
        assertEquals("thash r1=r3 has no field imm21, only r1, r3, qp", assertThrows(IllegalArgumentException.class, () -> THASH_PATTERN.where("imm21", 0, 0)).getMessage());
    }
}
