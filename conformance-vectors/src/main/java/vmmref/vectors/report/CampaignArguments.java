/// The failing case of a finding, argument by argument, and which of them matter.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.JsonNode;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Role;
import vmmref.vectors.format.Printable;

record CampaignArguments(Finding finding) {

    /// What an argument may always take.
    private static final int LEAST = 200;

    /// {@return the arguments in so many characters, or a few more}
    Seq<CampaignPage.Argument> within(int most) {
        JsonNode given = finding.arguments();
        if (!given.isObject()) return Vector.of(new CampaignPage.Argument("", "", "", "", Excerpt.of(JsonLayout.of(given), most)));
        Seq<CampaignPage.Argument> written = Vector.empty();
        int left = most;
        for (String name : given.propertyNames()) {
            String text = Excerpt.of(JsonLayout.of(given.path(name)), Math.max(LEAST, left));
            left    = left - text.length();
            written = written.append(argument(name, text));
        }
        return written;
    }

    private CampaignPage.Argument argument(String name, String text) {
        Role role = Vector.ofAll(finding.roles()).find(each -> each.parameter().equals(name)).getOrElse(() -> new Role(name, 0, 0));
        int tried   = role.tried();
        int failing = role.failing();
        String shown = Printable.of(name, Printable.QUOTED);
        if (tried == 0)       return new CampaignPage.Argument(shown, "", "", finding.isComplete() ? "no other value was tried" : "", text);
        if (failing == 0)     return new CampaignPage.Argument(shown, "matters", "bad", "none of %s fails".formatted(others(tried)), text);
        if (failing == tried) return new CampaignPage.Argument(shown, "any value", "any", "all of %s fail, too".formatted(others(tried)), text);
        return new CampaignPage.Argument(shown, "some values", "waived", "%,d of %s fail, too".formatted(failing, others(tried)), text);
    }

    private static String others(int tried) {
        return Amount.of(tried, "other value", "other values");
    }
}
