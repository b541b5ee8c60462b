package vmmref.vectors.partition;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Partitioner;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Stimulus;

/// What a typed expectation owes to the profile for which it was typed: parameters of which another value would lead to other places.
final class Peculiarities {
    private static final Profile PROFILE = Profile.named("itanium2").get();
    private static final Partitioner OWN = Partitioner.architected(PROFILE);

    /// Other values, and what else has to be other for them to show.
    private static final Seq<Variation> VARIATIONS = Vector.of(
            of("cells", "1", "2", "3", "5", "8"), of("processors", "1", "3", "4"), of("partitions", "1", "2", "4", "8"),
            of("report-lines", "1", "2", "3", "64"), of("report-latency", "1", "3"), of("status-lines", "1", "4", "16", "64"), of("status-latency", "0", "2", "4"),
            of("in-transfer", "unsecure"), of("gate", "processor"), of("refusal", "nothing", "error"), of("bad-interrupt", "replace"),
            of("open-secure", "status:- route:- link:- firewall:- sharing:- interrupt:- general:-"),
            of("open-unsecure", "status:- route:- link:- firewall:- sharing:- interrupt:- general:-", "status:r route:r link:rw firewall:rw sharing:rw interrupt:rw general:rw"))
        .flatMap(variations -> variations).append(Variation.of("status-latency", LinkedHashMap.of("status-latency", "0", "status-lines", "64")));

    private record Variation(String parameter, Parameters parameters, Partitioner rules) {
        static Variation of(String parameter, Map<String, String> values) {
            Map<String, String> all = values.merge(PROFILE.parameters());
            return new Variation(parameter, new Parameters(all), Partitioner.architected(new Profile("other", all)));
        }
    }

    private static Seq<Variation> of(String parameter, String... values) {
        return Vector.of(values).map(value -> Variation.of(parameter, LinkedHashMap.of(parameter, value)));
    }

    private Peculiarities() { }

    /// {@return the needs of a case that are met where the same comes of it as under the profile}
    static Needs of(Stimulus stimulus, Needs known) {
        Story story = Story.read(stimulus.start(), stimulus.in());
        Expectation expected = story.expectation(OWN);
        return new Needs(VARIATIONS.filter(variation -> known.unmet(variation.parameters).isEmpty())
            .filter(variation -> !story.expectation(variation.rules).post().equals(expected.post()))
            .map(Variation::parameter).foldLeft(known.conditions(), (needs, parameter) -> needs.put(parameter, "=" + PROFILE.value(parameter))));
    }
}
