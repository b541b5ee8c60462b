/// Vectors for tests, each written out.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Vector;

public final class Examples {

    /// The translation hash of r32 in slot 0, and two nops.
    public static final String THASH = "014000401a0400000002000000000400";

    /// What `itanium2` has.
    public static final Map<String, String> ITANIUM2 = HashMap.of("brl", "true", "ld16", "false", "vmsw", "false", "msr", "true");

    private Examples() { }

    /// {@return a bundle with a reserved template, which holds a number}
    public static String reservedBundle(int number) {
        return "06" + "%030x".formatted(number);
    }

    /// {@return a vector that expects a bundle with a reserved template to be malformed}
    public static Vector reserved(int number) {
        return vector("codec/reserved/%04d".formatted(number), decode(reservedBundle(number)),
            new Expectation(Outcome.MALFORMED, HashMap.empty(), Option.some("TEMPLATE_RESERVED"), HashMap.empty()));
    }

    /// {@return so many of them}
    public static Seq<Vector> reservedOnes(int count) {
        return List.rangeClosed(1, count).map(Examples::reserved);
    }

    /// {@return a vector that expects {@link #THASH} to be decoded}
    public static Vector thash() {
        return vector("codec/thash/0001", decode(THASH), new Expectation(Outcome.DONE, thashPlaces(), Option.some("TEMPLATE_ASSIGNED"),
            HashMap.of("template", "TEMPLATE_ASSIGNED", "slot0", "TRANSLATION_FORM", "slot1", "NOP_FORM", "slot2", "NOP_FORM")));
    }

    /// {@return what {@link #THASH} decodes to}
    public static Map<String, String> thashPlaces() {
        return HashMap.of("template", "MII;", "slot0", "thash r8=r32", "slot1", "nop.i 0x0", "slot2", "nop.i 0x0");
    }

    /// {@return a vector that the architecture requires, filled by the model}
    public static Vector vector(String id, ObjectNode in, Expectation expect) {
        return vector(id, Level.MUST, Needs.none(), in, expect, "model");
    }

    public static Vector vector(String id, Level level, Needs needs, ObjectNode in, Expectation expect, String source) {
        return vector(id, level, needs, Stimulus.of(in), expect, source);
    }

    static Vector vector(String id, Level level, Needs needs, Stimulus stimulus, Expectation expect, String source) {
        return new Vector(id, Vector.hashOf(new Case("codec", needs, stimulus), expect, "rest"), "codec", level, "an example", List.empty(),
            expect.clauses(), needs, Option.none(), stimulus, expect, "rest", source, "0.1.0");
    }

    public static ObjectNode decode(String bundle) {
        return Json.object().put("decode", bundle);
    }

    /// {@return a hello of an implementation that observes everything}
    public static Hello hello(Map<String, String> profile) {
        return new Hello(1, new Hello.Impl("example", "1", "Java", Option.none()), List.of("codec"), new Parameters(profile), "observe", Option.none(), 1, 2000);
    }

    /// {@return a hello of an implementation of `itanium2` that observes some places}
    public static Hello observing(String... places) {
        Hello all = hello(ITANIUM2);
        return new Hello(all.proto(), all.impl(), all.kinds(), all.profile(), all.level(), Option.some(io.vavr.collection.HashSet.of(places)), 1, 2000);
    }

    /// {@return an answer as it comes from Java}
    public static Reply done(Map<String, String> delta) {
        return answered(new Answer.Observed(Outcome.DONE, delta));
    }

    public static Reply answered(Answer answer) {
        return new Reply.Answered(answer, Option.none(), "");
    }
}
