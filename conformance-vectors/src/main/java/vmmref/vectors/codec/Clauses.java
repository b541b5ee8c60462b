package vmmref.vectors.codec;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.instruction.Instruction;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;

/// Which clauses decide what an instruction is and what its operands are. Of a nop 0, which only fills a slot, the operand is not mentioned.
final class Clauses {
    private Clauses() { }

    static Seq<Tuple2<String, String>> of(String place, Instruction instruction, Clause because) {
        Seq<Tuple2<String, String>> decided = Vector.of(Tuple.of(place, because.name()));
        boolean fills = instruction.form().clause() == Encodings.NOP_FORM && instruction.fields().isZero();
        return fills ? decided : decided.appendAll(instruction.operands()
            .map(operand -> Tuple.of(place + "." + operand.operand().name(), operand.because().name())));
    }
}
