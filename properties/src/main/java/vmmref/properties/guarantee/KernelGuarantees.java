package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Guests.GUESTS_ALIKE;
import static vmmref.spec.Guests.GUESTS_ISOLATED;
import static vmmref.spec.Guests.INSTRUCTIONS_DIRECT;
import static vmmref.spec.Guests.OTHERS_UNSEEN;
import static vmmref.spec.Guests.RESOURCES_CONTROLLED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmmref.model.machine.Machine;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.kernel.GuestKernel;
import vmmref.properties.arbitrary.kernel.GuestKernels;
import vmmref.spec.Guests;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Resources;
import vmmref.vmm.scratch.ScratchSet;

/// What holds of operating systems under a monitor that patches their code: equivalence, resource control, efficiency, and that they do not interfere.
class KernelGuarantees {
    private static final int MOST = 250;
    private static final long FIRST = 1L << 40;
    private static final long DISTANCE = 1L << 24;
    private static final Shares SHARES = Shares.of(Met.TOLD, "4 alternate-data-tlb")
        .and(Shares.of(Met.EXIT, "45 break-instruction, data-tlb, illegal-operation, instruction-tlb, privileged-operation", "35 privileged-register", "10 instruction-key-miss"))
        .and(Shares.of(Doer.MONITOR.label(), "45 mov cr3=r2, mov r1=cr3, rfi, rsm", "35 bsw.0, itr.d, mov rr[r3]=r2, mov.m k=r2, ptr.d", "30 mov pkr[r3]=r2", "20 ssm", "12 mov r1=psr", "6 itc.i", "3 itc.d"))
        .and(Shares.of(Doer.BREAK.label(), "35 cover", "3 thash"))
        .and(Shares.of(Doer.STUB.label(), "25 mov.m r1=k"))
        .and(Shares.of(Met.PAGE, "45 copied, unseen to code, unseen to data, unseen to patched", "40 copy gone", "1.5 copy replaced"));
    private static final Resources FEW = new Resources(15, 4, 20, 3);
    private static final Resources MANY = new Resources(15, 64, 1 << 10, 1 << 10);

    /// A monitor.
    ///
    /// @param catching how it catches first accesses
    /// @param copies   how many pages there are for copies of code
    /// @param taking   whether it takes f32 to f127
    /// @param few      whether the host has little
    public record Manner(Catching catching, int copies, boolean taking, boolean few) {
        private static final int STUBS_LOG2 = 14;

        Monitored of(Subject subject, boolean exact) {
            Monitored monitored = subject.monitored();
            Monitoring patching = monitored.rules().catching(catching).patching(copies, STUBS_LOG2);
            Monitoring taken = taking ? patching.taking(ScratchSet.HIGH) : patching;
            return new Monitored(exact ? taken.exact() : taken, monitored.turn());
        }

        Resources resources() {
            return few ? FEW : MANY;
        }
    }

    @Guarantee
    @Property(tries = 250, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("an operating system and its processes are after each instruction where they would be on a machine of their own, wherever they are interrupted; all their instructions run unmodified but those that the hardware may not do, which the monitor does, and those beside one for which a stub can do")
    @Guests.Checks({GUESTS_ALIKE, GUESTS_ISOLATED, INSTRUCTIONS_DIRECT})
    void alike(Subject subject, @ForAll("kernels") GuestKernel kernel, @ForAll("manners") Manner manner, @ForAll("pauses") Seq<Integer> pauses) {
        Monitored monitored = manner.of(subject, false);
        GuestLife life = GuestLife.of(monitored, Vector.of(guest(monitored, kernel, 0)), manner.resources());
        for (int number = 0; number < pauses.size() && !life.isOver(); number++) life = interrupted(life.after(pauses.get(number)));
        GuestLife end = life.after(MOST - pauses.sum().intValue()).sound().remembered();
        SHARES.shown(end.met()).efficiency().above(50, 80).above(75, 40);
        Outcomes.label("end").collect(end.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
        Outcomes.label("manner").collect(manner.taking(), manner.few()).coverage(Combinations.above(10, Combinations.EITHER, Combinations.EITHER));
    }

    private static GuestLife interrupted(GuestLife life) {
        return life.isOver() ? life : life.interrupted();
    }

    @Guarantee
    @Property(tries = 100, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("an operating system that may see no difference of its level is after each instruction where it would be on a machine of its own")
    @Guests.Checks(GUESTS_ALIKE)
    void exactly(Subject subject, @ForAll("kernels") GuestKernel kernel, @ForAll("manners") Manner manner) {
        Monitored monitored = manner.of(subject, true);
        GuestLife life = GuestLife.of(monitored, Vector.of(guest(monitored, kernel, 0)), manner.resources()).after(MOST).sound().remembered();
        Outcomes.label("end").collect(life.end()).coverage(checker -> checker.check("goes on").percentage(share -> share > 50));
    }

    @Guarantee
    @Property(tries = 100, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("whatever a guest does, the hardware changes nothing by itself that protects it or another guest")
    @Guests.Checks(RESOURCES_CONTROLLED)
    void controlled(Subject subject, @ForAll("kernels") GuestKernel kernel, @ForAll("manners") Manner manner) {
        Monitored monitored = manner.of(subject, false);
        Hosting hosting = Hosting.of(monitored.rules(), Vector.of(guest(monitored, kernel, 0)), manner.resources());
        int exits = 0;
        for (int turns = 0; turns < 3 * MOST; turns++) {
            if (hosting.isExit()) exits++;
            else assertEquals(Vector.empty(), Observed.observed(Uncontrolled.of(hosting, monitored.turn().next(hosting.machine(), Choice.USUAL)), RESOURCES_CONTROLLED));
            Monitored.Moment moment = monitored.next(hosting, Choice.USUAL);
            if (moment.ended().isDefined()) break;
            hosting = moment.after();
        }
        Outcomes.label("exits").collect(Math.min(exits / 20, 2)).coverage(checker -> checker.check(2).percentage(share -> share > 20));
    }

    @Guarantee
    @Property(tries = 100, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Costs(64)
    @Label("a guest that takes turns with another one is where it is if that one does something else, and if the host has more")
    @Guests.Checks(OTHERS_UNSEEN)
    void apart(Subject subject, @ForAll("kernels") GuestKernel kernel, @ForAll("kernels") GuestKernel one, @ForAll("kernels") GuestKernel other, @ForAll("manners") Manner manner, @ForAll("pauses") Seq<Integer> pauses) {
        Monitored monitored = manner.of(subject, false);
        Sharing beside = beside(monitored, kernel, one, manner.resources());
        Sharing otherwise = beside(monitored, kernel, other, MANY);
        int turns = 0;
        for (; turns < pauses.size(); turns++) {
            beside = beside.after(pauses.get(turns));
            otherwise = otherwise.after(pauses.get(turns));
            assertEquals(beside.over(), otherwise.over());
            if (beside.over()) break;
            assertEquals(Vector.empty(), Observed.observed(GuestView.differences(beside.hosting().believed(), otherwise.hosting().believed(), true), OTHERS_UNSEEN));
            assertEquals(beside.hosting().memory(0), otherwise.hosting().memory(0));
            beside = beside.switched(1).after(MOST / pauses.size());
            otherwise = otherwise.switched(1).after(pauses.get(turns));
            if (beside.over() || otherwise.over()) break;
            beside = beside.switched(0);
            otherwise = otherwise.switched(0);
        }
        Outcomes.label("turns").collect(turns > 1).coverage(checker -> checker.check(true).percentage(share -> share > 40));
    }

    private static Sharing beside(Monitored monitored, GuestKernel kernel, GuestKernel other, Resources resources) {
        return new Sharing(monitored, Hosting.of(monitored.rules(), Vector.of(guest(monitored, kernel, 0), guest(monitored, other, 1)), resources), false);
    }

    private static Guest guest(Monitored monitored, GuestKernel kernel, int number) {
        Machine bare = kernel.machine(monitored.rules().guest().translator().dimensions());
        return Guest.of(bare, kernel.map(FIRST + number * DISTANCE));
    }

    @Provide
    Arbitrary<GuestKernel> kernels() {
        return GuestKernels.kernels();
    }

    @Provide
    Arbitrary<Manner> manners() {
        return Combinators.combine(Arbitraries.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT), Arbitraries.of(2, 8), Arbitraries.of(false, true), Arbitraries.of(false, true)).as(Manner::new);
    }

    @Provide
    Arbitrary<Seq<Integer>> pauses() {
        return Arbitraries.integers().between(1, 60).list().ofMinSize(1).ofMaxSize(4).map(Vector::ofAll);
    }
}
