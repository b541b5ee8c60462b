package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import tools.jackson.databind.JsonNode;

/// A part of a JSON value that is read.
///
/// @param path where it stands, such as `$.machine.keys[3]`
/// @param json what stands there, or a missing node
record Spot(String path, JsonNode json) {
    private static final Pattern PLAIN = Pattern.compile("\\w+");
    private static final int MOST = 100;

    /// {@return a member of an object}
    Spot member(String name) {
        return new Spot(path + (PLAIN.matcher(name).matches() ? "." + name : "['" + name + "']"), json.path(name));
    }

    /// {@return the names of the members of an object, if one is here}
    Seq<String> names(String expected) {
        if (!json.isObject()) throw mistake(expected);
        return Vector.ofAll(json.propertyNames());
    }

    /// {@return this, if an object with no other members is here}
    Spot withOnly(Seq<String> members) {
        Seq<String> unknown = names("an object with the members " + members.mkString(", ")).removeAll(members);
        if (!unknown.isEmpty()) throw member(unknown.head()).mistake("no members but " + members.mkString(", "));
        return this;
    }

    /// {@return the elements of an array, if one is here}
    Seq<Spot> elements(String expected) {
        if (!json.isArray()) throw mistake(expected);
        return Vector.ofAll(json.values()).zipWithIndex((element, index) -> new Spot(path + "[" + index + "]", element));
    }

    /// {@return that something else was expected here}
    NotationMistake mistake(String expected) {
        return new NotationMistake(path + ": expected " + expected + "; here stands " + (json.isMissingNode() ? "nothing" : StringUtils.abbreviate(json.toString(), MOST)));
    }

    /// {@return that a class does not accept what stands here}
    NotationMistake refused(Class<?> by, String why) {
        return mistake("what " + by.getSimpleName() + " accepts (" + why + ")");
    }
}
