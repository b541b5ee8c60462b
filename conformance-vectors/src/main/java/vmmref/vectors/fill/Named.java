/// A draft that has its id.
package vmmref.vectors.fill;

import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.PackDamage;

/// `given` is what an implementation is given of `draft`.
record Named(Kind kind, Draft draft, Case given, Ledger.Entry entry) {

    String id() {
        return entry.id().toString();
    }

    PackDamage mistake(String problem, String remedy) {
        return new PackDamage(Finding.of(id(), "the draft \"" + draft.title() + "\" " + problem, remedy));
    }
}
