/// `vmmref decode`: what bundles encode.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.semantics.Semantics;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.BundlePage;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;

/// Reads bundles from the arguments, or from standard input where an argument is `-`; what is no bundle is named, and the others are shown.
@Command(
    name = "decode",
    header = "Show which instructions a bundle encodes, and by which clauses.",
    description = "%nA bundle is 32 hexadecimal digits: its 16 bytes in memory order.%n",
    footer = {"", "Example:", "  vmmref decode 014000401a0400000002000000000400"})
final class Decode implements Callable<Integer> {

    private static final int DIGITS = 32;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "HEX", arity = "1..*", description = "A bundle, or - to read bundles from standard input, one a line.")
    private java.util.List<String> bundles;

    @picocli.CommandLine.Option(names = "--profile", paramLabel = "NAME", defaultValue = "itanium2", description = "Whose instructions (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        Semantics semantics = Semantics.architected(Profile.named(profile).getOrElseThrow(() -> new UsageMistake("there is no profile %s%s"
            .formatted(profile, Suggestions.among(Profile.all().map(Profile::name), profile)))));
        Seq<String> texts  = List.ofAll(bundles).flatMap(text -> text.equals("-") ? lines() : List.of(text));
        Seq<String> mistakes = texts.flatMap(text -> mistake(text).toList());
        Seq<BundlePage> pages = texts.filter(text -> mistake(text).isEmpty()).map(text -> BundlePage.of(Bundle.ofHex(text), semantics));
        print(pages);
        PrintWriter err = spec.commandLine().getErr();
        mistakes.forEach(mistake -> err.println("vmmref: " + mistake));
        return (mistakes.isEmpty() ? Exit.CONFORMS : Exit.USAGE).code();
    }

    private void print(Seq<BundlePage> pages) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("bundles");
            pages.forEach(page -> array.add(page.json()));
            out.print(Json.page(array));
        } else {
            out.print(pages.map(page -> page.text(Terminal.detected().ink())).mkString("\n"));
        }
        out.flush();
    }

    /// {@return what is wrong with a text that is no bundle}
    private static Option<String> mistake(String text) {
        int bad = List.ofAll(text.toCharArray()).indexWhere(c -> Character.digit(c, 16) < 0 || c > 'f');
        if (text.startsWith("0x"))
            return Option.some("\"%s\" begins with 0x: leave it out, and write the bytes in memory order".formatted(brief(text)));
        if (bad >= 0)
            return Option.some("\"%s\" is no bundle: character %d, '%c', is no hexadecimal digit".formatted(brief(text), bad + 1, text.charAt(bad)));
        return Option.when(text.length() != DIGITS, () -> "\"%s\" is no bundle: it has %d digits, and a bundle has %d (16 bytes in memory order)"
            .formatted(brief(text), text.length(), DIGITS));
    }

    private static String brief(String text) {
        return org.apache.commons.lang3.StringUtils.abbreviate(text, "…", 48);
    }

    private static Seq<String> lines() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return List.ofAll(in.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UsageMistake("standard input cannot be read: " + unreadable.getMessage());
        }
    }
}
