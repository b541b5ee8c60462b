package vmmref.model.execute;

import static vmmref.spec.Integers.ANSWER_ALTERNATED;
import static vmmref.spec.Integers.ANSWER_COMPLEMENTED;
import static vmmref.spec.Integers.ANSWER_CONJOINED;
import static vmmref.spec.Integers.ANSWER_DISJOINED;
import static vmmref.spec.Integers.ANSWER_NAT;
import static vmmref.spec.Integers.PREDICATES_CLEARED;
import static vmmref.spec.Integers.PREDICATES_EQUAL;
import static vmmref.spec.Integers.PREDICATE_ZERO_KEPT;

import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.spec.Clause;
import vmmref.spec.Integers;

/// Instructions that ask a question of their sources and write the answer to the predicates p1 and p2.
final class PredicatePair {
    private PredicatePair() { }

    /// What comes of asking; [#NAT] when the source of the answer is not a thing.
    enum Answer {
        YES, NO, NAT;

        static Answer of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    /// A question that an instruction asks.
    @FunctionalInterface
    interface Question {
        Answer of(Execution execution);
    }

    /// How an answer is written: the last completer of the mnemonic.
    enum Type { NORMAL, UNC, AND, OR, OR_ANDCM }

    /// {@return the meaning of instructions that ask a question}
    static Meaning by(Type type, Clause because, Question question) {
        Meaning meaning = execution -> asked(execution, type, because, question);
        return type == Type.UNC ? new Meaning.Unpredicated(meaning) : meaning;
    }

    /// {@return what comes of an instruction; only one of the type [Type#UNC] is executed while its qualifying predicate is 0}
    private static Executed asked(Execution execution, Type type, Clause because, Question question) {
        Operands operands = execution.operands();
        if (same(operands)) return Checks.raised(Interruption.ILLEGAL_OPERATION, PREDICATES_EQUAL);
        if (!execution.machine().predicate(operands.qp())) return cleared(operands);
        Answer answer = question.of(execution);
        return answer == Answer.NAT ? new Executed.Done(unanswered(type, operands), ANSWER_NAT)
            : new Executed.Done(effects(type, operands, answer == Answer.YES), because);
    }

    @Integers.Rule(PREDICATES_EQUAL)
    static boolean same(Operands operands) {
        return operands.p1() == operands.p2();
    }

    @Integers.Rule(PREDICATES_CLEARED)
    static Executed cleared(Operands operands) {
        return new Executed.Done(both(operands, false, false, PREDICATES_CLEARED), PREDICATES_CLEARED);
    }

    private static Effects effects(Type type, Operands operands, boolean holds) {
        return switch (type) {
            case NORMAL, UNC -> complemented(operands, holds);
            case AND         -> conjoined(operands, holds);
            case OR          -> disjoined(operands, holds);
            case OR_ANDCM    -> alternated(operands, holds);
        };
    }

    @Integers.Rule(ANSWER_COMPLEMENTED)
    static Effects complemented(Operands operands, boolean holds) {
        return both(operands, holds, !holds, ANSWER_COMPLEMENTED);
    }

    @Integers.Rule(ANSWER_CONJOINED)
    static Effects conjoined(Operands operands, boolean holds) {
        return holds ? Effects.NONE : both(operands, false, false, ANSWER_CONJOINED);
    }

    @Integers.Rule(ANSWER_DISJOINED)
    static Effects disjoined(Operands operands, boolean holds) {
        return holds ? both(operands, true, true, ANSWER_DISJOINED) : Effects.NONE;
    }

    @Integers.Rule(ANSWER_ALTERNATED)
    static Effects alternated(Operands operands, boolean holds) {
        return holds ? both(operands, true, false, ANSWER_ALTERNATED) : Effects.NONE;
    }

    @Integers.Rule(ANSWER_NAT)
    static Effects unanswered(Type type, Operands operands) {
        return switch (type) {
            case NORMAL, UNC, AND -> both(operands, false, false, ANSWER_NAT);
            case OR, OR_ANDCM     -> Effects.NONE;
        };
    }

    private static Effects both(Operands operands, boolean first, boolean second, Clause because) {
        return predicate(operands.p1(), first, because).then(predicate(operands.p2(), second, because));
    }

    @Integers.Rule(PREDICATE_ZERO_KEPT)
    static Effects predicate(int number, boolean value, Clause because) {
        return number == 0 ? Effects.NONE : Effects.of(new Place.Predicate(number), value, because);
    }
}
