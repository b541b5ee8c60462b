/// Guests under a monitor.
package vmmref.vectors.vmm;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.spec.Clause;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.gpmap.Hosted;
import vmmref.vectors.gpmap.Landing;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.xlate.Told;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.VirtualProcessor;
import vmmref.vmm.scratch.Presence;

/// @param maps     what is behind the memory of each guest
/// @param listener to the monitor
record HostedSide(Hosted hosted, Hosting hosting, Seq<NamedMap> maps, Listener listener) implements Side<HostedSide> {
    /// How many turns and answers there are at most before the guest gets on.
    private static final int MOST = 1024;

    static HostedSide of(Hosted hosted, Seq<Start> guests, Listener listener) {
        return new HostedSide(hosted, hosted.hosting(guests.map(guest -> Guest.of(guest.bare(), guest.map().map()))), guests.map(Start::map), listener);
    }

    private HostedSide with(Hosting other) {
        return new HostedSide(hosted, other, maps, listener);
    }

    private HostedSide with(Answer answer) {
        return new HostedSide(hosted, hosting.with(answer), maps, listener.answered(hosting, answer));
    }

    private HostedSide with(Machine machine) {
        return with(new Hosting(hosted.rules(), hosting.monitor(), machine));
    }

    @Override public HostedSide begun(int event, Happening happening) {
        return new HostedSide(hosted, hosting, maps, listener.begun(event, happening));
    }

    @Override public Map<String, String> places() {
        return listener.places(hosting);
    }

    @Override public Either<Told, HostedSide> stepped() {
        HostedSide now = this;
        boolean done = false;
        for (int count = 0; count < MOST; count++) {
            if (now.hosting.isExit()) {
                Answer answer = hosted.rules().on(now.hosting.monitor(), now.hosting.machine());
                if (answer.ended().isDefined()) return Either.left(ended(answer.ended().get()));
                done |= answer.retires() || Hosted.isTold(now.hosting, answer);
                now = now.with(answer);
            } else if (done && !now.hosting.machine().stack().isLoading()) {
                return Either.right(now);
            } else {
                Turn.Turned turned = hosted.turn().next(now.hosting.machine(), Choice.USUAL);
                if (!(turned.executed() instanceof Executed.Done(var effects, var because, _))) return Either.left(ended(turned.executed().because()));
                done |= turned.isInstruction() && now.hosting.isOfGuest();
                now = now.with(now.hosting.machine().with(effects));
            }
        }
        throw new IllegalStateException("a guest did not get on after " + MOST + " turns and answers");
    }

    private static Told ended(Clause because) {
        return Hosted.ended(because) instanceof Landing.Absent ? Told.ended(Outcome.ABORT, because) : Told.ended(Outcome.UNSPECIFIED, because);
    }

    @Override public HostedSide switched(int to) {
        return with(hosted.rules().switched(hosting.monitor(), hosting.machine(), to));
    }

    @Override public HostedSide remapped(int guest, NamedMap map) {
        Answer answer = hosted.rules().remapped(hosting.monitor(), hosting.machine(), guest, map.map());
        HostedSide after = with(answer);
        return new HostedSide(hosted, after.hosting, maps.update(guest, map), after.listener);
    }

    @Override public HostedSide happened(Event event) {
        return with(hosting.machine().with(Events.of(hosting.machine(), event)));
    }

    @Override public HostedSide transferred(Happening.Transferred transferred) {
        if (maps.get(transferred.guest()).map().host(transferred.at()).isEmpty()) return this;
        return with(hosted.rules().transferred(hosting.monitor(), hosting.machine(), transferred.guest(), transferred.at(), transferred.word()));
    }

    @Override public Landing touched(Reference reference) {
        return hosted.landed(hosting, reference, false).landing();
    }

    @Override public int running() {
        return hosting.monitor().running();
    }

    @Override public Machine seen(int guest) {
        if (guest == running()) return hosting.believed();
        VirtualProcessor other = hosting.monitor().processors().get(guest);
        return other.presence() == Presence.INSIDE ? hosting.with(hosted.rules().switched(hosting.monitor(), hosting.machine(), guest)).believed() : other.belief();
    }

    @Override public Memory memory() {
        return Frames.of(hosting.machine().memory(), hosting.monitor().devices());
    }

    @Override public NamedMap map(int guest) {
        return maps.get(guest);
    }

    @Override public HostedSide noting(int event, Happening happening, String told) {
        return this;
    }
}
