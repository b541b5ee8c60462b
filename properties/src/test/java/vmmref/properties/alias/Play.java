package vmmref.properties.alias;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;

/// What rules make of events, as `Copying`, `Purges` and `Watching` do.
record Play(Rules rules) {
    private static final PageSize PAGE = new PageSize(GuestMap.PAGE_LOG2);
    private static final PageSize ALL  = new PageSize(Setting.RANGE_LOG2);

    /// What comes of an event.
    ///
    /// @param outcome of a fetch, in Alloy's words
    /// @param found   where a read finds what it reads
    record Result(Scene scene, Option<String> outcome, Option<PhysicalAddress> found) {
        static Result of(Scene scene) {
            return new Result(scene, Option.none(), Option.none());
        }
    }

    Result of(Scene scene, Happening happening) {
        return switch (happening) {
            case Happening.Idle idle                               -> Result.of(scene);
            case Happening.Fetch(Spot at)                          -> fetched(scene, at, scene.frame(at).get());
            case Happening.Read(Spot at)                           -> read(scene, at, scene.frame(at).get());
            case Happening.Store(Spot through, int content)        -> Result.of(stored(scene, scene.frame(through).get(), through).holding(scene.frame(through).get(), content));
            case Happening.Device(int frame, int content)          -> Result.of(followed(scene.holding(frame, content), frame));
            case Happening.Insert(Spot at, int physical)           -> Result.of(gone(scene, at, PAGE).withTranslations(scene.translations().put(at, physical)));
            case Happening.Purge(Spot at)                          -> Result.of(gone(scene, at, PAGE).withTranslations(scene.translations().remove(at)));
            case Happening.PurgeAll(int rid)                       -> Result.of(gone(scene, new Spot(rid, Setting.PAGES - 1), ALL).withTranslations(scene.translations().rejectKeys(each -> each.rid() == rid)));
            case Happening.Change(int physical, Option<Integer> frame) -> Result.of(changed(flushed(scene), physical, frame));
            case Happening.Flush flush                             -> Result.of(flushed(scene));
        };
    }

    private Result fetched(Scene scene, Spot at, int frame) {
        Scene code = rules.transition(scene.state(frame), Access.EXECUTE) == Transition.TO_CODE ? moved(scene, frame, scene.found(frame), Option.some(at)) : scene;
        return code.state(frame) == PageState.PATCHED ? led(code, at, frame) : new Result(filled(code, at, frame, Setting.start(frame)), Option.some("ITSELF"), Option.none());
    }

    private Result led(Scene scene, Spot at, int frame) {
        Alias alias = rules.executed(scene.copies(), new Alias(0, frame, Setting.address(at.page()), false, false), at.rid());
        String outcome = scene.copies().of(alias).isDefined() ? "SHARED" : scene.copies().isFull() ? "REPLACED" : "MADE";
        Scene copied = outcome.equals("SHARED") ? scene : copied(scene, alias);
        Copies copies = rules.leading(copied.copies(), alias, at.rid());
        return new Result(filled(copied.withCopies(copies), at, frame, copies.at(copies.of(alias).get())), Option.some(outcome), Option.none());
    }

    private Scene copied(Scene scene, Alias alias) {
        Scene roomy = scene.copies().isFull() ? replaced(scene, rules.oldest(scene.copies())) : scene;
        return roomy.withCopies(rules.with(roomy.copies(), alias, scene.holds().get((int) alias.frame())));
    }

    private Scene replaced(Scene scene, Alias oldest) {
        Scene after = scene.copies().of(oldest).get().rids().foldLeft(scene, (given, rid) -> gone(given, new Spot(rid, Setting.page(oldest.page())), PAGE));
        return rules.replaces() ? after : after.withPieces(scene.pieces());
    }

    private static Scene filled(Scene scene, Spot at, int frame, PhysicalAddress to) {
        return scene.withPieces(scene.pieces().put(at, to)).withPages(scene.pages().holding(frame, at.piece()));
    }

    private Result read(Scene scene, Spot at, int frame) {
        PhysicalAddress own = Setting.start(frame);
        return switch (rules.transition(scene.state(frame), Access.READ)) {
            case NONE              -> new Result(scene, Option.none(), Option.some(scene.pieces().getOrElse(at, own)));
            case TO_DATA           -> new Result(moved(scene, frame, PageState.DATA, Option.some(at)), Option.none(), Option.some(own));
            case EMULATED, TO_CODE -> new Result(scene, Option.none(), Option.some(rules.shown(scene.copies(), own)));
        };
    }

    private Scene stored(Scene scene, int frame, Spot through) {
        return rules.transition(scene.state(frame), Access.WRITE) == Transition.TO_DATA ? moved(scene, frame, PageState.DATA, Option.some(through)) : scene;
    }

    private Scene followed(Scene scene, int frame) {
        return scene.state(frame).permits(Access.EXECUTE) ? moved(scene, frame, scene.found(frame), Option.none()) : scene;
    }

    private Scene moved(Scene scene, int frame, PageState next, Option<Spot> through) {
        boolean kept = rules.keeps(scene.setting().catching(), scene.state(frame), next, scene.copies().has(frame));
        Scene narrowed = kept ? scene : lacking(rules.leaving(scene.pages(), frame, through).foldLeft(scene, (given, piece) -> gone(given, Spot.of(piece), PAGE)), frame);
        return narrowed.withPages(narrowed.pages().with(frame, next));
    }

    private static Scene lacking(Scene scene, int frame) {
        return scene.withPages(scene.pages().lacking(frame));
    }

    private Scene gone(Scene scene, Spot at, PageSize range) {
        return scene.purged(at, range).withCopies(rules.without(scene.copies(), at.rid(), Setting.address(at.page()), range));
    }

    private Scene flushed(Scene scene) {
        return scene.withPieces(HashMap.empty()).withPages(scene.pages().flushed()).withCopies(rules.emptied(scene.copies()));
    }

    private static Scene changed(Scene scene, int physical, Option<Integer> frame) {
        Set<Integer> changing = HashSet.ofAll(scene.map().get(physical)).addAll(frame);
        Map<Integer, Integer> map = frame.map(to -> scene.map().put(physical, to)).getOrElse(scene.map().remove(physical));
        return scene.withMap(map).withPages(scene.pages().without(changed -> changing.contains(changed.intValue())));
    }
}
