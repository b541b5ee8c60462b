package vmmref.model.instruction;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Slot;
import vmmref.spec.Table;

/// A completer that a field chooses, such as the locality hint of a load.
///
/// @param name     as in the table of completers
/// @param field    the field that chooses
/// @param choices  assigned field values and their texts; the first is what a reserved value means
/// @param assigned the assigned values as a set: bit v stands for value v
public record Completer(String name, Field field, Seq<Choice> choices, long assigned) {
    public Completer {
        Validate.isTrue(!choices.isEmpty(), "the completer %s has no choices", name);
        Validate.isTrue(assigned == set(choices), "the completer %s assigns the values %s, not the set %x", name, choices, assigned);
    }

    static Completer of(String name, Field field, Seq<Choice> choices) {
        return new Completer(name, field, choices, set(choices));
    }

    private static long set(Seq<Choice> choices) {
        return choices.foldLeft(0L, (set, choice) -> set | 1L << choice.value());
    }

    /// One assigned value of the field and what is printed for it, such as `.nta`, or nothing.
    public record Choice(long value, String text) { }

    /// {@return name to field name and choices, as a table lists them}
    static Map<String, Tuple2<String, Seq<Choice>>> all(Table table) {
        return LinkedHashMap.ofEntries(table.rows().map(row ->
            Tuple.of(row.cell(0), Tuple.of(row.cell(1), Vector.of(row.cell(2).split(" ")).map(Completer::choice)))));
    }

    private static Choice choice(String text) {
        int equals = text.indexOf('=');
        return new Choice(Long.parseLong(text.substring(0, equals)), text.substring(equals + 1));
    }

    public boolean isAssigned(Slot slot) {
        return (assigned >>> field.of(slot) & 1) != 0;
    }

    /// {@return whether some value of the field is reserved}
    public boolean hasReserved() {
        return choices.size() < 1 << field.width();
    }

    /// {@return a slot in which the field has the value of the first choice, all else as it was}
    public Slot first(Slot slot) {
        return slot.xor(slot.and(field.mask())).or(field.holding(choices.head().value()));
    }

    /// {@return the text that a slot's field chooses; that of the first choice when the value is reserved}
    public String text(Slot slot) {
        return choices.find(choice -> choice.value() == field.of(slot)).getOrElse(choices.head()).text();
    }
}
