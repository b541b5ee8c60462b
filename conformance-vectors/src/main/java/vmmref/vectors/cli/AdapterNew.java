/// `vmmref adapter new`: copies a starter adapter.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.PackFile;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.UsageMistake;

/// The starters stand beside the vectors, in the repository as in the zip file.
@Command(
    name = "new",
    header = "Copy a starter adapter into a folder, and say what to type next.",
    description = "%nA starter is one file that already gets a verdict; nothing that is there is overwritten.%n",
    footer = {"", "Examples:", "  vmmref adapter new c mine", "  vmmref adapter new python ."})
final class AdapterNew implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LANG", description = "python, c, java or javascript.")
    private Language language;

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder to copy it into; it is made if it is not there.")
    private Path copy;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Path starters = folder.folder().resolveSibling("adapters");
        if (!Files.isDirectory(starters))
            throw new UsageMistake("no starters are beside the vectors of %s: name the zip file that vmmref was released with, with --pack".formatted(folder.place()));
        Seq<Path> targets = language.sources().map(this::target);
        targets.find(Files::exists).forEach(there -> {
            throw new UsageMistake("%s is there already, and nothing is overwritten: name another folder".formatted(there));
        });
        language.sources().forEach(source -> write(target(source), PackFile.bytes(starters, source)));
        print(targets, language.next(copy));
        return Exit.CONFORMS.code();
    }

    private Path target(String source) {
        return copy.resolve(source.substring(source.indexOf('/') + 1));
    }

    private void print(Seq<Path> written, Seq<String> next) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            var json = Json.object();
            json.set("written", Json.texts(written.map(Path::toString)));
            json.set("next", Json.texts(next));
            out.print(Json.page(json));
        } else {
            written.forEach(file -> out.println("wrote " + file));
            out.println("Next:");
            next.forEach(line -> out.println("  " + line));
        }
        out.flush();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            if (!Files.isDirectory(file.toAbsolutePath().getParent())) Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
        } catch (AccessDeniedException denied) {
            throw new UsageMistake("%s cannot be written: permission denied; name another folder".formatted(file));
        } catch (FileSystemException cannot) {
            throw new UsageMistake("%s cannot be written: %s; name another folder".formatted(file, Option.of(cannot.getReason()).getOrElse(cannot.getClass().getSimpleName())));
        } catch (IOException cannot) {
            throw new UsageMistake("%s cannot be written: %s; name another folder".formatted(file, cannot.getMessage()));
        }
    }
}
