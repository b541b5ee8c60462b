package vmmref.properties.domain;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.protect.Access;
import vmmref.properties.alloy.Facts;
import vmmref.properties.alloy.Vocabulary;
import vmmref.vmm.keys.Pages;

/// The Java rules in the words of `domains.als`.
final class Spelling {
    static final Vocabulary WORDS = new Vocabulary("domains.als", LinkedHashMap.of("Frame", Setting.FRAMES, "Page", Setting.PAGES, "Guest", Setting.GUESTS),
        Vector.of("Host.catching", "Page <: guest", "Page <: permits"),
        Vector.of("Frame <: state", "Page <: frame", "Page <: piece", "Host.registers", "Sensitive"),
        Vector.of("event", "page", "by", "access", "content", "to", "key").map("Now."::concat),
        Vector.of("Now.outcome"));

    private Spelling() { }

    static Facts parameters(Setting setting) {
        Facts facts = Facts.none(WORDS.parameters()).and("Host.catching", setting.catching());
        for (int page = 0; page < Setting.PAGES; page++) {
            facts = facts.and("Page <: guest", page(page), guest(setting.guests().get(page)));
            for (Access access : setting.permits().get(page)) facts = facts.and("Page <: permits", page(page), access);
        }
        return facts;
    }

    static Facts state(Scene scene) {
        Facts facts = Facts.none(WORDS.state());
        for (int frame = 0; frame < Setting.FRAMES; frame++) {
            facts = facts.and("Frame <: state", frame(frame), scene.state(frame));
            for (Pages.Piece piece : scene.pages().pieces(frame)) facts = facts.and("Page <: piece", page(Scene.page(piece)), frame(frame), scene.made().get(Scene.page(piece)).get());
        }
        for (var each : scene.frames())    facts = facts.and("Page <: frame", page(each._1), frame(each._2));
        for (var each : scene.registers()) facts = facts.and("Host.registers", guest(each._1), each._2);
        for (int frame : scene.sensitive()) facts = facts.and("Sensitive", frame(frame));
        return facts;
    }

    static Facts event(Happening happening) {
        return switch (happening) {
            case Happening.Idle idle               -> named("Idle");
            case Happening.Use use                 -> with(with(named("Use").and("Now.page", page(use.page())).and("Now.access", use.access()), "Now.by", use.by().map(Spelling::page)),
                "Now.content", use.content().map(Spelling::content));
            case Happening.Store(int page, boolean content) -> named("Store").and("Now.page", page(page)).and("Now.content", content(content));
            case Happening.Change change           -> with(with(named("Change").and("Now.page", page(change.page())), "Now.to", change.to().map(Spelling::frame)),
                "Now.content", change.content().map(Spelling::content));
            case Happening.Drop(int page)          -> named("Drop").and("Now.page", page(page));
            case Happening.Evict(int guest, var state) -> named("Evict").and("Now.key", guest(guest), state);
        };
    }

    static Facts outcome(Option<String> outcome) {
        return with(Facts.none(WORDS.outcome()), "Now.outcome", outcome);
    }

    private static Facts named(String event) {
        return Facts.none(WORDS.event()).and("Now.event", event);
    }

    private static Facts with(Facts facts, String relation, Option<String> atom) {
        return atom.map(each -> facts.and(relation, each)).getOrElse(facts);
    }

    private static String content(boolean content) {
        return content ? "ToPatch" : "Plain";
    }

    private static String frame(int number) {
        return "Frame" + number;
    }

    private static String page(int number) {
        return "Page" + number;
    }

    private static String guest(int number) {
        return "Guest" + number;
    }
}
