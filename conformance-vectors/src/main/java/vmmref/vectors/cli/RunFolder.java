/// A run that is over, as a command names it.
package vmmref.vectors.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Tier;
import vmmref.vectors.report.Recording;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.Waivers;

/// A mixin of the commands that read one.
final class RunFolder {

    @Parameters(paramLabel = "RUN", description = "The folder that was given to --out, or the results.jsonl in it.")
    private Path named;

    /// {@return what it left behind}
    /// @throws UsageMistake if nothing can be read
    Recording recording() {
        return Recording.read(named);
    }

    /// {@return the vectors that it was about, as a pack has them}
    /// @throws UsageMistake if the pack has no longer what was selected
    static Selection.Selected selected(Recording recording, Pack pack) {
        return Selection.spelled(recording.run().options()).of(pack);
    }

    /// Judges the answers of a run again, by a pack, and tells a listener.
    static void review(Recording recording, Pack pack, Waivers waivers, Run.Listener listener) {
        Judge judge = new Judge(recording.hello(), pack.revoked().toMap(Revoked::id, Revoked::reason), false);
        new Run(recording.again(), judge, waivers, false)
            .of(selected(recording, pack).only(recording.judged()::containsKey).vectors(), () -> pack.vectors(Tier.FULL), listener);
    }
}
