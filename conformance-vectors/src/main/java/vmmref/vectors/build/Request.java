package vmmref.vectors.build;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Outcome;
import vmmref.vmm.build.Act;
import vmmref.vmm.build.Branched;
import vmmref.vmm.build.BranchPatch;
import vmmref.vmm.build.Builder;
import vmmref.vmm.build.Built;
import vmmref.vmm.build.Carried;
import vmmref.vmm.build.Insertion;
import vmmref.vmm.build.Line;
import vmmref.vmm.build.Packed;
import vmmref.vmm.build.RawBlock;
import vmmref.vmm.build.TrapPatch;
import vmmref.vmm.build.Trapped;

/// One question to a builder.
public sealed interface Request {

    /// {@return the `in` of its case}
    ObjectNode json();

    /// {@return what a builder answers, place by place}
    Expectation expectation(Builder builder);

    /// {@return whether it can be written: lines that are no instructions, or have bits that do not matter, cannot}
    default boolean isSayable() {
        return switch (this) {
            case Pack pack     -> pack.lines().forAll(Lines::isSayable);
            case Carry carry   -> carry.patch().replacement().forAll(Lines::isSayable);
            case Build build   -> true;
            case Branch branch -> true;
            case Trap trap     -> true;
            case Insert insert -> true;
        };
    }

    /// Reads the `in` of a case.
    /// @throws FieldMistake if it is none of the questions
    static Request read(ObjectNode in) {
        Fields fields = new Fields("$.in", in);
        Seq<Tuple2<String, Function<Fields, Request>>> asked = Vector.<Tuple2<String, Function<Fields, Request>>>of(
                Tuple.of("build",  each -> new Build(Blocks.block(each.child("build")), Blocks.values(each.child("build")))),
                Tuple.of("branch", each -> new Branch(Words.address(each.child("branch"), "from"), Words.address(each.child("branch"), "to"))),
                Tuple.of("pack",   each -> new Pack(Lines.read(each, "pack"))),
                Tuple.of("trap",   each -> trap(each.child("trap"))),
                Tuple.of("carry",  each -> carry(each.child("carry"))),
                Tuple.of("insert", each -> insert(each.child("insert"))))
            .filter(each -> fields.has(each._1));
        if (asked.isEmpty()) throw fields.mistake("build", "is missing, and so is every other question", "write one of build, branch, pack, trap, carry, insert");
        if (asked.size() > 1) throw fields.mistake(asked.get(1)._1, "is another question beside " + asked.head()._1, "write one of build, branch, pack, trap, carry, insert");
        return asked.head()._2.apply(fields);
    }

    private static Request trap(Fields fields) {
        return new Trap(new TrapPatch(Words.bundle(fields, "bundle"), fields.integer("slot"), Words.word(fields, "immediate")));
    }

    private static Request carry(Fields fields) {
        return new Carry(new BranchPatch(Words.bundle(fields, "bundle"), Words.address(fields, "at"), fields.integer("slot"), Lines.read(fields, "instead"), Words.address(fields, "stub")));
    }

    private static Request insert(Fields fields) {
        return new Insert(Words.address(fields, "at"), Words.bundles(fields, "old"), Words.bundles(fields, "new"));
    }

    private static Expectation done(Map<String, String> post, Clause because, Map<String, String> by) {
        return new Expectation(Outcome.DONE, post, Option.of(because.name()), by);
    }

    private static Expectation refused(Clause because) {
        return new Expectation(Outcome.REFUSED, LinkedHashMap.empty(), Option.of(because.name()), LinkedHashMap.empty());
    }

    private static ObjectNode question(String name, ObjectNode details) {
        ObjectNode in = Json.object();
        in.set(name, details);
        return in;
    }

    /// What do descriptions and values give?
    record Build(RawBlock block, Seq<Long> values) implements Request {
        @Override public ObjectNode json() {
            return question("build", Blocks.json(block, values));
        }

        @Override public Expectation expectation(Builder builder) {
            return switch (builder.build(block, values)) {
                case Built.Refused(String why, Clause because)      -> refused(because);
                case Built.Done(Seq<Slot> slots, Clause because) -> done(places(slots), because, places(slots).mapValues(value -> because.name()));
            };
        }

        private Map<String, String> places(Seq<Slot> slots) {
            return LinkedHashMap.ofEntries(slots.zipWithIndex().flatMap(each -> Words.slot("i" + each._2, block.instructions().get(each._2).unit(), each._1)));
        }
    }

    /// Which bundle branches from an address to another?
    record Branch(VirtualAddress from, VirtualAddress to) implements Request {
        @Override public ObjectNode json() {
            return question("branch", Json.object().put("from", from.toString()).put("to", to.toString()));
        }

        @Override public Expectation expectation(Builder builder) {
            return switch (builder.branch(from, to)) {
                case Branched.Refused(String why, Clause because)  -> refused(because);
                case Branched.Done(Bundle bundle, Clause because) -> done(LinkedHashMap.of("bundle", bundle.hex()), because, LinkedHashMap.of("bundle", because.name()));
            };
        }
    }

    /// Which bundles hold instructions?
    record Pack(Seq<Line> lines) implements Request {
        @Override public ObjectNode json() {
            ObjectNode in = Json.object();
            in.set("pack", Lines.json(lines));
            return in;
        }

        @Override public Expectation expectation(Builder builder) {
            return switch (builder.pack(lines)) {
                case Packed.Refused(String why, Clause because)          -> refused(because);
                case Packed.Done(Seq<Bundle> bundles, Clause because) -> done(LinkedHashMap.of("bundles", Words.text(bundles)), because, LinkedHashMap.of("bundles", because.name()));
            };
        }
    }

    /// How is an instruction made to be reported?
    record Trap(TrapPatch patch) implements Request {
        @Override public ObjectNode json() {
            return question("trap", Json.object().put("bundle", patch.bundle().hex()).put("slot", patch.slot()).put("immediate", Words.text(patch.immediate())));
        }

        @Override public Expectation expectation(Builder builder) {
            return switch (builder.trap(patch)) {
                case Trapped.Refused(String why, Clause because)  -> refused(because);
                case Trapped.Done(Bundle bundle, Clause because) -> done(LinkedHashMap.of("bundle", bundle.hex()), because, LinkedHashMap.of("bundle", because.name()));
            };
        }
    }

    /// How is a bundle made to continue elsewhere?
    record Carry(BranchPatch patch) implements Request {
        @Override public ObjectNode json() {
            ObjectNode carry = Json.object().put("bundle", patch.bundle().hex()).put("at", patch.at().toString()).put("slot", patch.slot());
            carry.set("instead", Lines.json(patch.replacement()));
            return question("carry", carry.put("stub", patch.stub().toString()));
        }

        @Override public Expectation expectation(Builder builder) {
            return switch (builder.carry(patch)) {
                case Carried.Refused(String why, Clause because)     -> refused(because);
                case Carried.Done(Bundle bundle, var stub, Clause because) -> done(LinkedHashMap.of("bundle", bundle.hex(), "stub", Words.text(stub.bundles())), because,
                    LinkedHashMap.of("bundle", because.name(), "stub", stub.because().name()));
            };
        }
    }

    /// What is written so that code becomes other code?
    record Insert(VirtualAddress at, Seq<Bundle> old, Seq<Bundle> changed) implements Request {
        @Override public ObjectNode json() {
            ObjectNode insert = Json.object().put("at", at.toString());
            insert.set("old", Json.texts(old.map(Bundle::hex)));
            insert.set("new", Json.texts(changed.map(Bundle::hex)));
            return question("insert", insert);
        }

        @Override public Expectation expectation(Builder builder) {
            return switch (builder.insert(at, old, changed)) {
                case Insertion.Refused(String why, Clause because)        -> refused(because);
                case Insertion.Planned(Seq<Act> acts, Clause because) -> done(LinkedHashMap.of("writes", Words.acts(acts)), because, LinkedHashMap.of("writes", because.name()));
            };
        }
    }
}
