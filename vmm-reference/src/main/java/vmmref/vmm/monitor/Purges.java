package vmmref.vmm.monitor;

import static vmmref.spec.Guests.PAGE_PURGED;
import static vmmref.spec.PatchedPages.COPY_RELEASED;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Instruction;
import vmmref.spec.Guests;
import vmmref.vmm.patch.Copies;

/// How what stands for translations of guests leaves the hardware: the table first, of which the walker could take it again; a fence before the caches, as a release orders no purge.
public final class Purges {
    private Purges() { }

    /// {@return the answer after nothing stands for any page that shares an address with a translation of a virtual processor}
    ///
    /// @param processor its number
    static Answer of(Answer answer, int processor, Translation translation) {
        Seq<Integer> rids = answer.monitor().regions().of(owner -> owner.processor() == processor && owner.identifier() == translation.rid());
        return rids.foldLeft(answer, (given, rid) -> gone(given, rid, translation.page(), translation.size()));
    }

    /// {@return the answer after no piece of a range is in the hardware, and copies to which none leads are gone}
    ///
    /// @param rid of the host
    static Answer gone(Answer answer, int rid, VirtualAddress address, PageSize range) {
        Answer purged = answer.rules().purging().purged(answer, rid, address, range);
        Copies left = purged.rules().patching().releasing().released(purged.monitor().copies(), rid, address, range);
        Answer known = left.made().size() < purged.monitor().copies().made().size() ? purged.because(COPY_RELEASED) : purged;
        return known.with(known.monitor().with(left));
    }

    /// {@return the translations that effects remove from caches}
    static Seq<Translation> translations(Effects gone) {
        return gone.writes().flatMap(write -> write.place() instanceof Place.Cached cached ? Option.some(cached.translation()) : Option.none());
    }

    /// {@return the answer after neither table nor translation caches hold any piece of a range}
    ///
    /// @param rid of the host
    @Guests.Rule(PAGE_PURGED)
    static Answer both(Answer answer, int rid, VirtualAddress address, PageSize range) {
        return cached(Tables.purged(answer.because(PAGE_PURGED), rid, address, range).then(Privileged.Fencing.MF), rid, address, range);
    }

    /// {@return the answer after the translation caches hold no piece of a range; a region register has its identifier for a moment}
    public static Answer cached(Answer answer, int rid, VirtualAddress address, PageSize range) {
        return through(answer, address.region(), rid, given -> given.then(new Instruction.Purge(Instruction.PurgeType.PTC_L, GeneralValue.of(address.bits()), GeneralValue.of(Itir.of(range, 0).bits()))));
    }

    /// {@return the answer after something was done while a region register had another identifier}
    static Answer through(Answer answer, int region, int rid, UnaryOperator<Answer> something) {
        RegionRegister before = answer.machine().addressing().regions().get(region);
        if (before.identifier() == rid) return something.apply(answer);
        return something.apply(answer.then(Regions.move(region, Tables.region(rid, false)))).then(Regions.move(region, before));
    }

    /// {@return the answer after nothing stands for anything}
    static Answer all(Answer answer) {
        return Tables.emptied(answer).then(Privileged.Fencing.MF).then(new Instruction.PurgeAll(GeneralValue.of(0)));
    }
}
