package vmmref.properties.domain;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Transition;

/// What rules make of events.
record Play(Rules rules) {

    /// What comes of an event.
    ///
    /// @param outcome of an access, in Alloy's words
    record Result(Scene scene, Option<String> outcome) { }

    Result of(Scene scene, Happening happening) {
        return switch (happening) {
            case Happening.Idle idle                        -> new Result(scene, Option.none());
            case Happening.Use use                          -> used(scene, use);
            case Happening.Store(int page, boolean content) -> new Result(stored(scene, scene.frames().get(page).get(), content), Option.none());
            case Happening.Change change                    -> new Result(changed(scene, change), Option.none());
            case Happening.Drop(int page)                   -> new Result(scene.dropped(page), Option.none());
            case Happening.Evict(int guest, PageState state) ->
                new Result(scene.withRegisters(scene.registers().reject(each -> each._1 == guest && each._2 == state)), Option.none());
        };
    }

    private Result used(Scene scene, Happening.Use use) {
        int frame = scene.frames().get(use.page()).get();
        if (scene.isPermitted(use.page(), use.access()))
            return new Result(use.content().map(each -> scene.holding(frame, each)).getOrElse(scene), Option.some("PERMITTED"));
        if (!scene.permits(use.page(), use.access())) return new Result(scene, Option.some("TOLD"));
        if (scene.isKeyless(use.page()))
            return new Result(scene.withRegisters(scene.registers().add(scene.key(use.page(), scene.made().get(use.page()).get()))), Option.some("MISSED"));
        boolean own = use.by().exists(each -> scene.frames().get(each).contains(frame));
        Transition transition = rules.transition().apply(scene.state(frame), use.access(), own);
        return new Result(answered(scene, frame, use, transition), Option.some(transition.name()));
    }

    private Scene answered(Scene scene, int frame, Happening.Use use, Transition transition) {
        return switch (transition) {
            case NONE     -> opened(scene, use.page(), use.access());
            case TO_DATA  -> opened(moved(scene, frame, PageState.DATA), use.page(), use.access());
            case TO_CODE  -> opened(moved(scene, frame, found(scene, frame)), use.page(), use.access());
            case EMULATED -> use.content().map(each -> stored(scene, frame, each)).getOrElse(scene);
        };
    }

    private static Scene opened(Scene scene, int page, Access access) {
        return scene.opens(scene.state(scene.frames().get(page).get()), access) ? scene.filled(page) : scene;
    }

    private Scene moved(Scene scene, int frame, PageState next) {
        boolean stay = rules.within().test(scene.state(frame), next);
        return scene.withPages((stay ? scene.pages() : scene.pages().lacking(frame)).with(frame, next));
    }

    private static PageState found(Scene scene, int frame) {
        return scene.sensitive().contains(frame) ? PageState.PATCHED : PageState.CODE;
    }

    private Scene stored(Scene scene, int frame, boolean content) {
        Scene after = scene.holding(frame, content);
        return rules.follows() && scene.state(frame).permits(Access.EXECUTE) ? moved(after, frame, found(after, frame)) : after;
    }

    private Scene changed(Scene scene, Happening.Change change) {
        Set<Integer> changing = HashSet.ofAll(scene.frames().get(change.page())).addAll(change.to());
        Scene reused = scene.withPages(changing.foldLeft(rules.reused().apply(scene.pages(), frame -> changing.contains(frame.intValue())), (pages, frame) -> pages.lacking(frame)))
            .withFrames(change.to().map(to -> scene.frames().put(change.page(), to)).getOrElse(scene.frames().remove(change.page())));
        return change.to().flatMap(to -> change.content().map(content -> reused.holding(to, content))).getOrElse(reused);
    }
}
