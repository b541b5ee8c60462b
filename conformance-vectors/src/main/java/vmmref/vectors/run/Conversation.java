/// An implementation being asked, wherever it runs.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Iterator;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Vector;

/// Closing ends whatever was started for it.
public interface Conversation extends AutoCloseable {

    /// {@return how the implementation introduced itself}
    Hello hello();

    /// Asks every vector, and hands each reply to `replies` as it comes, in any order, until the vectors end or `replies` wants no more.
    /// @return why it stopped early, in plain words, if the implementation could not go on
    Option<String> ask(Iterator<Vector> vectors, Replies replies);

    /// {@return what broke the protocol so far, whether or not a case could be blamed for it}
    Seq<Breach> breaches();

    /// {@return what a reader should know besides the verdicts, one sentence each}
    Seq<String> news();

    @Override
    void close();

    /// Who receives replies.
    interface Replies {

        /// Takes what came of one vector, and says whether more is wanted.
        boolean more(Vector vector, Reply reply);
    }
}
