package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.execute.Checks.floatingEnabled;
import static vmmref.model.execute.Checks.target;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.register.Cfm;
import vmmref.spec.RegisterFiles;

class ChecksTest {
    private static final Option<Executed> FIRST = Option.some(new Executed.Unspecified(RegisterFiles.TARGET_ILLEGAL));
    private static final Option<Executed> SECOND = Option.some(new Executed.Unspecified(RegisterFiles.OPERAND_NAT));

    @Test
    void theFirstDecides() {
        assertEquals(Option.none(), Checks.first());
        assertEquals(Option.none(), Checks.first(Option.none(), Option.none()));
        assertEquals(FIRST, Checks.first(Option.none(), FIRST, SECOND));
        assertEquals(SECOND, Checks.first(SECOND, FIRST));
    }

    @Test
    void targets() {
        Option<Executed> illegal = Option.some(Checks.raised(Interruption.ILLEGAL_OPERATION, RegisterFiles.TARGET_ILLEGAL));
        assertEquals(Vector.of(0).appendAll(Vector.range(32, 128)), Vector.range(0, 128).filter(register -> target(0, register).equals(illegal)));
        assertEquals(Option.none(), target(10, 41));
        assertEquals(illegal, target(10, 42));
        assertEquals(Option.none(), target(96, 127));
        assertEquals(illegal, target(95, 127));
        assertEquals(illegal, target(Bench.MACHINE.withCfm(Cfm.of(5, 0, 0)), 37));
        assertEquals(Option.none(), target(Bench.MACHINE.withCfm(Cfm.of(5, 0, 0)), 36));
    }

    @Test
    void floatingRegisters() {
        Option<Executed> illegal = Option.some(Checks.raised(Interruption.ILLEGAL_OPERATION, RegisterFiles.FLOATING_TARGET_ILLEGAL));
        assertEquals(Vector.of(illegal, illegal, Option.none(), Option.none()), Vector.of(0, 1, 2, 127).map(Checks::floatingTarget));
        Option<Executed> disabled = Option.some(Checks.raised(Interruption.DISABLED_FP_REGISTER, RegisterFiles.FLOATING_DISABLED));
        Machine low = Bench.MACHINE.withPsr(Bench.MACHINE.psr().with(18, true));
        Machine high = Bench.MACHINE.withPsr(Bench.MACHINE.psr().with(19, true));
        Vector<Integer> registers = Vector.of(0, 1, 2, 31, 32, 127);
        assertEquals(Vector.of(Option.none(), Option.none(), disabled, disabled, Option.none(), Option.none()), registers.map(register -> floatingEnabled(low, register)));
        assertEquals(Vector.of(Option.none(), Option.none(), Option.none(), Option.none(), disabled, disabled), registers.map(register -> floatingEnabled(high, register)));
        assertEquals(Option.none(), floatingEnabled(Bench.MACHINE, 127));
    }
}
