package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.spec.Guests.INSTRUCTIONS_DIRECT;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Templates;
import vmmref.model.execute.Ready;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Syntax;
import vmmref.model.machine.Machine;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.protect.Access;
import vmmref.model.register.Psr;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Levels;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.ScratchSet;

/// Which instructions a monitor may do in place of the hardware.
final class Direct {
    private static final Pattern PRIVILEGED = Pattern.compile("(rfi|bsw\\.[01]|vmsw\\.[01]|(it[cr]\\.|pt[cr]\\.|tpa |tak |ssm |rsm ).*|mov (cr3|psr\\.l|(rr|pkr|dbr|ibr|pmc|pmd|msr)\\[r3\\])=.*|mov r1=(cr3|psr|(rr|pkr|dbr|ibr|pmc|msr)\\[r3\\]))");
    private static final Pattern PATCHED = Pattern.compile("(thash|ttag|fc|fc\\.i|probe\\..*|mov r1=cpuid.*|mov r1=pmd.*|cover|epc).*");
    private static final Pattern APPLICATION = Pattern.compile("mov\\.m (r1=ar3|ar3=.*)");
    private static final Pattern EXACT = Pattern.compile("(mov\\.[mi] (r1=ar3|ar3=.*)|alloc.*|br\\.ret.*|[sr]um .*|mov (psr\\.um=r2|r1=psr\\.um)|ld.*\\.sa?( .*|\\.nt.*))");
    private static final Pattern MASK = Pattern.compile("[sr]um .*|mov (psr\\.um=r2|r1=psr\\.um)");
    /// One that is deferred refers to nothing that could be looked at.
    private static final Pattern SPECULATIVE = Pattern.compile("ld.*\\.sa? .*");
    private static final Pattern REFERRING = Pattern.compile("(ld|st|xchg|cmp8?xchg|fetchadd|lfetch).*");
    /// Kernel registers, and the interval time counter and the one behind it.
    private static final Seq<Integer> PROTECTED = Vector.rangeClosed(0, 7).appendAll(Vector.of(44, 45));
    /// PSR.db, lp, tb and ss.
    private static final long DEBUGGED = BitRange.mask("40 26:24");
    private static final int HIGH = 32;
    private static final int KERNEL = 8;

    private Direct() { }

    /// Asserts that an instruction that did not run unmodified is one of those.
    ///
    /// @param hosting after the exit was answered
    /// @param own     the guest's own machine, before the instruction
    /// @param step    how it does it
    /// @param doer    who did it
    /// @return what it is called, if it is one
    static Option<String> done(Hosting hosting, Machine own, Step step, Doer doer) {
        Option<Ready> ready = step.ready(own, Choice.USUAL).filter(each -> each.instruction().isDefined());
        Option<String> text = ready.map(Direct::name);
        if (doer == Doer.STUB) assertTrue(isBranchedAround(own, step), () -> "an instruction runs in a stub, and nothing in its bundle is to be patched: " + text + " at " + own.position());
        else assertTrue(ready.forAll(each -> Observed.observed(isIndirect(hosting, own, each), INSTRUCTIONS_DIRECT)), () -> "the monitor has done an instruction that the hardware could have done: " + text + " at " + own.position());
        return text;
    }

    /// {@return what an instruction is called: the mnemonic, of moves with the operands, and with application registers that matter}
    private static String name(Ready ready) {
        Syntax syntax = ready.instruction().get().form().syntax();
        if (!syntax.mnemonic().startsWith("mov")) return syntax.mnemonic();
        return syntax.plain().contains("ar3") ? syntax.plain().replace("ar3", ready.operands().ar3() < KERNEL ? "k" : "ar" + ready.operands().ar3()) : syntax.plain();
    }

    private static boolean isIndirect(Hosting hosting, Machine own, Ready ready) {
        Form form = ready.instruction().get().form();
        String text = form.syntax().plain();
        return PRIVILEGED.matcher(text).matches() || PATCHED.matcher(text).matches() || APPLICATION.matcher(text).matches() && PROTECTED.contains(ready.operands().ar3())
            || SPECULATIVE.matcher(text).matches() || REFERRING.matcher(text).matches() && isClosed(hosting, own, ready, text) || isOfSet(hosting, ready, text) || isDebugged(own.psr()) || hosting.rules().levels() == Levels.HIDDEN
                && EXACT.matcher(text).matches();
    }

    /// {@return whether an instruction stands in a bundle that holds one for which a stub can do}
    private static boolean isBranchedAround(Machine own, Step step) {
        Bundle bundle = step.fetched(own, Choice.USUAL).get().position().code().get().bundle();
        Seq<Slot> slots = Vector.of(bundle.fields().slot0(), bundle.fields().slot1(), bundle.fields().slot2());
        return Templates.architected().meaning(bundle.fields().code()) instanceof Templates.Meaning.Assigned(var template) && slots.zip(template.instructionUnits()).exists(each -> SensitiveKeys.action(each._2, each._1).contains(Action.PATCH_BRANCH));
    }

    /// {@return whether an instruction refers to a device, or to memory that its state closes to the hardware}
    private static boolean isClosed(Hosting hosting, Machine own, Ready ready, String text) {
        VirtualAddress address = new VirtualAddress(own.general(ready.operands().r3()).bits());
        return switch (hosting.rules().guest().translator().target(own.addressing(), own.memory(), Reference.data(ReferenceType.FETCHADD, address, 1), Choice.USUAL)) {
            case Target.Physical(var at) -> isClosed(hosting, GuestPhysicalAddress.of(at), text);
            case Target.Page page        -> isClosed(hosting, GuestPhysicalAddress.of(page.translation().physical(address)), text);
            case Target other            -> false;
        };
    }

    private static boolean isClosed(Hosting hosting, GuestPhysicalAddress at, String text) {
        Access access = text.startsWith("l") ? Access.READ : Access.WRITE;
        return hosting.monitor().map().at(at).exists(Backing.Device.class::isInstance) || hosting.monitor().map().host(at).exists(host -> !hosting.rules().watch().catching().opens(hosting.monitor().pages().state(host.bits() / GuestMap.PAGE),
            access));
    }

    /// {@return whether an instruction uses registers that are the monitor's for a while, or sees the user mask, where that is seen}
    private static boolean isOfSet(Hosting hosting, Ready ready, String text) {
        ScratchSet set = hosting.rules().scratching().set();
        boolean names = Vector.of(ready.operands().f1(), ready.operands().f2(), ready.operands().f3(), ready.operands().f4()).exists(number -> number >= HIGH ? set.isHigh() : number > 1 && set.isLow());
        return hosting.monitor().processor().presence() == Presence.INSIDE && (names || MASK.matcher(text).matches());
    }

    private static boolean isDebugged(Psr psr) {
        return (psr.bits() & DEBUGGED) != 0;
    }
}
