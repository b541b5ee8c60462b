/// The drafts of several kinds, each with its id.
package vmmref.vectors.fill;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import vmmref.vectors.format.Bases;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Id;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Stimulus;

/// `ledger` holds the ids of all of them.
final class Drafts {

    private record Loose(Kind kind, Draft draft, Case given) { }

    private final Ledger                  ledger;
    private final Seq<Named>              all;
    private final Map<String, Seq<Named>> byStimulus;

    private Drafts(Ledger ledger, Seq<Named> all) {
        this.ledger     = ledger;
        this.all        = all;
        this.byStimulus = all.groupBy(named -> key(named.kind().name(), named.draft().stimulus())).mapValues(group -> group);
    }

    /// Gives every draft its id: the one that the ledger has for its case, or else the next of its topic.
    /// @throws PackDamage if two drafts are the same case, or one has been withdrawn, starts from none of the bases, or is not of the form
    /// of a draft
    static Drafts named(Seq<Kind> kinds, Ledger ledger, Bases bases, Seq<Revoked> revoked) {
        Seq<Loose> drafts = kinds.flatMap(kind -> kind.drafts().map(draft -> loose(kind, draft, bases)));
        distinct(drafts);
        Ledger      grown     = drafts.foldLeft(ledger, (ids, loose) -> ids.naming(loose.given, loose.draft.topic(), Manifest.PACK));
        Seq<Named>  all       = drafts.map(loose -> new Named(loose.kind, loose.draft, loose.given, grown.find(loose.given).get()));
        Set<String> withdrawn = HashSet.ofAll(revoked.map(Revoked::id));
        all.find(named -> withdrawn.contains(named.id())).forEach(named -> {
            throw named.mistake("was revoked", "remove the draft: revoked.txt says why");
        });
        return new Drafts(grown, all);
    }

    Ledger ledger() {
        return ledger;
    }

    /// {@return the drafts in the order of their ids}
    Seq<Named> all() {
        return all.sortBy(named -> named.entry().id());
    }

    /// {@return the id of the vector that a draft calls its near one}
    /// @throws PackDamage if there is no such vector, or several, or it is the draft itself
    Option<String> near(Named named) {
        return named.draft().near().map(stimulus -> {
            Seq<Named> candidates = byStimulus.getOrElse(key(named.kind().name(), stimulus), List.empty());
            Seq<Named> same       = candidates.filter(other -> other.draft().needs().equals(named.draft().needs()));
            Named near = same.orElse(candidates).headOption().getOrElseThrow(() ->
                named.mistake("names a near case that no draft has: " + text(stimulus), "add the near case as a draft, or name one of the others"));
            if (same.isEmpty() && candidates.size() > 1)
                throw named.mistake("names a near case that " + candidates.size() + " drafts have", "give one of them the needs of this draft");
            if (near.id().equals(named.id()))
                throw named.mistake("is its own near case", "name a case that differs in one field");
            return near.id();
        });
    }

    private static Loose loose(Kind kind, Draft draft, Bases bases) {
        String family = kind.name() + "/" + draft.topic();
        Case   given  = draft.given(kind.name());
        if (!Id.named(kind.name(), draft.topic()))
            throw new PackDamage(Finding.of(family, "the draft \"" + draft.title() + "\" is of no topic", "topics are lower-case words joined by hyphens, the last one no number"));
        draft.stimulus().base().filter(base -> !bases.named(base.name()).exists(base::equals)).forEach(base -> {
            throw new PackDamage(Finding.of(family, "the draft \"" + draft.title() + "\" starts from " + base.name() + ", which no kind has", "add it to the bases of the kind"));
        });
        mistake(kind, given).forEach(bad -> {
            throw new PackDamage(Finding.of(family, "the draft \"" + draft.title() + "\": " + bad.path() + " " + bad.problem(), bad.remedy()));
        });
        return new Loose(kind, draft, given);
    }

    private static Option<FieldMistake> mistake(Kind kind, Case given) {
        try {
            Json.canonical(given.json());
            return kind.unreadable(given);
        } catch (FieldMistake bad) {
            return Option.some(bad);
        }
    }

    private static void distinct(Seq<Loose> drafts) {
        drafts.foldLeft(HashMap.<String, Loose>empty(), (seen, next) -> {
            seen.get(next.given.hash()).forEach(before -> {
                throw new PackDamage(Finding.of(next.kind.name() + "/" + next.draft.topic(),
                    "the drafts \"" + before.draft.title() + "\" and \"" + next.draft.title() + "\" are the same case: " + text(next.draft.stimulus()),
                    "remove one of the two"));
            });
            return seen.put(next.given.hash(), next);
        });
    }

    private static String key(String kind, Stimulus stimulus) {
        return kind + " " + Json.canonical(stimulus.json());
    }

    private static String text(Stimulus stimulus) {
        return Json.line(stimulus.equals(Stimulus.of(stimulus.in())) ? stimulus.in() : stimulus.json());
    }
}
