/// What a campaign's report shows, in the order in which it is shown.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/// `campaign.jte` and its parts make a page of it; every text is escaped there.
///
/// @param counts   figures at a glance
/// @param goals    unmet and met
/// @param coverage how often each clause decided, chapter by chapter
/// @param holes    clauses that decided nothing
/// @param discards what cases were discarded for, where any was
/// @param times    what the slowest laws cost
/// @param asked    what the campaign was asked to do
public record CampaignPage(PageFrame frame, Banner banner, Seq<Tile> counts, Shelf findings, Goals goals, Growth growth, Seq<BarChart> coverage, Seq<Hole> holes,
                           Option<BarChart> discards, BarChart times, Seq<LawRow> laws, News news, Seq<ReportPage.Fact> asked) {

    /// The standing in a few words, and what it rests on. `tone` is `good`, `notable` or `bad`, and `sign` the same without colours.
    public record Banner(String subject, String headline, String tone, String sign, Seq<String> sentences, String chance) { }

    /// A figure, and what it is a part of.
    public record Tile(String name, String value, String note, String tone) { }

    /// The findings: some as cards, the others by their names; `unlisted` counts those that are not named.
    public record Shelf(String sentence, Seq<Card> cards, Seq<String> more, int unlisted) { }

    /// A finding, what it was found from, its programs as a person reads them, if it has any, and what to type to try it again.
    public record Card(int number, String id, String law, String sentence, String message, String symptom, String origin, String program, Seq<Argument> arguments, String replay, String promote) { }

    /// An argument of the failing case; `role` says in a word or two whether it matters, `tried` how that is known.
    public record Argument(String name, String role, String tone, String tried, String text) { }

    /// Goals of one sort; `unlisted` counts the rows that are not shown.
    public record Sort(String name, String meaning, int number, Seq<GoalRow> rows, int unlisted) { }

    public record GoalRow(String what, String law, String detail) { }

    /// The goals, by sort.
    public record Goals(int number, int missing, Seq<Sort> unmet, Seq<Sort> met) {
        /// {@return how many are met}
        public int reached() {
            return number - missing;
        }
    }

    /// A clause that decided nothing, and why.
    public record Hole(String clause, String title, String reason) { }

    /// What a law came to.
    public record LawRow(String law, boolean fails, long cases, long discarded, long behaviours, long once, long failures, String time) { }

    /// The behaviours that were new last, the latest first, of all that were new once.
    public record News(int number, Seq<NewsRow> rows) { }

    public record NewsRow(String behaviour, String law, String origin, String when) { }
}
