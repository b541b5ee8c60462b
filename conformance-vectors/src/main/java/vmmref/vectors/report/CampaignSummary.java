/// The end of a campaign, for people and for programs.
package vmmref.vectors.report;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Goal;
import vmmref.properties.campaign.Instructions;
import vmmref.properties.campaign.Role;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.Exit;

/// It says why the campaign stopped, what was reached and what was not, and what may still be hidden.
///
/// @param closing of the campaign
/// @param command how the user starts vmmref
/// @param name    of the campaign, as the words that name it to a command
/// @param folder  where it is kept
public record CampaignSummary(Closing closing, String command, String name, Path folder) {

    private static final int SHOWN = 20;
    private static final int MESSAGE = 300;
    private static final int LINES = 6;
    private static final int CASE = 400;
    private static final int PROGRAM = 60;
    private static final int MORE = 10;
    private static final String ASSERTED = " ==> ";
    private static final int FEW = 3;
    private static final long MILLISECOND = 1_000_000;

    /// {@return the exit code}
    public Exit exit() {
        return !closing.findings().isEmpty() ? Exit.WRONG : closing.isReached() ? Exit.CONFORMS : Exit.UNMET;
    }

    /// {@return the summary for people}
    public String text(Ink ink) {
        return findings(ink) + (said() == 0 ? "" : unmet(ink) + unreached(ink))
            + ink.strong("stopped") + "    " + closing.why() + "\n"
            + ink.strong("cases") + "      " + cases() + "\n"
            + discards(ink)
            + ink.strong("goals") + "      " + goals() + "\n"
            + ink.strong("clauses") + "    " + clauses() + "\n"
            + guests(ink)
            + ink.strong("what next") + "  " + new Outlook(closing).text() + "\n"
            + goingOn(ink)
            + (exit() == Exit.CONFORMS ? ink.good(sentence()) : ink.bad(sentence())) + "\n";
    }

    /// {@return one sentence: what is said of the subject}
    public String sentence() {
        String subject = Printable.of(closing.config().subject(), Printable.QUOTED);
        if (said() == 0 && closing.findings().isEmpty()) return "Nothing is said of " + subject + ": no case said anything.";
        return switch (exit()) {
            case WRONG -> "%s breaks %s: %s.".formatted(subject, Amount.of(closing.findings().map(Finding::law).distinct().size(), "law", "laws"), Amount.of(closing.findings().size(), "counterexample", "counterexamples"));
            case UNMET -> "%s broke no law, but %s not met.".formatted(subject, closing.goals().count(goal -> !goal.met()) == 1 ? "a goal was" : "%,d goals were".formatted(closing.goals().count(goal -> !goal.met())));
            default    -> "%s broke no law in %,d cases.".formatted(subject, said());
        };
    }

    /// Cases that were not discarded.
    private long said() {
        return closing.ledger().cases() - closing.ledger().discarded();
    }

    private String findings(Ink ink) {
        return closing.findings().take(SHOWN).map(finding -> ink.bad("counterexample") + " " + finding.id() + "\n"
                + "  law       " + finding.sentence() + "\n"
                + "  failure   " + failure(finding.message()).take(LINES).mkString("\n            ") + "\n"
                + "  case      " + given(finding) + "\n"
                + reading(finding)
                + List.ofAll(finding.roles()).map(CampaignSummary::role).mkString()
                + "  again     %s campaign replay %s %s\n".formatted(command, name, finding.id())
                + "  vector    %s campaign promote %s %s\n\n".formatted(command, name, finding.id())).mkString()
            + more(closing.findings().size());
    }

    /// {@return lines that tell a failure; what was expected and what came, without what an assertion says before of the case}
    public static Seq<String> failure(String message) {
        return List.ofAll(message.lines().toList()).map(line -> Printable.of(line.contains(ASSERTED) ? StringUtils.substringAfterLast(line, ASSERTED) : line, MESSAGE));
    }

    private String given(Finding finding) {
        String whole = Json.line(finding.arguments());
        return whole.length() <= CASE ? whole : Printable.of(whole, CASE) + "\n            all of it is in " + folder.resolve("findings").resolve(finding.id() + ".json");
    }

    /// {@return the programs of the case}
    private static String reading(Finding finding) {
        Seq<String> lines = finding.reading();
        String more = lines.size() > PROGRAM ? "            and %,d lines more\n".formatted(lines.size() - PROGRAM) : "";
        return lines.take(PROGRAM).zipWithIndex().map(line -> (line._2 == 0 ? "  program   " : "            ") + Printable.of(line._1, MESSAGE) + "\n").mkString() + more;
    }

    private static String role(Role role) {
        return role.tried() == 0 ? "" : "  %-9s %s\n".formatted(role.parameter(), role.failing() == 0 ? "matters: none of %d other values fails".formatted(role.tried())
            : "%d of %d other values fail, too".formatted(role.failing(), role.tried()));
    }

    /// Goals of one law and label on one line. What a counterexample kept from being reached is no news.
    private String unmet(Ink ink) {
        if (!closing.findings().isEmpty()) return "";
        Map<String, ? extends Seq<Goal>> unmet = closing.goals().reject(Goal::met).groupBy(goal -> "%-9s %s".formatted(goal.sort().name().toLowerCase(Locale.ROOT), goal.law()));
        return unmet.keySet().toVector().sorted().take(SHOWN).map(law -> ink.notable("not met") + "  " + law + ": " + told(unmet.get(law).get()) + "\n").mkString() + more(unmet.size());
    }

    private static String told(Seq<Goal> goals) {
        return goals.take(FEW).map(goal -> "%s (%s)".formatted(goal.name(), goal.detail())).mkString(", ") + (goals.size() > FEW ? ", and %,d more".formatted(goals.size() - FEW) : "");
    }

    private String unreached(Ink ink) {
        if (!closing.findings().isEmpty()) return "";
        Seq<Closing.Unreached> news = closing.unreached().filter(Closing.Unreached::isSelected);
        return news.take(SHOWN).map(clause -> ink.notable("not reached") + "  %s: %s\n".formatted(clause.clause(), clause.reason())).mkString() + more(news.size());
    }

    /// Whoever selects laws knows that clauses of others are not reached.
    private String clauses() {
        int unselected = closing.unreached().count(clause -> !clause.isSelected());
        return "%d of %d decided a case%s".formatted(closing.reached().size(), closing.reached().size() + closing.unreached().size(),
            unselected == 0 ? "" : "; the laws of %d were not selected".formatted(unselected));
    }

    /// How many of the instructions of guests ran unmodified, if there were guests.
    private String guests(Ink ink) {
        Instructions done = Instructions.of(closing.ledger());
        return done.all() == 0 ? "" : ink.strong("guests") + "     %s of %s ran unmodified: %,d; in stubs %,d (%s), by the monitor %,d (%s)\n".formatted(Amount.share(done.unmodified(), done.all()), Amount.of(done.all(), "instruction", "instructions"),
            done.unmodified(), done.carried(), Amount.share(done.carried(), done.all()), done.emulated(), Amount.share(done.emulated(), done.all()));
    }

    private String discards(Ink ink) {
        Seq<Tuple2<String, Long>> reasons = List.ofAll(closing.discards().entrySet()).map(reason -> Tuple.of(reason.getKey(), reason.getValue())).sortBy(reason -> -reason._2);
        return reasons.isEmpty() ? "" : ink.strong("discarded") + "  " + reasons.take(FEW).map(reason -> "%,d: %s".formatted(reason._2, Printable.of(reason._1, MESSAGE))).mkString("\n           ")
            + (reasons.size() > FEW ? "\n           … and %,d more; --format json lists all".formatted(reasons.size() - FEW) : "") + "\n";
    }

    /// Goals may only need more cases.
    private String goingOn(Ink ink) {
        if (exit() != Exit.UNMET || said() == 0) return "";
        long tries = closing.config().tries();
        long millis = closing.config().millis();
        return ink.strong("go on") + "      %s campaign resume %s%s%s\n".formatted(command, name, millis < 0 ? "" : " --time %ds".formatted(millis / 1000 * MORE), tries < 0 ? "" : " --tries %d".formatted(tries * MORE));
    }

    private static String more(int all) {
        return all > SHOWN ? "… and %,d more; --format json and the report list all\n".formatted(all - SHOWN) : "";
    }

    private String cases() {
        long cases = closing.ledger().cases();
        long millis = Math.max(1, closing.ledger().spent());
        return "%,d of %s in %s, %,d a second; %s discarded".formatted(cases, Amount.of(closing.ledger().laws().size(), "law", "laws"), time(millis), cases * 1000 / millis,
            closing.ledger().discarded() == 0 ? "none" : "%,d (%s)".formatted(closing.ledger().discarded(), Amount.share(closing.ledger().discarded(), cases)));
    }

    /// {@return a time as a person writes it}
    public static String time(long millis) {
        return Amount.time(millis * MILLISECOND);
    }

    private String goals() {
        return List.of(Goal.Sort.values()).map(sort -> "%s %,d of %,d".formatted(sort.name().toLowerCase(Locale.ROOT), closing.goals().count(goal -> goal.sort() == sort && goal.met()),
            closing.goals().count(goal -> goal.sort() == sort))).mkString(", ");
    }

    /// {@return the summary as an object}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("campaign", folder.getFileName().toString()).put("subject", closing.config().subject()).put("seed", closing.config().seed()).put("stopped", closing.why())
            .put("cases", closing.ledger().cases()).put("discarded", closing.ledger().discarded()).put("millis", closing.ledger().spent())
            .put("behaviours", closing.ledger().behaviours()).put("seen_once", closing.ledger().seenOnce()).put("exit", exit().code()).put("sentence", sentence());
        Instructions done = Instructions.of(closing.ledger());
        json.putObject("instructions").put("unmodified", done.unmodified()).put("in_stubs", done.carried()).put("by_monitor", done.emulated());
        ObjectNode discards = json.putObject("discards");
        closing.discards().forEach(discards::put);
        ArrayNode findings = json.putArray("findings");
        closing.findings().forEach(finding -> findings.add(Json.object().put("id", finding.id()).put("law", finding.law()).put("message", finding.message()).set("arguments", finding.arguments())));
        ArrayNode goals = json.putArray("goals");
        closing.goals().forEach(goal -> goals.add(Json.object().put("sort", goal.sort().name().toLowerCase(Locale.ROOT)).put("law", goal.law()).put("name", goal.name()).put("met", goal.met()).put("detail", goal.detail())));
        ArrayNode reached = json.putArray("reached");
        closing.reached().forEach(clause -> reached.add(Json.object().put("clause", clause.clause()).put("cases", clause.times())));
        ArrayNode unreached = json.putArray("unreached");
        closing.unreached().forEach(clause -> unreached.add(Json.object().put("clause", clause.clause()).put("reason", clause.reason())));
        return json;
    }
}
