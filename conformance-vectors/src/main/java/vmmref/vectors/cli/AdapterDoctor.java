/// `vmmref adapter doctor`: what is the matter with an adapter.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import vmmref.vectors.doctor.Diagnosis;
import vmmref.vectors.doctor.Doctor;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.report.Ink;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.Implementations;
import vmmref.vectors.run.Limits;
import vmmref.vectors.run.UsageMistake;

@Command(
    name = "doctor",
    header = "Examine an adapter: each rule of the protocol tried on its own, and what to do about what is not kept.",
    description = "%nThe adapter is started several times. A warning costs time or vectors; what is wrong costs verdicts. Exits with 3 if something is wrong.%n",
    footer = {"", "Examples:", "  vmmref adapter doctor -i mine/adapter", "  vmmref adapter doctor -i 'python3 mine/adapter.py' --format json"})
final class AdapterDoctor implements Callable<Integer> {

    private static final double SECONDS = 0.5;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-i", "--impl"}, paramLabel = "CMD", required = true, description = "The command that starts the adapter.")
    private String command;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        if (!Implementations.isCommand(command))
            throw new UsageMistake("%s is part of vmmref and speaks no protocol: name the command of an adapter".formatted(command));
        Pack pack = folder.pack();
        Ink  ink  = Terminal.detected().ink();
        PrintWriter out = spec.commandLine().getOut();
        Seq<Diagnosis> diagnoses = Doctor.examine(command, pack, Limits.usual(), SECONDS, diagnosis -> {
            if (!format.json()) out.print(text(diagnosis, ink));
            out.flush();
        });
        int wrong    = diagnoses.count(diagnosis -> diagnosis.state() == Diagnosis.State.WRONG);
        int warnings = diagnoses.count(diagnosis -> diagnosis.state() == Diagnosis.State.WARNING);
        Exit exit = wrong == 0 ? Exit.CONFORMS : Exit.ADAPTER;
        if (format.json()) {
            var json = Json.object().put("command", command);
            ArrayNode array = json.putArray("diagnoses");
            diagnoses.forEach(diagnosis -> array.add(diagnosis.json()));
            out.print(Json.page(json.put("exit", exit.code())));
        } else {
            String sentence = "%d wrong, %d warnings, %d ok.".formatted(wrong, warnings, diagnoses.size() - wrong - warnings);
            out.println(wrong == 0 ? ink.good(sentence) : ink.bad(sentence));
        }
        out.flush();
        return exit.code();
    }

    private static String text(Diagnosis diagnosis, Ink ink) {
        String word = "%-8s".formatted(diagnosis.state().word());
        String inked = switch (diagnosis.state()) {
            case OK      -> ink.good(word);
            case WARNING -> ink.notable(word);
            case WRONG   -> ink.bad(word);
        };
        return "%s %-16s  %s\n".formatted(inked, diagnosis.respect(), diagnosis.seen()) + diagnosis.remedy().map(remedy -> " ".repeat(27) + "-> " + remedy + "\n").getOrElse("");
    }
}
