package vmmref.model.partition;

import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;

/// Which classes of registers are open.
///
/// @param readable a bit for each class, by its ordinal
/// @param writable the same
public record Opening(int readable, int writable) {

    /// {@return what a text such as `status:r route:rw link:- …` says; it names every class once, in their order}
    public static Opening of(String text) {
        Vector<String> words = Vector.of(text.split(" "));
        Validate.isTrue(words.map(word -> word.replaceFirst(":.*", "")).equals(Vector.of(RegisterClass.values()).map(RegisterClass::text)),
            "an opening names %s, each with what is open: -, r, w or rw; not %s", Vector.of(RegisterClass.values()).map(RegisterClass::text).mkString(", "), text);
        Validate.isTrue(words.forAll(word -> word.matches("[a-z]+:(-|r|w|rw)")), "of a class is open -, r, w or rw: %s", text);
        return new Opening(mask(words, "r"), mask(words, "w"));
    }

    private static int mask(Vector<String> words, String letter) {
        return words.zipWithIndex().filter(word -> word._1.replaceFirst(".*:", "").contains(letter)).map(word -> 1 << word._2).fold(0, Integer::sum);
    }

    public boolean isReadable(RegisterClass register) {
        return (readable >>> register.ordinal() & 1) == 1;
    }

    public boolean isWritable(RegisterClass register) {
        return (writable >>> register.ordinal() & 1) == 1;
    }
}
