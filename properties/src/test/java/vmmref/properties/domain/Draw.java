package vmmref.properties.domain;

import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;

/// What is drawn for accounts of the Java rules.
record Draw(Random random) {
    private static final int STATES = PageState.values().length;
    private static final int KINDS = 20;

    Setting setting() {
        return new Setting(of(Vector.of(Catching.KEYS, Catching.KEYS, Catching.RIGHTS, Catching.PRESENT)), Vector.fill(Setting.PAGES, () -> random.nextInt(Setting.GUESTS)),
            Vector.fill(Setting.PAGES, this::permitted));
    }

    private Set<Access> permitted() {
        Set<Access> some = Vector.of(Access.READ, Access.WRITE, Access.EXECUTE).filter(each -> random.nextInt(KINDS) > 1).toSet();
        return some.contains(Access.READ) && some.contains(Access.WRITE) ? some.add(Access.READ_WRITE) : some;
    }

    Map<Integer, Integer> frames() {
        return Vector.range(0, Setting.PAGES).toMap(page -> Tuple.of(page, random.nextInt(Setting.FRAMES)));
    }

    Set<Integer> sensitive() {
        return Vector.range(0, Setting.FRAMES).filter(each -> random.nextBoolean()).toSet();
    }

    /// {@return an event that can happen}
    Happening happening(Scene scene) {
        Seq<Integer> mapped = scene.frames().keySet().toVector();
        int kind = random.nextInt(KINDS);
        if (mapped.isEmpty() || kind == 0) return change(scene);
        int page = of(mapped);
        Seq<Happening> gone = gone(scene);
        return switch (kind) {
            case 1, 2 -> new Happening.Store(page, random.nextBoolean());
            case 3, 4 -> gone.isEmpty() ? new Happening.Idle() : of(gone);
            default   -> use(scene, page);
        };
    }

    private Happening use(Scene scene, int page) {
        Seq<Integer> executing = scene.frames().keySet().toVector().filter(each -> scene.isPermitted(each, Access.EXECUTE));
        Access access = executing.isEmpty() ? Access.EXECUTE : of(Vector.of(Access.values()));
        return new Happening.Use(page, Option.when(!access.executes(), () -> of(executing)), access, Option.when(access.writes(), random::nextBoolean));
    }

    private Happening change(Scene scene) {
        int page = random.nextInt(Setting.PAGES);
        Option<Integer> now = scene.frames().get(page);
        Option<Integer> to = now.isEmpty() || random.nextBoolean() ? Option.some(now.map(each -> 1 - each).getOrElse(0)) : Option.none();
        return new Happening.Change(page, to, to.map(each -> random.nextBoolean()));
    }

    private static Seq<Happening> gone(Scene scene) {
        Seq<Happening> pieces = scene.frames().keySet().toVector().filter(scene::hasPiece).map(Happening.Drop::new);
        return pieces.appendAll(scene.registers().toVector().sortBy(each -> each._1 * STATES + each._2.ordinal()).map(each -> new Happening.Evict(each._1, each._2)));
    }

    private <T> T of(Seq<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
