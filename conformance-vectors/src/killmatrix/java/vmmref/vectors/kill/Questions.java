package vmmref.vectors.kill;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;

/// The questions of the core vectors: of those of one topic that the same clauses decide, a few.
final class Questions {
    private static final LinkedHashMap<String, Kind> KINDS = LinkedHashMap.ofEntries(Kinds.all().map(kind -> Tuple.of(kind.name(), kind)));

    static final int ALIKE = 5;

    private Questions() { }

    /// {@return every question, with its right answer, and what it reaches when it is asked first; the first of those that are alike is also asked under other profiles, where they answer otherwise, and for what is expected: whatever an implementation chooses}
    static List<Question> of(Pack pack, Asked asked, Spots spots) {
        List<Question> all = new ArrayList<>();
        Map<String, Integer> alike = new HashMap<>();
        pack.vectors(Tier.CORE).forEach(vector -> {
            int number = alike.merge(topic(vector) + vector.clauses().sorted().mkString(" "), 1, Integer::sum);
            if (number > ALIKE) return;
            Seq<Question> answered = Asked.PROFILES.take(number == 1 ? Asked.PROFILES.size() : 1).flatMap(profile -> answered(vector, profile, false, asked, spots)).distinctBy(Question::right);
            answered.forEach(all::add);
            if (number == 1) answered(vector, Asked.PROFILES.head(), true, asked, spots).forEach(all::add);
        });
        return all;
    }

    private static String topic(Vector vector) {
        return vector.id().substring(0, vector.id().lastIndexOf('/') + 1);
    }

    private static Option<Question> answered(Vector vector, String profile, boolean expects, Asked asked, Spots spots) {
        return Option.when(meets(vector, profile), () -> {
            Question question = new Question(vector, KINDS.get(vector.kind()).get(), profile, expects, new Answered(""), new BitSet(), new BitSet(), 0);
            Probe.forget();
            Answered right = question.asked(asked, Long.MAX_VALUE);
            return question.first(right, Probe.reached(spots.size()), Probe.taken());
        });
    }

    private static boolean meets(Vector vector, String profile) {
        return vector.needs().unmet(new Parameters(Profile.named(profile).get().parameters())).isEmpty();
    }
}
