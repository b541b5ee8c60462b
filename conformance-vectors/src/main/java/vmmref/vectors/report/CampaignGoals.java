/// The goals of a campaign, by what they ask.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.Locale;
import vmmref.properties.campaign.Goal;
import vmmref.vectors.format.Printable;

record CampaignGoals(Seq<Goal> goals) {

    private static final int ROWS = 200;
    /// How many goals of one law and label have a row each; where there are more, they share one.
    private static final int EACH = 8;
    private static final int NAMES = 100;

    CampaignPage.Goals all() {
        Seq<Goal> missing = goals.reject(Goal::met);
        return new CampaignPage.Goals(goals.size(), missing.size(), sorts(missing), sorts(goals.filter(Goal::met)));
    }

    private static Seq<CampaignPage.Sort> sorts(Seq<Goal> some) {
        return List.of(Goal.Sort.values()).map(sort -> sort(sort, some.filter(goal -> goal.sort() == sort))).reject(sort -> sort.number() == 0);
    }

    private static CampaignPage.Sort sort(Goal.Sort sort, Seq<Goal> some) {
        Map<String, ? extends Seq<Goal>> alike = some.groupBy(CampaignGoals::about);
        Seq<CampaignPage.GoalRow> rows = some.map(CampaignGoals::about).distinct().flatMap(about -> rows(alike.get(about).get()));
        return new CampaignPage.Sort(sort.name().toLowerCase(Locale.ROOT), meaning(sort), some.size(), rows.take(ROWS), rows.size() - rows.take(ROWS).size());
    }

    private static Seq<CampaignPage.GoalRow> rows(Seq<Goal> alike) {
        if (alike.size() <= EACH) return alike.map(CampaignGoals::row);
        String label = label(alike.head());
        String names = alike.map(goal -> goal.name().substring(label.length())).take(NAMES).mkString(", ");
        return List.of(row(new Goal(alike.head().sort(), alike.head().law(), label + names, alike.head().met(), "%,d goals".formatted(alike.size()))));
    }

    private static String about(Goal goal) {
        return goal.law() + " " + label(goal);
    }

    /// {@return what the names of goals about one thing begin with}
    private static String label(Goal goal) {
        return goal.sort() == Goal.Sort.ALWAYS ? goal.name() : goal.name().substring(0, goal.name().indexOf(": ") < 0 ? 0 : goal.name().indexOf(": ") + 2);
    }

    private static String meaning(Goal.Sort sort) {
        return switch (sort) {
            case ALWAYS    -> "the law holds in every case, and some case says something of it";
            case SOMETIMES -> "it comes up, as often as the generator promises";
            case NEVER     -> "it does not come up";
        };
    }

    private static CampaignPage.GoalRow row(Goal goal) {
        return new CampaignPage.GoalRow(Printable.of(goal.name(), Printable.SENTENCE), Printable.of(goal.law(), Printable.QUOTED), Printable.of(goal.detail(), Printable.SENTENCE));
    }
}
