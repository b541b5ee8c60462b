package vmmref.vmm.monitor;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.FloatingValue;
import vmmref.vmm.patch.Source;

/// What changes in the machine and in the monitor where something changes in the machine that a guest believes in.
final class Believing {
    private Believing() { }

    /// {@return the answer after a guest's machine has changed; a change of what it believes about itself changes what the monitor knows, and what stands in the hardware for it}
    ///
    /// @param believed the guest's machine before
    static Answer changed(Answer answer, Machine believed, Effects effects) {
        Machine after = believed.with(effects);
        return effects.writes().foldLeft(answer.believing(after), (given, write) -> changed(given, believed, after, write));
    }

    static Answer changed(Answer answer, Machine believed, Machine after, Write<?> write) {
        Answer changed = moved(answer, believed, after, write);
        return Source.of(write.place()).map(source -> changed.rules().patching().rebuilding().rebuilt(changed, source)).getOrElse(changed);
    }

    private static Answer moved(Answer answer, Machine believed, Machine after, Write<?> write) {
        int running = answer.monitor().running();
        return switch (write.place()) {
            case Place.Cached cached               -> cached.of(after) ? answer : Purges.of(answer, running, cached.translation());
            case Place.Pinned pinned               -> Vector.ofAll(pinned.of(believed)).foldLeft(answer, (given, held) -> Purges.of(given, running, held));
            case Place.Key key                     -> Vector.of(key.of(believed), key.of(after)).foldLeft(answer, (given, register) -> Keys.forgotten(given, register.key()));
            case Place.Control(int number)         -> VirtualProcessor.isKept(number) ? answer : moved(answer, write);
            case Place.OfAddressing<?> other       -> other instanceof Place.Indirect register ? answer.then(register, Breakpoints.real(register, (Long) write.value()), write.because()) : answer;
            case Place.Bytes(var at, int size)     -> GuestMemory.written(answer, at, size, (Long) write.value());
            case Place.AdvancedAll advanced        -> answer;
            case Place.Advanced advanced           -> answer.then(advanced, Option.none(), write.because());
            case Place.Status status               -> Keys.toggled(answer, believed.psr(), after.psr());
            case Place.InFlight flight             -> answer;
            case Place.Next next                   -> answer;
            case Place.Last last                   -> answer;
            case Place.General general             -> Banks.in(answer, believed.psr().bn(), given -> moved(given, write));
            case Place.Floating(int number)        -> answer.rules().scratching().isAway(answer.monitor(), believed, number) ? answer.rules().scratching().written(answer, believed, number, (FloatingValue) write.value()) : moved(answer, write);
            default                                -> moved(answer, write);
        };
    }

    private static Answer moved(Answer answer, Write<?> write) {
        return answer.then(new Privileged.Moving(answer.rules().levels().real(write)));
    }
}
