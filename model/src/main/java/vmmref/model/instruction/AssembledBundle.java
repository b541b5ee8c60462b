package vmmref.model.instruction;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Template;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;

/// What a request for a bundle gives, and the clause that decided it.
public sealed interface AssembledBundle {
    Clause because();

    /// The bundle was encoded.
    ///
    /// @param instructions as many as the template has
    record Done(Template template, Seq<Instruction> instructions) implements AssembledBundle {
        /// {@return the clause of the first instruction that is more than a nop; that of the first where all are}
        @Override public Clause because() {
            Seq<Clause> clauses = instructions.map(instruction -> instruction.form().clause());
            return clauses.find(clause -> clause != Encodings.NOP_FORM).getOrElse(clauses.head());
        }

        public Bundle bundle() {
            return template.bundle(instructions.map(Instruction::encode));
        }
    }

    /// The request cannot be fulfilled.
    ///
    /// @param why in words, with the part of the request that is wrong
    record Refused(String why, Clause because) implements AssembledBundle { }
}
