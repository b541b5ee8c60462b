/// The machine that programs or cases are made for.
package vmmref.vectors.cli;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.run.Feasibility;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.UserFile;

/// A mixin: a profile, and parameters that are other than in it.
final class Parameterized {
    private static final String MACHINE = "write one object with a name and parameters, as adapters/baremetal/ski.json does";
    private static final String PARAMETERS = "adapters/PROTOCOL.md lists the parameters and what they may be";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private Instructions named;

    @Option(names = "--machine", paramLabel = "FILE", description = "The machine whose name and parameters a JSON file lists, as that of Ski beside its adapter does; those that it does not list are those of itanium2.")
    private Path file;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A parameter of the machine that is other than in the profile, such as pa=63. May be repeated.")
    private java.util.List<String> set = new ArrayList<>();

    /// {@return the profile}
    /// @throws UsageMistake if there is no such profile or parameter, or no machine has such parameters
    Profile profile() {
        if (file != null && spec.commandLine().getParseResult().hasMatchedOption("--profile")) throw new UsageMistake("--machine and --profile both name a machine: leave one out");
        Profile profile = file == null ? named.profile() : listed();
        Profile changed = new Profile(profile.name(), Vector.ofAll(set).foldLeft(profile.parameters(), Parameterized::with));
        try {
            return Feasibility.feasible(changed);
        } catch (IllegalArgumentException impossible) {
            throw new UsageMistake("%sno machine has these parameters: %s; %s".formatted(file == null ? "" : file + ": ", impossible.getMessage(), PARAMETERS));
        }
    }

    private Profile listed() {
        try {
            Fields fields = Json.fields(UserFile.text(file, "name a file with the parameters of a machine"));
            Profile listed = Profile.announced(fields.text("name"), Parameters.of(fields.child("parameters")).values());
            listed.parameters().keySet().find(name -> !Profile.all().head().parameters().containsKey(name)).forEach(name -> {
                throw fields.child("parameters").mistake(name, "is no parameter", PARAMETERS);
            });
            return listed;
        } catch (FieldMistake mistake) {
            throw new UsageMistake("%s: %s %s; %s".formatted(file, mistake.path(), mistake.problem(), mistake.path().equals("$") ? MACHINE : mistake.remedy()));
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
