package vmmref.properties.proof;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.lang3.Validate;

/// The compiled code of a method.
///
/// @param type         the class that has it
/// @param name         class and method, for messages
/// @param instructions in their order
/// @param labels       to the number of the instruction after them
/// @param guarded      the instructions whose exceptions are caught
/// @param loops        the outermost first
record Code(Class<?> type, String name, Vector<Instruction> instructions, Map<Label, Integer> labels, Vector<Range> guarded, Vector<Range> loops) {
    private static final java.util.Map<Class<?>, ClassModel> READ = new ConcurrentHashMap<>();
    private static final java.util.Map<String, Code> KNOWN = new ConcurrentHashMap<>();

    /// Instructions from one to before another.
    record Range(int from, int to) { }

    /// {@return the code of a method that a class itself has}
    static Code of(Class<?> type, String method, String descriptor) {
        return KNOWN.computeIfAbsent(type.getName() + "." + method + descriptor, name -> of(type, READ.computeIfAbsent(type, Code::read), method, descriptor));
    }

    static Code of(Class<?> type, ClassModel model, String method, String descriptor) {
        String name = type.getName() + "." + method + descriptor;
        MethodModel found = model.methods().stream().filter(each -> each.methodName().equalsString(method) && each.methodType().equalsString(descriptor)).findFirst()
            .orElseThrow(() -> new Unsupported(name + " is not there"));
        Vector<Instruction> instructions = Vector.empty();
        Map<Label, Integer> labels = HashMap.empty();
        Vector<ExceptionCatch> caught = Vector.empty();
        for (CodeElement element : found.code().orElseThrow(() -> new Unsupported(name + " has no code"))) {
            switch (element) {
                case Instruction instruction -> instructions = instructions.append(instruction);
                case LabelTarget label       -> labels = labels.put(label.label(), instructions.size());
                case ExceptionCatch handler  -> caught = caught.append(handler);
                default                      -> { }
            }
        }
        Map<Label, Integer> targets = labels;
        return new Code(type, name, instructions, labels, caught.map(handler -> new Range(targets.get(handler.tryStart()).get(), targets.get(handler.tryEnd()).get())),
            loops(instructions, labels));
    }

    private static Vector<Range> loops(Vector<Instruction> instructions, Map<Label, Integer> labels) {
        return instructions.zipWithIndex().filter(each -> each._1 instanceof BranchInstruction branch && labels.get(branch.target()).get() <= each._2)
            .groupBy(each -> labels.get(((BranchInstruction) each._1).target()).get())
            .map(jumps -> new Range(jumps._1, jumps._2.last()._2 + 1)).toVector().sortBy(loop -> loop.from);
    }

    private static ClassModel read(Class<?> type) {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            Validate.validState(in != null, "%s has no class file", type);
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException(type + " cannot be read", broken);
        }
    }

    /// {@return how far a state is: where it is, and in each loop around that, the outermost first, how often it jumped back}
    ///
    /// States that are equally far meet. What is inside a loop comes before what is behind it, however often it went round.
    Vector<Integer> progress(State state) {
        Vector<Integer> progress = Vector.empty();
        for (Range loop : loops) {
            if (loop.from <= state.at() && state.at() < loop.to) progress = progress.append(loop.from).append(state.jumps().getOrElse(loop.from, 0));
        }
        return progress.append(state.at());
    }

    int target(Label label) {
        return labels.get(label).get();
    }

    boolean isGuarded(int at) {
        return guarded.exists(range -> range.from <= at && at < range.to);
    }
}
