/// The machine that programs or cases are made for.
package vmmref.vectors.cli;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmmref.model.profile.Profile;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;

/// A mixin: a profile, and parameters that are other than in it.
final class Parameterized {
    @Mixin
    private Instructions named;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A parameter of the machine that is other than in the profile, such as pa=63. May be repeated.")
    private java.util.List<String> set = new ArrayList<>();

    /// {@return the profile}
    /// @throws UsageMistake if there is no such profile or parameter, or no machine has such parameters
    Profile profile() {
        Profile profile = named.profile();
        if (set.isEmpty()) return profile;
        Profile changed = new Profile(profile.name(), Vector.ofAll(set).foldLeft(profile.parameters(), Parameterized::with));
        try {
            changed.dimensions();
            return changed;
        } catch (IllegalArgumentException impossible) {
            throw new UsageMistake("no machine has these parameters: " + impossible.getMessage());
        }
    }

    private static Map<String, String> with(Map<String, String> parameters, String text) {
        String[] parts = text.split("=", 2);
        Seq<String> names = LinkedHashMap.ofEntries(parameters).keySet().toVector();
        if (parts.length < 2) throw new UsageMistake("--set %s: write a name and a value, such as pa=63".formatted(text));
        if (!parameters.containsKey(parts[0])) throw new UsageMistake("there is no parameter \"%s\"%s".formatted(parts[0], Suggestions.among(names, parts[0])));
        return parameters.put(parts[0], parts[1]);
    }
}
