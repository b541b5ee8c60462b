package vmmref.vmm.monitor;

import static vmmref.spec.FirstAccesses.DOMAIN_PRESENT;
import static vmmref.spec.FirstAccesses.DOMAIN_RIGHTS;

import io.vavr.collection.Set;
import io.vavr.control.Option;
import vmmref.model.protect.Access;
import vmmref.model.protect.Rights;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.spec.Clause;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.Composition;
import vmmref.vmm.memory.Context;

/// What the hardware is told of pages in a state.
///
/// @param state none where first accesses are not caught, or there is no frame
record Domain(Catching catching, Option<PageState> state) {
    /// No field of an entry is.
    private static final Pte ABSENT = new Pte(0);

    /// {@return the state, where keys tell it}
    Option<PageState> keyed() {
        return catching == Catching.KEYS ? state : Option.none();
    }

    /// {@return the clause that decides what a field of an entry says of the state, if one does}
    Option<Clause> because() {
        return state.flatMap(told -> switch (catching) {
            case NOTHING, KEYS -> Option.none();
            case RIGHTS        -> Option.some(DOMAIN_RIGHTS);
            case PRESENT       -> Option.some(DOMAIN_PRESENT);
        });
    }

    /// {@return a piece that denies what the state does; none where no piece for all of some streams does}
    ///
    /// @param streams for which it stands
    Option<Translation> closed(Translation piece, Context context, Rights rights, Set<Stream> streams) {
        if (state.isEmpty()) return Option.some(piece);
        return switch (catching) {
            case NOTHING, KEYS -> Option.some(piece);
            case RIGHTS        -> Option.some(restricted(piece, context, rights));
            case PRESENT       -> present(piece, streams);
        };
    }

    @FirstAccesses.Rule(DOMAIN_RIGHTS)
    private Translation restricted(Translation piece, Context context, Rights rights) {
        return piece.with(Composition.restricted(rights, context, piece.entry(), state.get()::permits));
    }

    @FirstAccesses.Rule(DOMAIN_PRESENT)
    private Option<Translation> present(Translation piece, Set<Stream> streams) {
        Set<Boolean> opened = streams.map(stream -> catching.opens(state.get(), stream == Stream.INSTRUCTION ? Access.EXECUTE : Access.READ_WRITE));
        return Option.when(opened.size() == 1, () -> opened.head() ? piece : piece.with(ABSENT));
    }
}
