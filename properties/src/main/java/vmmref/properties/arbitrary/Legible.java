package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;

/// A part of a case that a person reads as a program.
public interface Legible {
    /// {@return what it holds, and what it does: tables and code, line by line}
    Seq<String> reading();
}
