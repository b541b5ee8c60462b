/// `vmmref zoo list`: who lives there.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.spec.Clause;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.Columns;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.PublishedBug;
import vmmref.vmm.zoo.Zoo;

@Command(
    name = "list",
    header = "List the wrong machines: name, clauses that it breaks, what it does.",
    footer = {"", "Example:", "  vmmref zoo list"})
final class ZooList implements Callable<Integer> {
    private static final Seq<PublishedBug> PUBLISHED = PublishedBug.all();

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("members");
            Zoo.members().forEach(member -> array.add(json(member)));
            out.print(Json.page(array));
        } else {
            out.print(new Columns(List.of("member", "breaks", "what it does"), Zoo.members()
                .map(member -> List.of(member.name(), member.breaks().map(Clause::name).mkString(", "), member.sentence())))
                .text("", Terminal.detected().ink()::strong));
            out.printf("%d of %d have bugs that were published.%n", Zoo.members().count(member -> !published(member).isEmpty()), Zoo.members().size());
        }
        out.flush();
        return Exit.CONFORMS.code();
    }

    private static Seq<String> published(Member member) {
        return PUBLISHED.filter(bug -> bug.member().contains(member.name())).map(PublishedBug::text);
    }

    private static ObjectNode json(Member member) {
        ObjectNode json = Json.object().put("member", member.name()).put("sentence", member.sentence()).put("law", member.law());
        json.set("breaks", Json.texts(member.breaks().map(Clause::name)));
        json.set("published", Json.texts(published(member)));
        return json;
    }
}
