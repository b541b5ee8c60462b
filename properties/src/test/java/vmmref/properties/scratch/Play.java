package vmmref.properties.scratch;

import io.vavr.control.Option;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// What rules make of events.
record Play(Rules rules) {

    /// What comes of an event.
    ///
    /// @param got what the guest reads
    record Result(Scene scene, Option<Passage> passage, Option<Presence.Action> action, Option<Integer> got) {
        private static Result of(Scene scene) {
            return new Result(scene, Option.none(), Option.none(), Option.none());
        }
    }

    Result of(Scene scene, Happening happening) {
        Processor runs = scene.runs();
        return switch (happening) {
            case Happening.Idle idle                     -> Result.of(scene);
            case Happening.Pass pass                     -> passed(scene, pass);
            case Happening.Read(int register)            -> new Result(scene, Option.none(), Option.none(), Option.some((runs.isInside() ? runs.area() : scene.holds()).get(register)));
            case Happening.Use(int register, int value)  -> Result.of(scene.holding(scene.holds().update(register, value)));
            case Happening.Write(int register, int value) -> Result.of(written(scene, register, value));
            case Happening.Switch(int other)             -> Result.of(switched(scene, other));
        };
    }

    private Result passed(Scene scene, Happening.Pass pass) {
        Processor runs = scene.runs();
        Passage passage = pass.told().map(told -> rules.passage().apply(scene.detectors(), told, runs.level(), pass.to())).getOrElse(Passage.NONE);
        Presence.Move move = rules.move().apply(runs.presence(), passage);
        Scene after = scene.with(runs.with(move.next(), pass.to()));
        Scene done = switch (move.action()) {
            case SAVE    -> after.with(after.runs().withArea(scene.holds()));
            case RESTORE -> after.holding(runs.area());
            case NOTHING -> after;
        };
        return new Result(done, Option.some(passage), Option.some(move.action()), Option.none());
    }

    private static Scene written(Scene scene, int register, int value) {
        Processor runs = scene.runs().believing(register, value);
        return runs.isInside() ? scene.with(runs.withArea(runs.area().update(register, value))) : scene.with(runs).holding(scene.holds().update(register, value));
    }

    private static Scene switched(Scene scene, int other) {
        Scene left = (scene.runs().isInside() ? scene : scene.with(scene.runs().withKept(scene.holds()))).running(other);
        return left.runs().isInside() ? left : left.holding(left.runs().kept());
    }
}
