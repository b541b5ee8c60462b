package vmmref.vmm.build;

/// Where in its group or its bundle an instruction may stand: the pages of the instructions in SDM volume 3, and what the GNU assembler refuses.
public enum GroupPlace {
    ANYWHERE,
    /// Nothing stands before it in its instruction group.
    FIRST,
    /// Nothing stands after it in its instruction group.
    LAST,
    /// In slot 2 only.
    SLOT_2
}
