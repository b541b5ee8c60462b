/// One way of an adapter to be hostile, and what the runner is to make of it: a row of hostile.tsv.
package vmmref.vectors.run;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// `shell` holds what the adapter does instead of what is right: `@hello`, `@run`, `@flush` and `@bye` name the request, `@5` the fifth case.
/// `@command` is the command instead of the script of {@link Hostile}; `@cases` says how many cases there are, or that there are two which
/// expect different answers. In all of these SCRIPT is the script, FOLDER a folder of its own. `verdicts` counts those that there are, and
/// numbers the cases that went wrong, or is `-` where nothing was judged; `says` is a part of what the runner says; `limit` is in milliseconds.
record Behaviour(String chapter, String name, String shell, String verdicts, int exit, String says, int limit) {

    private static final Pattern HOOK = Pattern.compile("(?:^| )@(hello|run|flush|bye|command|cases|[0-9]+) ");

    /// {@return every row, in the order of the table}
    static Seq<Behaviour> all() {
        try (InputStream in = Behaviour.class.getResourceAsStream("hostile.tsv")) {
            Seq<String> lines = List.ofAll(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            return lines.zipWithIndex().reject(line -> line._1.startsWith("# "))
                .map(line -> row(lines.take(line._2).findLast(above -> above.startsWith("# ")).get().substring(2), line._1.split("\t", -1)));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static Behaviour row(String chapter, String[] cells) {
        return new Behaviour(chapter, cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), cells[4], Integer.parseInt(cells[5]));
    }

    /// {@return what it does at each of the places that `shell` names, in their order}
    Map<String, String> hooks() {
        List<MatchResult> found = List.ofAll(HOOK.matcher(shell).results().toList());
        return LinkedHashMap.ofEntries(found.zip(found.tail().map(MatchResult::start).append(shell.length()))
            .map(hook -> io.vavr.Tuple.of(hook._1.group(1), shell.substring(hook._1.end(), hook._2))));
    }

    /// {@return the script, if there are other things to do than to start a command}
    Hostile script(Hostile honest) {
        return hooks().foldLeft(honest, (adapter, hook) -> switch (hook._1) {
            case "hello"            -> adapter.greeting(hook._2);
            case "run"              -> adapter.running(hook._2);
            case "flush"            -> adapter.flushing(hook._2);
            case "bye"              -> adapter.leaving(hook._2);
            case "command", "cases" -> adapter;
            default                 -> adapter.failing(Integer.parseInt(hook._1), hook._2);
        });
    }

    Option<String> command() {
        return hooks().get("command");
    }

    /// {@return the vectors that it is asked}
    Seq<vmmref.vectors.format.Vector> vectors() {
        String cases = hooks().get("cases").getOrElse("12");
        return cases.equals("two") ? List.of(Examples.reserved(1), Examples.thash()) : Examples.reservedOnes(Integer.parseInt(cases));
    }

    @Override
    public String toString() {
        return chapter + ": " + name;
    }
}
