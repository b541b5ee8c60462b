package vmmref.model.instruction;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// How the instructions of a form are written in the syntax of the GNU assembler.
///
/// @param text       mnemonic and operands as in the table of forms, such as `ld8.acq{ldhint} r1=[r3]`
/// @param mnemonic   without completers that fields choose
/// @param completers in the order in which they follow the mnemonic
/// @param tokens     what follows the mnemonic
public record Syntax(String text, String mnemonic, Seq<Completer> completers, Seq<Token> tokens) {

    /// A piece of what follows the mnemonic.
    public sealed interface Token {
        /// Written as it stands.
        record Literal(String text) implements Token { }
        /// An operand's value.
        record Value(Operand operand) implements Token { }
        /// A comma and an operand's value; left out when the value is 0 and no completer is written.
        record Optional(Operand operand) implements Token { }
    }

    public Seq<Operand> operands() {
        return tokens.flatMap(token -> switch (token) {
            case Token.Literal literal   -> Vector.<Operand>empty();
            case Token.Value value       -> Vector.of(value.operand());
            case Token.Optional optional -> Vector.of(optional.operand());
        });
    }

    /// {@return mnemonic and operands without completers that fields choose, such as `ld8.acq r1=[r3]`; `nop.m imm21`; `clrrrb`}
    public String plain() {
        int space = text.indexOf(' ');
        return space < 0 ? mnemonic : mnemonic + text.substring(space);
    }

    @Override public String toString() {
        return text;
    }
}
