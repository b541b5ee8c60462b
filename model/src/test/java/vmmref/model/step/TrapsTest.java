package vmmref.model.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.profile.Profile;
import vmmref.model.real.TrapCode;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Translator;
import vmmref.spec.Clause;
import vmmref.spec.Executions;
import vmmref.spec.Interruptions;

class TrapsTest {
    private static final Translator TRAPPING = Translator.architected(Profile.named("merced").get());
    private static final Translator FAULTING = Translator.architected(Profile.named("minimal").get());
    private static final long LP = 1L << 25;
    private static final long TB = 1L << 26;
    private static final long SS = 1L << 40;

    private static Machine machine(long psr) {
        return Machine.of(new Addressing(new Psr(psr), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY));
    }

    /// {@return the traps after a change of PSR and of the position, for a reason}
    private static String due(Translator rules, long before, long after, long next, Clause because) {
        Effects effects = Effects.of(Place.Status.PSR, new Psr(after), Interruptions.STATUS_RESTORED).then(Place.Next.NEXT, Position.at(next), because);
        return Traps.due(rules, machine(before), new Executed.Done(effects, because)).map(Interruption::name).mkString(" ");
    }

    @Test
    void enabledTraps() {
        assertEquals("", due(TRAPPING, 0, 0, 0x4000, Executions.BRANCH_TAKEN));
        assertEquals("TAKEN_BRANCH", due(TRAPPING, TB, TB, 0x4000, Executions.BRANCH_TAKEN));
        assertEquals("", due(TRAPPING, TB, TB, 0x4000, Executions.SLOT_FOLLOWED));
        assertEquals("", due(TRAPPING, 0, TB | SS | LP, 0x4000, Executions.BRANCH_TAKEN));
        assertEquals("SINGLE_STEP", due(TRAPPING, SS, 0, 0x4000, Executions.SLOT_FOLLOWED));
        assertEquals("LOWER_PRIVILEGE_TRANSFER", due(TRAPPING, LP, LP | 1L << 32, 0x4000, Executions.SLOT_FOLLOWED));
        assertEquals("", due(TRAPPING, LP | 1L << 32, LP, 0x4000, Executions.SLOT_FOLLOWED));
        assertEquals("", due(TRAPPING, LP | 1L << 32, LP | 1L << 32, 0x4000, Executions.SLOT_FOLLOWED));
        assertEquals("SINGLE_STEP", due(TRAPPING, TB | SS, 1L << 32, 0x4000, Executions.SLOT_FOLLOWED));
    }

    @Test
    void aReturnHasOneTrap() {
        long all = LP | TB | SS;
        assertEquals("", due(TRAPPING, all, all | 3L << 32, 0x4000, Interruptions.POSITION_RESTORED));
        assertEquals("UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP", due(TRAPPING, all, all | 3L << 32, 1L << 50, Interruptions.POSITION_RESTORED));
        assertEquals("UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP", due(TRAPPING, 0, 0, 1L << 50, Interruptions.POSITION_RESTORED));
        assertEquals("", due(FAULTING, 0, 0, 1L << 50, Interruptions.POSITION_RESTORED));
        long virtual = 1L << 36;
        assertEquals("UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP", due(TRAPPING, virtual, 0, 0x3ffe000000000000L, Interruptions.POSITION_RESTORED));
        assertEquals("UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP", due(TRAPPING, 0, virtual, 1L << 51, Interruptions.POSITION_RESTORED));
        assertEquals("", due(TRAPPING, 0, virtual, 0x3ffe000000000000L, Interruptions.POSITION_RESTORED));
    }

    @Test
    void addressesThatAreNotImplemented() {
        assertEquals("UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP", due(TRAPPING, 0, 0, 1L << 44, Executions.SLOT_FOLLOWED));
        assertEquals("", due(FAULTING, 0, 0, 1L << 44, Executions.SLOT_FOLLOWED));
        assertEquals("", due(TRAPPING, 0, 0, 1L << 43, Executions.SLOT_FOLLOWED));
        assertEquals("", due(TRAPPING, 0, 0, 1L << 63, Executions.SLOT_FOLLOWED));
    }

    @ParameterizedTest
    @CsvSource({"true, true, true, true, true", "false, true, true, true, true", "false, false, true, true, true", "true, true, false, true, false", "false, true, false, false, true", "false, true, false, false, false",
        "true, false, true, false, false", "false, false, false, false, false", "false, false, true, false, true"})
    void theHighestComesFirst(boolean unimplemented, boolean floating, boolean lowered, boolean branched, boolean stepped) {
        Seq<Interruption> order = Vector.of(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP, Interruption.FLOATING_POINT_TRAP, Interruption.LOWER_PRIVILEGE_TRANSFER, Interruption.TAKEN_BRANCH, Interruption.SINGLE_STEP);
        assertEquals(order.zip(Vector.of(unimplemented, floating, lowered, branched, stepped)).filter(each -> each._2).map(each -> each._1), Traps.ordered(unimplemented, floating, lowered, branched, stepped));
    }

    @Test
    void aFloatingPointTrapNeedsNoneOfTheBitsOfStatus() {
        Effects effects = Effects.of(Place.Next.NEXT, Position.at(0x4010), Executions.SLOT_FOLLOWED);
        assertEquals(Vector.empty(), Traps.due(TRAPPING, machine(0), new Executed.Done(effects, Executions.SLOT_FOLLOWED)));
        assertEquals(Vector.of(Interruption.FLOATING_POINT_TRAP), Traps.due(TRAPPING, machine(0), new Executed.Done(effects, Executions.SLOT_FOLLOWED, new TrapCode(0x40))));
        assertEquals(Vector.of(Interruption.FLOATING_POINT_TRAP, Interruption.SINGLE_STEP), Traps.due(TRAPPING, machine(SS | TB | LP), new Executed.Done(effects, Executions.SLOT_FOLLOWED, new TrapCode(0x40))));
    }
}
