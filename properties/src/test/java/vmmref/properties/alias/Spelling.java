package vmmref.properties.alias;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PhysicalAddress;
import vmmref.properties.alloy.Facts;
import vmmref.properties.alloy.Vocabulary;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copy;

/// The Java rules in the words of `aliases.als`.
final class Spelling {
    static final Vocabulary WORDS = new Vocabulary("aliases.als",
        LinkedHashMap.of("Frame", Setting.FRAMES, "Content", Setting.CONTENTS, "Physical", Setting.PHYSICALS, "Page", Setting.PAGES, "Rid", Setting.RIDS),
        Vector.of("Host.catching", "Sensitive", "Host.pool"),
        Vector.of("Frame <: holds", "Host.map", "Host.translations", "Host.pieces", "Host.noted", "Spare <: original", "Spare <: at", "Spare <: from", "Spare <: rids", "Host.older"),
        Vector.of("event", "rid", "pages", "physical", "frame", "content").map("Now."::concat),
        Vector.of("Now.outcome", "Now.found"));

    private Spelling() { }

    static Facts parameters(Setting setting) {
        Facts facts = Facts.none(WORDS.parameters()).and("Host.catching", setting.catching());
        for (int content : setting.sensitive()) facts = facts.and("Sensitive", content(content));
        for (int number = 0; number < setting.pool(); number++) facts = facts.and("Host.pool", spare(number));
        return facts;
    }

    static Facts state(Scene scene) {
        Facts facts = Facts.none(WORDS.state());
        for (int frame = 0; frame < Setting.FRAMES; frame++) {
            facts = facts.and("Frame <: holds", frame(frame), content(scene.holds().get(frame)));
            for (Pages.Piece piece : scene.pages().pieces(frame)) facts = facts.and("Host.noted", frame(frame), rid(piece.rid()), page(Setting.page(piece.page())));
        }
        for (var each : scene.map())          facts = facts.and("Host.map", physical(each._1), frame(each._2));
        for (var each : scene.translations()) facts = facts.and("Host.translations", rid(each._1.rid()), page(each._1.page()), physical(each._2));
        for (var each : scene.pieces())       facts = facts.and("Host.pieces", rid(each._1.rid()), page(each._1.page()), place(each._2));
        Seq<Copy> older = Vector.empty();
        for (var each : scene.copies().made()) {
            facts = copied(facts, each._1, each._2);
            for (Copy before : older) facts = facts.and("Host.older", spare(before.number()), spare(each._2.number()));
            older = older.append(each._2);
        }
        return facts;
    }

    private static Facts copied(Facts facts, Alias alias, Copy copy) {
        String spare = spare(copy.number());
        Facts made = facts.and("Spare <: original", spare, frame((int) alias.frame())).and("Spare <: at", spare, page(Setting.page(alias.page()))).and("Spare <: from", spare, content(copy.breaks().single().bundle()));
        return copy.rids().foldLeft(made, (all, rid) -> all.and("Spare <: rids", spare, rid(rid)));
    }

    static Facts event(Happening happening) {
        return switch (happening) {
            case Happening.Idle idle                        -> named("Idle");
            case Happening.Fetch(Spot at)                   -> at("Fetch", at);
            case Happening.Read(Spot at)                    -> at("Read", at);
            case Happening.Store(Spot through, int content) -> at("Store", through).and("Now.content", content(content));
            case Happening.Device(int frame, int content)   -> named("Store").and("Now.frame", frame(frame)).and("Now.content", content(content));
            case Happening.Insert(Spot at, int physical)    -> at("Insert", at).and("Now.physical", physical(physical));
            case Happening.Purge(Spot at)                   -> at("Purge", at);
            case Happening.PurgeAll(int rid)                -> Vector.range(0, Setting.PAGES).foldLeft(named("Purge").and("Now.rid", rid(rid)), (all, page) -> all.and("Now.pages", page(page)));
            case Happening.Change(int physical, var frame)  -> with(named("Change").and("Now.physical", physical(physical)), "Now.frame", frame.map(Spelling::frame));
            case Happening.Flush flush                      -> named("Flush");
        };
    }

    static Facts outcome(Play.Result result) {
        return with(with(Facts.none(WORDS.outcome()), "Now.outcome", result.outcome()), "Now.found", result.found().map(Spelling::place));
    }

    private static Facts named(String event) {
        return Facts.none(WORDS.event()).and("Now.event", event);
    }

    private static Facts with(Facts facts, String relation, Option<String> atom) {
        return atom.map(each -> facts.and(relation, each)).getOrElse(facts);
    }

    private static Facts at(String event, Spot at) {
        return named(event).and("Now.rid", rid(at.rid())).and("Now.pages", page(at.page()));
    }

    /// {@return a frame, or a page behind all frames}
    private static String place(PhysicalAddress at) {
        int number = (int) (at.bits() / GuestMap.PAGE);
        return number < Setting.FRAMES ? frame(number) : spare(number - Setting.FRAMES);
    }

    private static String frame(int number) {
        return "Frame" + number;
    }

    private static String spare(int number) {
        return "Spare" + number;
    }

    private static String content(int number) {
        return "Content" + number;
    }

    private static String physical(int number) {
        return "Physical" + number;
    }

    private static String page(int number) {
        return "Page" + number;
    }

    private static String rid(int number) {
        return "Rid" + number;
    }
}
