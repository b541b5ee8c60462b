package vmmref.model.protect;

import vmmref.model.register.ProtectionKeyRegister;

/// The question what a protection-key register disables.
@FunctionalInterface
public interface KeyCheck {
    /// {@return whether a register that holds the key of a page disables an access}
    boolean disables(ProtectionKeyRegister register, Access access);

    /// {@return what the architecture defines: each kind of access has its bit}
    static boolean architected(ProtectionKeyRegister register, Access access) {
        return access.reads() && register.disablesRead()
            || access.writes() && register.disablesWrite()
            || access.executes() && register.disablesExecution();
    }
}
