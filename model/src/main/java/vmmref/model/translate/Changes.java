package vmmref.model.translate;

import static vmmref.spec.Interruptions.PURGE_SHARED;
import static vmmref.spec.Protections.KEY_UNIQUE;
import static vmmref.spec.Protections.KEY_WRITTEN;
import static vmmref.spec.Translations.ABSENT_FIELDS_IGNORED;
import static vmmref.spec.Translations.CACHE_EMPTIED;
import static vmmref.spec.Translations.CACHE_INSERTED;
import static vmmref.spec.Translations.CACHE_PURGED;
import static vmmref.spec.Translations.OVERLAP_PURGED;
import static vmmref.spec.Translations.PURGE_SIZE_UNSUPPORTED;
import static vmmref.spec.Translations.REGION_WRITTEN;
import static vmmref.spec.Translations.REGISTER_INSERTED;
import static vmmref.spec.Translations.REGISTER_OVERLAPPED;
import static vmmref.spec.Translations.REGISTER_PURGED;
import static vmmref.spec.Translations.REPLACED_KEPT;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Place;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.spec.Clause;
import vmmref.spec.Protections;
import vmmref.spec.Translations;

/// What the instructions that change translations do once their operands have been checked.
final class Changes {
    private static final Seq<Stream> STREAMS = Vector.of(Stream.values());

    private Changes() { }

    static Executed of(Translator rules, Addressing machine, Instruction instruction, Choice choice) {
        return switch (instruction) {
            case Instruction.InsertCache itc     -> inserted(rules, machine, itc, choice, placed(itc));
            case Instruction.InsertRegister itr  -> inserted(rules, machine, itr, choice, placed(machine, itr, choice));
            case Instruction.Purge purge         -> purged(rules, machine, purge, choice);
            case Instruction.PurgeAll purge      -> emptied(machine);
            case Instruction.MoveRegion move     -> written(move);
            case Instruction.MoveKey move        -> written(machine, move);
        };
    }

    /// How an insertion ends once it is clear what it overlaps.
    ///
    /// @param cached the translation that comes into the cache, if one does
    record Placing(Clause because, Function1<Translation, Effects> placed, Function1<Translation, Option<Translation>> cached) { }

    @Translations.Rule({REGISTER_OVERLAPPED, OVERLAP_PURGED})
    static Executed inserted(Translator rules, Addressing machine, Instruction.Insertion insertion, Choice choice, Placing placing) {
        int rid = machine.regions().of(insertion.ifa()).identifier();
        Seq<Entry> overlapping = rules.overlap().overlapping(machine.tlb(), insertion.stream(), rid, insertion.ifa(), insertion.itir().size());
        if (!overlapping.forAll(Entry::isCached)) return new Executed.MachineCheck(REGISTER_OVERLAPPED);
        Translation translation = Translation.of(insertion.ifa(), rid, insertion.itir().size(), insertion.itir().key(), insertion.entry());
        Effects purged  = uncached(insertion.stream(), overlapping, OVERLAP_PURGED);
        Effects evicted = Effects.all(placing.cached().apply(translation).toList().map(cached -> evicted(rules, new Eviction.Pressure(machine.tlb(), insertion.stream(), overlapping, cached, rules.dimensions().tcs()), choice)));
        return new Executed.Done(purged.then(evicted).then(placing.placed().apply(translation)), placing.because());
    }

    private static Effects evicted(Translator rules, Eviction.Pressure pressure, Choice choice) {
        return pressure.without(rules.eviction().evicted(pressure, choice));
    }

    @Translations.Rule(CACHE_INSERTED)
    static Placing placed(Instruction.InsertCache itc) {
        return new Placing(CACHE_INSERTED, translation ->
            Effects.of(new Place.Cached(itc.stream(), translation), true, present(itc, CACHE_INSERTED)), Option::some);
    }

    @Translations.Rule({REGISTER_INSERTED, REPLACED_KEPT})
    static Placing placed(Addressing machine, Instruction.InsertRegister itr, Choice choice) {
        Option<Translation> survivor = machine.tlb().register(itr.stream(), itr.slot()).filter(held -> choice.takes(Freedom.REPLACED));
        return new Placing(REGISTER_INSERTED, translation ->
            Effects.of(new Place.Pinned(itr.stream(), itr.slot()), Option.some(translation), present(itr, REGISTER_INSERTED))
                .then(Effects.all(survivor.toList().map(held -> Effects.of(new Place.Cached(itr.stream(), held), true, REPLACED_KEPT)))), translation -> survivor);
    }

    private static Translations present(Instruction.Insertion insertion, Translations because) {
        return Conditions.isPresent(insertion) ? because : ABSENT_FIELDS_IGNORED;
    }

    private static Executed purged(Translator rules, Addressing machine, Instruction.Purge purge, Choice choice) {
        if (isRefused(rules, purge, choice)) return new Executed.MachineCheck(PURGE_SIZE_UNSUPPORTED);
        int rid = machine.regions().of(purge.address()).identifier();
        Seq<Found> found = purge.type().streams().map(stream ->
            new Found(stream, rules.overlap().overlapping(machine.tlb(), stream, rid, purge.address(), purge.size())));
        return purge.type().ofRegisters() ? registersPurged(found) : cachePurged(found);
    }

    /// What a range overlaps in one stream.
    private record Found(Stream stream, Seq<Entry> entries) { }

    @Translations.Rule(PURGE_SIZE_UNSUPPORTED)
    static boolean isRefused(Translator rules, Instruction.Purge purge, Choice choice) {
        return !rules.dimensions().purgeable().contains(purge.size().log2()) && !choice.takes(Freedom.PURGE_SIZE);
    }

    @Translations.Rule(CACHE_PURGED)
    static Executed cachePurged(Seq<Found> found) {
        if (!found.forAll(each -> each.entries().forAll(Entry::isCached))) return new Executed.MachineCheck(REGISTER_OVERLAPPED);
        return new Executed.Done(Effects.all(found.map(each -> uncached(each.stream(), each.entries(), CACHE_PURGED))), CACHE_PURGED);
    }

    @Translations.Rule(REGISTER_PURGED)
    static Executed registersPurged(Seq<Found> found) {
        return new Executed.Done(Effects.all(found.flatMap(each -> each.entries().map(entry -> entry.isCached()
            ? Effects.of(new Place.Cached(each.stream(), entry.translation()), false, REGISTER_PURGED)
            : Effects.of(new Place.Pinned(each.stream(), entry.slot()), Option.<Translation>none(), REGISTER_PURGED)))), REGISTER_PURGED);
    }

    /// {@return what a purge of another processor removes: translations of caches, and never registers}
    ///
    /// @param rid of the region of the other processor
    static Effects purgedByOther(Translator rules, Tlb tlb, int rid, Instruction.Purge purge) {
        return Effects.all(purge.type().streams().map(stream -> uncached(stream, rules.overlap().overlapping(tlb, stream, rid, purge.address(), purge.size()), PURGE_SHARED)));
    }

    @Translations.Rule(CACHE_EMPTIED)
    static Executed emptied(Addressing machine) {
        return new Executed.Done(Effects.all(STREAMS.flatMap(stream -> machine.tlb().cached(stream)
            .map(translation -> Effects.of(new Place.Cached(stream, translation), false, CACHE_EMPTIED)))), CACHE_EMPTIED);
    }

    @Translations.Rule(REGION_WRITTEN)
    static Executed written(Instruction.MoveRegion move) {
        return new Executed.Done(Effects.of(new Place.Region(move.number()), move.value(), REGION_WRITTEN), REGION_WRITTEN);
    }

    @Protections.Rule({KEY_WRITTEN, KEY_UNIQUE})
    static Executed written(Addressing machine, Instruction.MoveKey move) {
        Seq<Integer> rivals = Vector.range(0, machine.keys().number()).filter(number -> number != move.number() && move.value().valid()
            && machine.keys().get(number).valid() && machine.keys().get(number).key() == move.value().key());
        return new Executed.Done(Effects.all(rivals.map(number -> Effects.of(new Place.Key(number), machine.keys().get(number).invalid(), KEY_UNIQUE)))
            .then(Effects.of(new Place.Key(move.number()), move.value(), KEY_WRITTEN)), KEY_WRITTEN);
    }

    private static Effects uncached(Stream stream, Seq<Entry> entries, Clause because) {
        return Effects.all(entries.filter(Entry::isCached).map(entry -> Effects.of(new Place.Cached(stream, entry.translation()), false, because)));
    }
}
