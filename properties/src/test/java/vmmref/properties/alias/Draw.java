package vmmref.properties.alias;

import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import vmmref.vmm.keys.Catching;

/// What is drawn for accounts of the Java rules.
record Draw(Random random) {
    private static final int KINDS = 20;

    /// {@return frames of any contents, all of them a guest's, to which most pages lead}
    Scene start() {
        Setting setting = new Setting(of(Vector.of(Catching.values()).remove(Catching.NOTHING)), Vector.range(0, Setting.CONTENTS).filter(each -> random.nextInt(Setting.CONTENTS) > 0).toSet(), 1 + random.nextInt(Setting.POOL));
        Map<Integer, Integer> map = Vector.range(0, Setting.PHYSICALS).toMap(physical -> Tuple.of(physical, random.nextInt(Setting.FRAMES)));
        Map<Spot, Integer> translations = Spot.all().filter(each -> random.nextInt(KINDS) > 1).toMap(spot -> Tuple.of(spot, random.nextInt(Setting.PHYSICALS)));
        return Scene.of(setting, Vector.fill(Setting.FRAMES, () -> random.nextInt(Setting.CONTENTS)), map, translations);
    }

    /// {@return an event that can happen}
    Happening happening(Scene scene) {
        Seq<Spot> leading = Spot.all().filter(each -> scene.frame(each).isDefined());
        int kind = leading.isEmpty() ? random.nextInt(2) : random.nextInt(KINDS);
        return switch (kind) {
            case 0      -> change(scene);
            case 1, 2   -> new Happening.Insert(of(Spot.all()), random.nextInt(Setting.PHYSICALS));
            case 3, 4   -> new Happening.Purge(of(Spot.all()));
            case 5      -> random.nextBoolean() ? new Happening.PurgeAll(random.nextInt(Setting.RIDS)) : new Happening.Flush();
            case 6, 7   -> new Happening.Read(of(leading));
            case 8, 9   -> new Happening.Store(of(leading), random.nextInt(Setting.CONTENTS));
            case 10, 11 -> new Happening.Device(random.nextInt(Setting.FRAMES), random.nextInt(Setting.CONTENTS));
            default     -> new Happening.Fetch(of(leading));
        };
    }

    private Happening change(Scene scene) {
        int physical = random.nextInt(Setting.PHYSICALS);
        Option<Integer> now = scene.map().get(physical);
        return new Happening.Change(physical, now.isEmpty() || random.nextBoolean() ? Option.some(now.map(each -> 1 - each).getOrElse(0)) : Option.none());
    }

    private <T> T of(Seq<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
