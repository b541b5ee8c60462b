package vmmref.vmm.build;

/// An instruction, and where it may stand.
record Placed(Line line, GroupPlace place) { }
