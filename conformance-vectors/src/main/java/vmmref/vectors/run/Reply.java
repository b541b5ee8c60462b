/// What came of asking one case.
package vmmref.vectors.run;

import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Answer;

/// `stderr` is what the implementation wrote to its standard error since the reply before this one; empty where there is none.
public sealed interface Reply {

    /// {@return what was written to standard error}
    String stderr();

    /// {@return what went wrong, as the rest of a sentence that begins with "it"}
    String trouble();

    /// It answered; `raw` is the answer as it was written, where it was written at all.
    record Answered(Answer answer, Option<ObjectNode> raw, String stderr) implements Reply {
        @Override
        public String trouble() {
            return "answered";
        }
    }

    /// It answered, or seemed to, and broke the protocol.
    record Garbled(Breach breach, String stderr) implements Reply {
        @Override
        public String trouble() {
            return "broke the protocol in " + breach.text();
        }
    }

    /// Its process ended before it answered; `how` says how.
    record Crashed(String how, String stderr) implements Reply {
        @Override
        public String trouble() {
            return how;
        }
    }

    /// It gave no usable answer in a run that is over; `verdict` and `trouble` are what that run said.
    record Lost(Verdict verdict, String trouble, String stderr) implements Reply { }

    /// It did not answer in time: the case, or the base that it was told of first. `cutOff` goes on with the line that it began, if it did;
    /// `answered` says whether it ever answered a case.
    record TimedOut(int millis, Option<String> base, String cutOff, boolean answered, String stderr) implements Reply {

        /// It did not answer a case in time.
        public TimedOut(int millis, boolean answered, String stderr) {
            this(millis, Option.none(), "", answered, stderr);
        }

        @Override
        public String trouble() {
            return "did not answer%s within %d ms of the flush%s".formatted(base.map(" the base %s"::formatted).getOrElse(""), millis, cutOff)
                + (answered ? "" : ", and has answered nothing before; does it flush standard output after each line?")
                + (base.isEmpty() ? "" : "; the answer to a base is {\"ok\":true}; with --flat none is sent");
        }
    }
}
