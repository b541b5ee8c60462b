package vmmref.properties.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.lang3.Validate;
import tools.jackson.databind.JsonNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Instruction;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.tlb.Entries;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Held;

/// The classes whose values are written as something else that says the same: those that are no records, and those whose components say little to people.
final class Substitutes {
    private static final Map<Class<?>, Supplier<Scheme>> ALL = HashMap.of(
        Bundle.class,                 () -> new Substitute(Bundle.class, Scheme.of(String.class), value -> ((Bundle) value).hex(), hex -> Bundle.ofHex((String) hex)),
        Choice.class,                 () -> listed(Choice.class, Freedom.class, Choice::taken, Choice::of),
        Entries.class,                () -> listed(Entries.class, Entry.class, Substitutes::sorted, Substitutes::entries),
        IndirectRegisters.class,      () -> listed(IndirectRegisters.class, Filled.class, Substitutes::filled, Substitutes::indirect),
        Instruction.class,            Encoded.Found::new,
        ProtectionKeyRegisters.class, () -> listed(ProtectionKeyRegisters.class, ProtectionKeyRegister.class, Substitutes::registers, ProtectionKeyRegisters::of));

    private Substitutes() { }

    static Option<Scheme> of(Class<?> type) {
        return ALL.get(type).map(Supplier::get);
    }

    private record Substitute(Class<?> type, Scheme by, Function<Object, Object> to, Function<Object, Object> from) implements Scheme {
        @Override public JsonNode written(Object value) {
            return by.written(to.apply(value));
        }

        @Override public Object read(Spot spot) {
            Object other = by.read(spot);
            try {
                return from.apply(other);
            } catch (IllegalArgumentException refusal) {
                throw spot.refused(type, refusal.getMessage());
            }
        }
    }

    private static <A, E> Scheme listed(Class<A> type, Class<E> element, Function<A, Seq<E>> to, Function<Seq<E>, A> from) {
        return new Substitute(type, new Containers.Elements(Scheme.of(element), all -> all), value -> to.apply(type.cast(value)),
            all -> from.apply(((Seq<?>) all).map(element::cast)));
    }

    private static Seq<ProtectionKeyRegister> registers(ProtectionKeyRegisters all) {
        return Vector.range(0, all.number()).map(all::get);
    }

    /// A register that does not hold 0.
    private record Filled(IndirectRegisters.File file, int number, long word) { }

    private static Seq<Filled> filled(IndirectRegisters all) {
        return Vector.of(IndirectRegisters.File.values()).reject(file -> all.file(file).isZero()).flatMap(file ->
            Vector.range(0, all.file(file).length()).map(number -> new Filled(file, number, all.file(file).get(number))).filter(each -> each.word() != 0));
    }

    private static IndirectRegisters indirect(Seq<Filled> some) {
        return some.foldLeft(IndirectRegisters.RESET, (all, each) -> {
            Validate.inclusiveBetween(0, all.file(each.file()).length() - 1, each.number(), "%s has no register %d", each.file(), each.number());
            return all.with(each.file(), each.number(), each.word());
        });
    }

    /// {@return the entries in an order that does not depend on how they came together}
    private static Seq<Entry> sorted(Entries all) {
        return all.all().sorted(Comparator.comparingInt(Entry::slot).thenComparing(entry -> entry.translation().toString()));
    }

    private static Entries entries(Seq<Entry> all) {
        Entries made = Held.tlb(all.map(entry -> new Held(Stream.DATA, entry))).entries(Stream.DATA);
        Validate.isTrue(made.all().size() == all.size(), "no entry twice, and no two in one register");
        return made;
    }
}
