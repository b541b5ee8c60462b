package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.vectors.run.Murmur;
import vmmref.vectors.run.Offspring;

/// A command that executes an image and leaves a dump of memory.
///
/// @param words  of the command; in each, {elf}, {bin} and {dump} stand for files, {load}, {from} and {to} for addresses in hexadecimal, {done} for that of the end
/// @param folder for the files
/// @param millis after which it is ended
record SimulatorCommand(Seq<String> words, Path folder, int millis) implements Simulator {
    @Override public Ran run(Image image) {
        Path elf  = folder.resolve("image.elf");
        Path bin  = folder.resolve("image.bin");
        Path dump = folder.resolve("log.dump");
        try {
            Files.write(elf, image.executable());
            Files.write(bin, image.bytes());
            Files.deleteIfExists(dump);
        } catch (IOException cannot) {
            return Ran.never("does not start: its files cannot be written to %s (%s)".formatted(folder, cannot));
        }
        Seq<String> command = words.map(word -> Text.filled(word, "elf", elf, "bin", bin, "dump", dump, "load", Long.toHexString(Site.CODE), "done", Long.toHexString(image.symbols().get("done").get()),
            "from", Long.toHexString(Site.LOG), "to", Long.toHexString(image.logEnd())));
        return executed(command).fold(Ran::never, how -> new Ran(read(dump, image), how));
    }

    /// {@return why the command did not start, or how it ended}
    private Either<String, String> executed(Seq<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command.toJavaList()).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        try {
            Offspring offspring = Offspring.of(builder);
            Murmur murmur = new Murmur(offspring.process().getErrorStream());
            Option<Integer> exit = offspring.end(millis);
            murmur.settle();
            String said = murmur.taken().strip();
            String last = said.isEmpty() ? "" : "; it said: " + said.lines().reduce((one, other) -> other).orElse("");
            return Either.right(exit.map(code -> "ended with exit code " + code + last).getOrElse(() -> "did not end within %d s%s".formatted(millis / 1000, last)));
        } catch (IOException cannot) {
            return Either.left("does not start (%s): write the whole path of its program".formatted(cannot.getMessage()));
        }
    }

    /// A dump that is longer than the log is cut.
    private static Option<byte[]> read(Path dump, Image image) {
        if (!Files.isRegularFile(dump)) return Option.none();
        try (var in = Files.newInputStream(dump)) {
            return Option.some(in.readNBytes((int) (image.logEnd() - Site.LOG)));
        } catch (IOException unreadable) {
            return Option.none();
        }
    }

}
