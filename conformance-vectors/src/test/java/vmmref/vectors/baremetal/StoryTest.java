/// Cases of kind `xlate` as programs.
package vmmref.vectors.baremetal;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.interruption.Interruption;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.xlate.Story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class StoryTest {

    private static StoryProgram program(String... instructions) {
        return StoryProgram.of(Vector.of(instructions).map(text -> Json.fields(text.replace('\'', '"')).json()).map(ObjectNode.class::cast)).get();
    }

    /// {@return the answer that the log of our own machine gives}
    private static Answer.Observed answer(String id) {
        Sheet sheet = Sample.sheet(id);
        Log.Outcome outcome = Log.of(new ImageRun(Semantics.architected(Sample.PROFILE)).log(sheet.image(), 1_000_000), sheet.image()).get().outcomes(sheet).single();
        return assertInstanceOf(Answer.Observed.class, assertInstanceOf(Log.Outcome.Answered.class, outcome).answer());
    }

    private static void answers(String id, Outcome outcome, Map<String, String> fault, Map<String, String> delta, Set<String> unseen) {
        assertEquals(new Answer.Observed(outcome, fault, delta, LinkedHashMap.empty(), unseen), answer(id));
    }

    @Test @DisplayName("a change is serialised, and what is done is counted")
    void changeAndLoad() {
        StoryProgram program = program("{'op':'itr.d','r3':'0000000000000002','r2':'00000000012347e1','ifa':'2000000000004000','itir':'0000000000000038'}", "{'op':'ld8','r3':'2000000000004008'}");
        assertEquals(Vector.of("itr.d dtr[r2]=r3 ;;", "srlz.d ;;", "srlz.i ;;", "mov r14=1 ;;", "ld8 r8=[r4] ;;", "mov r14=2 ;;", "break.m 0x7e57 ;;"), program.lines());
        assertEquals(LinkedHashMap.of(2, GeneralValue.of(2), 3, GeneralValue.of(0x12347e1), 4, GeneralValue.of(0x2000000000004008L)), program.operands());
        assertEquals(Option.some(new StoryProgram.Inserted(0x2000000000004000L, 0x38)), program.insertion());
    }

    @Test @DisplayName("a store has a value of its own, and either may be no thing")
    void store() {
        StoryProgram program = program("{'op':'st2','r3':'2000000000004000','nat':'r2'}");
        assertEquals("st2 [r2]=r3 ;;", program.lines().head());
        assertEquals(new GeneralValue(0x5a5b5c5d5e5f5051L, true), program.operands().get(3).get());
        assertEquals(GeneralValue.of(0x2000000000004000L), program.operands().get(2).get());
    }

    @Test @DisplayName("the second insertion moves its control registers, and a fetch ends a program by a branch")
    void twoInsertions() {
        StoryProgram program = program("{'op':'itc.i','r2':'0000000000000001','ifa':'0000000000004000','itir':'0000000000000038'}", "{'op':'itc.i','r2':'0000000000000002','ifa':'0000000000008000','itir':'0000000000000030'}",
            "{'op':'fetch','ip':'0000000000008000'}");
        assertEquals(Vector.of("mov cr.ifa=r3", "mov cr.itir=r4 ;;", "itc.i r5 ;;"), program.lines().slice(4, 7));
        assertEquals("br.cond.sptk.few b6", program.lines().last());
        assertEquals(Option.some(0x8000L), program.target());
    }

    @ParameterizedTest @CsvSource({"probe.w.fault,'probe.w.fault r2,0x3 ;;'", "probe.r,'probe.r r8=r2,r3 ;;'", "fetchadd4,'fetchadd4.acq r8=[r2],1 ;;'", "cmpxchg8,'cmpxchg8.acq r8=[r2],r4,ar.ccv ;;'",
        "mov.rr,'mov rr[r2]=r3 ;;'", "ptr.i,'ptr.i r2,r3 ;;'", "tak,'tak r8=r2 ;;'", "lfetch.fault,'lfetch.fault [r2] ;;'", "ld1.s,'ld1.s r8=[r2] ;;'"})
    @DisplayName("each instruction as an assembler writes it")
    void texts(String name, String line) {
        assertEquals(line, program("{'op':'" + name + "','r3':'2000000000004000','r2':'0000000000000003'}").lines().head());
    }

    @Test @DisplayName("a reference may land where any translation leads, or none; one beyond memory is not looked at")
    void landings() {
        Case given = Sample.CORE.get().get("xlate/manual/0057").get().given();
        Landings landings = Landings.of(Story.read(given.start(), given.in()));
        assertEquals(LinkedHashMap.of(0x1234008L, 0x41, 0x5678008L, 0x42), landings.marks());
        assertEquals(0x4242424242424242L, landings.memory().read(new PhysicalAddress(0x5678008), 8));
    }

    @Test @DisplayName("our own machine loads from where the vector says")
    void load() {
        answers("xlate/manual/0001", Outcome.DONE, LinkedHashMap.empty(), LinkedHashMap.of("pa", "0000000001234008"), LinkedHashSet.of("ma"));
    }

    @Test @DisplayName("it purges, and then misses")
    void purge() {
        answers("xlate/manual/0119", Outcome.FAULT, LinkedHashMap.of("address", "2000000000004008", "kind", "alternate-data-tlb"), LinkedHashMap.of("op0", "done"), LinkedHashSet.empty());
    }

    @Test @DisplayName("where interruptions are not collected, IFA is not seen")
    void uncollected() {
        answers("xlate/changes/0034", Outcome.FAULT, LinkedHashMap.of("kind", "page-not-present"), LinkedHashMap.of("op0", "done"), LinkedHashSet.of("fault.address"));
    }

    @Test @DisplayName("breakpoint registers hold what moves keep of what the case says")
    void breakpoint() {
        answers("xlate/order-alone/0234", Outcome.FAULT, LinkedHashMap.of("address", "2000000000004040", "kind", "data-debug"), LinkedHashMap.empty(), LinkedHashSet.empty());
    }

    @ParameterizedTest @CsvSource({"xlate/manual/0039,a translation that no insertion makes beside the others", "xlate/changes/0003,ends in a machine check", "xlate/in-flight/0001,a change of PSR.ic is in flight",
        "xlate/numbers/0009,the case takes the translation of the harness away", "xlate/manual/0004,'memory where the harness is, or that a simulator has none of'", "xlate/manual/0101,ITLB.ed is 1 where nothing is translated"})
    @DisplayName("what no image executes, and why")
    void inexpressible(String id, String why) {
        assertEquals(Vector.of(new Inexpressible(id, why)), Sample.export(id).inexpressible().toVector());
    }

    @ParameterizedTest @CsvSource({"1000,400000000,false,ALTERNATE_DATA_TLB", "1400,0,false,DATA_NESTED_TLB", "5400,30,false,RESERVED_REGISTER_FIELD", "5400,400000030,false,UNIMPLEMENTED_DATA_ADDRESS", "5400,30,true,UNIMPLEMENTED_DATA_ADDRESS",
        "5600,100000020,false,NAT_PAGE_CONSUMPTION", "5600,10,false,REGISTER_NAT_CONSUMPTION", "5900,100000000,false,INSTRUCTION_DEBUG", "5900,400000000,false,DATA_DEBUG"})
    @DisplayName("vector and ISR tell the fault")
    void seen(String vector, String isr, boolean purge, Interruption fault) {
        assertEquals(Option.some(fault), SeenFault.of(Integer.parseInt(vector, 16), Long.parseLong(isr, 16), purge));
    }
}
