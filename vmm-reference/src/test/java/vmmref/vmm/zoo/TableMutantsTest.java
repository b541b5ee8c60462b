package vmmref.vmm.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.model.partition.CellLife;
import vmmref.model.partition.Phase;
import vmmref.model.profile.Profile;
import vmmref.model.protect.Access;
import vmmref.model.protect.Rights;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Column;
import vmmref.spec.Clause;
import vmmref.spec.Dependences;
import vmmref.spec.Interruptions;
import vmmref.spec.Partitions;
import vmmref.spec.Protections;
import vmmref.spec.Recognitions;
import vmmref.spec.References;
import vmmref.spec.RegisterFiles;
import vmmref.spec.Translations;
import vmmref.vmm.Vmm;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

class TableMutantsTest {
    private static final Vmm REFERENCE = Vmm.reference(Profile.named("maximal").get());
    private static final Semantics RIGHT = REFERENCE.machine();
    private static final Seq<TableMutant> ALL = TableMutants.all();

    private static TableMutant mutant(String name) {
        return ALL.find(each -> each.toString().equals(name)).get();
    }

    private static Semantics machine(String name) {
        return mutant(name).rules().apply(REFERENCE).machine();
    }

    private static Seq<Clause> order(String name, Column column) {
        return machine(name).translator().order().clauses(column);
    }

    @Test
    void everyTableHasMutantsAndNoTwoAreCalledAlike() {
        Seq<String> names = ALL.map(TableMutant::toString);
        assertEquals(Vector.empty(), names.groupBy(name -> name).filter((name, alike) -> alike.size() > 1 && isToldInFull(name)).keySet().toVector());
        assertEquals(384, names.count(name -> name.startsWith("access-rights.tsv")));
        assertTrue(names.count(name -> name.startsWith("fault-order.tsv")) > 200);
        assertEquals(124, names.count(name -> name.startsWith("cell-life.tsv")));
        assertEquals(20 * 3, names.count(name -> name.startsWith("group-places.tsv")));
        assertEquals(57 * 5 + 16 * 3, names.count(name -> name.startsWith("sensitive.tsv")));
        assertEquals(303, names.count(name -> name.startsWith("application-registers.tsv")));
        assertEquals(289, names.count(name -> name.startsWith("control-registers.tsv")));
        assertEquals(813, names.count(name -> name.startsWith("resources.tsv")));
        assertEquals(14 * 3, names.count(name -> name.startsWith("moves of pages: ")));
        assertEquals(4 * 5, names.count(name -> name.startsWith("moves of the set: ")));
        for (String table : new String[] {"templates", "forms", "formats", "operands", "completers", "unassigned"}) {
            assertTrue(names.exists(name -> name.startsWith(table + ".tsv")), table);
        }
    }

    private static boolean isToldInFull(String name) {
        return name.startsWith("access-rights") || name.startsWith("fault-order") || name.startsWith("cell-life") || name.contains("registers.tsv") || name.startsWith("resources");
    }

    /// A mutant changes one part of the rules, by which vectors to judge it is found.
    @Test
    void aMutantChangesTheDecoderOrTheTranslatorOrThePartitioner() {
        Semantics rights = machine("access-rights.tsv: 5 3: at level 2 RX becomes RWX");
        assertEquals(RIGHT.decode(), rights.decode());
        assertNotEquals(RIGHT.translator(), rights.translator());
        Semantics decoder = machine("templates.tsv: 06: becomes MLX");
        assertNotEquals(RIGHT.decode(), decoder.decode());
        assertEquals(RIGHT.translator(), decoder.translator());
        Semantics partitioner = machine("cell-life.tsv: blocked release: is left out");
        assertEquals(RIGHT.decode(), partitioner.decode());
        assertEquals(RIGHT.translator(), partitioner.translator());
        assertNotEquals(RIGHT.partitioner(), partitioner.partitioner());
    }

    @Test
    void aMutantOfTheSensitiveInstructionsChangesTheCatalogue() {
        Vmm monitor = mutant("sensitive.tsv: thash r1=r3 -: patch-branch becomes emulate").rules().apply(Vmm.reference(Profile.named("maximal").get()));
        assertEquals(Option.some(Action.EMULATE), monitor.recognizer().catalogue().entries().head().block().action());
        Vmm wider = mutant("sensitive.tsv: mov\\.m r1=ar3 ar3 0..7: ar3 0..7 becomes ar3 0..8").rules().apply(Vmm.reference(Profile.named("maximal").get()));
        assertEquals(8L, wider.recognizer().catalogue().entries().get(4).block().members().head().patterns().head().limits().head().most());
        assertEquals(Vector.of(Recognitions.SENSITIVE_PROTECTED), mutant("sensitive.tsv: epc - -: is left out").clauses());
    }

    @Test
    void aMutantOfMovesChangesOneOfThem() {
        Vmm pages = mutant("moves of pages: code write: becomes EMULATED").rules().apply(Vmm.reference(Profile.named("maximal").get()));
        assertEquals(Transition.EMULATED, pages.monitoring().watch().moving().of(PageState.CODE, Access.WRITE, false));
        assertEquals(Transition.EMULATED, pages.monitoring().watch().moving().of(PageState.CODE, Access.WRITE, true));
        assertEquals(Transition.TO_DATA, pages.monitoring().watch().moving().of(PageState.PATCHED, Access.WRITE, false));
        Vmm set = mutant("moves of the set: inside entry: becomes INSIDE, SAVE").rules().apply(Vmm.reference(Profile.named("maximal").get()));
        assertEquals(Presence.Action.SAVE, set.monitoring().scratching().moving().apply(Presence.INSIDE, Passage.ENTRY).action());
        assertEquals(Presence.Action.RESTORE, set.monitoring().scratching().moving().apply(Presence.INSIDE, Passage.EXIT).action());
    }

    @Test
    void onePermissionOfOneCellIsToggled() {
        Rights rights = machine("access-rights.tsv: 5 3: at level 2 RX becomes RWX").translator().rights();
        assertTrue(rights.permit(5, 3, 2, Access.WRITE) && !rights.permit(5, 3, 1, Access.WRITE) && !rights.permit(5, 2, 2, Access.WRITE));
        Rights poorer = machine("access-rights.tsv: 0 0: at level 0 R becomes -").translator().rights();
        assertTrue(!poorer.permit(0, 0, 0, Access.READ) && poorer.permit(0, 1, 0, Access.READ));
        assertEquals(Vector.of(Protections.RIGHTS_DENIED), mutant("access-rights.tsv: 0 0: at level 0 R becomes -").clauses());
    }

    @Test
    void rowsOfTheOrderChangePlaces() {
        Seq<Clause> order = order("fault-order.tsv: KEY_DISABLED: stands below RIGHTS_DENIED", Column.DATA);
        assertEquals(order.indexOf(Protections.RIGHTS_DENIED) + 1, order.indexOf(Protections.KEY_DISABLED));
        assertEquals(Vector.of(Protections.KEY_DISABLED, Protections.RIGHTS_DENIED), mutant("fault-order.tsv: KEY_DISABLED: stands below RIGHTS_DENIED").clauses());
        assertEquals(28, ALL.count(each -> each.change().startsWith("stands below ")));
    }

    @Test
    void rowsOfTheOrderChangeNames() {
        Seq<Clause> order = order("fault-order.tsv: COLLECTION_ENABLED: changes its name with PRIVILEGED_OPERATION", Column.PTC_E);
        assertEquals(Translations.COLLECTION_ENABLED, order.head());
        assertTrue(!order.contains(References.PRIVILEGED_OPERATION));
    }

    @Test
    void cellsOfTheOrderAreNotLookedAtOrLeadToSomethingElse() {
        assertTrue(!order("fault-order.tsv: DIRTY_BIT_CLEAR: data: F becomes -", Column.DATA).contains(References.DIRTY_BIT_CLEAR));
        assertTrue(order("fault-order.tsv: DIRTY_BIT_CLEAR: data: F becomes -", Column.PROBE_FAULT).contains(References.DIRTY_BIT_CLEAR));
        assertTrue(order("fault-order.tsv: KEY_MISSING: probe: F becomes A", Column.PROBE).contains(Protections.KEY_MISSING));
        assertTrue(order("fault-order.tsv: KEY_DISABLED: probe: A becomes F", Column.PROBE).contains(Protections.KEY_DISABLED));
        assertEquals(Vector.of("data: U becomes -"),
            ALL.filter(each -> each.row().equals("MATCHES_SEVERAL") && each.change().startsWith("data: ")).map(TableMutant::change));
    }

    @Test
    void faultsDeferralsAndPreclusionsBecomeOthers() {
        assertEquals(Vector.of(
                "fault: data-nested-tlb becomes alternate-data-tlb",
                "deferral: dm becomes dp",
                "precludes: yes becomes -"),
            ALL.filter(each -> each.row().equals("MISS_NESTED") && each.change().matches("(fault|deferral|precludes): .*")).map(TableMutant::change));
        assertTrue(mutant("fault-order.tsv: ATTRIBUTE_UNSUPPORTED: fault: unsupported-data-reference becomes illegal-operation").clauses().contains(References.ATTRIBUTE_UNSUPPORTED));
        assertTrue(mutant("fault-order.tsv: MISS_ALTERNATE: fetch fault: alternate-instruction-tlb becomes vhpt-translation").clauses().contains(References.MISS_ALTERNATE));
    }

    private static Seq<CellLife.Row> life(String name) {
        return machine(name).partitioner().life().rows();
    }

    @Test
    void rowsOfTheLifeOfCellsAreLeftOut() {
        assertEquals(CellLife.architected().rows().removeAt(2), life("cell-life.tsv: blocked release: is left out"));
        assertEquals(CellLife.architected().rows().removeAt(16), life("cell-life.tsv: running reconfiguration: is left out"));
        assertEquals(17, ALL.count(each -> each.table().equals("cell-life") && each.change().equals("is left out")));
        assertEquals(Vector.of(Partitions.CELL_ADVANCED), mutant("cell-life.tsv: blocked release: is left out").clauses());
    }

    @Test
    void rowsOfTheLifeOfCellsGetOtherGuardsOrLeadElsewhere() {
        assertEquals(new CellLife.Row(Phase.BLOCKED, CellLife.Moment.RELEASE, CellLife.Guard.NONE, Phase.RELEASED, Partitions.CELL_ADVANCED),
            life("cell-life.tsv: blocked release: assigned becomes -").get(2));
        assertEquals(new CellLife.Row(Phase.RENDEZVOUS, CellLife.Moment.CLOSE, CellLife.Guard.NONE, Phase.RUNNING, Partitions.CHANGE_CLOSED),
            life("cell-life.tsv: rendezvous join or move closes: joined becomes running").get(4));
        assertEquals(Vector.of("is left out", "- becomes unchanging", "- becomes assigned", "blocked becomes reset", "blocked becomes released", "blocked becomes rendezvous",
            "blocked becomes joined", "blocked becomes running"), ALL.filter(each -> each.row().equals("reset start")).map(TableMutant::change));
    }

    private static Seq<String> changes(String table, String row) {
        return ALL.filter(each -> each.table().equals(table) && each.row().equals(row)).map(TableMutant::change);
    }

    @Test
    void registersGetOtherUnitsAccessesAndBits() {
        assertEquals(Vector.of("is left out", "M becomes I", "M becomes both", "store becomes any", "store becomes level-0", "store becomes time", "store becomes read", "store becomes ignored",
            "ignored: 7 becomes 6", "ignored: 7 becomes 3", "ignored: 7 becomes f", "ignored: 7 becomes 8000000000000007", "reserved: 0 becomes 1", "reserved: 0 becomes 8000000000000000"), changes("application-registers", "18 bspstore"));
        assertEquals(Vector.of("is left out", "48..63 becomes 49..63", "48..63 becomes 48..62", "48..63 becomes 47..63", "48..63 becomes 48..64", "both becomes M", "both becomes I",
            "ignored becomes any", "ignored becomes level-0", "ignored becomes time", "ignored becomes store", "ignored becomes read"), changes("application-registers", "48..63 -"));
        assertEquals(Vector.of("is left out", "rw becomes ro", "off becomes -", "hidden: 0 becomes 1", "hidden: 0 becomes 8000000000000000", "ignored: 0 becomes 1", "ignored: 0 becomes 8000000000000000",
            "reserved: 7fffffc000000000 becomes 7fffffc000000001", "reserved: 7fffffc000000000 becomes 7fffffe000000000", "reserved: 7fffffc000000000 becomes 7fffff8000000000",
            "reserved: 7fffffc000000000 becomes 3fffffc000000000", "reserved: 7fffffc000000000 becomes ffffffc000000000", "frame if 63 becomes -", "frame if 63 becomes frame", "frame if 63 becomes frame if 62"),
            changes("control-registers", "23 ifs"));
        assertEquals(Vector.of("10:8=1,3,6 becomes 10:8=0,1,3,6", "10:8=1,3,6 becomes 10:8=3,6", "10:8=1,3,6 becomes 10:8=1,2,3,6", "10:8=1,3,6 becomes 10:8=1,6", "10:8=1,3,6 becomes 10:8=1,3,4,6",
            "10:8=1,3,6 becomes 10:8=1,3,5,6", "10:8=1,3,6 becomes 10:8=1,3", "10:8=1,3,6 becomes 10:8=1,3,6,7"), changes("control-registers", "80..81 lrr").filter(change -> change.contains("=")));
        assertEquals(Vector.of("without vmsw: 400000000000 becomes 600000000000", "without vmsw: 400000000000 becomes 0"), changes("control-registers", "16 ipsr").filter(change -> change.startsWith("without")));
        assertEquals(Vector.of("is left out", "ro becomes rw", "- becomes off"), changes("control-registers", "65 ivr"));
        assertEquals(Vector.of(RegisterFiles.APPLICATION_PRIVILEGED), mutant("application-registers.tsv: 44 itc: time becomes any").clauses());
        assertEquals(Vector.of(RegisterFiles.BACKING_STORE_CLOSED), mutant("application-registers.tsv: 18 bspstore: store becomes any").clauses());
        assertEquals(Vector.of(RegisterFiles.APPLICATION_ABSENT), mutant("application-registers.tsv: 17 bsp: read becomes any").clauses());
        Semantics registers = machine("application-registers.tsv: 44 itc: time becomes any");
        assertEquals(RIGHT.decode(), registers.decode());
        assertNotEquals(RIGHT.meanings(), registers.meanings());
        assertEquals(RIGHT.dependencies(), registers.dependencies());
    }

    @Test
    void interruptionsLeadElsewhereAndTellMoreAndLess() {
        assertEquals(Vector.of("1400 becomes 1000", "1400 becomes 1800", "silent becomes -", "silent becomes ifa itir"), changes("interruptions", "data-nested-tlb"));
        assertEquals(Vector.of("2c00 becomes 2800", "2c00 becomes 3000", "0 becomes 1", "0 becomes 2", "0 becomes 4", "0 becomes 8", "0 becomes 10", "0 becomes 20", "0 becomes 40", "0 becomes 80",
            "iim becomes iim ifa", "iim becomes iim itir", "iim becomes -", "iim becomes silent"), changes("interruptions", "break-instruction"));
        Semantics wrong = machine("interruptions.tsv: break-instruction: 2c00 becomes 3000");
        assertEquals(RIGHT.translator(), wrong.translator());
        assertNotEquals(RIGHT.delivery(), wrong.delivery());
        assertEquals(Vector.of(Interruptions.VECTOR_ENTERED), mutant("interruptions.tsv: break-instruction: 2c00 becomes 3000").clauses());
    }

    @Test
    void instructionsTouchMoreAndLess() {
        assertEquals(Vector.of("is left out", "is not true of ld8.fill r1=[r3]", "is not true of ld8.fill r1=[r3],imm9", "reads: ar.unat is left out", "reads: ar.unat is in the next column"), changes("resources", "ld8\\.fill .*"));
        assertEquals(Vector.of("is left out", "writes: psr{imm24} is left out", "writes: psr{imm24} is in the next column"), changes("resources", "[rs]um .*").filter(change -> !change.matches(".*(psr\\.sp|not true).*")));
        Semantics wrong = machine("resources.tsv: epc: writes: psr.cpl is in the next column");
        assertEquals(RIGHT.meanings(), wrong.meanings());
        assertNotEquals(RIGHT.dependencies(), wrong.dependencies());
        Instruction epc = ((Assembled.Done) Assembler.architected().assemble(Unit.B, "epc")).instruction();
        assertEquals("psr.cpl", RIGHT.dependencies().access(epc).writes().mkString());
        assertEquals("psr.cpl", wrong.dependencies().access(epc).adds().mkString());
        assertEquals(Vector.empty(), wrong.dependencies().access(epc).writes().toVector());
        Instruction filled = ((Assembled.Done) Assembler.architected().assemble(Unit.M, "ld8.fill r8=[r9]")).instruction();
        assertTrue(!machine("resources.tsv: ld8\\.fill .*: is not true of ld8.fill r1=[r3]").dependencies().access(filled).reads().map(Object::toString).contains("ar.unat"));
        assertTrue(machine("resources.tsv: ld8\\.fill .*: is not true of ld8.fill r1=[r3],imm9").dependencies().access(filled).reads().map(Object::toString).contains("ar.unat"));
        assertEquals(Vector.of(Dependences.RESOURCE_TOUCHED), mutant("resources.tsv: epc: is left out").clauses());
    }
}
