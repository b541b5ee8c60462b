package vmmref.vectors.codec;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Promoted;
import vmmref.vmm.Vmm;

/// Bundle bits to instructions and back.
///
/// `in` is `{"decode":BUNDLE}` or `{"encode":{"template":NOTATION,"slots":[TEXT…]}}`; a bundle is 32 hexadecimal digits in memory order, a long instruction
/// is one slot. Places: `template`; `slot0` to `slot2`, the text of the instruction, or `unassigned`, or `unmodelled`; `slotN.unassigned`, what a processor does with such a slot:
/// `illegal-if-predicated`, `illegal` or `nop`; `bundle`. A long instruction stands at `slot1`, and there is no `slot2`. A bundle with a reserved template is `malformed`; a request that
/// cannot be encoded is `refused`.
public final class CodecKind implements Kind {
    static final String NAME = "codec";

    static final Seq<Unit> SLOT_UNITS = Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X);

    @Override public String name() {
        return NAME;
    }

    /// {@return the case that asks what a bundle encodes}
    public static Case decoding(Bundle bundle) {
        return new Case(NAME, Needs.none(), Cases.decode(bundle));
    }

    @Override public Seq<String> parameters() {
        return Vector.of(Profile.LONG_BRANCH, Profile.WIDE_ATOMICS, Profile.VIRTUAL_MACHINE_SWITCH, Profile.MODEL_SPECIFIC_REGISTERS, Profile.COUNT_LEADING_ZEROS);
    }

    @Override public Option<FieldMistake> unreadable(Case given) {
        try {
            Request.check(given.in());
            return Option.none();
        } catch (FieldMistake mistake) {
            return Option.some(mistake);
        }
    }

    @Override public Expectation expectation(Vmm reference, Case given) {
        return given.in().has("decode")
            ? Decoding.of(reference.machine(), given.in().get("decode").asString())
            : Encoding.of(Request.of(given.in()));
    }

    @Override public Answer answer(Vmm subject, Case given) {
        Expectation answer = expectation(subject, given);
        return new Answer.Observed(answer.outcome(), answer.post());
    }

    /// Two texts of a slot are the same when both are read as the same instruction of some unit.
    @Override public boolean same(Case given, String place, String expected, String got) {
        return expected.equals(got) || place.matches("slot\\d") && SLOT_UNITS.exists(unit ->
            Assembler.architected().assemble(unit, expected) instanceof Assembled.Done wanted
                && wanted.equals(Assembler.architected().assemble(unit, got)));
    }

    @Override public Seq<String> unlike(String place, String value) {
        return Unlike.of(place, value);
    }

    @Override public Seq<String> parts(Case given, String place, String expected, String got) {
        return Parts.differing(given, place, expected, got);
    }

    /// A case that was typed is not generated again, but learns from the generator what it is near to; a case that is made twice is one vector: the samples of nop in two slots are the same bundle.
    @Override public Seq<Draft> drafts() {
        Seq<Draft> typed = GasDrafts.all().appendAll(ManualDrafts.all()).appendAll(Promoted.drafts(NAME, bases())).distinctBy(draft -> draft.given(NAME));
        Set<Case> known = typed.map(draft -> draft.given(NAME)).toSet();
        Seq<Draft> model = Vector.of(TemplateDrafts.all(), FormDrafts.all(), OperandDrafts.all(), ResidueDrafts.all(), UnassignedDrafts.all(),
            RefusedDrafts.all(), NearDrafts.all(), NeighbourDrafts.all(), CompleterDrafts.all()).flatMap(drafts -> drafts);
        Map<Case, Draft> generated = model.toLinkedMap(draft -> draft.given(NAME), draft -> draft);
        return typed.map(draft -> generated.get(draft.given(NAME)).flatMap(Draft::near).map(draft::nearTo).getOrElse(draft))
            .appendAll(model.distinctBy(draft -> draft.given(NAME)).reject(draft -> known.contains(draft.given(NAME))));
    }
}
