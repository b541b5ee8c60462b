package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.spec.Guests.INSTRUCTIONS_DIRECT;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import vmmref.model.execute.Ready;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Machine;
import vmmref.model.register.Psr;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Levels;
import vmmref.vmm.scratch.Presence;

/// Which instructions a monitor may do in place of the hardware.
final class Direct {
    private static final Pattern PRIVILEGED = Pattern.compile("(rfi|bsw\\.[01]|vmsw\\.[01]|(it[cr]\\.|pt[cr]\\.|tpa |tak |ssm |rsm ).*|mov (cr3|psr\\.l|(rr|pkr|dbr|ibr|pmc|pmd|msr)\\[r3\\])=.*|mov r1=(cr3|psr|(rr|pkr|dbr|ibr|pmc|msr)\\[r3\\]))");
    private static final Pattern PATCHED = Pattern.compile("(thash|ttag|fc|fc\\.i|probe\\..*|mov r1=cpuid.*|mov r1=pmd.*|cover|epc).*");
    private static final Pattern APPLICATION = Pattern.compile("mov\\.m (r1=ar3|ar3=.*)");
    private static final Pattern EXACT = Pattern.compile("(mov\\.[mi] (r1=ar3|ar3=.*)|alloc.*|br\\.ret.*|[sr]um .*|mov (psr\\.um=r2|r1=psr\\.um)|ld.*\\.sa?( .*|\\.nt.*))");
    private static final Pattern MASK = Pattern.compile("[sr]um .*|mov (psr\\.um=r2|r1=psr\\.um)");
    private static final Pattern REFERRING = Pattern.compile("(ld|st|xchg|cmp8?xchg|fetchadd|lfetch).*");
    /// Kernel registers, and the interval time counter and the one behind it.
    private static final Seq<Integer> PROTECTED = Vector.rangeClosed(0, 7).appendAll(Vector.of(44, 45));
    /// PSR.db, lp, tb and ss.
    private static final long DEBUGGED = BitRange.mask("40 26:24");
    private static final int HIGH = 32;

    private Direct() { }

    /// Asserts that an instruction that the monitor has done is one of those.
    ///
    /// @param hosting after the exit was answered
    /// @param own     the guest's own machine, before the instruction
    /// @param step    how it does it
    static void done(Hosting hosting, Machine own, Step step) {
        Option<Ready> ready = step.ready(own, Choice.USUAL);
        Option<String> text = ready.flatMap(Ready::instruction).map(instruction -> instruction.form().syntax().plain());
        assertTrue(ready.forAll(each -> each.instruction().isEmpty() || Observed.observed(isIndirect(hosting, own, each), INSTRUCTIONS_DIRECT)), () -> "the monitor has done an instruction that the hardware could have done: " + text + " at " + own.position());
    }

    private static boolean isIndirect(Hosting hosting, Machine own, Ready ready) {
        Form form = ready.instruction().get().form();
        String text = form.syntax().plain();
        return PRIVILEGED.matcher(text).matches() || PATCHED.matcher(text).matches() || APPLICATION.matcher(text).matches() && PROTECTED.contains(ready.operands().ar3())
            || REFERRING.matcher(text).matches() || isOfSet(hosting, ready, text) || isDebugged(own.psr()) || hosting.rules().levels() == Levels.HIDDEN && EXACT.matcher(text).matches();
    }

    /// {@return whether an instruction uses registers that are the monitor's for a while, or sees the user mask, where that is seen}
    private static boolean isOfSet(Hosting hosting, Ready ready, String text) {
        boolean high = Vector.of(ready.operands().f1(), ready.operands().f2(), ready.operands().f3(), ready.operands().f4()).exists(number -> number >= HIGH);
        return hosting.monitor().processor().presence() == Presence.INSIDE && (high || MASK.matcher(text).matches());
    }

    private static boolean isDebugged(Psr psr) {
        return (psr.bits() & DEBUGGED) != 0;
    }
}
