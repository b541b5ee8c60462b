package vmmref.properties.scratch;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.properties.alloy.Facts;
import vmmref.properties.alloy.Vocabulary;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Detectors;

/// The Java rules in the words of `scratch.als`.
final class Spelling {
    static final Vocabulary WORDS = new Vocabulary("scratch.als", LinkedHashMap.of("Processor", Scene.PROCESSORS, "Register", Scene.REGISTERS, "Value", Scene.VALUES),
        Vector.of("Machine.entries", "Machine.exits"),
        Vector.of("presence", "level", "area", "kept", "believed").map("Processor <: "::concat).appendAll(Vector.of("Machine.current", "Machine.holds")),
        Vector.of("event", "told", "to", "register", "value", "other").map("Now."::concat),
        Vector.of("passage", "action", "got").map("Now."::concat));

    private Spelling() { }

    static Facts parameters(Detectors detectors) {
        Facts facts = Facts.none(WORDS.parameters());
        for (Detector each : detectors.entries()) facts = facts.and("Machine.entries", each);
        for (Detector each : detectors.exits())   facts = facts.and("Machine.exits", each);
        return facts;
    }

    static Facts state(Scene scene) {
        Facts facts = Facts.none(WORDS.state()).and("Machine.current", processor(scene.current()));
        for (int number = 0; number < Scene.PROCESSORS; number++) {
            Processor each = scene.processors().get(number);
            facts = facts.and("Processor <: presence", processor(number), each.presence()).and("Processor <: level", processor(number), level(each.level()));
            facts = values(values(values(facts, "Processor <: area", processor(number) + " -> ", each.area()), "Processor <: kept", processor(number) + " -> ", each.kept()),
                "Processor <: believed", processor(number) + " -> ", each.believed());
        }
        return values(facts, "Machine.holds", "", scene.holds());
    }

    private static Facts values(Facts others, String relation, String before, Vector<Integer> values) {
        return values.zipWithIndex().foldLeft(others, (facts, each) -> facts.and(relation, before + "Register" + each._2, value(each._1)));
    }

    static Facts event(Happening happening) {
        return switch (happening) {
            case Happening.Idle idle                     -> named("Idle");
            case Happening.Pass(var told, int to)        -> with(named("Pass").and("Now.to", level(to)), "Now.told", told.map(Detector::name));
            case Happening.Read(int register)            -> named("Read").and("Now.register", "Register" + register);
            case Happening.Write(int register, int it)   -> named("Write").and("Now.register", "Register" + register).and("Now.value", value(it));
            case Happening.Use(int register, int it)     -> named("Use").and("Now.register", "Register" + register).and("Now.value", value(it));
            case Happening.Switch(int other)             -> named("Switch").and("Now.other", processor(other));
        };
    }

    static Facts outcome(Play.Result result) {
        Facts none = Facts.none(WORDS.outcome());
        return with(with(with(none, "Now.passage", result.passage().map(Enum::name)), "Now.action", result.action().map(Enum::name)), "Now.got", result.got().map(Spelling::value));
    }

    private static Facts named(String event) {
        return Facts.none(WORDS.event()).and("Now.event", event);
    }

    private static Facts with(Facts facts, String relation, Option<String> atom) {
        return atom.map(each -> facts.and(relation, each)).getOrElse(facts);
    }

    private static String processor(int number) {
        return "Processor" + number;
    }

    private static String level(int level) {
        return level == 0 ? "Zero" : "Three";
    }

    private static String value(int value) {
        return "Value" + value;
    }
}
