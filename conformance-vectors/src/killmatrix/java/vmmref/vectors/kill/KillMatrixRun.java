package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/// Judges mutants of compiled code and of tables by vectors and by guarantees, each sort of judges without the other, once more those of compiled code that neither kills, and writes `spec/kill-matrix.tsv` and its page. What was judged is kept in a folder: a run that was killed goes on where it stopped.
///
/// With -Dvmmref.kill.page=true it judges nothing, and writes what is known so far.
///
/// Arguments: the pack, the folder `spec`, the folder of the run, every how many-th mutant of a method and of the tables is judged, the folders of classes with commas between them, and each `mutations.xml` of PIT.
public final class KillMatrixRun {
    private static final int MOST_IDLE = 5;

    private KillMatrixRun() { }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        Seq<String> classes = Vector.of(arguments[5].split(","));
        Journal compiled = new Journal(folder.resolve("compiled.tsv"));
        Journal again = new Journal(folder.resolve("again.tsv"));
        Journal tables = new Journal(folder.resolve("tables.tsv"));
        if (!Boolean.getBoolean("vmmref.kill.page")) {
            Path agent = Agent.in(folder);
            repeat(agent, compiled, alone -> Vector.of(CompiledRun.class.getName(), arguments[0], compiled.file().toString(), arguments[3], ".*", alone.toString()).appendAll(classes));
            repeat(agent, again,    alone -> Vector.of(AgainRun.class.getName(), arguments[0], compiled.file().toString(), again.file().toString(), alone.toString()).appendAll(classes));
            repeat(agent, tables,   alone -> Vector.of(TableRun.class.getName(), arguments[0], tables.file().toString(), arguments[4]).appendAll(classes));
        }
        Seq<File> reports = Vector.of(arguments).drop(6).map(File::new).filter(File::exists);
        System.exit(new KillMatrixPage(Path.of(arguments[1]), PitReport.of(reports)).written(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), compiled, again, tables) ? 0 : 1);
    }

    /// Starts a program until it comes to its end. One that ends before is started again, as long as it judges anything.
    private static void repeat(Path agent, Journal journal, Function<Integer, Seq<String>> program) throws IOException, InterruptedException {
        int alone = 0;
        int idle = 0;
        while (true) {
            int before = journal.fates().size();
            Seq<String> command = Vector.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx4g", "-XX:+UseSerialGC", "-javaagent:" + agent, "-cp", System.getProperty("java.class.path"));
            int exit = new ProcessBuilder(command.appendAll(program.apply(alone)).asJava()).inheritIO().start().waitFor();
            if (exit == 0) return;
            idle = journal.fates().size() > before ? 0 : idle + 1;
            if (idle > MOST_IDLE) throw new IllegalStateException("nothing is judged any more: " + journal.file());
            alone = CompiledRun.BLOCK;
        }
    }
}
