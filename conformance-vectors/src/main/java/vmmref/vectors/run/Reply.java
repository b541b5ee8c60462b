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

    /// It did not answer in time; `answered` says whether it ever answered anything.
    record TimedOut(int millis, boolean answered, String stderr) implements Reply {
        @Override
        public String trouble() {
            return "did not answer within %d ms of the flush".formatted(millis)
                + (answered ? "" : ", and has answered nothing before; does it flush standard output after each line?");
        }
    }
}
