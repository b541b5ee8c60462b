package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process of its own that uses a store.
final class Elsewhere {
    private static final Seq<Law> LAWS = Given.laws("ResidueGuarantees.predicateNotZero", "small", "rare", "both", "harmless", "UnassignedGuarantees.unassignedSlots");
    private static final Candidate WRONG = Given.zoo("TakesPredicateOnCover");

    private Elsewhere() { }

    /// @param what "open" opens the store and says so, or why not; "hold" holds it until somebody ends the process; "run" runs a campaign in it, the one that is there or a new one
    static Process started(Path folder, String what) throws IOException {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            Elsewhere.class.getName(), folder.toString(), what).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (arguments[1].equals("run")) run(folder, 2);
        else open(folder, arguments[1].equals("hold"));
    }

    private static void open(Path folder, boolean hold) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Store store = Store.open(folder)) {
            out.println("opened " + store.folder().getFileName());
            while (hold && System.in.read() >= 0) out.flush();
        } catch (StoreMistake mistake) {
            out.println(mistake.getMessage());
        }
    }

    /// {@return how a campaign of 20,000 cases ended, one that is there or a new one}
    static Closing run(Path folder, int workers) {
        Config config = Config.of(WRONG.name(), java.util.List.of(), 99, -1, 20_000, false, "now");
        try (Store store = Files.exists(folder.resolve("config.json")) ? Store.open(folder) : Store.create(folder, config)) {
            return Campaign.of(store, WRONG, LAWS, workers, Listener.SILENT).run(Vector.empty());
        }
    }
}
