package vmmref.vectors.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Statuses;
import vmmref.vectors.format.Fields;

/// A list of processors: `"2"` is each processor of cell 2, `"2.1"` one of them.
record Members(Seq<String> words) {
    static final Members NOBODY = new Members(Vector.empty());

    private static final Pattern WORD = Pattern.compile("[0-7](\\.[0-3])?");

    /// @throws vmmref.vectors.format.FieldMistake if a word is neither
    static Members read(Fields fields, String field) {
        Seq<String> words = fields.texts(field);
        words.reject(word -> WORD.matcher(word).matches()).forEach(word -> {
            throw fields.mistake(field, "lists \"" + word + "\"", "list cells such as \"2\" and processors such as \"2.1\"");
        });
        return new Members(words);
    }

    /// {@return their statuses, SECURE of each}
    Statuses secure(Hardware hardware) {
        return new Statuses(words.flatMap(word -> hardware.everyProcessor().filter(processor -> Names.text(processor).startsWith(word)))
            .map(processor -> 1 << hardware.place(processor)).fold(0, (some, more) -> some | more));
    }
}
