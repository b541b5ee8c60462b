package vmmref.properties.arbitrary.kernel;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.Memory;
import vmmref.properties.arbitrary.BundleText;
import vmmref.properties.arbitrary.Bundles;

/// Code as a person writes it: a line is an instruction in a bundle of its own, three with bars between them in one, or a label, which ends with a colon. In an instruction `@label` is the distance to a label, and `&label` its address.
///
/// @param at     the address of the first bundle
/// @param known  labels of other code, and where they are
/// @param lines  of code
public record Listing(long at, Map<String, Long> known, Seq<String> lines) {
    private static final int BUNDLE = 16;
    private static final Pattern REFERENCE = Pattern.compile("[@&](\\w+)");

    /// {@return code that knows no labels but its own}
    public static Listing of(long at, Seq<String> lines) {
        return new Listing(at, LinkedHashMap.empty(), lines);
    }

    /// {@return the labels and their addresses, those of other code among them}
    public Map<String, Long> labels() {
        return lines.foldLeft(new Placed(at, known), Placed::after).labels();
    }

    /// Where the next line goes.
    private record Placed(long at, Map<String, Long> labels) {
        Placed after(String line) {
            return isLabel(line) ? new Placed(at, labels.put(line.substring(0, line.length() - 1), at)) : new Placed(at + BUNDLE, labels);
        }
    }

    private static boolean isLabel(String line) {
        return line.endsWith(":");
    }

    /// {@return the bundles, one behind the other}
    public Seq<Bundle> bundles() {
        Map<String, Long> labels = labels();
        return lines.reject(Listing::isLabel).zipWithIndex((line, number) -> BundleText.of(resolved(line, labels, at + (long) number * BUNDLE)));
    }

    private static String resolved(String line, Map<String, Long> labels, long here) {
        return REFERENCE.matcher(line).replaceAll(reference -> {
            long there = labels.get(reference.group(1)).getOrElseThrow(() -> new IllegalArgumentException("no label is called " + reference.group(1) + ": " + line));
            return reference.group().startsWith("&") ? "0x%x".formatted(there) : there < here ? ".-0x%x".formatted(here - there) : ".+0x%x".formatted(there - here);
        });
    }

    /// {@return the address behind the last bundle}
    public long end() {
        return at + (long) lines.count(line -> !isLabel(line)) * BUNDLE;
    }

    /// {@return memory with the code in it}
    ///
    /// @param from where its first bundle lies
    public Memory in(Memory memory, long from) {
        return Bundles.in(memory, from, bundles());
    }
}
