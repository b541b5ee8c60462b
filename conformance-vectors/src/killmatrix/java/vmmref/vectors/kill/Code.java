package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.stream.Stream;

/// The code under judgement: the classes of some folders, without the wrong machines, which carry probes as soon as they are loaded.
final class Code {
    private final java.util.Map<String, byte[]> originals;
    private final Spots spots = new Spots();
    private final Probing probing = new Probing(spots);
    /// The classes with probes in every line: all of them at first, and then the one that is changed.
    private Seq<String> lines;

    private Code(java.util.Map<String, byte[]> originals) {
        this.originals = originals;
        this.lines     = Vector.ofAll(originals.keySet());
    }

    /// {@return the code of some folders; no class of it has been loaded before}
    static Code of(Seq<Path> folders) throws IOException {
        java.util.Map<String, byte[]> originals = new java.util.TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                    String name = folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".").replaceFirst("\\.class$", "");
                    if (!name.startsWith("vmmref.vmm.zoo.") && !name.endsWith("-info")) originals.put(name, Files.readAllBytes(file));
                }
            }
        }
        Code code = new Code(originals);
        Agent.instrumentation().addTransformer(code.new Transforming());
        return code;
    }

    private final class Transforming implements ClassFileTransformer {
        @Override
        public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
            if (name == null || !originals.containsKey(name.replace('/', '.'))) return null;
            try {
                return probing.probed(bytes, lines.contains(name.replace('/', '.')));
            } catch (RuntimeException wrong) {
                System.err.println("no probes in " + name + ": " + wrong);
                return null;
            }
        }
    }

    Spots spots() {
        return spots;
    }

    Seq<String> names() {
        return Vector.ofAll(originals.keySet());
    }

    byte[] original(String name) {
        return originals.get(name);
    }

    /// Initialises every class.
    void load() {
        names().forEach(Code::type);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /// From now on the right code counts steps, and no more says which of its lines are reached.
    void calm() {
        lines = Vector.empty();
        redefine(names().map(name -> new ClassDefinition(type(name), original(name))));
    }

    /// Puts other bytes into the place of a class, and its own into that of the class that was changed before. To change a class takes long: it has its own again only when this is called for another one, or all are restored.
    void put(String name, byte[] bytes) {
        Seq<String> before = lines.remove(name);
        lines = Vector.of(name);
        redefine(before.map(other -> new ClassDefinition(type(other), original(other))).append(new ClassDefinition(type(name), bytes)));
    }

    /// Gives the class that was changed its own bytes again.
    void restore() {
        Seq<String> before = lines;
        lines = Vector.empty();
        if (!before.isEmpty()) redefine(before.map(other -> new ClassDefinition(type(other), original(other))));
    }

    private static void redefine(Seq<ClassDefinition> some) {
        try {
            Agent.instrumentation().redefineClasses(some.toJavaArray(ClassDefinition[]::new));
        } catch (ClassNotFoundException | UnmodifiableClassException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
