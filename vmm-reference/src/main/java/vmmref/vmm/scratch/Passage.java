package vmmref.vmm.scratch;

/// Whether a virtual processor was seen to enter code of an operating system, or to leave it.
public enum Passage { ENTRY, EXIT, NONE }
