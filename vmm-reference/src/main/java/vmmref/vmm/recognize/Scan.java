package vmmref.vmm.recognize;

import io.vavr.collection.Seq;

/// Finds blocks in code.
@FunctionalInterface
public interface Scan {
    /// {@return the blocks that are there, and those that the end of the code cuts, in the order of their places, and at one place in the order in which they are looked for}
    Seq<Recognized> scan(Code code, Own own);
}
