package vmmref.properties.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every instruction does with terms what the JVM does with numbers.
class OpcodesTest {
    private static final Vector<Long> EDGES = Vector.of(0L, 1L, -1L, 2L, 5L, 7L, 13L, 31L, 32L, 33L, 63L, 64L, 127L, 128L, 255L, 65535L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final int JUMPS = 40;
    private static final int CASES = 400;

    static Seq<Probe> probes() {
        return Probes.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("probes")
    void termsHaveTheValuesThatTheJvmComputes(Probe probe) {
        assertEquals(Option.none(), difference(probe, Meaning.specified()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("probes")
    void knownNumbersAreComputedWhenTermsAreMade(Probe probe) {
        for (Seq<Long> numbers : numbers(probe)) {
            Executor executor = new Executor(Meaning.specified(), JUMPS);
            Option<Executor.Returned> returned = executed(executor, probe, numbers.zipWith(probe.inputs(), (number, input) -> new Term.Literal(input.width() == 32 ? number.intValue() : number, input.width())));
            Object said = returned.isDefined() ? ((Term.Literal) State.word(returned.get().value())).bits() : executor.thrown().head().type();
            assertEquals(probe.onJvm(numbers), said, () -> probe + " of " + numbers);
        }
    }

    static Seq<Probe> refused() {
        return Probe.of(Refused.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatWouldBeGuessedIsRefused(Probe probe) {
        assertThrows(Unsupported.class, () -> executed(new Executor(Meaning.specified(), JUMPS), probe, probe.inputs()));
    }

    @Test
    void everySupportedInstructionIsProbedAndNoOther() {
        Seq<Code> compiled = Vector.of(Samples.class.getDeclaredClasses()).append(Samples.class).flatMap(OpcodesTest::codes);
        assertEquals(Opcodes.SUPPORTED, probes().map(Probe::code).appendAll(compiled).flatMap(Code::instructions).map(Instruction::opcode).toSet());
    }

    private static Seq<Code> codes(Class<?> type) {
        Seq<Code> methods = Vector.of(type.getDeclaredMethods()).filter(method -> !Modifier.isAbstract(method.getModifiers())).map(method -> Code.of(type, method.getName(), Types.descriptor(method)));
        Seq<Code> constructors = Vector.of(type.getDeclaredConstructors())
            .map(constructor -> Code.of(type, ConstantDescs.INIT_NAME, MethodType.methodType(void.class, constructor.getParameterTypes()).descriptorString()));
        return methods.appendAll(constructors);
    }

    @Test
    void aWrongMeaningIsNoticed() {
        Meaning right = Meaning.specified();
        BinaryOperator<Term> first = (one, other) -> one;
        for (Opcode opcode : right.binary().keySet()) noticed(opcode, new Meaning(right.unary(), right.binary().put(opcode, opcode == Opcode.LCMP ? (one, other) -> Term.low(one) : first), right.conditions()));
        for (Opcode opcode : right.conditions().keySet()) noticed(opcode, new Meaning(right.unary(), right.binary(), right.conditions().mapValues(x -> x).put(opcode, (one, other) -> Term.not(right.conditions().get(opcode).get().apply(one, other)))));
        for (Opcode opcode : right.unary().keySet()) {
            UnaryOperator<Term> more = one -> right.unary().get(opcode).get().apply(Term.joined(Operator.OR, one, one.width() == 64 ? Term.of(2L) : Term.of(2)));
            noticed(opcode, new Meaning(right.unary().put(opcode, more), right.binary(), right.conditions()));
        }
    }

    private static void noticed(Opcode opcode, Meaning wrong) {
        assertTrue(probes().filter(probe -> probe.name().startsWith(opcode + " ")).exists(probe -> difference(probe, wrong).isDefined()), () -> "nobody notices another meaning of " + opcode);
    }

    /// {@return the first numbers of which the JVM makes something else than the executor}
    private static Option<String> difference(Probe probe, Meaning meaning) {
        Executor executor = new Executor(meaning, JUMPS);
        Option<Term> term = executed(executor, probe, probe.inputs()).map(returned -> State.word(returned.value()));
        return numbers(probe).map(numbers -> {
            java.util.Map<String, Long> inputs = probe.inputs().zip(numbers).toMap(each -> Tuple.of(each._1.name(), each._1.width() == 32 ? (long) each._2.intValue() : each._2)).toJavaMap();
            Option<Executor.Thrown> thrown = executor.thrown().find(each -> each.path().term().value(inputs) == 1);
            Object said = executor.endless().value(inputs) == 1 ? "endless" : thrown.isDefined() ? thrown.get().type() : term.get().value(inputs);
            return said.equals(probe.onJvm(numbers)) ? "" : "%s of %s: %s, not %s".formatted(probe, numbers, said, probe.onJvm(numbers));
        }).find(difference -> !difference.isEmpty());
    }

    private static Option<Executor.Returned> executed(Executor executor, Probe probe, Seq<? extends Term> arguments) {
        return executor.call(probe.code(), MethodTypeDesc.ofDescriptor(Types.descriptor(probe.method())), false, arguments.map(Value.Word::new), HashMap.empty(), Path.ANY);
    }

    /// {@return edges of numbers with each other, and random ones}
    private static Seq<Seq<Long>> numbers(Probe probe) {
        int parameters = probe.inputs().size();
        Random random = new Random(7);
        Seq<Seq<Long>> any = Vector.fill(CASES, () -> Vector.fill(parameters, () -> random.nextBoolean() ? EDGES.get(random.nextInt(EDGES.size())) : random.nextLong() >> random.nextInt(64)));
        return EDGES.<Seq<Long>>map(edge -> Vector.fill(parameters, () -> edge)).appendAll(any);
    }
}
