package vmmref.properties.domain;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.protect.Access;
import vmmref.properties.alloy.Facts;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;

/// What `domains.als` says, for the Java rules.
final class Reading {
    private Reading() { }

    static Setting setting(Facts parameters) {
        Map<Integer, Integer> guests = parameters.of("Page <: guest").toVector().map(Reading::words).toMap(each -> Tuple.of(number(each.get(0)), number(each.get(1))));
        return new Setting(Catching.valueOf(parameters.of("Host.catching").single()), Vector.range(0, Setting.PAGES).map(page -> guests.get(page).get()),
            Vector.range(0, Setting.PAGES).map(page -> Vector.of(Access.values()).filter(access -> parameters.of("Page <: permits").contains("Page" + page + " -> " + access)).toSet()));
    }

    static Scene scene(Setting setting, Facts state) {
        Pages pages = state.of("Frame <: state").toVector().map(Reading::words).foldLeft(Pages.UNSEEN, (all, each) -> all.with(number(each.get(0)), PageState.valueOf(each.get(1))));
        Map<Integer, PageState> made = HashMap.empty();
        for (String piece : state.of("Page <: piece")) {
            Vector<String> words = words(piece);
            pages = pages.holding(number(words.get(1)), Scene.piece(number(words.get(0))));
            made = made.put(number(words.get(0)), PageState.valueOf(words.get(2)));
        }
        Map<Integer, Integer> frames = state.of("Page <: frame").toVector().map(Reading::words).toMap(each -> Tuple.of(number(each.get(0)), number(each.get(1))));
        Set<Tuple2<Integer, PageState>> registers = state.of("Host.registers").toVector().map(Reading::words).map(each -> Tuple.of(number(each.get(0)), PageState.valueOf(each.get(1)))).toSet();
        return new Scene(setting, frames, pages, made, registers, state.of("Sensitive").toVector().map(Reading::number).toSet());
    }

    static Happening happening(Facts event) {
        Option<Boolean> content = event.of("Now.content").headOption().map("ToPatch"::equals);
        return switch (event.of("Now.event").single()) {
            case "Idle"   -> new Happening.Idle();
            case "Use"    -> new Happening.Use(page(event), event.of("Now.by").headOption().map(Reading::number), Access.valueOf(event.of("Now.access").single()), content);
            case "Store"  -> new Happening.Store(page(event), content.get());
            case "Change" -> new Happening.Change(page(event), event.of("Now.to").headOption().map(Reading::number), content);
            case "Drop"   -> new Happening.Drop(page(event));
            case "Evict"  -> new Happening.Evict(number(words(event.of("Now.key").single()).get(0)), PageState.valueOf(words(event.of("Now.key").single()).get(1)));
            default       -> throw new IllegalArgumentException("no event is called " + event.of("Now.event"));
        };
    }

    private static int page(Facts event) {
        return number(event.of("Now.page").single());
    }

    private static Vector<String> words(String tuple) {
        return Vector.of(tuple.split(" -> "));
    }

    private static int number(String atom) {
        return Integer.parseInt(atom.replaceFirst("\\D+", ""));
    }
}
