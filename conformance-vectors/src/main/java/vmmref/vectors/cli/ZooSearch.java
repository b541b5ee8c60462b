/// `vmmref zoo search`: whether campaigns find every wrong machine.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vmmref.vectors.campaign.Search;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.report.Searches;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Implementations;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

@Command(
    name = "search",
    header = "Search every wrong machine by a campaign.",
    description = "%nA campaign of all laws for each member, one after the other, which begins with nothing; it ends with the first counterexample, and makes it smaller. It says which law saw it first, when and among how many cases, "
        + "and how small it became: by the instructions of its guests and programs beyond what all of their kind have, or else by its values. Then the find is tried without its campaign, on the member and on the reference: "
        + "as a stored case (again), and as the vectors that promote makes of it (vectors: how many of its law's questions the member answers wrongly; - where there is no such question)."
        + "%n%nA find that is a counterexample to the reference, too, is none: law or reference is wrong then. Exits with 0 if at least 95 %% of the members were found, by whatever law, or as many as --at-least says; otherwise with 1.%n",
    footer = {"", "Examples:", "  vmmref zoo search", "  vmmref zoo search --time 30s ForgetsInnerStops IgnoresRegionIdentifier", "  vmmref zoo search --time 1m -j 2 --out finds --at-least 90 --format json"})
final class ZooSearch implements Callable<Integer> {

    private static final long USUAL = 120_000;
    private static final int WHOLE = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MEMBER", arity = "0..*", description = "Members of the zoo (default: all).")
    private List<String> named = List.of();

    @Mixin
    private Budget budget;

    @Option(names = "--at-least", paramLabel = "PERCENT", defaultValue = "95", description = "How many of the members are to be found (default: ${DEFAULT-VALUE}).")
    private int atLeast;

    @Mixin
    private Seed seed;

    @Mixin
    private Jobs jobs;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep the campaigns, each in a folder DIR/MEMBER (default: nothing is kept).")
    private Path out;

    @Mixin
    private PackFolder folder;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        if (atLeast < 0 || atLeast > WHOLE) throw new ParameterException(spec.commandLine(), "--at-least %d: write a number from 0 to 100".formatted(atLeast));
        Seq<Member> members = named.isEmpty() ? Zoo.members() : Vector.ofAll(named).distinct().map(Implementations::member);
        long millis = budget.isGiven() ? budget.millis() : USUAL;
        long tries = budget.tries();
        long bits = seed.bits();
        int workers = jobs.number();
        Pack pack = folder.pack();
        Searches searches;
        try (Kept kept = Kept.in(io.vavr.control.Option.of(out), members.map(Member::name))) {
            say("searching %d wrong machines, seed %016x, %d %s".formatted(members.size(), bits, workers, workers == 1 ? "worker" : "workers"));
            searches = new Searches(members.zipWithIndex().map(each -> told(Search.of(each._1, kept.folder(each._1.name()), bits, millis, tries, now(), workers, pack), each._2 + 1, members.size())).toVector(), atLeast);
        }
        PrintWriter page = spec.commandLine().getOut();
        page.print(format.json() ? Json.page(searches.json()) : searches.text(Terminal.detected().ink()));
        page.flush();
        return searches.exit().code();
    }

    private Search told(Search search, int number, int all) {
        say("%d of %d searched: %s".formatted(number, all, Searches.line(search)));
        return search;
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("vmmref: " + line);
        err.flush();
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
