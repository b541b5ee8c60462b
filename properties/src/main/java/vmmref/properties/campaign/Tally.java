package vmmref.properties.campaign;

import io.vavr.collection.Map;
import java.util.SortedMap;
import vmmref.properties.guarantee.Outcomes.Promise;

/// What came of a shard.
///
/// @param shard      that was executed
/// @param cases      executed, those executed twice counted once
/// @param discards   cases that said nothing, by the reason
/// @param behaviours what was seen
/// @param failures   by symptom
/// @param edged      whether it ended with the last edge case
/// @param exhausted  whether the edge cases of the law are all its cases
/// @param promises   of what comes up and what never does, by name
/// @param figures    sums over the cases, by name
/// @param nanos      processor or waiting time; no result depends on it
record Tally(Shard shard, long cases, SortedMap<String, Long> discards, SortedMap<String, Sighting> behaviours, SortedMap<String, Sighting> failures, boolean edged, boolean exhausted,
             Map<String, Promise> promises, SortedMap<String, Long> figures, long nanos) { }
