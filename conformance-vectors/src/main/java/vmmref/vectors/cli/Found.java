/// Findings as a user names them.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Law;
import vmmref.properties.campaign.Store;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;

/// A mixin: a campaign and its findings, or files of findings.
final class Found {

    @Parameters(paramLabel = "WHAT", arity = "0..*", description = "A campaign, and ids of its findings; or files of findings (default: every finding of the campaign that was saved last).")
    private java.util.List<String> named = java.util.List.of();

    @Mixin
    private Campaigns campaigns;

    /// {@return the findings; none if the campaign has none}
    /// @throws UsageMistake if one is not there, or its law is not there any more
    Seq<Finding> findings() {
        Seq<Finding> findings = all();
        findings.forEach(Found::lawful);
        return findings;
    }

    /// {@return where they are looked for}
    String place() {
        return ofFiles() ? String.join(", ", named) : "campaign " + store();
    }

    private Seq<Finding> all() {
        if (ofFiles()) return List.ofAll(named).map(file -> Store.finding(file(file)));
        Seq<Finding> all = Store.reading(store()).findings();
        return named.size() < 2 ? all : List.ofAll(named).tail().map(id -> all.find(finding -> finding.id().equals(id)).getOrElseThrow(() ->
            new UsageMistake("campaign %s has no finding \"%s\"%s".formatted(store(), id, Suggestions.among(all.map(Finding::id), id)))));
    }

    private boolean ofFiles() {
        return !named.isEmpty() && named.getFirst().endsWith(".json");
    }

    private Path store() {
        String name = named.isEmpty() ? "" : named.getFirst();
        if (!name.isEmpty() && campaigns.found(name).isEmpty()) holding(name).forEach(store -> {
            throw new UsageMistake("%s is a finding of the campaign %s: name the campaign before it".formatted(name, store.getFileName()));
        });
        return campaigns.existing(name);
    }

    private Option<Path> holding(String id) {
        return campaigns.all().find(store -> Files.isRegularFile(store.resolve("findings").resolve(id + ".json")));
    }

    private static void lawful(Finding finding) {
        if (Law.named(finding.law()).isEmpty())
            throw new UsageMistake("%s: there is no law %s any more%s".formatted(finding.id(), finding.law(), Suggestions.among(Law.all().map(Law::name), finding.law())));
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) throw new UsageMistake(name + ": there is no such file; name a finding's file, or a campaign");
        return file;
    }
}
