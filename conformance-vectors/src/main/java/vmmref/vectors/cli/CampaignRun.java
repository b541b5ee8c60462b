/// `vmmref campaign run`: a new campaign.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Store;
import vmmref.vectors.campaign.Candidates;
import vmmref.vectors.run.Implementations;
import vmmref.vectors.run.ShellWords;

@Command(
    name = "run",
    header = "Start a campaign.",
    description = "%nLaws take turns. Each is executed on edge cases of its generators, while there are more of them, and on random cases; those that still show new behaviour get more of these, those whose cases cost much fewer. What a case is depends on the "
        + "seed, the law and its number alone, and what is found on the seed and the number of cases, not on the workers. A counterexample is stored at once, then made smaller and explained."
        + "%n%nThe reference and the members of the zoo run the laws themselves. Any other implementation is asked each question that a law asks, and its answers are judged as those to vectors are."
        + "%n%nExits with 1 if there is a counterexample, with 8 if a goal is not met.%n",
    footer = {"", "Examples:", "  vmmref campaign run --time 10m", "  vmmref campaign run -i zoo:ForgetsInnerStops --first", "  vmmref campaign run -i 'python3 adapter.py' --tries 1e5 --name nightly", "  vmmref campaign run -k 'Protection*' -k '*.keys'"})
final class CampaignRun implements Callable<Integer> {

    private static final long USUAL = 60_000;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-i", "--impl"}, paramLabel = "CMD", defaultValue = Implementations.BUILT_IN,
        description = "What is judged: direct:reference, zoo:NAME, or the command of an adapter (default: ${DEFAULT-VALUE}).")
    private String implementation;

    @Option(names = {"-k", "--law"}, paramLabel = "GLOB", description = "Only laws with such a name, as Protection*; may be repeated.")
    private List<String> laws = List.of();

    @Mixin
    private Budget budget;

    @Option(names = "--first", description = "End with the first counterexample.")
    private boolean first;

    @Mixin
    private Seed seed;

    @Mixin
    private Jobs jobs;

    @Option(names = "--name", paramLabel = "NAME", description = "Its name (default: made of the implementation and the time).")
    private String name;

    @Mixin
    private Campaigns campaigns;

    @Mixin
    private PackFolder folder;

    @Mixin
    private Format format;

    /// An implementation that cannot be asked leaves no campaign behind.
    @Override
    public Integer call() {
        Candidate candidate = Candidates.named(implementation, folder::pack);
        CampaignCourse.laws(laws, candidate.name());
        int workers = jobs.number();
        Path place = campaigns.named(name());
        Config config = Config.of(candidate.name(), laws, seed.bits(), budget.isGiven() ? budget.millis() : USUAL, budget.tries(), first, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        candidate.open().close();
        Seq<Finding> earlier = campaigns.all().flatMap(store -> Store.reading(store).findings());
        try (Store store = Store.create(place, config)) {
            return new CampaignCourse(spec, campaigns, format).run(store, candidate, workers, earlier);
        }
    }

    private String name() {
        if (name == null) return "%s-%s".formatted(slug(implementation), LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")) throw new ParameterException(spec.commandLine(), "--name %s: write letters, digits, dots, hyphens and underscores, up to 100".formatted(ShellWords.quote(name)));
        return name;
    }

    private static String slug(String implementation) {
        String last = implementation.substring(implementation.indexOf(':') + 1).replaceAll("[^A-Za-z0-9]+", "-");
        String slug = last.substring(0, Math.min(40, last.length())).replaceAll("^-|-$", "");
        return slug.isEmpty() ? "campaign" : slug;
    }
}
