package vmmref.properties.proof;

import static java.lang.classfile.Opcode.I2B;
import static java.lang.classfile.Opcode.I2C;
import static java.lang.classfile.Opcode.I2L;
import static java.lang.classfile.Opcode.I2S;
import static java.lang.classfile.Opcode.IADD;
import static java.lang.classfile.Opcode.IAND;
import static java.lang.classfile.Opcode.IDIV;
import static java.lang.classfile.Opcode.IF_ICMPEQ;
import static java.lang.classfile.Opcode.IF_ICMPGE;
import static java.lang.classfile.Opcode.IF_ICMPGT;
import static java.lang.classfile.Opcode.IF_ICMPLE;
import static java.lang.classfile.Opcode.IF_ICMPLT;
import static java.lang.classfile.Opcode.IF_ICMPNE;
import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.IFGE;
import static java.lang.classfile.Opcode.IFGT;
import static java.lang.classfile.Opcode.IFLE;
import static java.lang.classfile.Opcode.IFLT;
import static java.lang.classfile.Opcode.IFNE;
import static java.lang.classfile.Opcode.IMUL;
import static java.lang.classfile.Opcode.INEG;
import static java.lang.classfile.Opcode.IOR;
import static java.lang.classfile.Opcode.IREM;
import static java.lang.classfile.Opcode.ISHL;
import static java.lang.classfile.Opcode.ISHR;
import static java.lang.classfile.Opcode.ISUB;
import static java.lang.classfile.Opcode.IUSHR;
import static java.lang.classfile.Opcode.IXOR;
import static java.lang.classfile.Opcode.L2I;
import static java.lang.classfile.Opcode.LADD;
import static java.lang.classfile.Opcode.LAND;
import static java.lang.classfile.Opcode.LCMP;
import static java.lang.classfile.Opcode.LDIV;
import static java.lang.classfile.Opcode.LMUL;
import static java.lang.classfile.Opcode.LNEG;
import static java.lang.classfile.Opcode.LOR;
import static java.lang.classfile.Opcode.LREM;
import static java.lang.classfile.Opcode.LSHL;
import static java.lang.classfile.Opcode.LSUB;
import static java.lang.classfile.Opcode.LUSHR;
import static java.lang.classfile.Opcode.LXOR;
import static vmmref.properties.proof.Operator.ADD;
import static vmmref.properties.proof.Operator.AND;
import static vmmref.properties.proof.Operator.ASHR;
import static vmmref.properties.proof.Operator.DIV;
import static vmmref.properties.proof.Operator.LSHR;
import static vmmref.properties.proof.Operator.MUL;
import static vmmref.properties.proof.Operator.OR;
import static vmmref.properties.proof.Operator.REM;
import static vmmref.properties.proof.Operator.SHL;
import static vmmref.properties.proof.Operator.SUB;
import static vmmref.properties.proof.Operator.XOR;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.lang.classfile.Opcode;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// What instructions make of numbers: JVM specification, chapter 6.5.
///
/// @param unary      of the one on top
/// @param binary     of the two on top, the top last; whether a divisor is 0 is looked at before
/// @param conditions under which a branch is taken: of the two on top, or of the one on top and 0
record Meaning(Map<Opcode, UnaryOperator<Term>> unary, Map<Opcode, BinaryOperator<Term>> binary, Map<Opcode, BinaryOperator<Term>> conditions) {

    static Meaning specified() {
        return new Meaning(numbers(), pairs(), branches());
    }

    private static Map<Opcode, UnaryOperator<Term>> numbers() {
        return LinkedHashMap.<Opcode, UnaryOperator<Term>>empty()
            .put(INEG, one -> Term.joined(SUB, Term.of(0), one))
            .put(LNEG, one -> Term.joined(SUB, Term.of(0L), one))
            .put(I2L,  Term::wide)
            .put(L2I,  Term::low)
            .put(I2B,  one -> extended(one, 24))
            .put(I2S,  one -> extended(one, 16))
            .put(I2C,  one -> Term.joined(AND, one, Term.of(0xffff)));
    }

    private static Term extended(Term one, int places) {
        return Term.joined(ASHR, Term.joined(SHL, one, Term.of(places)), Term.of(places));
    }

    private static Map<Opcode, BinaryOperator<Term>> pairs() {
        return LinkedHashMap.<Opcode, BinaryOperator<Term>>empty()
            .put(IADD, joined(ADD)).put(LADD, joined(ADD))
            .put(ISUB, joined(SUB)).put(LSUB, joined(SUB))
            .put(IMUL, joined(MUL)).put(LMUL, joined(MUL))
            .put(IDIV, joined(DIV)).put(LDIV, joined(DIV))
            .put(IREM, joined(REM)).put(LREM, joined(REM))
            .put(IAND, joined(AND)).put(LAND, joined(AND))
            .put(IOR,  joined(OR)).put(LOR,   joined(OR))
            .put(IXOR, joined(XOR)).put(LXOR, joined(XOR))
            .put(ISHL,  shifted(SHL, 31)).put(LSHL,   shifted(SHL, 63))
            .put(ISHR,  shifted(ASHR, 31)).put(Opcode.LSHR, shifted(ASHR, 63))
            .put(IUSHR, shifted(LSHR, 31)).put(LUSHR, shifted(LSHR, 63))
            .put(LCMP, (one, other) -> Term.choice(Term.less(one, other), Term.of(-1), Term.number(Term.not(Term.equal(one, other)))));
    }

    private static BinaryOperator<Term> joined(Operator operator) {
        return (one, other) -> Term.joined(operator, one, other);
    }

    /// The distance is an `int`, of which so many low bits count.
    private static BinaryOperator<Term> shifted(Operator operator, int bits) {
        return (one, distance) -> {
            Term counted = Term.joined(AND, distance, Term.of(bits));
            return Term.joined(operator, one, one.width() == 64 ? Term.wide(counted) : counted);
        };
    }

    private static Map<Opcode, BinaryOperator<Term>> branches() {
        BinaryOperator<Term> equal   = Term::equal;
        BinaryOperator<Term> differ  = (one, other) -> Term.not(Term.equal(one, other));
        BinaryOperator<Term> less    = Term::less;
        BinaryOperator<Term> atLeast = (one, other) -> Term.not(Term.less(one, other));
        BinaryOperator<Term> greater = (one, other) -> Term.less(other, one);
        BinaryOperator<Term> atMost  = (one, other) -> Term.not(Term.less(other, one));
        return LinkedHashMap.<Opcode, BinaryOperator<Term>>empty()
            .put(IFEQ, equal).put(IF_ICMPEQ, equal)
            .put(IFNE, differ).put(IF_ICMPNE, differ)
            .put(IFLT, less).put(IF_ICMPLT, less)
            .put(IFGE, atLeast).put(IF_ICMPGE, atLeast)
            .put(IFGT, greater).put(IF_ICMPGT, greater)
            .put(IFLE, atMost).put(IF_ICMPLE, atMost);
    }
}
