package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;

/// What can be had with fewer instructions than any generator makes it.
///
/// @param <T> of which it is one
public interface Shortened<T> {
    /// {@return the same with an instruction less, in each way}
    Seq<T> shorter();
}
