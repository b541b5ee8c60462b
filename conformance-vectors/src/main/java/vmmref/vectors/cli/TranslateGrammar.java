/// How an option that sets up the machine is written, on an implementation.
package vmmref.vectors.cli;

import io.vavr.Function1;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.Locale;
import vmmref.model.profile.Dimensions;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;

/// @param register  what a register is called, without its number; empty where an option is of one register
/// @param registers how many there are; 0 where an option takes no number
/// @param fields    what can be given
/// @param absent    what is missing in the words of an option, as sentences
record TranslateGrammar(String register, int registers, Seq<TranslateField> fields, Function1<Seq<String>, Seq<String>> absent) {

    /// The bits of PSR by their names, beside cpl.
    static final Map<String, Integer> STATUS = LinkedHashMap.of("ac", 3, "ic", 13, "pk", 15, "dt", 17, "it", 36, "da", 38, "ed", 43, "ia", 45).put("vm", 46);
    static final String LEVEL = "cpl";
    /// Logarithms of the bytes of a page table.
    static final int SMALLEST_TABLE = 15;
    private static final int MOST_TABLE = 61;

    /// {@return translations of a register or, where there are none, of a cache}
    static TranslateGrammar translation(Profile profile, String register, int registers) {
        Dimensions dimensions = profile.dimensions();
        return new TranslateGrammar(register, registers, List.of(
            TranslateField.address("va", dimensions.virtualBits()), TranslateField.frame("pa", Math.min(dimensions.physicalBits(), 50)), size(profile),
            TranslateField.number("ar", 7), TranslateField.number("pl", 3), TranslateField.hexadecimal("key", dimensions.keyBits()), TranslateField.bit("p"),
            TranslateField.bit("a"), TranslateField.bit("d"), TranslateField.attribute("ma"), TranslateField.bit("ed"), TranslateField.hexadecimal("rid", dimensions.ridBits())),
            words -> missing(words, words.contains("p=0") ? List.of("va") : List.of("va", "pa")));
    }

    private static TranslateField size(Profile profile) {
        return TranslateField.size("ps", profile.dimensions().insertable(), profile.name());
    }

    static TranslateGrammar pinned(Profile profile, Stream stream) {
        return stream == Stream.INSTRUCTION ? translation(profile, "itr", profile.dimensions().itrs()) : translation(profile, "dtr", profile.dimensions().dtrs());
    }

    static TranslateGrammar region(Profile profile) {
        return new TranslateGrammar("rr", RegionRegisters.NUMBER, List.of(TranslateField.hexadecimal("rid", profile.dimensions().ridBits()), size(profile), TranslateField.bit("ve")),
            words -> unnumbered(words, "1 rid=0x101"));
    }

    static TranslateGrammar key(Profile profile) {
        return new TranslateGrammar("pkr", profile.dimensions().pkrs(), List.of(TranslateField.hexadecimal("key", profile.dimensions().keyBits()),
            TranslateField.bit("v"), TranslateField.bit("wd"), TranslateField.bit("rd"), TranslateField.bit("xd")),
            words -> unnumbered(words, "3 key=0x55").appendAll(missing(words, List.of("key"))));
    }

    static TranslateGrammar status(Profile profile) {
        return new TranslateGrammar("", 0, STATUS.keySet().toList().map(name -> name.equals("vm") ? virtual(profile) : TranslateField.bit(name)).prepend(TranslateField.number(LEVEL, 3)), words -> List.empty());
    }

    /// A bit that an implementation without the virtualisation extensions does not have.
    private static TranslateField virtual(Profile profile) {
        Seq<String> able = Profile.all().filter(other -> other.has(Profile.VIRTUAL_MACHINE_SWITCH)).map(Profile::name);
        return new TranslateField("vm", text -> TranslateNumber.decimal(text, 1).flatMap(bit -> bit == 0 || profile.has(Profile.VIRTUAL_MACHINE_SWITCH) ? Validation.valid(bit)
            : Validation.invalid("cannot be on %s; add --profile %s".formatted(profile.name(), able.mkString(" or ")))));
    }

    /// {@return a word of memory, at a multiple of 8}
    static TranslateGrammar word(Profile profile) {
        return new TranslateGrammar("", 0, List.of(TranslateField.multiple("at", Math.min(profile.dimensions().physicalBits(), Long.SIZE - 1), Long.BYTES), TranslateField.hexadecimal("word", Long.SIZE)),
            words -> missing(words, List.of("at", "word")));
    }

    /// {@return the fields of PTA}
    static TranslateGrammar table() {
        return new TranslateGrammar("", 0, List.of(TranslateField.bit("ve"), TranslateField.bit("vf"), TranslateField.number("size", MOST_TABLE), TranslateField.multiple("base", Long.SIZE, 1 << SMALLEST_TABLE)), words -> List.empty());
    }

    static TranslateGrammar deferral() {
        return new TranslateGrammar("", 0, List.of(Dcr.Bit.values()).map(bit -> TranslateField.bit(bit.name().toLowerCase(Locale.ROOT))), words -> List.empty());
    }

    private static Seq<String> missing(Seq<String> words, Seq<String> required) {
        return required.filter(name -> !words.exists(word -> word.startsWith(name + "="))).map(name -> "%s is missing; add %s=0x…".formatted(name, name));
    }

    private static Seq<String> unnumbered(Seq<String> words, String example) {
        return words.headOption().exists(word -> !word.contains("=")) ? List.empty() : List.of("the number of the register is missing; begin with it, as in '%s'".formatted(example));
    }

    /// {@return what to say of a word that is no field}
    String noField(String word) {
        return "\"%s\" is no field; write name=value, with a name of %s".formatted(word, fields.map(TranslateField::name).mkString(", "));
    }
}
