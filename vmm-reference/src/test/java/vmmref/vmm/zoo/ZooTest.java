package vmmref.vmm.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Function1;
import io.vavr.Function2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Forms;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Arrival;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.vmm.Vmm;
import vmmref.vmm.build.BranchPatch;
import vmmref.vmm.build.Builder;
import vmmref.vmm.build.Line;
import vmmref.vmm.build.RawBlock;
import vmmref.vmm.build.RawDescription;
import vmmref.vmm.build.RawPortion;
import vmmref.vmm.build.TrapPatch;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognized;

class ZooTest {
    private static final Profile PROFILE = Profile.named("maximal").get();

    private static final VirtualAddress PAGE = new VirtualAddress(0x2000000000004000L);
    private static final Operation LOAD  = Reference.data(ReferenceType.LOAD, PAGE, 8);
    private static final Operation STORE = Reference.data(ReferenceType.STORE, PAGE, 8);
    private static final Operation FETCH = Reference.fetch(PAGE);
    private static final Operation INSERTION = new Instruction.InsertCache(Stream.DATA, GeneralValue.of(0x7e1), new VirtualAddress(0x2000000000000000L), Itir.of(new PageSize(14), 0));
    private static final Operation COVERING = new Instruction.InsertCache(Stream.DATA, GeneralValue.of(0x7e1), PAGE, Itir.of(new PageSize(14), 0));
    static final int RID = 0x101;
    private static final int PK = 15;

    /// For each decoder a bundle that it reads wrongly, and beside it one that it reads rightly.
    @Test
    void decodersAreWrongInOneThing() {
        differs("AcceptsReservedTemplates", "06000000010000000002000000000400", "00000000010000000002000000000400");
        differs("DropsStatusField", "0d00000001008048288c010000000400", "0d00000001008048288c000000000400");
        differs("ForgetsInnerStops", "0a000000010000000002000000000400", "09000000010000000002000000000400");
        differs("LosesSignOfLongBranch", "050000000100ffffffff7f00f0ffffc8", "050000000100000000000000400000c0");
        differs("OverlooksThashWithUnusedBits", "014014121a0400000002000000000400", "014000121a0400000002000000000400");
        differs("SwapsRelations", "0d00000001006040240e240000000400", "0f00000001000000000200c080481c40");
        differs("TakesHolesForNops", "0d000000018001000004000000000400", "17000000000800000000100000008800");
        differs("TakesPredicateOnCover", "17000000000800000000900200000800", "17000000000800000000100000000800");
    }

    private static void differs(String name, String wrong, String right) {
        differs(name, Bundle.ofHex(wrong), Bundle.ofHex(right), (vmm, bundle) -> vmm.machine().decode().apply(bundle));
    }

    /// For each recognizer what it finds wrongly, and beside it what it finds rightly: ttag and thash, cover in the last slot of MMI and of MIB, a branch into the window and one beside it.
    @Test
    void recognizersAreWrongInOneThing() {
        sensitive("TakesTtagForThash", "014000401b0400000002000000000400", "014000401a0400000002000000000400");
        sensitive("RecognizesInAnyUnit", "09000000010000000002000000000800", "11000000010000000002000000000800");
        BlockPattern branch = BlockPattern.of(InstructionPattern.of(Forms.architected().find(form -> form.syntax().text().equals("br.cond{bwh}{ph}{dh} target25")).get()));
        Code code = new Code(new VirtualAddress(0x4000), Vector.of(Bundle.ofHex("11000000010000000002000010000040")));
        differs("RecognizesItsOwnPatches", new Own(new Own.Range(0x4010, 0x4020), new Own.Range(0, 0)), new Own(new Own.Range(0x4020, 0x4030), new Own.Range(0, 0)),
            (vmm, own) -> vmm.recognizer().compiled().apply(Vector.of(branch)).scan(code, own).map(Recognized::place));
    }

    private static void sensitive(String name, String wrong, String right) {
        differs(name, new Code(new VirtualAddress(0), Vector.of(Bundle.ofHex(wrong))), new Code(new VirtualAddress(0), Vector.of(Bundle.ofHex(right))),
            (vmm, code) -> vmm.recognizer().guest().scan(code, Own.NOTHING).map(found -> found.place() + found.block().name()));
    }

    /// For each translator something that it does wrongly, and beside it something that it does rightly. Entries: ar{11:9} pl{8:7} d{6} a{5} p{0}.
    @Test
    void translatorsAreWrongInOneThing() {
        differs("AcceptsReservedFields", new Scene(machine(RID, 0x7e1), moved(0x10039 | 2)), new Scene(machine(RID, 0x7e1), moved(0x10039)));
        differs("AcceptsUnsupportedSizes", new Scene(machine(RID, 0x7e1), moved(0x10000 | 17 << 2)), new Scene(machine(RID, 0x7e1), moved(0x10000 | 16 << 2)));
        differs("ChecksReadsAsWrites", new Scene(machine(RID, 0x1e1), LOAD), new Scene(machine(RID, 0x5e1), LOAD));
        differs("OverlooksRegisters", new Scene(crowded(0), COVERING), new Scene(machine(RID, 0x7e1), purge(PAGE.bits())));
        differs("ChecksDirtyBeforeRights", new Scene(machine(RID, 0x1a1).at(3), STORE), new Scene(machine(RID, 0x1e1).at(3), STORE));
        differs("ChecksRightsBeforeKeys", new Scene(machine(RID, 0x1e1).with(PK), STORE), new Scene(machine(RID, 0x7e1).with(PK), STORE));
        differs("ComparesRegionNumberInPurge", new Scene(machine(RID, 0x7e1), purge(0x4000000000004000L)), new Scene(machine(RID, 0x7e1), purge(PAGE.bits())));
        differs("ForgetsLevelOfExecution", new Scene(machine(RID, 0x661).at(3), FETCH), new Scene(machine(RID, 0x661).at(3), LOAD));
        differs("IgnoresRegionIdentifier", new Scene(machine(0x999, 0x7e1), LOAD), new Scene(machine(RID, 0x7e1), LOAD));
        differs("TakesRights5ForRights3", new Scene(machine(RID, 0xbe1).at(3), STORE), new Scene(machine(RID, 0xbe1).at(3), LOAD));
    }

    /// For a cache of 1024 translations something that it does wrongly, and beside it something that it does rightly: with a page in a register it is full, or has room for one more.
    @Test
    void evictionIsWrongInOneThing() {
        differs("EvictsPinned", new Scene(crowded(1024), INSERTION), new Scene(crowded(1023), INSERTION));
    }

    private static Instruction moved(long value) {
        return new Instruction.MoveRegion(GeneralValue.of(0), GeneralValue.of(value));
    }

    private static Start crowded(int number) {
        Addressing machine = machine(RID, 0x7e1).machine();
        Tlb tlb = machine.tlb().withCached(Stream.DATA, machine.tlb().cached(Stream.DATA).head(), false).withRegister(Stream.DATA, 3, machine.tlb().cached(Stream.DATA).headOption());
        Tlb full = Vector.range(0, number).foldLeft(tlb, (held, each) -> held.withCached(Stream.DATA, new Translation(PAGE.bits() + (each + 1L << 14), RID, 14, 0x55, 0x7e1), true));
        return new Start(machine.withTlb(full).withPsr(machine.psr().with(13, false)));
    }

    /// A machine, and what is done to it.
    private record Scene(Start start, Operation operation) {
        Object under(Semantics rules) {
            return switch (operation) {
                case Reference reference     -> rules.translator().translate(start.machine(), reference, Choice.USUAL);
                case Instruction instruction -> rules.translator().execute(start.machine(), instruction, Choice.USUAL);
            };
        }
    }

    record Start(Addressing machine) {
        Start at(int level) {
            return new Start(machine.withPsr(machine.psr().withCpl(level)));
        }

        Start with(int bit) {
            return new Start(machine.withPsr(machine.psr().with(bit, true)));
        }
    }

    /// A machine that translates; all regions have one identifier, and both streams hold the page, of 16 kilobytes, for another or the same.
    static Start machine(int rid, long entry) {
        Translation page = Translation.of(PAGE, rid, new PageSize(14), 0x55, new Pte(entry));
        Tlb tlb = Tlb.EMPTY.withCached(Stream.INSTRUCTION, page, true).withCached(Stream.DATA, page, true);
        return new Start(new Addressing(new Psr(0x1000022000L), false, false, new Dcr(0),
            RegionRegisters.of(Vector.fill(RegionRegisters.NUMBER, new RegionRegister((long) RID << 8 | 14 << 2))), ProtectionKeyRegisters.zero(16), tlb));
    }

    private static Operation purge(long address) {
        return new Instruction.Purge(Instruction.PurgeType.PTC_L, GeneralValue.of(address), GeneralValue.of(14 << 2));
    }

    private static void differs(String name, Scene wrong, Scene right) {
        differs(name, wrong, right, (vmm, scene) -> scene.under(vmm.machine()));
    }

    /// For each walker an entry of the table that it takes wrongly, and beside it one that it takes rightly. The table of 2^24 bytes at E000000010000000 is in memory at 40000; the page has the number 1 and the tag 1.
    @Test
    void walkersAreWrongInOneThing() {
        walks("NeverWalks", 1, 1, 0, 1);
        walks("TakesAnyTag", 1, 2, 1, 1);
        walks("TakesKeyOfRegion", 1, 1, 1, 3);
        walks("WalksEveryRegion", 0, 1, 1, 1);
    }

    /// @param enabled the bit ve of the region
    /// @param wrong   the tag of an entry that is taken wrongly
    private static void walks(String name, int enabled, long wrong, int rightEnabled, long right) {
        differs(name, new Walk(enabled, wrong), new Walk(rightEnabled, right), (vmm, walk) -> walk.under(vmm.machine()));
    }

    private record Walk(int enabled, long tag) {
        Object under(Semantics rules) {
            Addressing plain = machine(0, 0).machine();
            Translation table = Translation.of(new VirtualAddress(0xe000000010000000L), RID, new PageSize(14), 0, new Pte(0x40661));
            Addressing machine = plain.withRegions(RegionRegisters.of(Vector.fill(RegionRegisters.NUMBER, new RegionRegister(14 << 2 | enabled)).update(7, new RegionRegister((long) RID << 8 | 14 << 2))))
                .withTlb(Tlb.EMPTY.withRegister(Stream.DATA, 0, Option.some(table))).withPta(new Pta(0xe000000010000161L));
            Memory memory = Memory.ZERO.with(new PhysicalAddress(0x40020), 8, 0x12347e1).with(new PhysicalAddress(0x40028), 8, 0x5500 | 14 << 2).with(new PhysicalAddress(0x40030), 8, tag);
            Arrival arrival = rules.translator().arrive(machine, memory, (Reference) LOAD, Choice.USUAL);
            return arrival.walked();
        }
    }

    /// For each builder something that it does wrongly, and beside it something that it does rightly.
    @Test
    void buildersAreWrongInOneThing() {
        RawBlock block = new RawBlock(Vector.of(new RawDescription(Unit.M, 0, 0, Vector.of(new RawPortion(0, false, 6, 7)))));
        builds("SmearsWideValues", builder -> builder.build(block, Vector.of(0x80L)), builder -> builder.build(block, Vector.of(0x7fL)));
        builds("BranchesOneBundleOff", builder -> builder.branch(PAGE, PAGE), builder -> builder.branch(PAGE, new VirtualAddress(8)).because());
        Bundle thash = Bundle.ofHex("cb4000401a0400000002000000000400");
        builds("LosesPredicate", builder -> builder.trap(new TrapPatch(thash, 0, 5)), builder -> builder.trap(new TrapPatch(thash, 1, 5)));
        Line line = new Line(Unit.I, Slot.of(0x8000000L), true);
        builds("DropsStops", builder -> builder.pack(Vector.of(line, line)), builder -> builder.pack(Vector.of(line)));
        Bundle nops = Bundle.ofHex("01000000010000000002000000000400");
        builds("ForgetsToSettle", builder -> builder.insert(PAGE, Vector.of(thash), Vector.of(nops)), builder -> builder.insert(PAGE, Vector.of(thash), Vector.of(thash)));
        builds("ReturnsToThePatch", builder -> builder.carry(new BranchPatch(thash, PAGE, 0, Vector.of(line), new VirtualAddress(PAGE.bits() + 0x1000))),
            builder -> builder.carry(new BranchPatch(thash, PAGE, 0, Vector.of(line), PAGE)));
    }

    private static void builds(String name, Function1<Builder, Object> wrong, Function1<Builder, Object> right) {
        differs(name, wrong, right, (vmm, question) -> question.apply(vmm.builder()));
    }

    /// The member answers the first question as the reference does not, and the second as it does.
    static <T> void differs(String name, T wrong, T right, Function2<Vmm, T, Object> answer) {
        Vmm member = Zoo.named(name).get().vmm(PROFILE);
        Vmm reference = Vmm.reference(PROFILE);
        assertNotEquals(answer.apply(reference, wrong), answer.apply(member, wrong), name);
        assertEquals(answer.apply(reference, right), answer.apply(member, right), name);
    }

    @Test
    void membersAreNamedAfterTheirDefectAndSmall() throws IOException {
        for (Member member : Zoo.members()) {
            long lines = Files.readString(Path.of("src/main/java/vmmref/vmm/zoo", member.name() + ".java")).lines()
                .dropWhile(line -> !line.contains(" wrong(")).count();
            assertTrue(0 < lines && lines <= 30, member.name() + " has " + lines + " lines that are wrong");
            assertTrue(!member.breaks().isEmpty(), member.name());
        }
        assertEquals(Zoo.members().map(Member::name).sorted(), Zoo.members().map(Member::name));
        assertEquals(Vector.empty(), Zoo.named("Nobody").toVector());
    }
}
