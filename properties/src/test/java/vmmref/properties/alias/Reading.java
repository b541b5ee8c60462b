package vmmref.properties.alias;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PhysicalAddress;
import vmmref.properties.alloy.Facts;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Copy;
import vmmref.vmm.recognize.Place;

/// What `aliases.als` says, for the Java rules.
final class Reading {
    private Reading() { }

    static Setting setting(Facts parameters) {
        return new Setting(Catching.valueOf(parameters.of("Host.catching").single()), parameters.of("Sensitive").toVector().map(Reading::number).toSet(), parameters.of("Host.pool").size());
    }

    static Scene scene(Setting setting, Facts state) {
        Map<Integer, Integer> holds = tuples(state, "Frame <: holds").toMap(each -> Tuple.of(number(each.get(0)), number(each.get(1))));
        Map<Integer, Integer> map = tuples(state, "Host.map").toMap(each -> Tuple.of(number(each.get(0)), number(each.get(1))));
        Map<Spot, Integer> translations = tuples(state, "Host.translations").toMap(each -> Tuple.of(spot(each.get(0), each.get(1)), number(each.get(2))));
        Map<Spot, PhysicalAddress> pieces = tuples(state, "Host.pieces").toMap(each -> Tuple.of(spot(each.get(0), each.get(1)), place(each.get(2))));
        Scene scene = Scene.of(setting, Vector.range(0, Setting.FRAMES).map(frame -> holds.get(frame).get()), map, translations).withPieces(pieces).withCopies(copies(setting.room(), state));
        return tuples(state, "Host.noted").foldLeft(scene, (all, each) -> noted(all, number(each.get(0)), spot(each.get(1), each.get(2))));
    }

    /// {@return the same where a page has led to a frame, which is code therefore}
    private static Scene noted(Scene scene, int frame, Spot at) {
        return scene.withPages(scene.pages().with(frame, scene.found(frame)).holding(frame, at.piece()));
    }

    private static Copies copies(Copies none, Facts state) {
        Seq<String> spares = tuples(state, "Spare <: original").map(each -> each.get(0)).sortBy(spare -> tuples(state, "Host.older").count(older -> older.get(1).equals(spare)));
        return new Copies(none.first(), none.number(), none.stubs(), spares.foldLeft(LinkedHashMap.empty(), (all, spare) -> all.put(alias(state, spare), copy(state, spare))));
    }

    private static Alias alias(Facts state, String spare) {
        return new Alias(0, number(of(state, "Spare <: original", spare).single()), Setting.address(number(of(state, "Spare <: at", spare).single())), false, false);
    }

    private static Copy copy(Facts state, String spare) {
        return new Copy(number(spare), HashSet.of(new Place(number(of(state, "Spare <: from", spare).single()), 0)), HashMap.empty(), of(state, "Spare <: rids", spare).map(Reading::number).toSet());
    }

    static Happening happening(Facts event) {
        String name = event.of("Now.event").single();
        return switch (name) {
            case "Idle"   -> new Happening.Idle();
            case "Fetch"  -> new Happening.Fetch(at(event));
            case "Read"   -> new Happening.Read(at(event));
            case "Store"  -> frame(event).<Happening>map(frame -> new Happening.Device(frame, content(event))).getOrElse(() -> new Happening.Store(at(event), content(event)));
            case "Insert" -> new Happening.Insert(at(event), number(event.of("Now.physical").single()));
            case "Purge"  -> event.of("Now.pages").size() > 1 ? new Happening.PurgeAll(number(event.of("Now.rid").single())) : new Happening.Purge(at(event));
            case "Change" -> new Happening.Change(number(event.of("Now.physical").single()), frame(event));
            case "Flush"  -> new Happening.Flush();
            default       -> throw new IllegalArgumentException("no event is called " + name);
        };
    }

    private static Option<Integer> frame(Facts event) {
        return event.of("Now.frame").headOption().map(Reading::number);
    }

    private static int content(Facts event) {
        return number(event.of("Now.content").single());
    }

    private static Spot at(Facts event) {
        return spot(event.of("Now.rid").single(), event.of("Now.pages").single());
    }

    private static Spot spot(String rid, String page) {
        return new Spot(number(rid), number(page));
    }

    private static PhysicalAddress place(String atom) {
        return Setting.start(atom.startsWith("Spare") ? Setting.FRAMES + number(atom) : number(atom));
    }

    private static Seq<String> of(Facts state, String relation, String atom) {
        return tuples(state, relation).filter(each -> each.get(0).equals(atom)).map(each -> each.get(1));
    }

    private static Seq<Vector<String>> tuples(Facts facts, String relation) {
        return facts.of(relation).toVector().map(tuple -> Vector.of(tuple.split(" -> ")));
    }

    private static int number(String atom) {
        return Integer.parseInt(atom.replaceFirst("\\D+", ""));
    }
}
