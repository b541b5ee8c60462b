package vmmref.vectors.baremetal;

import io.vavr.control.Option;

/// Whatever executes images.
interface Simulator {
    /// What came of a run.
    ///
    /// @param dump    of the log, if there is one
    /// @param ending  how the simulator ended, as the rest of a sentence that begins with its name
    /// @param started whether it started at all
    record Ran(Option<byte[]> dump, String ending, boolean started) {
        Ran(Option<byte[]> dump, String ending) {
            this(dump, ending, true);
        }

        static Ran never(String why) {
            return new Ran(Option.none(), why, false);
        }
    }

    /// {@return what came of a run of an image}
    Ran run(Image image);
}
