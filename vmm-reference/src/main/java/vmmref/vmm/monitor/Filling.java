package vmmref.vmm.monitor;

import static vmmref.spec.Guests.ENTRY_COMPOSED;
import static vmmref.spec.Guests.ENTRY_FILLED;
import static vmmref.spec.Guests.MEMORY_MAPPED;
import static vmmref.spec.Guests.PHYSICAL_COMPOSED;
import static vmmref.spec.Guests.PIECE_CONTIGUOUS;
import static vmmref.spec.Guests.RIGHTS_COMPOSED;
import static vmmref.spec.Guests.STREAMS_DISTINCT;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Instruction;
import vmmref.spec.Guests;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.memory.Context;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.memory.Owner;

/// How what stands for a translation of a guest gets into the hardware: into a translation cache, and into the host's table.
///
/// @param context  for which
/// @param regions  which the guest believes in
/// @param stream   of the reference or insertion
/// @param address  around which there is a piece of it
record Filling(Context context, RegionRegisters regions, Stream stream, VirtualAddress address) {

    /// {@return the answer after what an instruction of a guest inserted stands in the hardware, too, for the context in which the guest will need it: the interrupted one}
    static Answer after(Answer answer, Machine before, Effects effects) {
        Context context = Context.of(new Psr(before.control(RegisterNumber.IPSR)));
        VirtualAddress address = new VirtualAddress(before.control(RegisterNumber.IFA));
        return effects.writes().flatMap(Filling::inserted).foldLeft(answer, (given, found) -> new Filling(context, before.addressing().regions(), found.stream(), address).after(given, found.translation()));
    }

    private Answer after(Answer answer, Translation guest) {
        boolean possible = context.isUniform() && context.it() && guest.covers(regions.of(address).identifier(), address) && answer.monitor().regions().given().containsKey(owner(answer));
        return possible ? of(answer.because(ENTRY_FILLED), guest).getOrElse(answer) : answer;
    }

    /// A translation that was inserted for a stream.
    private record Inserted(Stream stream, Translation translation) { }

    private static Option<Inserted> inserted(Write<?> write) {
        return switch (write.place()) {
            case Place.Cached cached when (Boolean) write.value() -> Option.some(new Inserted(cached.stream(), cached.translation()));
            case Place.Pinned pinned                              -> ((Option<?>) write.value()).map(translation -> new Inserted(pinned.stream(), (Translation) translation));
            default                                               -> Option.none();
        };
    }

    private Owner.Region owner(Answer answer) {
        return answer.rules().owning().owner(answer, context, regions, address.region());
    }

    /// {@return the answer after a piece of a translation stands in the hardware; none where no frame is behind it}
    Option<Answer> of(Answer answer, Translation guest) {
        GuestPhysicalAddress at = GuestPhysicalAddress.of(guest.physical(address));
        Domain domain = Watching.domain(answer, at);
        Keys.Given key = Keys.given(answer, Option.some(guest.key()), domain.keyed());
        int rid = key.answer().monitor().regions().of(owner(key.answer()));
        return composed(key, rid, guest, HashSet.of(stream)).map(piece -> {
            Copying.Led led = Copying.led(key.answer(), this, at, piece, HashSet.of(stream));
            Answer cached = filled(led.answer().because(ENTRY_COMPOSED, RIGHTS_COMPOSED, PIECE_CONTIGUOUS, MEMORY_MAPPED), domain, led.piece());
            Set<Stream> streams = streams(cached, guest);
            return composed(key, rid, guest, streams).map(entry -> Copying.led(cached, this, at, entry, streams)).flatMap(entry -> closed(cached, domain, entry.piece(), streams).map(shut -> tabled(entry.answer().because(STREAMS_DISTINCT), shut))).getOrElse(cached);
        }).map(filled -> leading(filled, at, rid));
    }

    /// {@return the same where the guest believes the address to be physical: no key of its own is checked, and both streams reach the same}
    Option<Answer> physical(Answer answer) {
        int rid = answer.monitor().regions().of(owner(answer));
        Domain domain = Watching.domain(answer, untranslated());
        Keys.Given key = Keys.given(answer, Option.none(), domain.keyed());
        return answer.rules().pieces().physical(answer.monitor().map(), context, rid, key.key(), address).map(piece -> {
            Copying.Led led = Copying.led(key.answer(), this, untranslated(), piece, HashSet.of(Stream.values()));
            Answer cached = filled(led.answer().because(PHYSICAL_COMPOSED, PIECE_CONTIGUOUS, MEMORY_MAPPED), domain, led.piece());
            return closed(cached, domain, led.piece(), HashSet.of(Stream.values())).map(entry -> tabled(cached, entry)).getOrElse(cached);
        }).map(filled -> leading(filled, untranslated(), rid));
    }

    /// {@return the guest-physical address that the guest believes the address to be}
    GuestPhysicalAddress untranslated() {
        return new GuestPhysicalAddress(address.bits() & Long.MAX_VALUE);
    }

    /// {@return the answer after a reference by a key finds a register with what stands for that}
    ///
    /// @param key of the guest; none for what is checked by none
    Answer keyed(Answer answer, Machine believed, Option<Integer> key, GuestPhysicalAddress at) {
        Option<PageState> state = Watching.domain(answer, at).keyed();
        return state.isDefined() || believed.psr().pk() ? Keys.loaded(answer, believed, key, state) : answer;
    }

    private Option<Translation> composed(Keys.Given key, int rid, Translation guest, Set<Stream> streams) {
        return key.answer().rules().pieces().of(key.answer().monitor().map(), context, rid, key.key(), guest, address, streams);
    }

    private Option<Translation> closed(Answer answer, Domain domain, Translation piece, Set<Stream> streams) {
        return domain.closed(piece, context, answer.rules().host().translator().rights(), streams);
    }

    private Answer filled(Answer answer, Domain domain, Translation piece) {
        Translation closed = closed(answer, domain, piece, HashSet.of(stream)).get();
        return lent(cached(domain.because().map(answer::because).getOrElse(answer), closed), closed);
    }

    /// {@return the answer after it is known that a piece leads to a frame}
    private Answer leading(Answer answer, GuestPhysicalAddress at, int rid) {
        if (!answer.rules().watch().catches()) return answer;
        return answer.monitor().map().host(at).map(host -> answer.with(answer.monitor().with(answer.monitor().pages().holding(Watching.frame(host), new Pages.Piece(rid, page()))))).getOrElse(answer);
    }

    VirtualAddress page() {
        return new VirtualAddress(address.bits() & -GuestMap.PAGE);
    }

    private Answer cached(Answer answer, Translation piece) {
        return Purges.through(answer, address.region(), piece.rid(), given -> cached(given, stream, piece, address));
    }

    /// {@return the answer after a translation cache has a translation}
    static Answer cached(Answer answer, Stream stream, Translation piece, VirtualAddress address) {
        return answer.then(new Instruction.InsertCache(stream, GeneralValue.of(piece.entryBits()), address, Itir.of(piece.size(), piece.key())));
    }

    private Answer lent(Answer answer, Translation piece) {
        return context.isSplit() && stream == Stream.DATA ? answer.lending(Option.some(piece)) : answer;
    }

    private Answer tabled(Answer answer, Translation piece) {
        return context.isUniform() ? Tables.put(answer, piece, address) : answer;
    }

    /// {@return the streams for which an entry of the table may stand: those in which the guest has the very same translation, as the walker does not tell for which stream it reads}
    @Guests.Rule(STREAMS_DISTINCT)
    private Set<Stream> streams(Answer answer, Translation guest) {
        return HashSet.of(Stream.values()).filter(each -> each == stream || held(answer, each).contains(guest));
    }

    private Seq<Translation> held(Answer answer, Stream other) {
        return answer.monitor().processor().belief().addressing().tlb().matching(other, regions.of(address).identifier(), address).map(Entry::translation);
    }
}
