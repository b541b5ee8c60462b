package vmmref.vectors.partition;

import java.util.function.IntFunction;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Word;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Fields;

/// How cases spell cells, processors, partitions and words: `2`, `"2.1"`, `0`, 16 hexadecimal digits.
final class Names {
    private static final int MOST = 8;
    private static final Pattern PROCESSOR = Pattern.compile("[0-7]\\.[0-3]");
    private static final Pattern WORD = Pattern.compile("[0-9a-f]{16}");

    private Names() { }

    static Cell cell(Fields fields, String field) {
        return numbered(fields, field, "cell", Cell::new);
    }

    static Partition partition(Fields fields, String field) {
        return numbered(fields, field, "partition", Partition::new);
    }

    private static <T> T numbered(Fields fields, String field, String what, IntFunction<T> made) {
        int number = fields.integer(field);
        if (number < 0 || number >= MOST) throw fields.mistake(field, "is " + number + ", which is no " + what, "number them from 0 to " + (MOST - 1));
        return made.apply(number);
    }

    static Processor processor(Fields fields, String field) {
        return processor(fields.matching(field, PROCESSOR, "a cell, a dot and the number of a processor there, such as 2.1"));
    }

    static Processor processor(String text) {
        return new Processor(new Cell(text.charAt(0) - '0'), text.charAt(2) - '0');
    }

    static Word word(Fields fields, String field) {
        return new Word(Long.parseUnsignedLong(fields.matching(field, WORD, "16 lower-case hex digits"), 16));
    }

    static Word wordOrZero(Fields fields, String field) {
        return fields.has(field) ? word(fields, field) : Word.ZERO;
    }

    /// {@return a field that is true or false}
    static boolean truth(Fields fields, String field) {
        JsonNode value = fields.json().path(field);
        if (!value.isBoolean()) throw fields.mistake(field, value.isMissingNode() ? "is missing" : "is " + value, "write true or false");
        return value.booleanValue();
    }

    static String text(Processor processor) {
        return processor.cell().number() + "." + processor.number();
    }

    static String text(Word word) {
        return Bits.hexadecimal(word.bits());
    }
}
