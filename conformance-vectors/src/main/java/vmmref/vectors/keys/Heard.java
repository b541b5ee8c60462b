/// Which accesses a monitor has caught, and what it takes frames to be used as.
package vmmref.vectors.keys;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.protect.Access;
import vmmref.spec.FirstAccesses;
import vmmref.spec.Guests;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.vmm.Happening;
import vmmref.vectors.vmm.Listener;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Exit;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Privileged;

/// @param event  the one that happens
/// @param caught by event, of those that are steps
/// @param frames those of the host that were ever used
record Heard(int event, Map<Integer, Boolean> caught, Set<Long> frames) implements Listener {
    static final Heard NOTHING = new Heard(0, LinkedHashMap.empty(), LinkedHashSet.empty());

    @Override public Heard begun(int number, Happening happening) {
        return new Heard(number, happening instanceof Happening.Stepped ? caught.put(number, false) : caught, frames);
    }

    @Override public Heard answered(Hosting before, Answer answer) {
        boolean isCaught = answer.decided().contains(FirstAccesses.STATE_MOVED) || answer.decided().contains(FirstAccesses.BYTES_OWN) && isMade(answer) && !isPermitted(before, answer);
        return new Heard(event, isCaught ? caught.computeIfPresent(event, (number, was) -> true)._2 : caught, frames.addAll(answer.monitor().pages().states().keySet()));
    }

    /// {@return whether the monitor has done an access, and not told the guest of a fault that only the instruction has}
    private static boolean isMade(Answer answer) {
        return answer.retires() || !answer.decided().contains(Guests.INTERRUPTION_REFLECTED);
    }

    /// {@return whether an access that the monitor does is one that the state of its page permits, and the hardware cannot be let do: the data are what it loads last}
    private static boolean isPermitted(Hosting before, Answer answer) {
        boolean reads = Exit.of(before.rules().host().profile(), before.machine()).cause().reference().exists(type -> type.access() == Access.READ);
        Option<Long> frame = answer.done().filter(operation -> operation instanceof Privileged.Loading).lastOption().map(operation -> ((Privileged.Loading) operation).at().bits() >>> GuestMap.PAGE_LOG2);
        return reads && frame.exists(number -> before.monitor().pages().state(number) == PageState.CODE);
    }

    @Override public Map<String, String> places(Hosting end) {
        Map<String, String> told = LinkedHashMap.ofEntries(caught.toVector().map(each -> Tuple.of(Catches.caught(each._1), each._2 ? "yes" : "no")));
        return frames.foldLeft(told, (all, frame) -> all.put(name(frame), end.monitor().pages().state(frame).name().toLowerCase(Locale.ROOT)));
    }

    private static String name(long frame) {
        return NamedMap.frame(NamedMap.nameOfHost(new PhysicalAddress(frame << GuestMap.PAGE_LOG2))).map(Catches::state).getOrElse("elsewhere");
    }
}
