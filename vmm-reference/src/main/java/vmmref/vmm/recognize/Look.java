package vmmref.vmm.recognize;

import static vmmref.spec.Recognitions.BINDING_DIFFERS;
import static vmmref.spec.Recognitions.BLOCK_CUT;
import static vmmref.spec.Recognitions.BLOCK_MATCHED;
import static vmmref.spec.Recognitions.OWN_PASSED;
import static vmmref.spec.Recognitions.PATTERN_DIFFERS;
import static vmmref.spec.Recognitions.PATTERN_MATCHED;

import io.vavr.collection.Seq;
import vmmref.spec.Recognitions;

/// Looks whether a block stands at a place.
///
/// @param code  in which it is looked for
/// @param own   the patches of the monitor, in which nothing is recognised
/// @param block that is looked for
/// @param place where its first instruction would stand
record Look(Code code, Own own, BlockPattern block, Place place) {

    /// {@return what comes of it: US 2006/0026387, paragraphs 27 to 30}
    @Recognitions.Rule({PATTERN_MATCHED, PATTERN_DIFFERS, BLOCK_MATCHED, BINDING_DIFFERS, BLOCK_CUT, OWN_PASSED})
    Recognized recognized() {
        return from(0, place, Bindings.NOTHING);
    }

    /// {@return what comes of the members from one on, which would stand at a place, when those before are bound already}
    private Recognized from(int number, Place at, Bindings bound) {
        if (number == block.members().size()) return new Recognized.Hit(block, place, bound);
        if (!code.isKnown(at)) return new Recognized.Cut(block, place, number, BLOCK_CUT);
        return code.standing(at).map(there -> member(number, at, there, bound)).getOrElse(() -> not(PATTERN_DIFFERS));
    }

    /// Where a pattern shares no name, what comes after is not there either with another one.
    private Recognized member(int number, Place at, Code.Standing there, Bindings bound) {
        return switch (block.members().get(number)) {
            case Member.Any any                                   -> isOwn(at, there) ? not(OWN_PASSED) : from(number + 1, code.after(at), bound);
            case Member.Either(Seq<InstructionPattern> patterns) -> {
                Recognized none = not(PATTERN_DIFFERS);
                for (InstructionPattern pattern : patterns) {
                    if (pattern.matches(there.unit(), there.slot())) {
                        Recognized choice = isOwn(at, there) ? not(OWN_PASSED)
                            : bound.with(pattern, there.slot()).map(more -> from(number + 1, code.after(at), more)).getOrElse(() -> not(BINDING_DIFFERS));
                        if (!(choice instanceof Recognized.Not) || !pattern.shares()) yield choice;
                        none = choice;
                    }
                }
                yield none;
            }
        };
    }

    private boolean isOwn(Place at, Code.Standing there) {
        return own.has(code.address(at.bundle()), there.unit(), there.slot());
    }

    private Recognized not(Recognitions because) {
        return new Recognized.Not(block, place, because);
    }
}
