/// A question of `vmmref translate`: a reference, as an assembler would write it with an address in place of the register.
package vmmref.vectors.cli;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.Locale;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.xlate.Story;

/// Brackets and commas are separators; `nat` before the address says that its register is not a thing.
final class TranslateQuestion {

    private static final int BUNDLE = 16;
    private static final int LEVEL  = 3;
    private static final int QUOTED = 60;
    private static final String NAT = "nat";

    /// Every name, with a reference that has it.
    private static final Map<String, Reference> KNOWN = known();

    private static final Seq<String> CHANGES = List.of("itc.i", "itc.d", "itr.i", "itr.d", "ptc.l", "ptc.g", "ptc.ga", "ptc.e", "ptr.i", "ptr.d", "mov");

    private TranslateQuestion() { }

    private static Map<String, Reference> known() {
        Map<String, Reference> named = LinkedHashMap.ofEntries(ReferenceType.ofInstructions().flatMap(TranslateQuestion::all).map(reference -> Tuple.of(Story.name(reference), reference)));
        return named.filterKeys(name -> name.startsWith("xchg")).foldLeft(named, (all, exchange) -> all.put("cmp" + exchange._1, exchange._2));
    }

    private static Seq<Reference> all(ReferenceType type) {
        VirtualAddress nowhere = new VirtualAddress(0);
        return switch (type.column()) {
            case FETCH              -> List.of(Reference.fetch(nowhere));
            case DATA               -> List.of(1, 2, 4, 8).filter(size -> size >= 4 || type != ReferenceType.FETCHADD).map(size -> Reference.data(type, nowhere, size));
            case PROBE, PROBE_FAULT -> List.of(Reference.probe(type, nowhere, 0));
            default                 -> List.of(Reference.query(type, nowhere));
        };
    }

    /// {@return the questions that arguments spell, several of which may be one: it begins where a word of letters follows an operand}
    static Seq<String> texts(Seq<String> arguments) {
        return arguments.map(String::strip).reject(String::isEmpty).foldLeft(List.<String>empty(), (questions, argument) ->
            questions.headOption().filter(last -> words(last).size() == 1 || !Character.isLetter(argument.charAt(0)))
                .map(last -> questions.tail().prepend(last + " " + argument)).getOrElse(() -> questions.prepend(argument))).reverse();
    }

    /// {@return the reference that a text asks for, or everything that is wrong with it}
    static Validation<Seq<String>, Operation> read(String text) {
        Seq<String> words = words(text);
        String name = words.headOption().getOrElse("").toLowerCase(Locale.ROOT);
        return KNOWN.get(name).map(like -> read(like, words.tail()))
            .getOrElse(() -> Validation.invalid(List.of(unknown(name))))
            .mapError(mistakes -> mistakes.map(mistake -> "\"%s\": %s".formatted(Printable.of(text, QUOTED), mistake)));
    }

    private static Seq<String> words(String text) {
        return List.of(text.split("[\\s,\\[\\]]+")).reject(String::isEmpty);
    }

    private static String unknown(String name) {
        if (CHANGES.contains(name)) return "%s changes translations; set up what it leads to with --dtr, --dtc, --rr or --pkr, or ask a vector that has one with --from".formatted(name);
        return "there is no reference %s%s".formatted(name, Option.of(Suggestions.among(KNOWN.keySet().toList(), name)).filter(near -> !near.isEmpty())
            .getOrElse("; write fetch, ld1 to ld8, ld1.s to ld8.s, st1 to st8, xchg1 to xchg8, fetchadd8, lfetch, lfetch.fault, fc, probe.r, probe.w.fault, tpa, tak or the like"));
    }

    private static Validation<Seq<String>, Operation> read(Reference like, Seq<String> operands) {
        boolean nat = operands.headOption().exists(word -> word.equalsIgnoreCase(NAT));
        Seq<String> rest = operands.drop(nat ? 1 : 0);
        Validation<Seq<String>, Long> address = rest.isEmpty() ? Validation.invalid(List.of("the address is missing; write %s".formatted(example(like))))
            : TranslateNumber.hexadecimal(rest.head(), Long.SIZE).mapError(problem -> List.of("%s %s".formatted(rest.head(), problem)));
        Validation<Seq<String>, Long> level = level(like, rest.drop(1));
        Seq<String> surplus = rest.drop(like.type().isProbe() ? 2 : 1).headOption().toList().map(word -> "%s is too much; write %s".formatted(word, example(like)));
        Seq<String> mistakes = List.of(address, level).filter(Validation::isInvalid).flatMap(Validation::getError).appendAll(surplus)
            .appendAll(address.isValid() ? unaligned(like, address.get()) : List.empty());
        return mistakes.isEmpty() ? Validation.valid(at(like, address.get(), level.get().intValue(), nat)) : Validation.invalid(mistakes);
    }

    private static Validation<Seq<String>, Long> level(Reference like, Seq<String> words) {
        if (!like.type().isProbe()) return Validation.valid(0L);
        return words.isEmpty() ? Validation.invalid(List.of("the level is missing that is asked for; write %s".formatted(example(like))))
            : TranslateNumber.decimal(words.head(), LEVEL).mapError(problem -> List.of("the level %s %s".formatted(words.head(), problem)));
    }

    private static Seq<String> unaligned(Reference like, long address) {
        return like.type() == ReferenceType.FETCH && address % BUNDLE != 0
            ? List.of("a bundle begins at a multiple of 16; write fetch 0x%x".formatted(address & -BUNDLE)) : List.empty();
    }

    private static Operation at(Reference like, long address, int level, boolean nat) {
        Reference reference = like.type().isProbe() ? Reference.probe(like.type(), new VirtualAddress(address), level) : like.at(new VirtualAddress(address));
        return nat ? reference.withNat() : reference;
    }

    private static String example(Reference like) {
        return Story.name(like) + " 0x2000000000004000" + (like.type().isProbe() ? ", 3" : "");
    }
}
