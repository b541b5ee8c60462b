/// Findings as a user names them.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Store;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;

/// A mixin: a campaign and its findings, or files of findings.
final class Found {

    @Parameters(paramLabel = "WHAT", arity = "0..*", description = "A campaign, and ids of its findings; or files of findings (default: every finding of the campaign that was saved last).")
    private java.util.List<String> named = java.util.List.of();

    @Mixin
    private Campaigns campaigns;

    /// {@return the findings}
    /// @throws UsageMistake if one is not there
    Seq<Finding> findings() {
        if (!named.isEmpty() && named.getFirst().endsWith(".json")) return List.ofAll(named).map(file -> Store.finding(file(file)));
        Path store = campaigns.existing(named.isEmpty() ? "" : named.getFirst());
        Seq<Finding> all = Store.reading(store).findings();
        return named.size() < 2 ? all : List.ofAll(named).tail().map(id -> all.find(finding -> finding.id().equals(id)).getOrElseThrow(() ->
            new UsageMistake("campaign %s has no finding \"%s\"%s".formatted(store, id, Suggestions.among(all.map(Finding::id), id)))));
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) throw new UsageMistake(name + ": there is no such file; name a finding's file, or a campaign");
        return file;
    }
}
