package vmmref.vectors.elf;

import io.vavr.collection.Seq;

/// A static executable for IA-64.
///
/// @param entry     the physical address of its first bundle
/// @param bigEndian whether its data are big-endian; bundles never are
/// @param segments  what is loaded, in the order of the file
/// @param symbols   the names of its code, if it has any
public record Elf(long entry, boolean bigEndian, Seq<Segment> segments, Symbols symbols) { }
