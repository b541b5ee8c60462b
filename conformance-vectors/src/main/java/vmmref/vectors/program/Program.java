/// A program as it is written, and its bundles: each instruction has one of its own, which ends with a stop.
package vmmref.vectors.program;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Machine;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.Single;

/// @param bundles from [MachineBase#CODE] on
record Program(Seq<Bundle> bundles) {
    private static final Pattern LABELLED = Pattern.compile("(?:(\\w+): )?(.*)");
    private static final Pattern TARGET = Pattern.compile("\\{(\\w+)}");
    private static final String END = "end";
    private static final int SIZE = 16;

    /// {@return the program that some lines are: instructions as the GNU assembler reads them, perhaps with a label before them and `{label}` for a target}
    static Program of(Seq<String> lines) {
        Seq<Matcher> matchers = lines.map(Program::labelled);
        Map<String, Integer> labels = matchers.zipWithIndex().filter(line -> line._1.group(1) != null).toMap(line -> line._1.group(1), line -> line._2).put(END, lines.size());
        return new Program(matchers.zipWithIndex((line, index) -> Single.of(targeted(line.group(2), index, labels)).bundle()));
    }

    private static Matcher labelled(String line) {
        Matcher matcher = LABELLED.matcher(line);
        if (!matcher.matches()) throw new IllegalStateException("\"" + line + "\" is no line of a program");
        return matcher;
    }

    private static String targeted(String text, int index, Map<String, Integer> labels) {
        return TARGET.matcher(text).replaceAll(found -> {
            int distance = SIZE * (labels.get(found.group(1)).get() - index);
            return "." + (distance < 0 ? "-" : "+") + "0x" + Integer.toHexString(Math.abs(distance));
        });
    }

    /// {@return a machine with the program in memory}
    Machine in(Machine machine) {
        return bundles.zipWithIndex().foldLeft(machine, (each, bundle) -> MachineBase.holding(each, MachineBase.CODE + (long) SIZE * bundle._2, bundle._1));
    }

    /// {@return the address behind the last bundle}
    long end() {
        return MachineBase.CODE + (long) SIZE * bundles.size();
    }

    static Seq<String> lines(String cell) {
        return Vector.of(cell.split(" ; "));
    }
}
