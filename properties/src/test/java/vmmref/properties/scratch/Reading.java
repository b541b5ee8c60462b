package vmmref.properties.scratch;

import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.properties.alloy.Facts;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Detectors;
import vmmref.vmm.scratch.Presence;

/// What `scratch.als` says, for the Java rules.
final class Reading {
    private Reading() { }

    static Scene scene(Facts parameters, Facts state) {
        return new Scene(new Detectors(detectors(parameters, "Machine.entries"), detectors(parameters, "Machine.exits")), Vector.range(0, Scene.PROCESSORS).map(each -> processor(state, each)),
            number(state.of("Machine.current").single()), values(state, "Machine.holds", ""));
    }

    private static Set<Detector> detectors(Facts parameters, String relation) {
        return parameters.of(relation).toVector().map(Detector::valueOf).toSet();
    }

    private static Processor processor(Facts state, int number) {
        String before = "Processor" + number + " -> ";
        return new Processor(Presence.valueOf(image(state, "Processor <: presence", before)), level(image(state, "Processor <: level", before)),
            values(state, "Processor <: area", before), values(state, "Processor <: kept", before), values(state, "Processor <: believed", before));
    }

    private static Vector<Integer> values(Facts state, String relation, String before) {
        return Vector.range(0, Scene.REGISTERS).map(each -> number(image(state, relation, before + "Register" + each + " -> ")));
    }

    private static String image(Facts state, String relation, String before) {
        return state.of(relation).toVector().filter(each -> each.startsWith(before)).map(each -> each.substring(before.length())).single();
    }

    static Happening happening(Facts event) {
        return switch (event.of("Now.event").single()) {
            case "Idle"   -> new Happening.Idle();
            case "Pass"   -> new Happening.Pass(event.of("Now.told").headOption().map(Detector::valueOf), level(event.of("Now.to").single()));
            case "Read"   -> new Happening.Read(number(event, "Now.register"));
            case "Write"  -> new Happening.Write(number(event, "Now.register"), number(event, "Now.value"));
            case "Use"    -> new Happening.Use(number(event, "Now.register"), number(event, "Now.value"));
            case "Switch" -> new Happening.Switch(number(event, "Now.other"));
            default       -> throw new IllegalArgumentException("no event is called " + event.of("Now.event"));
        };
    }

    private static int number(Facts event, String relation) {
        return number(event.of(relation).single());
    }

    private static int number(String atom) {
        return Integer.parseInt(atom.replaceFirst("\\D+", ""));
    }

    private static int level(String name) {
        return name.equals("Zero") ? 0 : 3;
    }
}
