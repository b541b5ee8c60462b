package vmmref.vectors.report;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import vmmref.properties.campaign.Closing;
public record CampaignReport(Closing closing) {
    public static CampaignReport of(Closing closing, Seq<JsonNode> observations, String command) { return new CampaignReport(closing); }
    public Path write(Path folder) { return folder; }
}
