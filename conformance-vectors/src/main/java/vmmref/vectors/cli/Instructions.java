/// Whose instructions a command knows.
package vmmref.vectors.cli;

import picocli.CommandLine.Option;
import vmmref.model.profile.Profile;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;

/// A mixin of commands about bundles.
final class Instructions {

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = "itanium2", description = "Whose instructions (default: ${DEFAULT-VALUE}).")
    private String profile;

    /// {@return the profile that was named}
    /// @throws UsageMistake if there is no such profile
    Profile profile() {
        return Profile.named(profile).getOrElseThrow(() -> new UsageMistake("there is no profile %s%s"
            .formatted(profile, Suggestions.among(Profile.all().map(Profile::name), profile))));
    }
}
