/// A base of vectors, with the guests that it has.
package vmmref.vectors.vmm;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;

/// Guests that have 128 KB of memory each, which begins at their address 0, and are otherwise as those of kind `intr`, with 1 in RSC.pl.
public record GuestBase(Base base, Seq<Start> guests) {
    /// One that does not translate.
    public static final GuestBase FLAT = of("guest@1", start(MachineBase.VECTORED, 0));
    /// One that translates everything.
    public static final GuestBase VIRTUAL = of("guest-virtual@1", start(MachineBase.VECTORED_VIRTUAL, 0));
    /// Two that translate everything.
    public static final GuestBase TWO = of("guests@1", start(MachineBase.VECTORED_VIRTUAL, 0), start(MachineBase.VECTORED_VIRTUAL, GuestBase.SECOND));

    /// The pages that a guest has, and the first frame of the second one.
    public static final int PAGES = 32;
    public static final int SECOND = 64;

    private static final String GUESTS = "guests";

    public static Seq<GuestBase> all() {
        return Vector.of(FLAT, VIRTUAL, TWO);
    }

    private static Start start(MachineBase base, int frame) {
        return new Start(MachineState.with(base.machine(), "ar.rsc", "4"), NamedMap.EMPTY.with(0, frame, PAGES));
    }

    private static GuestBase of(String name, Start... guests) {
        ObjectNode state = Json.object();
        ObjectNode all = state.putObject(GUESTS);
        Vector.of(guests).zipWithIndex().forEach(guest -> all.set(String.valueOf(guest._2), json(guest._1)));
        return new GuestBase(new Base(name, state), Vector.of(guests));
    }

    private static ObjectNode json(Start guest) {
        ObjectNode json = MachineState.json(guest.bare());
        json.set(NamedMap.NAME, guest.map().json());
        return json;
    }

    /// {@return a stimulus that starts from here, but for how other guests differ}
    public Stimulus stimulus(Seq<Start> others, ObjectNode in) {
        ObjectNode pre = Json.object();
        ObjectNode all = Json.object();
        others.zip(guests).zipWithIndex().forEach(pair -> differing(all, String.valueOf(pair._2), pair._1));
        if (!all.isEmpty()) pre.set(GUESTS, all);
        return Stimulus.of(in).from(base, pre);
    }

    private void differing(ObjectNode all, String number, Tuple2<Start, Start> pair) {
        ObjectNode known = (ObjectNode) base.state().get(GUESTS).get(number);
        ObjectNode json = MachineState.differing(pair._1.bare(), pair._2.bare(), known);
        ObjectNode map = differing(pair._1.map().json(), pair._2.map().json());
        if (!map.isEmpty()) json.set(NamedMap.NAME, map);
        if (!json.isEmpty()) all.set(number, json);
    }

    private static ObjectNode differing(ObjectNode map, ObjectNode from) {
        ObjectNode json = Json.object();
        map.properties().forEach(page -> { if (!page.getValue().equals(from.get(page.getKey()))) json.set(page.getKey(), page.getValue()); });
        from.propertyNames().forEach(page -> { if (!map.has(page)) json.putNull(page); });
        return json;
    }
}
