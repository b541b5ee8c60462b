/// An implementation that runs in this Java process.
package vmmref.vectors.run;

import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Hello;

/// Third parties list theirs in `META-INF/services/vmmref.vectors.run.Implementation` and run it as `-i direct:NAME`, where NAME is
/// the name that its hello announces. One thread asks; an exception is an answer of its own, the verdict `error`.
public interface Implementation {

    /// {@return who answers, and which parameters it has}
    Hello hello();

    /// {@return what it says to one case}
    Answer answer(Case given);
}
