/// The machine that a guest believes to have, whose memory is named by a map.
package vmmref.vectors.gpmap;

import io.vavr.collection.List;
import io.vavr.control.Option;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Arrival;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;
import vmmref.spec.Clause;
import vmmref.model.interruption.Interruption;
import vmmref.spec.Interruptions;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.GuestMachine;

/// @param rules of that machine
public record Bare(Semantics rules) {
    private static final int MOST = 8;
    /// Those that were asked for, newest first.
    private static volatile List<Known> known = List.empty();

    private record Known(Profile host, Bare bare) { }

    /// {@return that machine on a host}
    public static Bare on(Profile host) {
        return known.find(each -> each.host == host).map(Known::bare).getOrElse(() -> {
            Bare bare = new Bare(GuestMachine.on(host));
            known = known.prepend(new Known(host, bare)).take(MOST);
            return bare;
        });
    }

    /// Where a reference ends, and what it reached by the rules of the machine.
    public record Landed(Landing landing, Arrival arrival) {
        /// {@return whether that is a register of a device, which has no memory attribute}
        public boolean isDevice() {
            return landing instanceof Landing.Reached(var place, var attribute, var because) && attribute.isEmpty();
        }
    }

    /// {@return where a reference ends; the walker reads 0 where nothing is behind the table}
    public Landed landed(Addressing machine, Memory memory, NamedMap map, Reference reference, Choice choice) {
        Arrival arrival = rules.translator().arrive(machine, memory, reference, choice);
        if (reference.type() == ReferenceType.FETCH && !rules.translator().implementsFetch(machine, reference.address())) return new Landed(new Landing.Faulted(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS,
            Option.some(reference.address()).filter(at -> machine.psr().ic()), Interruptions.FETCH_UNIMPLEMENTED), new Arrival(arrival.translated(), Target.Nothing.NOTHING));
        return new Landed(landing(arrival.translated(), machine.psr().ic(), map, reference), arrival);
    }

    private static Landing landing(Translated translated, boolean collects, NamedMap map, Reference reference) {
        return switch (translated) {
            case Translated.To(var address, var attribute, var because) -> reached(map, address, attribute, because, reference);
            case Translated.Raised(var fault, var because)              -> new Landing.Faulted(fault.kind(), fault.at().filter(at -> collects), because);
            case Translated.Deferred(var because)                       -> new Landing.Deferred(because);
            case Translated.Dropped(var because)                        -> new Landing.Dropped(because);
            case Translated.Unspecified(var because)                    -> new Landing.Unspecified(because);
            case Translated.Answered answered                           -> throw new IllegalStateException("a query reaches no memory: " + answered);
        };
    }

    private static Landing reached(NamedMap map, PhysicalAddress address, MemoryAttribute attribute, Clause because, Reference reference) {
        if (reference.type() == ReferenceType.LFETCH_FAULT && map.isDevice(address)) return new Landing.Dropped(because);
        Option<String> name = map.name(address).filter(place -> reference.type() != ReferenceType.FETCH || !map.isDevice(address));
        return name.<Landing>map(place -> new Landing.Reached(place, Option.when(!map.isDevice(address), attribute), because)).getOrElse(() -> new Landing.Absent(Guests.MEMORY_ABSENT));
    }
}
