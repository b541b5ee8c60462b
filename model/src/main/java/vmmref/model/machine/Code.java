package vmmref.model.machine;

import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.register.Pte;

/// A bundle as it was fetched.
///
/// @param bundle what memory held
/// @param page   the page-table entry of its page; none if it was not translated
public record Code(Bundle bundle, Option<Pte> page) {
    /// {@return the bit of the page that permits deferrals}
    public boolean ed() {
        return page.isDefined() && page.get().ed();
    }
}
