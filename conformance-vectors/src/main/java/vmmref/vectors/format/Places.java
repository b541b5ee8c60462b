/// Places and their values, those of a fault among them.
package vmmref.vectors.format;

import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;

/// A field of a fault is compared, announced and explained as a place of its own: `kind` of a fault is the place `fault.kind`.
final class Places {

    private static final String FAULT = "fault.";

    private Places() { }

    /// {@return the same in alphabetical order}
    static Map<String, String> sorted(Map<String, String> places) {
        return places instanceof TreeMap ? places : TreeMap.ofEntries(places);
    }

    /// {@return the places of some values and of a fault}
    static Map<String, String> of(Map<String, String> values, Map<String, String> fault) {
        return fault.isEmpty() ? values : fault.foldLeft(values, (all, field) -> all.put(FAULT + field._1, field._2));
    }

    /// {@return those of some places that are parts of a fault, by the names that its fields have}
    static Map<String, String> fault(Map<String, String> places) {
        return places.filterKeys(place -> place.startsWith(FAULT)).mapKeys(place -> place.substring(FAULT.length()));
    }

    /// {@return those of some places that are no part of a fault}
    static Map<String, String> values(Map<String, String> places) {
        return places.filterKeys(place -> !place.startsWith(FAULT));
    }

    /// Reads an object of places that are no part of a fault.
    /// @throws FieldMistake if one is, or a value is no string
    static Map<String, String> read(Fields fields, String name) {
        Map<String, String> values = strings(fields, name);
        values.keySet().find(place -> place.startsWith(FAULT)).forEach(place -> {
            throw fields.child(name).mistake(place, "is a part of the fault", "write it in the object `fault`, without `fault.` before it");
        });
        return values;
    }

    /// Reads an object of strings, empty when absent.
    /// @throws FieldMistake if a value is no string, or has no name
    static Map<String, String> strings(Fields fields, String name) {
        Map<String, String> values = fields.optional(name).map(Fields::strings).getOrElse(TreeMap.empty());
        if (values.containsKey("")) throw fields.child(name).mistake("", "has no name", "name the place, or remove it");
        return values;
    }
}
