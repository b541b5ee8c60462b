/// Where campaigns are kept.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.properties.campaign.Store;
import vmmref.vectors.run.ShellWords;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;

/// A mixin of the commands of campaigns.
final class Campaigns {

    private static final String USUAL = ".vmmref";

    @picocli.CommandLine.Option(names = "--store", paramLabel = "DIR", defaultValue = USUAL, description = "Where campaigns are kept, each in a folder of its own (default: ${DEFAULT-VALUE}).")
    private Path folder;

    /// @throws UsageMistake if campaigns cannot be kept there
    Path folder() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) throw new UsageMistake("%s is a file, and campaigns are kept in a folder: name another one with --store".formatted(folder));
        return folder;
    }

    Path named(String name) {
        return folder().resolve(name);
    }

    /// {@return the folders of all campaigns, by name}
    Seq<Path> all() {
        return Store.all(folder());
    }

    /// {@return the folder of a campaign that there is; of the one that was saved last, where no name is given}
    /// @throws UsageMistake if there is none
    Path existing(String name) {
        return name.isEmpty() ? last().getOrElseThrow(() -> new UsageMistake(none())) : found(name).getOrElseThrow(() -> all().isEmpty() ? new UsageMistake(none())
            : new UsageMistake("%s holds no campaign \"%s\"%s".formatted(folder, name, Suggestions.among(all().map(each -> each.getFileName().toString()), name))));
    }

    /// {@return what is said where there is no campaign}
    String none() {
        return "%s holds no campaign: start one with %s campaign run, or name the folder with --store".formatted(folder, Subject.command());
    }

    /// {@return the folder of a campaign, if there is such a campaign; it may also be named by its folder}
    Option<Path> found(String name) {
        return List.of(named(name), Path.of(name)).find(store -> Files.isRegularFile(store.resolve("config.json")));
    }

    private Option<Path> last() {
        return all().maxBy(store -> saved(store.resolve("ledger.json")));
    }

    private static Long saved(Path ledger) {
        try {
            return Files.exists(ledger) ? Files.getLastModifiedTime(ledger).toMillis() : 0;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// {@return the words that name the store and a campaign, for a line that a user can type}
    String words(Path store) {
        Path beside = Option.of(store.getParent()).getOrElse(folder);
        return ShellWords.quote(store.getFileName().toString()) + (beside.equals(Path.of(USUAL)) ? "" : " --store " + ShellWords.quote(beside.toString()));
    }
}
