/// What was heard after something was said.
package vmmref.vectors.doctor;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.vectors.run.AnswerLine;

/// `answers` are those to what was asked, in the order in which they came; `over` says how the process ended, if it did.
record Heard(Seq<AnswerLine> answers, Option<String> over) {

    /// {@return why there are no more answers, as a sentence without its end}
    String silence(int millis) {
        return over.map(how -> "it " + how).getOrElse(() -> "nothing more came within %,d ms".formatted(millis));
    }
}
