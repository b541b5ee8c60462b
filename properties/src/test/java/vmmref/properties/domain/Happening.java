package vmmref.properties.domain;

import io.vavr.control.Option;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.PageState;

/// An event of `domains.als`.
///
/// A content is whether there is something to be patched.
sealed interface Happening {
    record Idle() implements Happening { }

    /// @param by      the page of the instruction; none for a fetch
    /// @param content that is stored, if the access writes
    record Use(int page, Option<Integer> by, Access access, Option<Boolean> content) implements Happening { }

    record Store(int page, boolean content) implements Happening { }

    /// @param to the frame to which the page leads then, if any, with its content
    record Change(int page, Option<Integer> to, Option<Boolean> content) implements Happening { }

    record Drop(int page) implements Happening { }

    record Evict(int guest, PageState state) implements Happening { }
}
