/// report.html of a campaign: what it found and how far it came, on one page, in one file.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import vmmref.properties.campaign.Closing;

/// It asks nothing of a network and has no script. Its size is bounded, whatever a campaign found.
///
/// @param closing      how the campaign ended
/// @param observations the lines of its log
/// @param command      how the user starts vmmref
/// @param name         the words that name the campaign, for a shell
public record CampaignReport(Closing closing, Seq<JsonNode> observations, String command, String name) {

    private static final String REMEDY = "name another folder with --out, or make room";

    /// Writes the page into a folder, which is made if it is not there.
    /// @return the file
    /// @throws vmmref.vectors.run.UsageMistake if that cannot be done
    public Path write(Path folder) {
        Path file = folder.resolve(HtmlReport.NAME);
        try {
            Files.createDirectories(folder);
        } catch (IOException cannot) {
            throw Unwritable.mistake(file, cannot, REMEDY);
        }
        new Template("campaign.jte", page()).write(file, REMEDY);
        return file;
    }

    CampaignPage page() {
        CampaignCounts counts = new CampaignCounts(closing);
        CampaignCoverage coverage = new CampaignCoverage(closing);
        return new CampaignPage(PageFrame.ofCampaign(), new CampaignStanding(closing).banner(), counts.tiles(), new CampaignCards(closing.findings(), command, name).shelf(),
            new CampaignGoals(closing.goals()).all(), Growth.of(observations), coverage.chapters(), coverage.holes(), CampaignCosts.discards(closing.ledger()),
            CampaignCosts.times(closing.ledger()), CampaignLaws.of(closing.ledger()), CampaignNews.of(observations), counts.asked());
    }
}
