/// A field of an option that sets up the machine: `name=value`, where the value is one number or a word for it.
package vmmref.vectors.cli;

import io.vavr.Function1;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Validation;
import java.util.Locale;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.run.Suggestions;

/// What is wrong with a value is told as the rest of a sentence about it.
record TranslateField(String name, Function1<String, Validation<String, Long>> value) {

    private static final int FRAME = 12;

    /// {@return a field of hexadecimal digits}
    static TranslateField hexadecimal(String name, int bits) {
        return new TranslateField(name, text -> TranslateNumber.hexadecimal(text, bits));
    }

    /// {@return a field that is a virtual address of which an implementation has so many bits of the offset in a region}
    static TranslateField address(String name, int bits) {
        return new TranslateField(name, text -> TranslateNumber.hexadecimal(text, Long.SIZE).flatMap(number -> new VirtualAddress(number).isImplemented(bits) ? Validation.valid(number)
            : Validation.invalid("is no implemented address; make its bits 60:%d equal to bit %d".formatted(bits, bits - 1))));
    }

    /// {@return a field of hexadecimal digits that is a multiple of a power of two}
    static TranslateField multiple(String name, int bits, int of) {
        return new TranslateField(name, text -> TranslateNumber.hexadecimal(text, bits).flatMap(number -> number % of == 0 ? Validation.valid(number)
            : Validation.invalid("is no multiple of 0x%x; write one".formatted(of))));
    }

    /// {@return a field that is the physical address of a page}
    static TranslateField frame(String name, int bits) {
        return new TranslateField(name, text -> TranslateNumber.hexadecimal(text, bits).flatMap(number -> (number & (1 << FRAME) - 1) == 0 ? Validation.valid(number)
            : Validation.invalid("is no address of a page; write a multiple of 0x1000")));
    }

    /// {@return a field that is 0 to `most`}
    static TranslateField number(String name, int most) {
        return new TranslateField(name, text -> TranslateNumber.decimal(text, most));
    }

    static TranslateField bit(String name) {
        return number(name, 1);
    }

    /// {@return a field that is a page size: its logarithm, or bytes such as 16K}
    static TranslateField size(String name, Set<Integer> insertable, String profile) {
        Seq<Integer> sizes = insertable.toList().sorted();
        return new TranslateField(name, text -> sizes.find(log2 -> log2.toString().equals(text) || new PageSize(log2).toString().equalsIgnoreCase(text))
            .map(Integer::longValue).toValidation("is no page size that %s can insert; write one of %s".formatted(profile,
                sizes.map(log2 -> "%d (%s)".formatted(log2, new PageSize(log2))).mkString(", "))));
    }

    /// {@return a field that is a memory attribute of a translation}
    static TranslateField attribute(String name) {
        Map<String, MemoryAttribute> all = List.of(MemoryAttribute.values()).filter(attribute -> attribute.encoding() >= 0)
            .toLinkedMap(attribute -> attribute.name().toLowerCase(Locale.ROOT), attribute -> attribute);
        return new TranslateField(name, text -> all.get(text.toLowerCase(Locale.ROOT)).map(attribute -> (long) attribute.encoding())
            .toValidation("is no memory attribute" + Suggestions.among(all.keySet().toList(), text)));
    }

    /// {@return the value that a user typed, or what is wrong with it}
    Validation<Seq<String>, Long> read(String text) {
        return value.apply(text).mapError(problem -> List.of("%s=%s %s".formatted(name, text, problem)));
    }
}
