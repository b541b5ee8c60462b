package vmmref.vectors.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.LastRead;
import vmmref.vectors.format.Needs;
import vmmref.vmm.Vmm;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;

/// Instructions and blocks of instructions that are found in code.
///
/// `in` is a {@link Query}: code, what is looked for in it, and what is the monitor's own. Places: `found`, how many blocks are there or begun, in decimal digits. For each of them `B.S`, the number of a bundle, from 0, and the slot of the
/// first instruction, 1 for a long one: the name of the block; `B.S.action`, where it has one: `patch-branch`, `patch-trap`, `emulate` or `protect`; and the value of every field as `B.S.FIELD`. A block that the code ends before is
/// `NAME cut` at `B.S`, with the number of the members that are there at `B.S.members`, and nothing else. A second block that begins at the same place, in the order in which they are listed, is told as `B.S#2`, a third one as `B.S#3`.
///
/// A field has the name of its operand (`r1`, `imm14`, `target25`), of its completer (`ldhint`), or `qp`; in a block of several members the number of its member, from 0, and a dot come before it: `1.r3`. A field that was given a name
/// has that. Values are decimal numbers, with a sign if they are negative: of a register its number, of a target the distance in bytes from the bundle, of an immediate what the instruction uses (64 bits are signed), of a completer its
/// bits. The sensitive instructions are those of `spec/sensitive.tsv`, named as `spec/forms.tsv` writes their form. The outcome is always `done`.
public final class RecognizeKind implements Kind {
    static final String NAME = "recognize";

    private final LastRead<Query> queries = new LastRead<>(given -> Query.read(given.in()));

    @Override public String name() {
        return NAME;
    }

    /// {@return the case that asks for blocks in code; none if it cannot be said: a pattern is of no form, a name is used twice, the code is too long}
    public static Option<Case> looking(Seq<BlockPattern> blocks, Code code, Own own) {
        return said(new Query(code, new Sought.Blocks(blocks), own));
    }

    /// {@return the case that asks for sensitive instructions in code; none if it cannot be said}
    public static Option<Case> looking(boolean exact, Code code, Own own) {
        return said(new Query(code, new Sought.Sensitive(exact), own));
    }

    private static Option<Case> said(Query query) {
        return query.isSaid() ? Option.some(new Case(NAME, Needs.none(), query.json())) : Option.none();
    }

    @Override public Seq<String> parameters() {
        return Vector.of(Profile.LONG_BRANCH, Profile.WIDE_ATOMICS, Profile.VIRTUAL_MACHINE_SWITCH, Profile.MODEL_SPECIFIC_REGISTERS, Profile.COUNT_LEADING_ZEROS);
    }

    @Override public Option<FieldMistake> unreadable(Case given) {
        return queries.mistake(given);
    }

    @Override public Expectation expectation(Vmm reference, Case given) {
        return queries.of(given).expectation(reference.recognizer());
    }

    @Override public Answer answer(Vmm subject, Case given) {
        Expectation answer = expectation(subject, given);
        return new Answer.Observed(answer.outcome(), answer.post());
    }

    /// Numbers may be written in hexadecimal digits, too, after `0x`.
    @Override public boolean same(Case given, String place, String expected, String got) {
        return expected.equals(got) || Numeral.read(expected).exists(number -> Numeral.read(got).contains(number));
    }

    @Override public Seq<String> unlike(String place, String value) {
        return Unlike.of(place, value);
    }

    /// A case that was typed is not made again.
    @Override public Seq<Draft> drafts() {
        return Drafts.all();
    }
}
