/// What an option that sets up the machine says: perhaps the number of a register, then fields.
package vmmref.vectors.cli;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.Suggestions;

/// Words are separated by blanks or commas; there may be blanks beside an equals sign.
///
/// @param number of the register, where the text begins with one
/// @param values of the fields that are given
record TranslateFields(Option<Integer> number, Map<String, Long> values) {

    /// How much of an option a message quotes; it has many fields, and the wrong one is named.
    private static final int QUOTED = 40;

    /// {@return what a text says, or everything that is wrong with it; every mistake names the option}
    static Validation<Seq<String>, TranslateFields> read(String option, String text, TranslateGrammar grammar) {
        Seq<String> words  = List.of(text.replaceAll("\\s*=\\s*", "=").split("[\\s,]+")).reject(String::isEmpty);
        Seq<String> fields = words.drop(words.headOption().exists(word -> !word.contains("=")) ? 1 : 0);
        Seq<Validation<Seq<String>, Integer>> numbers = words.take(words.size() - fields.size()).map(word -> number(word, grammar));
        Seq<Validation<Seq<String>, Tuple2<String, Long>>> values = fields.map(word -> field(word, grammar));
        Seq<String> mistakes = errors(numbers).appendAll(errors(values)).appendAll(repeated(fields)).appendAll(grammar.absent().apply(words));
        return mistakes.isEmpty() ? Validation.valid(new TranslateFields(numbers.map(Validation::get).headOption(), LinkedHashMap.ofEntries(values.map(Validation::get))))
            : Validation.invalid(mistakes.map(mistake -> "%s '%s': %s".formatted(option, Printable.of(text, QUOTED), mistake)));
    }

    private static <T> Seq<String> errors(Seq<Validation<Seq<String>, T>> read) {
        return read.filter(Validation::isInvalid).flatMap(Validation::getError);
    }

    private static Validation<Seq<String>, Integer> number(String word, TranslateGrammar grammar) {
        if (!word.matches("[0-9]+") || grammar.registers() == 0) return Validation.invalid(List.of(grammar.noField(word)));
        return TranslateNumber.decimal(word, grammar.registers() - 1).map(Long::intValue)
            .mapError(problem -> List.of("there is no %s%s; write 0 to %d".formatted(grammar.register(), word, grammar.registers() - 1)));
    }

    private static Validation<Seq<String>, Tuple2<String, Long>> field(String word, TranslateGrammar grammar) {
        if (!word.contains("=")) return Validation.invalid(List.of(grammar.noField(word)));
        String name = name(word);
        return grammar.fields().find(field -> field.name().equals(name))
            .map(field -> field.read(word.substring(name.length() + 1)).map(value -> Tuple.of(name, value)))
            .getOrElse(() -> Validation.invalid(List.of("there is no field %s%s".formatted(name, likely(grammar.fields().map(TranslateField::name), name)))));
    }

    private static String likely(Seq<String> names, String name) {
        return Option.of(Suggestions.among(names, name)).filter(text -> !text.isEmpty()).getOrElse("; write one of " + names.mkString(", "));
    }

    private static Seq<String> repeated(Seq<String> fields) {
        Seq<String> names = fields.filter(word -> word.contains("=")).map(TranslateFields::name);
        return names.distinct().filter(name -> names.count(name::equals) > 1).map(name -> "%s is given twice; leave one out".formatted(name));
    }

    private static String name(String word) {
        return word.substring(0, word.indexOf('='));
    }

    /// {@return the value of a field, or another one if it is not given}
    long or(String field, long otherwise) {
        return values.get(field).getOrElse(otherwise);
    }
}
