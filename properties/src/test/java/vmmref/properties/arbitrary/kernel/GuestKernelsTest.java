package vmmref.properties.arbitrary.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.profile.Profile;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.BundleText;
import vmmref.vmm.Vmm;
import vmmref.vmm.monitor.Monitoring;

/// Operating systems on machines of their own: what they do, and how often.
class GuestKernelsTest {
    private static final int CASES = 300;
    private static final int TURNS = 2500;
    /// Interruptions, and at least how many of a hundred guests meet them.
    private static final String INTERRUPTIONS = "BREAK_INSTRUCTION 80, DISABLED_FP_REGISTER 40, PRIVILEGED_OPERATION 40, INSTRUCTION_TLB 30, ALTERNATE_DATA_TLB 25, ALTERNATE_INSTRUCTION_TLB 20, EXTERNAL_INTERRUPT 30, INSTRUCTION_ACCESS_BIT 20, PAGE_NOT_PRESENT 20, DATA_ACCESS_RIGHTS 20,"
        + "VHPT_TRANSLATION 20, DATA_TLB 15, REGISTER_NAT_CONSUMPTION 10, UNALIGNED_DATA_REFERENCE 10, ILLEGAL_OPERATION 10, INSTRUCTION_ACCESS_RIGHTS 10, NAT_PAGE_CONSUMPTION 10, INSTRUCTION_KEY_MISS 8, DATA_ACCESS_BIT 8, UNIMPLEMENTED_DATA_ADDRESS 8, DATA_KEY_MISS 5, UNIMPLEMENTED_INSTRUCTION_ADDRESS 5,"
        + "PRIVILEGED_REGISTER 5, DATA_NESTED_TLB 3, INSTRUCTION_DEBUG 3, LOWER_PRIVILEGE_TRANSFER 3, RESERVED_REGISTER_FIELD 3, SINGLE_STEP 3, DIRTY_BIT 3, TAKEN_BRANCH 2, DATA_DEBUG 2, KEY_PERMISSION 1, UNSUPPORTED_DATA_REFERENCE 0.3";
    /// Instructions that a monitor cannot leave to guests, each of which two of a hundred guests execute.
    private static final String SENSITIVE = "thash ttag mov_r1=cpuid[r3] mov_r1=pmd[r3] mov.m_r1=ar3 cover fc fc.i probe.r probe.w probe.rw.fault epc rfi bsw.0 bsw.1 itc.d itc.i itr.d itr.i ptc.l ptc.g ptc.ga ptc.e ptr.d ptr.i tpa tak mov_cr3=r2 mov_r1=cr3 mov_psr.l=r2 mov_r1=psr ssm rsm"
        + " mov_rr[r3]=r2 mov_pkr[r3]=r2 mov_dbr[r3]=r2 mov_ibr[r3]=r2 mov_pmc[r3]=r2 mov_pmd[r3]=r2 mov_r1=rr[r3] mov_r1=pkr[r3] mov_r1=dbr[r3] mov_r1=ibr[r3] mov_r1=pmc[r3] mov.m_ar3=r2";

    /// What was seen of a guest.
    ///
    /// @param seen     names of interruptions, and forms of instructions
    /// @param executed how many instructions it did
    /// @param idle     whether all its processes have ended
    private record Seen(Set<String> seen, int executed, boolean idle) { }

    @Test
    void interruptionsAndSensitiveInstructionsComeUp() {
        Seq<Seen> all = lives();
        Map<String, Integer> counts = all.flatMap(Seen::seen).groupBy(name -> name).mapValues(Seq::size);
        Seq<String> seldom = Vector.of(INTERRUPTIONS.split(", *")).map(each -> each.split(" ")).filter(each -> counts.getOrElse(each[0], 0) < Double.parseDouble(each[1]) * CASES / 100).map(each -> each[0] + " " + counts.getOrElse(each[0], 0));
        assertEquals(Vector.empty(), seldom);
        assertEquals(Vector.empty(), Vector.of(SENSITIVE.split(" ")).map(name -> name.replace('_', ' ')).filter(name -> counts.getOrElse(name, 0) < CASES / 50).map(name -> name + " " + counts.getOrElse(name, 0)));
        assertTrue(all.count(Seen::idle) > CASES / 4, () -> all.count(Seen::idle) + " guests have come to an end");
        assertTrue(all.map(Seen::executed).sorted().get(CASES / 2) > 1000);
    }

    private static Seq<Seen> lives() {
        Monitoring rules = Vmm.reference(Profile.named("maximal").get()).monitoring();
        Turn turn = new Turn(rules.guest(), rules.step());
        java.util.List<Seen> lives = new java.util.ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<GuestKernel> kernels = GuestKernels.kernels().generator(1000, false);
            Random random = new Random(2026);
            for (int number = 0; number < CASES; number++) lives.add(life(rules, turn, kernels.next(random).value()));
        });
        return Vector.ofAll(lives);
    }

    private static Seen life(Monitoring rules, Turn turn, GuestKernel kernel) {
        Machine machine = kernel.machine(rules.guest().translator().dimensions());
        long idle = kernel.code().labels().get("idle").get();
        Set<String> seen = HashSet.empty();
        int executed = 0;
        for (int turns = 0; turns < TURNS && machine.position().bundle().bits() != idle; turns++) {
            Machine now = machine;
            Turn.Turned turned = turn.next(machine, Choice.USUAL);
            Executed.Done done = assertInstanceOf(Executed.Done.class, turned.executed(), () -> now.position() + " of " + kernel);
            seen = seen.addAll(turned.taken().map(Object::toString)).addAll(rules.step().ready(machine, Choice.USUAL).flatMap(ready -> ready.instruction()).map(GuestKernelsTest::form));
            executed += turned.isInstruction() ? 1 : 0;
            machine = turned.isInstruction() ? ticked(machine.with(done.effects())) : machine.with(done.effects());
        }
        return new Seen(seen, executed, machine.position().bundle().bits() == idle);
    }

    private static Machine ticked(Machine machine) {
        return machine.with(Events.of(machine, new Event.Tick(1)));
    }

    /// {@return what a form is called above: moves with their operands, others by their mnemonics}
    private static String form(Instruction instruction) {
        return instruction.form().syntax().mnemonic().startsWith("mov") ? instruction.form().syntax().plain() : instruction.form().syntax().mnemonic();
    }

    @Test
    void aListingResolvesItsLabels() {
        Listing listing = new Listing(0x1000, HashMap.of("far", 0x5000L), Vector.of("here:", "nop.m 0", "br.cond.sptk.few @here", "addl r14=&there,r0", "br.cond.sptk.few @far", "there:"));
        assertEquals(Vector.of("nop.m 0", "br.cond.sptk.few .-0x10", "addl r14=0x1040,r0", "br.cond.sptk.few .+0x3fd0").map(BundleText::of), listing.bundles());
        assertEquals(0x1040, listing.end());
        assertEquals(0x1040, listing.labels().get("there").get());
    }

    @Test
    void pairsShareABundleUnlessOneHasToBeLast() {
        assertEquals(Vector.of("start:", "mov r16=cr.ifa ;; extr.u r18=r16,61,3", "(p7) br.cond.sptk.few @refused", "ld8 r19=[r18] ;; adds r20=1,r19", "itc.d r19 ;; adds r21=1,r19", "itc.i r19"),
            Pairs.of(Vector.of("start:", "mov r16=cr.ifa", "extr.u r18=r16,61,3", "(p7) br.cond.sptk.few @refused", "ld8 r19=[r18]", "adds r20=1,r19", "itc.d r19", "adds r21=1,r19", "itc.i r19")));
    }
}
