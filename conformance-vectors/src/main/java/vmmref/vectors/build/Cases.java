package vmmref.vectors.build;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Templates;
import vmmref.model.instruction.Need;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vmm.build.Line;

/// What the drafts of this kind have in common.
final class Cases {
    private Cases() { }

    /// {@return a draft whose expectation the model fills}
    static Draft model(String topic, String title, String flag, Needs needs, Request request) {
        return new Draft(topic, Tier.CORE, Level.MUST, title, flag.isEmpty() ? Vector.empty() : Vector.of(flag), needs, request.json(), Option.none(), "model", Option.none());
    }

    /// {@return a draft that differs from another question in one thing}
    static Draft near(Draft draft, Request other) {
        return draft.nearTo(Stimulus.of(other.json()));
    }

    /// {@return a draft that only some implementations are asked}
    static Draft needing(Draft draft, Needs needs) {
        return new Draft(draft.topic(), draft.tier(), draft.level(), draft.title(), draft.flags(), needs, draft.stimulus(), draft.typed(), draft.source(), draft.near());
    }

    static Needs needs(Option<Need> need) {
        return need.map(condition -> new Needs(LinkedHashMap.of(condition.parameter(), String.valueOf(condition.present())))).getOrElse(Needs.none());
    }

    static Needs longBranches(boolean there) {
        return new Needs(LinkedHashMap.of("brl", String.valueOf(there)));
    }

    /// {@return the instructions of a text with bars between them}
    static Seq<Line> lines(String text) {
        return text.isBlank() ? Vector.empty() : Vector.of(text.split("\\|")).map(each -> Lines.line(each.strip()).getOrElseThrow(() -> new IllegalStateException(each)));
    }

    /// {@return the bundle of a template with the instructions of a text}
    static Bundle bundle(String template, String instructions) {
        return Templates.architected().named(template).get().bundle(lines(instructions).map(Line::slot));
    }
}
