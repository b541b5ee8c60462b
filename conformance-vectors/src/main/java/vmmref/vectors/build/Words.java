package vmmref.vectors.build;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.format.Fields;
import vmmref.vmm.build.Act;

/// How the values of this kind are written.
final class Words {
    private static final Pattern BUNDLE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern WORD   = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern SLOT   = Pattern.compile("[0-9a-f]{11}");

    private Words() { }

    static Bundle bundle(Fields fields, String field) {
        return Bundle.ofHex(fields.matching(field, BUNDLE, "a bundle of 16 bytes in memory order, as 32 lower-case hex digits"));
    }

    static Seq<Bundle> bundles(Fields fields, String field) {
        return fields.texts(field).zipWithIndex((text, number) -> {
            if (!BUNDLE.matcher(text).matches()) throw fields.mistake(field + "[" + number + "]", "is \"" + text + "\"", "write a bundle of 16 bytes in memory order, as 32 lower-case hex digits");
            return Bundle.ofHex(text);
        });
    }

    static long word(Fields fields, String field) {
        return Long.parseUnsignedLong(fields.matching(field, WORD, "16 lower-case hex digits"), 16);
    }

    static VirtualAddress address(Fields fields, String field) {
        return new VirtualAddress(word(fields, field));
    }

    /// {@return the bits of a slot, or three more than it has}
    static long slot(Fields fields, String field) {
        return Long.parseUnsignedLong(fields.matching(field, SLOT, "the 41 bits of a slot, as 11 lower-case hex digits"), 16);
    }

    static Seq<Long> words(Fields fields, String field) {
        return fields.texts(field).zipWithIndex((text, number) -> {
            if (!WORD.matcher(text).matches()) throw fields.mistake(field + "[" + number + "]", "is \"" + text + "\"", "write 16 lower-case hex digits; a negative value in two's complement");
            return Long.parseUnsignedLong(text, 16);
        });
    }

    static String text(long word) {
        return "%016x".formatted(word);
    }

    static String text(Seq<Bundle> bundles) {
        return bundles.map(Bundle::hex).mkString(" ");
    }

    /// {@return places and values of a slot that was built}
    static Seq<Tuple2<String, String>> slot(String place, Unit unit, Slot slot) {
        Tuple2<String, String> bits = Tuple.of(place, "%011x".formatted(slot.bits()));
        return unit == Unit.X ? Vector.of(bits, Tuple.of(place + ".l", "%011x".formatted(slot.l()))) : Vector.of(bits);
    }

    static String acts(Seq<Act> acts) {
        return acts.map(act -> switch (act) {
            case Act.Settle settle                          -> "settle";
            case Act.Write(VirtualAddress where, long bits) -> where + "=" + text(Long.reverseBytes(bits));
        }).mkString(" ");
    }
}
