package vmmref.properties.proof;

import static java.lang.classfile.Opcode.DUP;
import static java.lang.classfile.Opcode.DUP2;
import static java.lang.classfile.Opcode.DUP2_X1;
import static java.lang.classfile.Opcode.DUP_X1;
import static java.lang.classfile.Opcode.DUP_X2;
import static java.lang.classfile.Opcode.I2B;
import static java.lang.classfile.Opcode.I2C;
import static java.lang.classfile.Opcode.I2L;
import static java.lang.classfile.Opcode.I2S;
import static java.lang.classfile.Opcode.IADD;
import static java.lang.classfile.Opcode.IAND;
import static java.lang.classfile.Opcode.ICONST_0;
import static java.lang.classfile.Opcode.ICONST_1;
import static java.lang.classfile.Opcode.ICONST_2;
import static java.lang.classfile.Opcode.ICONST_3;
import static java.lang.classfile.Opcode.ICONST_4;
import static java.lang.classfile.Opcode.ICONST_5;
import static java.lang.classfile.Opcode.ICONST_M1;
import static java.lang.classfile.Opcode.IDIV;
import static java.lang.classfile.Opcode.IFEQ;
import static java.lang.classfile.Opcode.IFGE;
import static java.lang.classfile.Opcode.IFGT;
import static java.lang.classfile.Opcode.IFLE;
import static java.lang.classfile.Opcode.IFLT;
import static java.lang.classfile.Opcode.IFNE;
import static java.lang.classfile.Opcode.IFNONNULL;
import static java.lang.classfile.Opcode.IFNULL;
import static java.lang.classfile.Opcode.IF_ACMPEQ;
import static java.lang.classfile.Opcode.IF_ACMPNE;
import static java.lang.classfile.Opcode.IF_ICMPEQ;
import static java.lang.classfile.Opcode.IF_ICMPGE;
import static java.lang.classfile.Opcode.IF_ICMPGT;
import static java.lang.classfile.Opcode.IF_ICMPLE;
import static java.lang.classfile.Opcode.IF_ICMPLT;
import static java.lang.classfile.Opcode.IF_ICMPNE;
import static java.lang.classfile.Opcode.IINC;
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
import static java.lang.classfile.Opcode.LDC_W;
import static java.lang.classfile.Opcode.LDIV;
import static java.lang.classfile.Opcode.LMUL;
import static java.lang.classfile.Opcode.LNEG;
import static java.lang.classfile.Opcode.LOOKUPSWITCH;
import static java.lang.classfile.Opcode.LOR;
import static java.lang.classfile.Opcode.LREM;
import static java.lang.classfile.Opcode.LSHL;
import static java.lang.classfile.Opcode.LSHR;
import static java.lang.classfile.Opcode.LSUB;
import static java.lang.classfile.Opcode.LUSHR;
import static java.lang.classfile.Opcode.LXOR;
import static java.lang.classfile.Opcode.NOP;
import static java.lang.classfile.Opcode.POP;
import static java.lang.classfile.Opcode.POP2;
import static java.lang.classfile.Opcode.SWAP;
import static java.lang.classfile.Opcode.TABLESWITCH;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.function.Consumer;

/// A method for each instruction that computes, moves or branches. Those on objects are in [Samples].
final class Probes {
    private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();

    private Probes() { }

    static Seq<Probe> all() {
        return words().appendAll(conversions()).appendAll(branches()).appendAll(stacks()).appendAll(others()).appendAll(Probe.of(Samples.class)).appendAll(Probe.of(Pitfalls.class));
    }

    private static Seq<Probe> words() {
        Seq<Probe> ints = Vector.of(IADD, ISUB, IMUL, IDIV, IREM, IAND, IOR, IXOR, ISHL, ISHR, IUSHR).map(opcode -> probe(opcode, "(II)I", code ->
            code.iload(0).iload(1).with(OperatorInstruction.of(opcode)).ireturn()));
        Seq<Probe> longs = Vector.of(LADD, LSUB, LMUL, LDIV, LREM, LAND, LOR, LXOR).map(opcode -> probe(opcode, "(JJ)J", code ->
            code.lload(0).lload(2).with(OperatorInstruction.of(opcode)).lreturn()));
        Seq<Probe> shifts = Vector.of(LSHL, LSHR, LUSHR).map(opcode -> probe(opcode, "(JI)J", code -> code.lload(0).iload(2).with(OperatorInstruction.of(opcode)).lreturn()));
        return ints.appendAll(longs).appendAll(shifts)
            .append(probe(LCMP, "(JJ)I", code -> code.lload(0).lload(2).lcmp().ireturn()))
            .append(probe(INEG, "(I)I", code -> code.iload(0).ineg().ireturn()))
            .append(probe(LNEG, "(J)J", code -> code.lload(0).lneg().lreturn()))
            .append(probe(IINC, "(I)I", code -> code.iinc(0, 100).iinc(0, -27).iload(0).ireturn()));
    }

    private static Seq<Probe> conversions() {
        return Vector.of(I2B, I2C, I2S).map(opcode -> probe(opcode, "(I)I", code -> code.iload(0).with(ConvertInstruction.of(opcode)).ireturn()))
            .append(probe(I2L, "(I)J", code -> code.iload(0).i2l().lreturn()))
            .append(probe(L2I, "(J)I", code -> code.lload(0).l2i().ireturn()));
    }

    private static Seq<Probe> branches() {
        Seq<Probe> ones = Vector.of(IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE).map(opcode -> probe(opcode, "(I)I", code -> told(code.iload(0), opcode)));
        Seq<Probe> pairs = Vector.of(IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE).map(opcode -> probe(opcode, "(II)I", code -> told(code.iload(0).iload(1), opcode)));
        Seq<Probe> nulls = Vector.of(IFNULL, IFNONNULL).map(opcode -> probe(opcode, "(I)I", code -> told(textOrNull(code, 0), opcode)));
        Seq<Probe> same = Vector.of(IF_ACMPEQ, IF_ACMPNE).map(opcode -> probe(opcode, "(II)I", code -> told(textOrNull(textOrNull(code, 0), 1), opcode)));
        return ones.appendAll(pairs).appendAll(nulls).appendAll(same)
            .append(probe(TABLESWITCH, "(I)I", code -> chosen(code, cases -> code.tableswitch(-1, 2, cases.get(3).target(), cases.take(3).asJava()), -1, 0, 2)))
            .append(probe(LOOKUPSWITCH, "(I)I", code -> chosen(code, cases -> code.lookupswitch(cases.get(3).target(), cases.take(3).asJava()), Integer.MIN_VALUE, 5, 33)));
    }

    /// Gives 10 where the branch is taken, 20 otherwise.
    private static void told(CodeBuilder code, Opcode branch) {
        Label taken = code.newLabel();
        code.with(BranchInstruction.of(branch, taken)).bipush(20).ireturn().labelBinding(taken).bipush(10).ireturn();
    }

    /// A text where a number is positive, null otherwise.
    private static CodeBuilder textOrNull(CodeBuilder code, int slot) {
        Label text = code.newLabel();
        Label end = code.newLabel();
        return code.iload(slot).ifgt(text).aconst_null().goto_(end).labelBinding(text).ldc("text").labelBinding(end);
    }

    private static void chosen(CodeBuilder code, Consumer<Vector<SwitchCase>> instruction, int... values) {
        Vector<SwitchCase> cases = Vector.ofAll(values).append(0).map(value -> SwitchCase.of(value, code.newLabel()));
        code.iload(0);
        instruction.accept(cases);
        cases.zipWithIndex().forEach(each -> code.labelBinding(each._1.target()).sipush(1000 + each._2).ireturn());
    }

    private static Seq<Probe> stacks() {
        return Vector.of(
            ints(POP,     5, "123",  "12"),
            ints(POP2,    5, "123",  "1"),
            ints(DUP,     5, "12",   "122"),
            ints(DUP_X1,  5, "12",   "212"),
            ints(DUP_X2,  5, "123",  "3123"),
            ints(DUP2,    5, "12",   "1212"),
            ints(DUP2_X1, 5, "123",  "23123"),
            ints(SWAP,    5, "12",   "21"),
            probe(POP2,    "(JJ)J", code -> code.lload(0).lload(2).pop2().lreturn()),
            probe(DUP2,    "(JJ)J", code -> code.lload(0).dup2().lload(2).ladd().lsub().lreturn()),
            probe(DUP_X2,  "(JI)J", code -> code.lload(0).iload(2).dup_x2().i2l().lsub().l2i().isub().i2l().lreturn()),
            probe(DUP2_X1, "(JI)J", code -> code.iload(2).lload(0).dup2_x1().l2i().isub().i2l().lxor().lreturn()));
    }

    /// The numbers of the arguments that are pushed first, the last on top, and of those that must be on the stack afterwards.
    private static Probe ints(Opcode opcode, int factor, String before, String after) {
        return probe(opcode, "(" + "I".repeat(before.length()) + ")I", code -> {
            for (int number = 0; number < before.length(); number++) code.iload(number);
            code.with(StackInstruction.of(opcode)).istore(9);
            for (int left = 1; left < after.length(); left++) code.iload(9).loadConstant(factor).imul().iadd().istore(9);
            code.iload(9).ireturn();
        });
    }

    private static Seq<Probe> others() {
        return Vector.of(
            probe(NOP, "(I)I", code -> code.nop().iload(0).ireturn()),
            Probe.of("constants", "(I)J", code -> {
                code.lconst_0().lstore(1).lconst_1().lstore(3);
                Vector.of(ICONST_M1, ICONST_0, ICONST_1, ICONST_2, ICONST_3, ICONST_4, ICONST_5).forEach(opcode ->
                    code.with(ConstantInstruction.ofIntrinsic(opcode)).iload(0).ixor().i2l().lload(1).bipush(7).lshl().ladd().lstore(1));
                code.lload(1).lload(3).ladd().sipush(-4000).i2l().lxor().ldc(0x123456789abcdefL).ladd().ldc(0x7654321).i2l().lsub().lreturn();
            }),
            Probe.of("a constant far off", "(I)I", code -> code.with(ConstantInstruction.ofLoad(LDC_W, code.constantPool().intEntry(0x7654321))).iload(0).ixor().ireturn()),
            Probe.of("variables of int", "(IIIII)I", code -> {
                for (int slot = 0; slot < 5; slot++) code.iload(slot).loadConstant(3).imul().iload((slot + 1) % 5).iadd().istore(slot);
                code.iload(0).iload(1).iadd().iload(2).ixor().iload(3).iadd().iload(4).ixor().ireturn();
            }),
            Probe.of("variables of long", "(IJJJ)J", code -> {
                for (int slot = 1; slot < 6; slot += 2) code.lload(slot).lload((slot + 2) % 6).ladd().lstore(slot);
                code.lload(1).lstore(0).lload(3).lstore(2).lload(0).lload(2).lxor().lload(5).ladd().lstore(4).lload(4).lreturn();
            }),
            Probe.of("variables of objects", "(II)I", code -> {
                for (int slot = 2; slot < 6; slot++) textOrNull(code, slot & 1).astore(slot);
                code.aload(5).astore(0).aload(4).astore(1).aload(0).astore(2).aload(1).astore(3);
                for (int slot = 0; slot < 4; slot++) code.aload(slot);
                Label same = code.newLabel();
                code.pop().pop().if_acmpeq(same).iconst_3().ireturn().labelBinding(same).iconst_4().ireturn();
            }),
            Probe.of("arrays", "(II)I", code -> {
                code.iconst_2().newarray(TypeKind.INT).astore(2).aload(2).iconst_1().iload(0).iastore();
                code.iconst_2().newarray(TypeKind.LONG).astore(3).aload(3).iconst_0().iload(1).i2l().lastore();
                code.iconst_1().anewarray(ConstantDescs.CD_Object).astore(4).aload(4).iconst_0().aload(2).aastore();
                code.aload(2).iconst_1().iaload().aload(3).iconst_0().laload().l2i().ixor().aload(4).arraylength().iadd().aload(4).iconst_0().aaload().checkcast(INTS).iconst_0().iaload().iadd().ireturn();
            }));
    }

    private static Probe probe(Opcode opcode, String type, Consumer<CodeBuilder> instructions) {
        return Probe.of(opcode + " " + type, type, instructions);
    }
}
