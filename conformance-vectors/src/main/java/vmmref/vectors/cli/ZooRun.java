/// `vmmref zoo run`: whether the vectors catch every wrong machine.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vectors.report.Columns;
import vmmref.vectors.report.Ink;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Captures;
import vmmref.vectors.run.Exit;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

/// A table of member and clause: how many vectors of the clause each member fails.
@Command(
    name = "run",
    header = "Judge every wrong machine by the vectors.",
    description = "%nA machine is caught when at least one vector fails, and every clause that it is said to break decided a failure; guarantees are left to the laws. "
        + "Exits with 1 if one is not caught.%n",
    footer = {"", "Example:", "  vmmref zoo run"})
final class ZooRun implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-t", "--tier"}, paramLabel = "TIER", defaultValue = "core", description = "smoke, core or full (default: ${DEFAULT-VALUE}).")
    private Tier tier;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Pack pack = folder.pack();
        Seq<Member> members = Zoo.members();
        PrintWriter err = spec.commandLine().getErr();
        err.printf("vmmref: judging %d wrong machines by %,d vectors of tier %s, pack %s%n", members.size(), pack.count(tier), tier.json(), pack.manifest().pack());
        err.flush();
        AtomicInteger judged = new AtomicInteger();
        Seq<Captures> captures = Vector.ofAll(members.toJavaParallelStream().map(member -> {
            Captures each = Captures.of(member, pack, tier);
            err.printf("vmmref: %d of %d judged: %s is %s%n", judged.incrementAndGet(), members.size(), member.name(), each.caught() ? "caught" : "NOT CAUGHT");
            err.flush();
            return each;
        }).toList());
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("members");
            captures.forEach(capture -> array.add(capture.json()));
            out.print(Json.page(array));
        } else {
            out.print(table(captures, Terminal.detected().ink()));
        }
        out.flush();
        return (captures.forAll(Captures::caught) ? Exit.CONFORMS : Exit.WRONG).code();
    }

    private String table(Seq<Captures> captures, Ink ink) {
        Seq<Seq<String>> rows = captures.flatMap(capture -> capture.clauses().zipWithIndex().map(clause -> {
            boolean first = clause._2 == 0;
            return List.of(first ? capture.member().name() : "", clause._1, capture.breaks(clause._1) ? "named" : "", "%,d".formatted(capture.failures(clause._1)),
                capture.example(clause._1), first ? capture.caught() ? "caught" : "NOT CAUGHT" : "");
        }));
        int caught = captures.count(Captures::caught);
        String sentence = "%d of %d wrong machines are caught by tier %s.".formatted(caught, captures.size(), tier.json());
        return new Columns(List.of("member", "clause", "", "failures", "for example", ""), rows).text("", ink::strong)
            + (caught == captures.size() ? ink.good(sentence) : ink.bad(sentence)) + "\n";
    }
}
