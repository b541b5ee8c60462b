package vmmref.vectors.kill;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// What lets a running Java change its own classes: a jar that holds nothing but a manifest, which names this class.
public final class Agent {
    private static Instrumentation instrumentation;

    private Agent() { }

    /// Called by Java before the main program.
    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    static Instrumentation instrumentation() {
        return instrumentation;
    }

    /// {@return the jar, written into a folder}
    static Path in(Path folder) throws IOException {
        Path jar = folder.resolve("agent.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", Agent.class.getName());
        attributes.putValue("Can-Redefine-Classes", "true");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
