/// What campaigns against members of the zoo came to, as a table and as an object.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.vectors.campaign.Retrial;
import vmmref.vectors.campaign.Search;
import vmmref.vectors.campaign.Search.Find;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Exit;

/// @param all     one for each member
/// @param atLeast how many per cent must be found
public record Searches(Seq<Search> all, int atLeast) {

    private static final int WHOLE = 100;

    /// {@return whether enough were found}
    public Exit exit() {
        return all.count(Search::isFound) * WHOLE >= all.size() * atLeast ? Exit.CONFORMS : Exit.WRONG;
    }

    /// {@return what is said of one member in a line}
    public static String line(Search search) {
        return search.find().map(find -> "%s is %s by %s%s after %s".formatted(search.member().name(), verdict(search), find.finding().law(),
                search.isByNamedLaw() ? ", as named," : "", CampaignSummary.time(find.millis())))
            .getOrElse("%s is NOT FOUND in %,d cases; %s".formatted(search.member().name(), search.closing().ledger().cases(), share(search)));
    }

    /// {@return how many cases the law had that the member names}
    private static String share(Search search) {
        return "%s had %s".formatted(search.member().law(), Amount.cases(search.namedCases()));
    }

    /// {@return the table, and what it comes to}
    public String text(Ink ink) {
        Seq<Seq<String>> rows = all.map(Searches::row);
        return new Columns(List.of("member", "law", "", "after", "cases", "size", "again", "vectors", ""), rows).text("", ink::strong) + sentences(ink);
    }

    private static Seq<String> row(Search search) {
        String cases = "%,d".formatted(search.closing().ledger().cases());
        return search.find().<Seq<String>>map(find -> List.of(search.member().name(), find.finding().law(), search.isByNamedLaw() ? "named" : "", CampaignSummary.time(find.millis()), cases,
                size(find), find.retrial().replays() ? "yes" : "NO", vectors(find.retrial()), verdict(search)))
            .getOrElse(() -> List.of(search.member().name(), share(search), "", "", cases, "", "", "", "NOT FOUND"));
    }

    private static String verdict(Search search) {
        return search.isFound() ? "found" : search.isRight() ? "FOUND LATE" : "NOT TOLD FROM THE REFERENCE";
    }

    private static String size(Find find) {
        Finding finding = find.finding();
        return find.size().map(size -> "%s of %,d".formatted(Amount.of(size, "instruction", "instructions"), find.originally().getOrElse(size)))
            .getOrElse(() -> "%s of %,d".formatted(Amount.of(finding.size(), "value", "values"), finding.originalSize()));
    }

    private static String vectors(Retrial retrial) {
        return retrial.failing().fold(reason -> "- " + (retrial.asked() == 0 ? "nothing to ask" : "%,d asked".formatted(retrial.asked())), failing -> "%,d of %,d".formatted(failing, retrial.asked()));
    }

    private String sentences(Ink ink) {
        int found = all.count(Search::isFound);
        Seq<Find> finds = finds();
        String first = "%,d of %,d wrong machines were found%s; at least %d %% are to be.".formatted(found, all.size(), budget(), atLeast);
        return (exit() == Exit.CONFORMS ? ink.good(first) : ink.bad(first)) + "\n"
            + "%,d by the law that they name. Median time: %s. Median size: %s, of %s.%n".formatted(all.count(search -> search.isFound() && search.isByNamedLaw()), median(finds.map(Find::millis)).map(CampaignSummary::time).getOrElse("-"),
                median(sizes()).map(size -> Amount.of(size, "instruction", "instructions")).getOrElse("-"), Amount.of(sizes().size(), "case with guests or programs", "cases with guests or programs"))
            + "%,d of %,d fail again as stored cases, %,d as vectors; the reference is right there.%n".formatted(again(), finds.size(), asVectors());
    }

    private String budget() {
        long millis = all.headOption().map(search -> search.closing().config().millis()).getOrElse(-1L);
        return millis < 0 ? "" : " within " + CampaignSummary.time(millis);
    }

    private Seq<Find> finds() {
        return all.filter(Search::isFound).flatMap(Search::find);
    }

    private Seq<Long> sizes() {
        return finds().flatMap(Find::size).map(Integer::longValue);
    }

    private int again() {
        return finds().count(find -> find.retrial().replays());
    }

    private int asVectors() {
        return finds().count(find -> find.retrial().failing().isRight());
    }

    /// {@return the one in the middle; of two, the smaller}
    private static Option<Long> median(Seq<Long> numbers) {
        return numbers.sorted().drop((numbers.size() - 1) / 2).headOption();
    }

    /// {@return all that is known}
    public ObjectNode json() {
        ObjectNode json = Json.object();
        all.headOption().map(search -> search.closing().config()).forEach(config -> budget(json, config));
        json.put("at_least", atLeast).put("members", all.size()).put("found", all.count(Search::isFound)).put("by_named_law", all.count(search -> search.isFound() && search.isByNamedLaw()));
        median(finds().map(Find::millis)).forEach(median -> json.put("median_millis", median));
        median(sizes()).forEach(median -> json.put("median_instructions", median));
        json.put("again", again()).put("vectors", asVectors()).put("exit", exit().code());
        ArrayNode array = json.putArray("searches");
        all.forEach(search -> array.add(json(search)));
        return json;
    }

    private static void budget(ObjectNode json, Config config) {
        json.put("seed", config.seed());
        if (config.millis() >= 0) json.put("budget_millis", config.millis());
        if (config.tries() >= 0) json.put("budget_cases", config.tries());
    }

    private static ObjectNode json(Search search) {
        ObjectNode json = Json.object().put("member", search.member().name()).put("names", search.member().law()).put("named_cases", search.namedCases()).put("found", search.isFound()).put("stopped", search.closing().why())
            .put("cases", search.closing().ledger().cases()).put("campaign_millis", search.closing().ledger().spent());
        search.find().forEach(find -> json(json, search, find));
        return json;
    }

    private static void json(ObjectNode json, Search search, Find find) {
        Finding finding = find.finding();
        json.put("law", finding.law()).put("named", search.isByNamedLaw()).put("finding", finding.id()).put("sentence", finding.sentence()).put("message", finding.message()).put("millis", find.millis())
            .put("stage", finding.stage().name()).put("number", finding.number()).put("values", finding.size()).put("original_values", finding.originalSize()).put("tries", finding.tries());
        find.size().forEach(size -> json.put("instructions", size));
        find.originally().forEach(size -> json.put("original_instructions", size));
        json.put("again", find.retrial().replays()).put("reference_holds", find.retrial().right()).put("asked", find.retrial().asked());
        find.retrial().failing().peek(failing -> json.put("failing", failing)).peekLeft(reason -> json.put("no_vectors", reason));
        json.set("arguments", finding.arguments());
        json.set("laws", Json.texts(search.closing().findings().map(Finding::law).distinct()));
    }
}
