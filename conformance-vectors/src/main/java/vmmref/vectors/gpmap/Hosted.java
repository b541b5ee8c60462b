/// Guests on the machine of the host, under a monitor.
package vmmref.vectors.gpmap;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.StackEngine;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Isr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.spec.Clause;
import vmmref.spec.Guests;
import vmmref.spec.Level;
import vmmref.vmm.Vmm;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Exit;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Privileged;

/// @param rules of the monitor, and of the machine below it
public record Hosted(Monitoring rules, Turn turn) {
    /// How often something happens for one reference at most.
    private static final int MOST = 64;
    private static final int RI = 41;
    private static final int LOWEST = 3;
    private static final long NESTED = 0x1400;

    private static volatile Option<Known> last = Option.none();

    private record Known(Vmm vmm, Hosted hosted) { }

    /// {@return what a monitor and its machine make of guests}
    public static Hosted by(Vmm vmm) {
        Option<Known> before = last;
        if (before.exists(known -> known.vmm == vmm)) return before.get().hosted;
        Hosted hosted = new Hosted(vmm.monitoring(), Turn.of(vmm.monitoring().host()));
        last = Option.some(new Known(vmm, hosted));
        return hosted;
    }

    /// {@return one guest, about to run}
    Hosting hosting(Machine bare, NamedMap map) {
        return hosting(Vector.of(Guest.of(bare, map.map())));
    }

    /// {@return guests of which the first one is about to run}
    public Hosting hosting(Seq<Guest> guests) {
        return Hosting.of(rules, guests);
    }

    /// Where a reference ends, and what its host is afterwards.
    public record Landed(Landing landing, Hosting hosting) { }

    /// {@return where a reference ends that an instruction of the guest that runs makes: one is planted, and executed until it is done or the guest is told of a fault}
    ///
    /// @param ed the ed bit of the page that the instruction comes from
    public Landed landed(Hosting start, Reference reference, boolean ed) {
        boolean collects = start.monitor().processor().belief().psr().ic();
        Hosting hosting = Planting.of(start, reference, ed);
        for (int count = 0; count < MOST; count++) {
            if (hosting.isExit()) {
                Answer answer = rules.on(hosting.monitor(), hosting.machine());
                if (answer.ended().isDefined()) return new Landed(ended(answer.ended().get()), hosting);
                Hosting after = new Hosting(rules, answer.monitor(), answer.machine());
                Option<Landing> emulated = Emulated.landing(hosting, answer, reference);
                if (emulated.isDefined()) return new Landed(emulated.get(), after);
                if (isTold(hosting, answer)) return new Landed(faulted(after, collects), after);
                hosting = after;
            } else {
                Machine machine = hosting.machine();
                Option<Landing> reached = reached(rules.host().translator().arrive(machine.addressing().withCodeEd(ed), machine.memory(), real(reference), Choice.USUAL).translated());
                if (reference.type() == ReferenceType.FETCH && reached.isDefined()) return new Landed(reached.get(), hosting);
                switch (turn.next(machine, Choice.USUAL)) {
                    case Turn.Turned(Executed.Done(var effects, var because, _), var taken) when reached.isDefined()
                        && (StackEngine.isReference(effects) || taken.isEmpty() || taken.head().isTrap()) -> { return new Landed(reached.get(), settled(new Hosting(rules, hosting.monitor(), machine.with(effects)))); }
                    case Turn.Turned(Executed.Done(var effects, var because, _), var taken) -> hosting = new Hosting(rules, hosting.monitor(), machine.with(effects));
                    case Turn.Turned(Executed other, var taken)                          -> { return new Landed(new Landing.Unspecified(other.because()), hosting); }
                }
            }
        }
        throw new IllegalStateException("a reference did not end after " + MOST + " turns and answers");
    }

    /// {@return a host whose guest goes on after traps of which it knows nothing}
    private Hosting settled(Hosting before) {
        Hosting hosting = before;
        for (int count = 0; count < MOST && hosting.isExit(); count++) {
            Answer answer = rules.on(hosting.monitor(), hosting.machine());
            hosting = new Hosting(rules, answer.monitor(), answer.machine());
        }
        return hosting;
    }

    /// {@return whether the guest was told of what the exit is about: it goes on elsewhere, or nothing was done so that it could go on where it is}
    public static boolean isTold(Hosting exit, Answer answer) {
        Machine called = exit.machine();
        Position before = exit.monitor().copies().ofGuest(new Position(new VirtualAddress(called.control(RegisterNumber.IIP)), (int) (called.control(RegisterNumber.IPSR) >>> RI & 3), Option.none()));
        Position after = answer.monitor().copies().ofGuest(answer.machine().position());
        boolean moved = !before.bundle().equals(after.bundle()) || before.slot() != after.slot();
        boolean stacked = (called.control(RegisterNumber.ISR) & Isr.Field.RS.mask()) != 0;
        return moved || !stacked && !answer.done().exists(operation -> operation instanceof Privileged.Translating(Instruction.Insertion insertion));
    }

    /// {@return a reference as the hardware makes it: the level 0 of a guest is 1}
    private static Reference real(Reference reference) {
        return reference.type().isOfStack() && reference.level() != LOWEST ? Reference.stack(reference.type(), reference.address(), 1) : reference;
    }

    private static Option<Landing> reached(Translated translated) {
        return switch (translated) {
            case Translated.To(var address, var attribute, var because) -> Option.some(new Landing.Reached(NamedMap.nameOfHost(address), Option.some(attribute), because));
            case Translated.Deferred(var because)                       -> Option.some(new Landing.Deferred(because));
            case Translated.Dropped(var because)                        -> Option.some(new Landing.Dropped(because));
            case Translated.Unspecified(var because)                    -> Option.some(new Landing.Unspecified(because));
            case Translated other                                       -> Option.none();
        };
    }

    private static Landing faulted(Hosting after, boolean collects) {
        Machine believed = after.believed();
        if (believed.position().bundle().bits() - believed.control(RegisterNumber.IVA) == NESTED) return new Landing.Faulted(Interruption.DATA_NESTED_TLB, Option.none(), Guests.INTERRUPTION_REFLECTED);
        Exit told = Exit.of(after.rules().guest().profile(), believed);
        return new Landing.Faulted(told.kind(), told.cause().address().filter(at -> collects), Guests.INTERRUPTION_REFLECTED);
    }

    public static Landing ended(Clause because) {
        return because == Guests.MEMORY_ABSENT || because == Guests.FRAME_COMPLETED || !(because instanceof Guests) && because.level() != Level.UNSPECIFIED ? new Landing.Absent(because) : new Landing.Unspecified(because);
    }
}
