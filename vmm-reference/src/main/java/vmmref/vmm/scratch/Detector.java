package vmmref.vmm.scratch;

/// What the hardware tells from which an entry or an exit may be seen.
public enum Detector {
    /// A fault of a privileged instruction.
    PRIVILEGED_INSTRUCTION,
    /// A fault of a fetch that the state of its page does not permit.
    EXECUTION_CAUGHT,
    /// A transfer to a lower privilege level.
    PRIVILEGE_DECREASE
}
