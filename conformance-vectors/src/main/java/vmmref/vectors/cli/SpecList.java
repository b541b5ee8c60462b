/// `vmmref spec list`: which clauses there are.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import vmmref.spec.Clauses;
import vmmref.spec.Sentence;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.Columns;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;

@Command(
    name = "list",
    header = "List every clause in reading order: name, level, chapter and title.",
    footer = {"", "Example:", "  vmmref spec list"})
final class SpecList implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("clauses");
            Clauses.all().map(clause -> clause.sentence()).forEach(sentence -> array.add(Json.object().put("clause", sentence.name())
                .put("level", level(sentence)).put("chapter", sentence.chapter()).put("title", sentence.title())));
            out.print(Json.page(array));
        } else {
            out.print(new Columns(List.of("clause", "level", "chapter", "title"),
                Clauses.all().map(clause -> clause.sentence())
                    .map(sentence -> List.of(sentence.name(), level(sentence), sentence.chapter(), sentence.title())))
                .text("", Terminal.detected().ink()::strong));
        }
        out.flush();
        return Exit.CONFORMS.code();
    }

    private static String level(Sentence sentence) {
        return sentence.level().name().toLowerCase(Locale.ROOT);
    }
}
