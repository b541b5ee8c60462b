/// `vmmref vectors list`: which vectors there are.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Exit;

/// One line each, printed as they are read: id, level, source, title; in JSON, one object a line.
@Command(
    name = "list",
    header = "List vectors: id, level, source and title.",
    description = "%nWith --format json, one object a line.%n",
    footer = {"", "Examples:", "  vmmref vectors list --tier core --clause TEMPLATE_RESERVED", "  vmmref vectors list -t core -k '*/gas-*' --format json"})
final class VectorsList implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Selection selection;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Pack pack = folder.pack();
        Selection.Selected selected = selection.of(pack);
        PrintWriter out = spec.commandLine().getOut();
        selected.vectors().forEachRemaining(vector -> out.println(format.json() ? json(vector) : line(vector)));
        out.flush();
        spec.commandLine().getErr().printf("vmmref: %,d of %,d vectors of tier %s%n", selected.count(), pack.count(selection.tier()), selection.tier().json());
        return Exit.CONFORMS.code();
    }

    private static String line(Vector vector) {
        return "%-28s  %-11s  %-8s  %s".formatted(vector.id(), vector.level().json(), vector.source(), vector.title());
    }

    private static String json(Vector vector) {
        var json = Json.object().put("id", vector.id()).put("level", vector.level().json()).put("source", vector.source()).put("title", vector.title());
        json.set("clauses", Json.texts(List.ofAll(vector.clauses())));
        return Json.line(json);
    }
}
