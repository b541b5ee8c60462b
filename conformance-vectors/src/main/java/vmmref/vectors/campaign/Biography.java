/// What guests have lived through, as a case.
package vmmref.vectors.campaign;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.event.Event;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.properties.guarantee.Deed;
import vmmref.properties.guarantee.Lived;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.gpmap.Cases;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.vmm.Happening;
import vmmref.vectors.vmm.Life;
import vmmref.vectors.vmm.Start;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Monitoring;

/// A kind says what the monitor does besides: it catches first accesses, takes registers or patches. How many pages, keys and registers of the host it has is no matter of a case.
///
/// @param base of the host's frames that have names
record Biography(Lived lived, long base) {
    private static final int MOST_GUESTS = 2;
    /// The bytes of the frames that names can name.
    private static final long NAMED = 1L << 36;
    private static final String GUESTS = "guests";

    /// {@return the case of a life, if one can say it: of one or two guests of one processor each, to which nothing happens that only a law can do}
    static Option<Case> of(Lived lived) {
        boolean said = lived.guests().size() <= MOST_GUESTS && lived.guests().forAll(guest -> guest.processors().size() == 1) && !lived.deeds().isEmpty() && !lived.deeds().exists(deed -> deed instanceof Deed.Contrived);
        Seq<Long> frames = lived.guests().map(Guest::map).appendAll(lived.deeds().flatMap(deed -> deed instanceof Deed.Moved(int guest, GuestMap map) ? Option.some(map) : Option.none()))
            .flatMap(GuestMap::runs).flatMap(run -> run.backing() instanceof Backing.Frames(var first) ? Option.some(first.bits()) : Option.none());
        long base = frames.min().getOrElse(0L) & -NAMED;
        return Option.when(said && frames.forAll(frame -> frame - base < NAMED), () -> new Biography(lived, base).told());
    }

    private Case told() {
        Seq<Start> starts = lived.guests().map(this::start);
        ObjectNode pre = Json.object();
        ObjectNode guests = pre.putObject(GUESTS);
        starts.zipWithIndex().forEach(start -> {
            ObjectNode json = MachineState.json(start._1.bare());
            json.set(NamedMap.NAME, start._1.map().json());
            guests.set(String.valueOf(start._2), json);
        });
        Needs needs = starts.foldLeft(new Needs(LinkedHashMap.empty()), (all, start) -> Cases.needs(start.bare().addressing(), Vector.empty(), LinkedHashMap.ofEntries(all.conditions())));
        return new Case(kind(), needs, Stimulus.of(new Life(starts, happenings()).in()).from(pre));
    }

    /// What registers of devices hold no case says.
    private Start start(Guest guest) {
        Machine bare = guest.processors().head();
        NamedMap map = named(guest.map());
        return new Start(bare.withMemory(bare.memory().written().reject(map::isMemory).foldLeft(bare.memory(), (kept, at) -> kept.with(at, Long.BYTES, 0))), map);
    }

    private String kind() {
        Monitoring rules = lived.rules();
        if (rules.patching().pages() > 0)            return "patch";
        if (!rules.scratching().set().isEmpty())     return "scratch";
        return rules.watch().catching() == Catching.NOTHING ? "vmm" : "keys";
    }

    private Seq<Happening> happenings() {
        return lived.deeds().map(deed -> switch (deed) {
            case Deed.Turned(int turns)                    -> new Happening.Stepped(turns);
            case Deed.Ticked(long ticks)                   -> new Happening.Outside(new Event.Tick(ticks));
            case Deed.Switched(int to)                     -> new Happening.Switched(to);
            case Deed.Moved(int guest, GuestMap map)       -> new Happening.Remapped(guest, named(map).map().runs(), Vector.empty());
            case Deed.Stored(int guest, var at, long word) -> new Happening.Transferred(guest, at, word);
            case Deed.Contrived()                          -> throw new IllegalStateException("no case says what only a law can do");
        });
    }

    private NamedMap named(GuestMap map) {
        return map.runs().foldLeft(NamedMap.EMPTY, (named, run) -> named.with(new GuestMap.Run(run.first(), run.number(), named(run.backing()))));
    }

    private Backing named(Backing backing) {
        return backing instanceof Backing.Frames(var first) ? new Backing.Frames(new PhysicalAddress(NamedMap.host((int) ((first.bits() - base) / GuestMap.PAGE)).bits())) : backing;
    }
}
