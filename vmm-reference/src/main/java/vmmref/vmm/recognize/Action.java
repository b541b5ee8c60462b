package vmmref.vmm.recognize;

import java.util.Locale;
import vmmref.spec.Clause;
import vmmref.spec.Recognitions;

/// What the monitor does about a sensitive instruction: US 2006/0026387, paragraph 27.
public enum Action {
    /// Its bundle becomes a branch to code of the monitor.
    PATCH_BRANCH,
    /// Its slot becomes a break.
    PATCH_TRAP,
    /// It is executed by the monitor, to which it traps, and not by the processor.
    EMULATE,
    /// The access rights or the key of its page are changed.
    PROTECT;

    /// {@return the action that a text such as `patch-branch` names}
    public static Action named(String text) {
        return Action.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// {@return the clause that says so}
    @Recognitions.Rule({Recognitions.SENSITIVE_PATCHED, Recognitions.SENSITIVE_EMULATED, Recognitions.SENSITIVE_PROTECTED})
    public Clause because() {
        return switch (this) {
            case PATCH_BRANCH, PATCH_TRAP -> Recognitions.SENSITIVE_PATCHED;
            case EMULATE                  -> Recognitions.SENSITIVE_EMULATED;
            case PROTECT                  -> Recognitions.SENSITIVE_PROTECTED;
        };
    }
}
