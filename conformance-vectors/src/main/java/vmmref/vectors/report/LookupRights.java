/// What a page that a reference reaches says of itself: its bits, what it permits, and its key.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Addressing;
import vmmref.model.protect.Access;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Target;
import vmmref.model.translate.Translator;
import vmmref.vectors.format.Json;

/// Rights are told for every level.
record LookupRights(Translator rules, Addressing machine, Target.Page page) {

    private static final Seq<Integer> LEVELS = List.range(0, 4);

    /// {@return three lines for a person}
    String text() {
        return "  page     %s\n".formatted(LookupWords.text(entry()))
            + "  rights   ar %d   pl %d   level %s\n".formatted(entry().ar(), entry().pl(), LEVELS.map(level -> "%d %s".formatted(level, permitted(level))).mkString("   "))
            + "  key      %s\n".formatted(key());
    }

    private String key() {
        String key = LookupWords.identifier(translation().key());
        if (!machine.psr().pk()) return key + "   not looked at, as PSR.pk is 0";
        return key + page.register().map(register -> "   in pkr%d, which disables %s".formatted(number(register), disabled(register))).getOrElse("   in no valid pkr");
    }

    private int number(ProtectionKeyRegister register) {
        return List.range(0, machine.keys().number()).find(number -> machine.keys().get(number).equals(register)).get();
    }

    private String disabled(ProtectionKeyRegister register) {
        String disabled = LookupWords.accesses(access -> rules.keys().disables(register, access));
        return disabled.equals("-") ? "nothing" : disabled;
    }

    private String permitted(int level) {
        return LookupWords.accesses(access -> permits(level, access));
    }

    private boolean permits(int level, Access access) {
        return rules.rights().permit(entry().ar(), entry().pl(), level, access);
    }

    /// {@return the same as an object}
    ObjectNode json() {
        ObjectNode json = Json.object().put("p", entry().p()).put("a", entry().a()).put("d", entry().d()).put("ma", LookupWords.attribute(entry())).put("ed", entry().ed())
            .put("ar", entry().ar()).put("pl", entry().pl());
        json.set("permits", Json.texts(LEVELS.map(this::permitted)));
        json.put("key", LookupWords.identifier(translation().key()));
        Option<Integer> register = page.register().map(this::number);
        register.forEach(number -> json.put("pkr", number));
        return json;
    }

    private Translation translation() {
        return page.translation();
    }

    private Pte entry() {
        return translation().entry();
    }
}
