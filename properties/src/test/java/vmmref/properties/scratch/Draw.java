package vmmref.properties.scratch;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.Random;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Detectors;
import vmmref.vmm.scratch.Presence;

/// What is drawn for accounts of the Java rules.
record Draw(Random random) {
    private static final int KINDS = 10;

    /// {@return virtual processors all of which are outside}
    Scene start() {
        Detectors detectors = random.nextBoolean() ? Detectors.ALL : new Detectors(some(Detectors.ALL.entries()), some(Detectors.ALL.exits()));
        Vector<Processor> processors = Vector.fill(Scene.PROCESSORS, () -> {
            Vector<Integer> believed = values();
            return new Processor(Presence.OUTSIDE, of(Vector.of(0, 3)), values(), believed, believed);
        });
        return new Scene(detectors, processors, 0, processors.head().believed());
    }

    private Set<Detector> some(Set<Detector> among) {
        Seq<Detector> all = Vector.of(Detector.values()).filter(among::contains);
        return all.filter(each -> random.nextBoolean()).<Set<Detector>>foldLeft(HashSet.of(of(all)), Set::add);
    }

    private Vector<Integer> values() {
        return Vector.fill(Scene.REGISTERS, this::value);
    }

    private int value() {
        return random.nextInt(Scene.VALUES);
    }

    /// {@return an event that can happen}
    Happening happening(Scene scene) {
        int register = random.nextInt(Scene.REGISTERS);
        return switch (random.nextInt(KINDS)) {
            case 0    -> new Happening.Switch(1 - scene.current());
            case 1, 2 -> new Happening.Write(register, value());
            case 3    -> new Happening.Read(register);
            case 4, 5 -> scene.runs().isInside() ? new Happening.Use(register, value()) : new Happening.Read(register);
            default   -> of(Passing.all().filter(each -> each.from() == scene.runs().level())).happening();
        };
    }

    private <T> T of(Seq<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
