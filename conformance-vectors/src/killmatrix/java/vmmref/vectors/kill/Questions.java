package vmmref.vectors.kill;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
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

    static final int ALIKE = Integer.getInteger("vmmref.kill.alike", 5);

    private Questions() { }

    /// {@return every question, with its right answer and no reach; the first of those that are alike is also asked under other profiles, and for what is expected: whatever an implementation chooses}
    static List<Question> of(Pack pack, Asked asked) {
        List<Question> all = new ArrayList<>();
        Map<String, Integer> alike = new HashMap<>();
        pack.vectors(Tier.CORE).forEach(vector -> {
            int number = alike.merge(topic(vector) + vector.clauses().sorted().mkString(" "), 1, Integer::sum);
            if (number > ALIKE) return;
            add(all, asked, question(vector, Asked.PROFILES.head(), false));
            if (number == 1) {
                add(all, asked, question(vector, Asked.PROFILES.head(), true));
                Asked.PROFILES.tail().forEach(profile -> add(all, asked, question(vector, profile, false)));
            }
        });
        return all;
    }

    private static Question question(Vector vector, String profile, boolean expects) {
        return new Question(vector, KINDS.get(vector.kind()).get(), profile, expects, new Answered(""), new BitSet(), 0);
    }

    private static String topic(Vector vector) {
        return vector.id().substring(0, vector.id().lastIndexOf('/') + 1);
    }

    private static void add(List<Question> all, Asked asked, Question question) {
        if (meets(question.vector(), question.profile())) all.add(question.knowing(question.asked(asked, Long.MAX_VALUE), new BitSet(), Probe.taken()));
    }

    private static boolean meets(Vector vector, String profile) {
        return vector.needs().unmet(new Parameters(Profile.named(profile).get().parameters())).isEmpty();
    }
}
