/// Guests that live, one of which runs: on the machines that they believe to have, or under a monitor.
package vmmref.vectors.vmm;

import io.vavr.collection.Map;
import io.vavr.control.Either;
import vmmref.model.event.Event;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.translate.Reference;
import vmmref.vectors.gpmap.Landing;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.xlate.Told;

/// @param <S> which of the two
interface Side<S extends Side<S>> {
    /// {@return the same after an event has begun}
    ///
    /// @param event its number
    S begun(int event, Happening happening);

    /// {@return what is told beside what guests see}
    Map<String, String> places();

    /// {@return what it comes to when the guest that runs makes a turn, or what ends it}
    Either<Told, S> stepped();

    /// {@return what it comes to when another guest runs}
    S switched(int to);

    /// {@return what it comes to when something else is behind the memory of a guest}
    S remapped(int guest, NamedMap map);

    /// {@return what it comes to when something happens to the guest that runs from outside}
    S happened(Event event);

    /// {@return the same after a device has stored to the memory of a guest}
    S transferred(Happening.Transferred transferred);

    /// {@return where a reference of the guest that runs would end}
    Landing touched(Reference reference);

    int running();

    /// {@return a guest as it believes its machine to be, without memory}
    Machine seen(int guest);

    /// {@return the memory of all guests, as [Frames] has it}
    Memory memory();

    /// {@return what is behind the memory of a guest}
    NamedMap map(int guest);

    /// {@return the same, after what is told of an event was told}
    ///
    /// @param event its number
    S noting(int event, Happening happening, String told);
}
