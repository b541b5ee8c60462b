/// `vmmref bench`: how fast vectors are judged on this machine.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vectors.report.Columns;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.InProcess;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.ReferenceImplementation;
import vmmref.vectors.run.Speed;
import vmmref.vectors.run.Spelled;
import vmmref.vmm.Vmm;

@Command(
    name = "bench",
    header = "Measure how fast vectors are judged on this machine.",
    description = "%nThe vectors of tier core, again and again: asked as objects, as lines of JSON, and, with -i, of a process. Each rate stands beside that of a small "
        + "interpreter, so that machines can be compared.%n",
    footer = {"", "Examples:", "  vmmref bench", "  vmmref bench -i 'python3 conformance-vectors/adapters/python/adapter.py'"})
final class Bench implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @picocli.CommandLine.Option(names = {"-i", "--impl"}, paramLabel = "CMD", description = "An adapter to measure as well.")
    private String implementation;

    @picocli.CommandLine.Option(names = "--seconds", paramLabel = "S", defaultValue = "3", description = "For how long each is measured, after half as long to warm up (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Mixin
    private Processes processes;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Pack pack = folder.pack();
        Seq<Vector> vectors = pack.vectors(Tier.CORE).toList();
        ReferenceImplementation reference = new ReferenceImplementation("vmmref reference", Vmm.reference(Profile.named("itanium2").get()));
        Speed calibration = Speed.calibration(seconds);
        Seq<Speed> speeds = List.of(
                judged("vectors as objects", pack, vectors, new InProcess(reference)),
                judged("vectors through JSON", pack, vectors, new Spelled(reference, Schemas.of(pack.folder()))))
            .appendAll(Option.of(implementation).map(command -> judged("vectors to " + command, pack, vectors, processes.open(command, pack))));
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.json() ? json(calibration, speeds) : table(calibration, speeds));
        out.flush();
        return Exit.CONFORMS.code();
    }

    private Speed judged(String what, Pack pack, Seq<Vector> vectors, Conversation opened) {
        spec.commandLine().getErr().println("vmmref: measuring " + what);
        spec.commandLine().getErr().flush();
        try (Conversation conversation = opened) {
            Judge judge = new Judge(conversation.hello(), pack.revoked().toMap(Revoked::id, Revoked::reason), false);
            return Speed.of(what, seconds, conversation, judge, vectors);
        }
    }

    private static String json(Speed calibration, Seq<Speed> speeds) {
        ArrayNode array = Json.object().putArray("speeds");
        speeds.prepend(calibration).forEach(speed -> array.add(speed.json()));
        return Json.page(array);
    }

    private static String table(Speed calibration, Seq<Speed> speeds) {
        return new Columns(List.of("what", "rate", "of the calibration"), speeds.prepend(calibration).map(speed -> List.of(speed.what(),
            "%,.0f %s/s".formatted(speed.rate(), speed.unit()),
            speed.equals(calibration) ? "" : "1/%,.0f".formatted(calibration.rate() / speed.rate())))).text("", Terminal.detected().ink()::strong);
    }
}
