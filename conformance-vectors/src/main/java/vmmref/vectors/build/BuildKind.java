package vmmref.vectors.build;

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

/// What a monitor builds, and how it puts it into the place of other code. `in` holds one question:
///
/// * `{"build":{"block":[{"unit":UNIT,"constant":SLOT,"constantL":SLOT,"portions":[{"value":INDEX,"shift":N,"width":N,"in":"l"}]}],"values":[WORD…]}}`: a slot is 11 hexadecimal digits, a word 16; `constantL` and `in`
///   concern the L slot of a long instruction and may be left out. Places: `iN`, the slot of instruction N from 0, and `iN.l` where it is long.
/// * `{"branch":{"from":ADDRESS,"to":ADDRESS}}`. Place: `bundle`, 32 hexadecimal digits in memory order.
/// * `{"pack":[LINE…]}`: instructions as the GNU assembler writes them, with ` ;;` behind one after which a stop follows. Place: `bundles`, with spaces between. Any bundles with the same instruction groups will do if they are
///   no more than expected; nops are not compared.
/// * `{"trap":{"bundle":BUNDLE,"slot":N,"immediate":WORD}}`. Place: `bundle`.
/// * `{"carry":{"bundle":BUNDLE,"at":ADDRESS,"slot":N,"instead":[LINE…],"stub":ADDRESS}}`. Places: `bundle`, which branches to the stub, and `stub`, its bundles, the last of which branches back. Any branch that arrives will do.
/// * `{"insert":{"at":ADDRESS,"old":[BUNDLE…],"new":[BUNDLE…]}}`. Place: `writes`, such as `0000000000004000=1600000000100000 settle …`: addresses that are multiples of 8, and eight bytes in memory order. Any will do that
///   leave the new code, settled, and throughout which a processor sees the old code, the new code, or at the entry a branch to the entry, whichever of the halves written since the last `settle` it sees.
///
/// What is refused is `refused`.
public final class BuildKind implements Kind {
    static final String NAME = "build";

    private static final String NOPS = "00000000010000000002000000000400";
    private static final String BREAK = "00280000000000000002000000000400";
    private static final String ELSEWHERE = "0123456789abcde0=ffffffffffffffff";

    private final LastRead<Request> requests = new LastRead<>(given -> Request.read(given.in()));

    @Override public String name() {
        return NAME;
    }

    @Override public Seq<String> parameters() {
        return Vector.of(Profile.LONG_BRANCH, Profile.WIDE_ATOMICS, Profile.VIRTUAL_MACHINE_SWITCH, Profile.MODEL_SPECIFIC_REGISTERS, Profile.COUNT_LEADING_ZEROS);
    }

    /// {@return the case that asks a question, if it can be written}
    public static Option<Case> asking(Request request) {
        return Option.when(request.isSayable(), () -> new Case(NAME, Needs.none(), request.json()));
    }

    @Override public Option<FieldMistake> unreadable(Case given) {
        return requests.mistake(given);
    }

    @Override public Expectation expectation(Vmm reference, Case given) {
        return requests.of(given).expectation(reference.builder());
    }

    @Override public Answer answer(Vmm subject, Case given) {
        Expectation answer = expectation(subject, given);
        return new Answer.Observed(answer.outcome(), answer.post());
    }

    @Override public boolean same(Case given, String place, String expected, String got) {
        return switch (requests.of(given)) {
            case Request.Branch branch                                       -> expected.equals(got) || Alike.branches(expected, got, true);
            case Request.Pack pack                                           -> Alike.bundles(expected, got);
            case Request.Carry carry when place.equals("stub")               -> Alike.stubs(carry.patch().stub(), expected, got);
            case Request.Carry carry                                         -> expected.equals(got) || Alike.branches(expected, got, false);
            case Request.Insert insert                                       -> Written.of(insert, expected) && Written.of(insert, got);
            case Request.Build build                                         -> expected.equals(got);
            case Request.Trap trap                                           -> expected.equals(got);
        };
    }

    @Override public Seq<String> unlike(String place, String value) {
        return switch (place) {
            case "bundle"          -> Vector.of(NOPS).remove(value);
            case "bundles", "stub" -> Vector.of((BREAK + " " + value).strip());
            case "writes"          -> Vector.of((value + " " + ELSEWHERE).strip());
            default                -> Vector.empty();
        };
    }

    @Override public Seq<Draft> drafts() {
        return Drafts.all();
    }
}
