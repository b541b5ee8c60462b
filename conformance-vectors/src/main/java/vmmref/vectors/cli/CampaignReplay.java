/// `vmmref campaign replay`: findings, tried again.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Replay;
import vmmref.vectors.campaign.Candidates;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.report.CampaignSummary;
import vmmref.vectors.report.Ink;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;

@Command(
    name = "replay",
    header = "Try findings again.",
    description = "%nThe case of a finding is read from its file, so that it does not matter whether the generators have changed since. Exits with 1 if one still fails, with 5 if there is no finding, or one of which nothing can be said.%n",
    footer = {"", "Examples:", "  vmmref campaign replay", "  vmmref campaign replay nightly OrderGuarantees.adjacentPriorities-e8e90f26", "  vmmref campaign replay nightly -i 'python3 mended.py'", "  vmmref campaign replay properties/findings/IgnoresRegionIdentifier.json"})
final class CampaignReplay implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Found found;

    @picocli.CommandLine.Option(names = {"-i", "--impl"}, paramLabel = "CMD", description = "What is judged (default: what the finding is about).")
    private String implementation;

    @Mixin
    private PackFolder folder;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        Seq<Replay> replays = found.findings().map(this::tried);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Ink ink = Terminal.detected().ink();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("findings");
            replays.forEach(replay -> array.add(json(replay)));
            out.print(Json.page(array));
        } else {
            replays.forEach(replay -> out.println(line(replay, ink)));
        }
        out.flush();
        err.println("vmmref: " + (replays.isEmpty() ? found.place() + " has no finding" : told(replays)));
        err.flush();
        boolean fails = replays.exists(replay -> replay.trial() instanceof Replay.Fails);
        boolean silent = replays.exists(replay -> replay.trial() instanceof Replay.Silent);
        boolean unread = replays.exists(replay -> replay.trial() instanceof Replay.Unreadable);
        return (replays.isEmpty() ? Exit.NOTHING_RAN : fails ? Exit.WRONG : unread ? Exit.USAGE : silent ? Exit.NOTHING_RAN : Exit.CONFORMS).code();
    }

    private Replay tried(Finding finding) {
        return Replay.of(Candidates.named(Option.of(implementation).getOrElse(finding.subject()), folder::pack), finding);
    }

    private static String told(Seq<Replay> replays) {
        int fail = replays.count(replay -> replay.trial() instanceof Replay.Fails);
        int hold = replays.count(replay -> replay.trial() instanceof Replay.Holds);
        int silent = replays.count(replay -> replay.trial() instanceof Replay.Silent);
        return "%,d tried again: fail %,d, hold %,d, silent %,d, unreadable %,d".formatted(replays.size(), fail, hold, silent, replays.size() - fail - hold - silent);
    }

    private static String line(Replay replay, Ink ink) {
        return switch (replay.trial()) {
            case Replay.Fails(var symptom, var message) -> ink.bad("fails") + "  " + replay.finding().id() + "\n  " + CampaignSummary.failure(message).mkString("\n  ");
            case Replay.Holds holds                     -> ink.good("holds") + "  " + replay.finding().id();
            case Replay.Silent(var reason)              -> ink.notable("silent") + "  " + replay.finding().id() + ": nothing can be said: " + Printable.lines(reason);
            case Replay.Unreadable(var reason)          -> ink.notable("cannot be read") + "  " + replay.finding().id() + ": " + Printable.lines(reason) + "; mend its file, or remove it if its law takes other arguments by now";
        };
    }

    private static ObjectNode json(Replay replay) {
        ObjectNode json = Json.object().put("id", replay.finding().id());
        return switch (replay.trial()) {
            case Replay.Fails(var symptom, var message) -> json.put("result", "fails").put("symptom", symptom).put("message", message);
            case Replay.Holds holds                     -> json.put("result", "holds");
            case Replay.Silent(var reason)              -> json.put("result", "silent").put("reason", reason);
            case Replay.Unreadable(var reason)          -> json.put("result", "unreadable").put("reason", reason);
        };
    }
}
