/// What a campaign saw last that it had not seen before.
package vmmref.vectors.report;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Printable;

final class CampaignNews {

    private static final int ROWS = 50;

    private CampaignNews() { }

    /// {@return the news of a log}
    static CampaignPage.News of(Seq<JsonNode> observations) {
        Map<Integer, Long> cases = HashMap.ofEntries(observations.filter(line -> line.path("cases").isIntegralNumber())
            .map(line -> Tuple.of(line.path("batch").asInt(0), line.path("cases").asLong(0))));
        Seq<JsonNode> news = observations.filter(line -> line.has("new"));
        return new CampaignPage.News(news.size(), news.takeRight(ROWS).reverse().map(line -> row(line, cases)).toVector());
    }

    private static CampaignPage.NewsRow row(JsonNode line, Map<Integer, Long> cases) {
        int batch = line.path("batch").asInt(0);
        return new CampaignPage.NewsRow(text(line, "new"), text(line, "law"), CampaignCards.origin(text(line, "stage"), line.path("number").asLong(0)),
            cases.get(batch).map("%,d"::formatted).getOrElse("–"));
    }

    private static String text(JsonNode line, String member) {
        return Printable.of(line.path(member).asString(""), Printable.SENTENCE);
    }
}
