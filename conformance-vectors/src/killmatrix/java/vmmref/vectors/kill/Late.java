package vmmref.vectors.kill;

/// A case that takes many times the steps that the right code takes. An error that nobody between here and the judge catches.
final class Late extends VirtualMachineError {
    private static final long serialVersionUID = 1;
}
