/// The reference to data that an instruction is about to make.
package vmmref.vectors.vmm;

import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmmref.model.execute.Ready;
import vmmref.model.machine.Machine;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;

public final class Referred {
    private static final Pattern MEMORY = Pattern.compile("(ld|st|ldf|stf|xchg|cmpxchg|fetchadd)([1248sd])(\\..*)?");

    private Referred() { }

    /// {@return the load or store of one register, the semaphore, or the prefetch that faults, that comes next, if one does}
    public static Option<Reference> by(Machine before, Step step, Choice choice) {
        return step.ready(before, choice).flatMap(ready -> ready.instruction().flatMap(instruction -> {
            String mnemonic = instruction.form().syntax().mnemonic();
            Matcher name = MEMORY.matcher(mnemonic);
            return mnemonic.startsWith("lfetch.fault") ? Option.some(reference(before, ready, ReferenceType.LFETCH_FAULT, 1)) : Option.when(name.matches(), () -> reference(before, ready, name));
        }));
    }

    private static Reference reference(Machine before, Ready ready, Matcher name) {
        boolean speculative = name.group(3) != null && (name.group(3).startsWith(".s") && !name.group(3).startsWith(".spill"));
        ReferenceType type = switch (name.group(1)) {
            case "ld", "ldf" -> speculative ? ReferenceType.SPECULATIVE_LOAD : ReferenceType.LOAD;
            case "st", "stf" -> ReferenceType.STORE;
            case "fetchadd"  -> ReferenceType.FETCHADD;
            default          -> ReferenceType.EXCHANGE;
        };
        return reference(before, ready, type, size(name.group(2)));
    }

    private static Reference reference(Machine before, Ready ready, ReferenceType type, int size) {
        GeneralValue address = before.general(ready.operands().r3());
        Reference reference = Reference.data(type, new VirtualAddress(address.bits()), size);
        return address.nat() ? reference.withNat() : reference;
    }

    private static int size(String text) {
        return switch (text) {
            case "s" -> 4;
            case "d" -> 8;
            default  -> Integer.parseInt(text);
        };
    }
}
