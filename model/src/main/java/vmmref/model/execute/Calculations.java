package vmmref.model.execute;

import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.Calculation.Arithmetic;
import vmmref.model.instruction.Form;
import vmmref.model.real.Completer;
import vmmref.model.real.Environment;
import vmmref.model.real.Extreme;
import vmmref.model.real.IntegerConversion;
import vmmref.model.real.Lanes;
import vmmref.model.real.MultiplyAdd;
import vmmref.model.real.Outcome;
import vmmref.model.real.Relation;
import vmmref.model.real.Rounding;
import vmmref.model.real.Significands;
import vmmref.model.real.Significands.Halves;
import vmmref.model.real.Significands.Logic;
import vmmref.model.real.Significands.Merge;
import vmmref.model.real.Significands.Part;
import vmmref.model.register.FloatingValue;

/// What computes one floating-point register of others, by mnemonic.
final class Calculations {
    private static final Map<String, MultiplyAdd> SUMS = HashMap.of("ma", MultiplyAdd.PLUS, "ms", MultiplyAdd.MINUS, "nma", MultiplyAdd.NEGATIVE);
    private static final Map<String, Completer> COMPLETERS = HashMap.of("", Completer.NONE, ".s", Completer.SINGLE, ".d", Completer.DOUBLE);
    private static final Map<String, Extreme> EXTREMES = HashMap.of("min", Extreme.MINIMUM, "max", Extreme.MAXIMUM, "amin", Extreme.LEAST_MAGNITUDE, "amax", Extreme.GREATEST_MAGNITUDE);
    private static final Map<String, Relation> RELATIONS = HashMap.of("eq", Relation.EQUAL, "lt", Relation.LESS, "le", Relation.LESS_OR_EQUAL, "unord", Relation.UNORDERED);
    private static final Map<String, Relation> COMPLEMENTS = HashMap.of("neq", Relation.EQUAL, "nlt", Relation.LESS, "nle", Relation.LESS_OR_EQUAL, "ord", Relation.UNORDERED);

    private static final Map<String, Meaning> MEANINGS = sums().appendAll(extremes()).appendAll(relations()).appendAll(conversions()).appendAll(words()).appendAll(halves())
        .toMap(each -> each).mapValues(Calculation::new);

    private Calculations() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().mnemonic());
    }

    /// {@return a relation by its name in a mnemonic}
    static Relation relation(String name) {
        return RELATIONS.get(name).get();
    }

    static Environment environment(Execution execution, Completer completer) {
        return Environment.of(execution.floatingStatus(), execution.operands().sf(), completer);
    }

    private static Tuple2<String, Arithmetic> entry(String mnemonic, Arithmetic arithmetic) {
        return new Tuple2<>(mnemonic, arithmetic);
    }

    private static Seq<Tuple2<String, Arithmetic>> sums() {
        return SUMS.toVector().flatMap(sum -> COMPLETERS.toVector().map(completer -> entry("f" + sum._1 + completer._1, execution ->
                sum._2.of(execution.f3(), execution.f4(), addend(execution), environment(execution, completer._2))))
            .append(entry("fp" + sum._1, execution -> Lanes.multiplied(sum._2, execution.f3(), execution.f4(), addend(execution), environment(execution, Completer.PARALLEL)))));
    }

    /// {@return the value of f2, unless that is f0}
    private static Option<FloatingValue> addend(Execution execution) {
        return Option.when(execution.operands().f2() != 0, execution::f2);
    }

    private static Seq<Tuple2<String, Arithmetic>> extremes() {
        return EXTREMES.toVector().flatMap(extreme -> Vector.of(
            entry("f" + extreme._1, execution -> extreme._2.of(execution.f2(), execution.f3(), environment(execution, Completer.NONE))),
            entry("fp" + extreme._1, execution -> Lanes.chosen(extreme._2, execution.f2(), execution.f3(), environment(execution, Completer.PARALLEL)))));
    }

    private static Seq<Tuple2<String, Arithmetic>> relations() {
        return RELATIONS.toVector().map(each -> entry("fpcmp." + each._1, compared(each._2, false))).appendAll(COMPLEMENTS.toVector().map(each -> entry("fpcmp." + each._1, compared(each._2, true))));
    }

    private static Arithmetic compared(Relation relation, boolean complement) {
        return execution -> Lanes.compared(relation, complement, execution.f2(), execution.f3(), environment(execution, Completer.PARALLEL));
    }

    private static Seq<Tuple2<String, Arithmetic>> conversions() {
        return Vector.of(true, false).flatMap(signed -> Vector.of(true, false).flatMap(truncating -> Vector.of(
                entry("fcvt." + (signed ? "fx" : "fxu") + (truncating ? ".trunc" : ""), execution -> converted(execution.f2(), new IntegerConversion(signed, Long.SIZE), rounding(environment(execution, Completer.NONE), truncating))),
                entry("fpcvt." + (signed ? "fx" : "fxu") + (truncating ? ".trunc" : ""), execution -> Lanes.converted(signed, execution.f2(), rounding(environment(execution, Completer.PARALLEL), truncating))))))
            .append(entry("fcvt.xf", execution -> IntegerConversion.number(execution.f2())));
    }

    private static Outcome<FloatingValue> converted(FloatingValue value, IntegerConversion conversion, Environment environment) {
        return value.isNatVal() ? Significands.natval(value) : conversion.of(value, environment).map(FloatingValue::integer);
    }

    private static Environment rounding(Environment environment, boolean truncating) {
        return truncating ? environment.rounding(Rounding.TOWARD_ZERO) : environment;
    }

    private static Seq<Tuple2<String, Arithmetic>> words() {
        return Vector.of(
            entry("xma.l", multiplied(Part.LOW)), entry("xma.h", multiplied(Part.HIGH)), entry("xma.hu", multiplied(Part.HIGH_UNSIGNED)),
            entry("fselect", execution -> Significands.selected(execution.f3(), execution.f4(), execution.f2())),
            entry("fand", combined(Logic.AND)), entry("fandcm", combined(Logic.AND_COMPLEMENT)), entry("for", combined(Logic.OR)), entry("fxor", combined(Logic.EXCLUSIVE_OR)));
    }

    private static Arithmetic multiplied(Part part) {
        return execution -> Significands.multiplied(part, execution.f3(), execution.f4(), execution.f2());
    }

    private static Arithmetic combined(Logic logic) {
        return execution -> Significands.combined(logic, execution.f2(), execution.f3());
    }

    private static Seq<Tuple2<String, Arithmetic>> halves() {
        return Vector.of(
            entry("fmix.l", placed(Halves.MIX_LEFT)), entry("fmix.r", placed(Halves.MIX_RIGHT)), entry("fmix.lr", placed(Halves.MIX_LEFT_RIGHT)),
            entry("fswap", placed(Halves.SWAP)), entry("fswap.nl", placed(Halves.SWAP_NEGATE_LEFT)), entry("fswap.nr", placed(Halves.SWAP_NEGATE_RIGHT)),
            entry("fsxt.l", placed(Halves.EXTEND_LEFT)), entry("fsxt.r", placed(Halves.EXTEND_RIGHT)),
            entry("fpack", execution -> Significands.packed(execution.f2(), execution.f3())),
            entry("fpmerge.s", merged(Merge.SIGN)), entry("fpmerge.ns", merged(Merge.COMPLEMENT_OF_SIGN)), entry("fpmerge.se", merged(Merge.SIGN_AND_EXPONENT)));
    }

    private static Arithmetic placed(Halves halves) {
        return execution -> Significands.placed(halves, execution.f2(), execution.f3());
    }

    private static Arithmetic merged(Merge merge) {
        return execution -> Significands.merged(merge, execution.f2(), execution.f3());
    }
}
