/// How operations, entries and ranges are written in a look-up.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.lang3.StringUtils;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.protect.Access;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Column;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.vectors.xlate.Story;

/// Numbers are hexadecimal, as wide as what they number.
final class LookupWords {

    private static final int LEAST_DIGITS = 4;

    private LookupWords() { }

    /// {@return an operation as an assembler would write it, with values in place of registers}
    static String text(Operation operation) {
        return Story.name(operation) + switch (operation) {
            case Reference reference                -> " " + operand(reference) + (reference.type().isProbe() ? ", " + reference.level() : "");
            case Instruction.InsertCache itc        -> " " + inserted(itc);
            case Instruction.InsertRegister itr     -> " " + (itr.r3().nat() ? itr.r3() : itr.slot()) + ", " + inserted(itr);
            case Instruction.Purge purge            -> " " + purge.r3() + ", " + (purge.r2().nat() ? purge.r2() : purge.size());
            case Instruction.PurgeAll(var r3)       -> " " + r3;
            case Instruction.MoveRegion move        -> number(move.r3(), move.number()) + "=" + move.r2();
            case Instruction.MoveKey move           -> number(move.r3(), move.number()) + "=" + move.r2();
        };
    }

    private static String operand(Reference reference) {
        String address = (reference.nat() ? "nat " : "") + reference.address();
        boolean bracketed = reference.type().column() == Column.DATA || reference.type().column() == Column.LFETCH || reference.type().column() == Column.LFETCH_FAULT;
        return bracketed ? "[" + address + "]" : address;
    }

    private static String inserted(Instruction.Insertion insertion) {
        return "%s, %s, key %s".formatted(insertion.ifa(), insertion.itir().size(), identifier(insertion.itir().key()));
    }

    private static String number(GeneralValue register, int number) {
        return "[" + (register.nat() ? register : String.valueOf(number)) + "]";
    }

    /// {@return the name of where an entry is held: `dtr0`, or `dtc`}
    static String name(Stream stream, Entry entry) {
        return letter(stream) + (entry.isCached() ? "tc" : "tr" + entry.slot());
    }

    /// {@return the letter of a stream in names of registers and instructions}
    static String letter(Stream stream) {
        return switch (stream) {
            case INSTRUCTION -> "i";
            case DATA        -> "d";
        };
    }

    static String title(Stream stream) {
        return switch (stream) {
            case INSTRUCTION -> "instruction TLB";
            case DATA        -> "data TLB";
        };
    }

    /// {@return a region register, and what it says}
    static String text(RegionRegister register) {
        return "%s   rid %s, prefers %s".formatted(register, identifier(register.identifier()), register.preferredSize());
    }

    /// {@return a protection-key register, and what it says}
    static String text(ProtectionKeyRegister register) {
        return "%s   key %s, v %d, wd %d, rd %d, xd %d".formatted(register, identifier(register.key()), bit(register.valid()), bit(register.disablesWrite()),
            bit(register.disablesRead()), bit(register.disablesExecution()));
    }

    /// {@return the bits of a page-table entry that say what a page is}
    static String text(Pte entry) {
        return "p %d   a %d   d %d   ma %s   ed %d".formatted(bit(entry.p()), bit(entry.a()), bit(entry.d()), attribute(entry), bit(entry.ed()));
    }

    static String attribute(Pte entry) {
        return entry.attribute().map(MemoryAttribute::name).map(name -> name.toLowerCase(Locale.ROOT)).getOrElse(() -> "reserved " + entry.ma());
    }

    private static int bit(boolean value) {
        return value ? 1 : 0;
    }

    static String identifier(int bits) {
        return "%06x".formatted(bits);
    }

    /// {@return the first address of a page, and of the last one the last digits: `2000000000004000..7fff`}
    static String range(Translation translation) {
        String first = translation.page().toString();
        String last  = new VirtualAddress(translation.pageBits() | translation.size().mask()).toString();
        int common = Math.min(StringUtils.indexOfDifference(first, last), first.length() - LEAST_DIGITS);
        return first + ".." + last.substring(common);
    }

    /// {@return the letters of the accesses that a question admits, or `-` if it admits none}
    static String accesses(Predicate<Access> admitted) {
        String letters = List.of(Access.READ, Access.WRITE, Access.EXECUTE).filter(admitted).map(access -> access.executes() ? "X" : access.writes() ? "W" : "R").mkString();
        return letters.isEmpty() ? "-" : letters;
    }

    /// {@return a text in lines of at most so many characters, broken at blanks}
    static Seq<String> wrapped(String text, int width) {
        return List.of(text.split(" ")).foldLeft(List.<String>empty(), (lines, word) ->
            lines.headOption().filter(line -> line.length() + 1 + word.length() <= width).map(line -> lines.tail().prepend(line + " " + word)).getOrElse(() -> lines.prepend(word)))
            .reverse();
    }
}
