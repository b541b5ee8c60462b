package vmmref.vectors.elf;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.UserFile;

/// Reads an executable, which may be written as hexadecimal text.
public final class ElfFile {
    private static final int IDENTIFICATION = 0x7f454c46;
    private static final String AS_TEXT     = "7f454c46";
    private static final int HEADER         = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SECTION_HEADER = 64;
    private static final int SYMBOL         = 24;

    private static final int CLASS_64   = 2;
    private static final int BIG_ENDIAN = 2;
    private static final int IA_64      = 50;
    private static final int EXECUTABLE = 2;
    /// The bit of the flags that says that PSR.be is 1.
    private static final int FLAG_BIG_ENDIAN = 8;

    private static final int LOAD        = 1;
    private static final int DYNAMIC     = 2;
    private static final int INTERPRETER = 3;

    private static final int SYMBOL_TABLE = 2;
    private static final int HOLDS_CODE   = 4;
    private static final int FUNCTION     = 2;

    private final Path file;
    private final ByteBuffer bytes;

    private ElfFile(Path file, byte[] bytes) {
        this.file  = file;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /// {@return the executable in a file}
    /// @throws UsageMistake if the file is none, naming the file, what is wrong with it and what to do
    public static Elf read(Path file) {
        if (Files.isDirectory(file)) throw new UsageMistake(file + ": is a folder; name the executable in it");
        byte[] bytes = UserFile.bytes(file, "name an executable for IA-64, such as one that ia64-linux-gnu-ld writes");
        return new ElfFile(file, beginsAsText(bytes) ? fromText(file, bytes) : bytes).elf();
    }

    private static boolean beginsAsText(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, AS_TEXT.length()), StandardCharsets.US_ASCII).equalsIgnoreCase(AS_TEXT);
    }

    private static byte[] fromText(Path file, byte[] text) {
        try {
            return HexFormat.of().parseHex(new String(text, StandardCharsets.US_ASCII).replaceAll("\\s", ""));
        } catch (IllegalArgumentException mistake) {
            throw new UsageMistake(file + ": begins as the hexadecimal text of an ELF file, and does not go on so; write two digits for each byte, and white space only");
        }
    }

    private Elf elf() {
        header();
        Seq<Integer> headers = table("program header", longAt(32), shortAt(54), PROGRAM_HEADER, shortAt(56));
        if (headers.exists(at -> bytes.getInt(at) == DYNAMIC || bytes.getInt(at) == INTERPRETER))
            throw mistake("is linked dynamically", "link it with -static; nothing loads libraries here");
        Seq<Segment> segments = headers.zipWithIndex().filter(each -> bytes.getInt(each._1) == LOAD).map(each -> segment(each._1, each._2)).filter(segment -> segment.size() != 0);
        apart(segments);
        return new Elf(entry(segments), (bytes.getInt(48) & FLAG_BIG_ENDIAN) != 0, segments, symbols(segments));
    }

    private void header() {
        if (bytes.limit() == 0) throw mistake("is empty", "link it again");
        if (bytes.limit() < 4 || bytes.getInt(0) != IDENTIFICATION)
            throw mistake("is no ELF file: it begins with %s, and not with %s".formatted(HexFormat.of().formatHex(bytes.array(), 0, Math.min(4, bytes.limit())), AS_TEXT), "link it with ia64-linux-gnu-ld");
        if (bytes.limit() < HEADER) throw truncated("the header", 0, HEADER);
        if (bytes.get(4) != CLASS_64) throw mistake(bytes.get(4) == 1 ? "is a 32-bit ELF file" : "is an ELF file of the unknown class " + bytes.get(4), "link it as elf64-ia64");
        if (bytes.get(5) != 1 && bytes.get(5) != BIG_ENDIAN) throw mistake("says neither little-endian nor big-endian: byte 5 is " + bytes.get(5), "link it again");
        bytes.order(bytes.get(5) == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (shortAt(18) != IA_64) throw mistake("is for another machine: e_machine is %d, and %d is IA-64".formatted(shortAt(18), IA_64), "link it as elf64-ia64");
        if (shortAt(16) != EXECUTABLE) throw mistake(type(shortAt(16)), "link it with ia64-linux-gnu-ld -static");
    }

    private static String type(int type) {
        return switch (type) {
            case 1  -> "is an object file, and not linked yet";
            case 3  -> "is a shared object or a position-independent executable";
            case 4  -> "is a core dump";
            default -> "is an ELF file of the unknown type " + type;
        };
    }

    private Segment segment(int at, int number) {
        long offset = bytes.getLong(at + 8);
        long inFile = bytes.getLong(at + 32);
        long size   = bytes.getLong(at + 40);
        long physical = bytes.getLong(at + 24);
        within("segment " + number, offset, inFile);
        if (Long.compareUnsigned(inFile, size) > 0) throw mistake("segment %d has more bytes in the file (0x%x) than in memory (0x%x)".formatted(number, inFile, size), "link it again");
        if (physical < 0 || size < 0 || physical + size < 0) throw mistake("segment %d (0x%x bytes at 0x%x) goes beyond 63 bits of physical address".formatted(number, size, physical), "link it at a lower address");
        return new Segment(number, bytes.getLong(at + 16), physical, size, bytes.slice((int) offset, (int) inFile).asReadOnlyBuffer());
    }

    private void apart(Seq<Segment> segments) {
        if (segments.isEmpty()) throw mistake("has no segment to load", "link it with some code");
        segments.forEach(segment -> segments.filter(other -> other.number() > segment.number() && other.overlaps(segment)).forEach(other -> {
            throw mistake("%s and %s overlap in physical memory".formatted(segment, other), "link them apart");
        }));
    }

    private long entry(Seq<Segment> segments) {
        long entry = longAt(24);
        long physical = physical(segments, entry).getOrElseThrow(() -> mistake("begins at 0x%x, which no segment holds".formatted(entry), "name a label of the text as the entry, such as _start"));
        if ((physical & 15) != 0) throw mistake("begins at 0x%x, which is no bundle".formatted(physical), "align the entry to 16 bytes");
        return physical;
    }

    private static Option<Long> physical(Seq<Segment> segments, long address) {
        return segments.flatMap(segment -> segment.physical(address)).headOption();
    }

    private Symbols symbols(Seq<Segment> segments) {
        if (longAt(40) == 0) return Symbols.NONE;
        Seq<Integer> sections = table("section header", longAt(40), shortAt(58), SECTION_HEADER, shortAt(60));
        return sections.find(at -> bytes.getInt(at + 4) == SYMBOL_TABLE).map(at -> symbols(segments, sections, at)).getOrElse(Symbols.NONE);
    }

    private Symbols symbols(Seq<Segment> segments, Seq<Integer> sections, int table) {
        Seq<Integer> symbols = table("symbol", bytes.getLong(table + 24), SYMBOL, SYMBOL, bytes.getLong(table + 32) / SYMBOL);
        Option<Integer> names = Option.when(bytes.getInt(table + 40) >= 0 && bytes.getInt(table + 40) < sections.size(), () -> sections.get(bytes.getInt(table + 40)));
        if (names.isEmpty()) return Symbols.NONE;
        long start = bytes.getLong(names.get() + 24);
        within("the table of names", start, bytes.getLong(names.get() + 32));
        return Symbols.of(symbols.filter(at -> isCode(sections, at)).flatMap(at -> named(segments, at, start)));
    }

    private boolean isCode(Seq<Integer> sections, int symbol) {
        int section = shortAt(symbol + 6);
        return (bytes.get(symbol + 4) & 15) <= FUNCTION && section < sections.size() && (bytes.getLong(sections.get(section) + 8) & HOLDS_CODE) != 0;
    }

    private Option<Tuple2<Long, String>> named(Seq<Segment> segments, int symbol, long names) {
        String name = text(names + Integer.toUnsignedLong(bytes.getInt(symbol)));
        return physical(segments, bytes.getLong(symbol + 8)).filter(address -> !name.isEmpty()).map(address -> Tuple.of(address, name));
    }

    private String text(long start) {
        within("a name", start, 1);
        int end = (int) start;
        while (end < bytes.limit() && bytes.get(end) != 0) end++;
        return new String(bytes.array(), (int) start, end - (int) start, StandardCharsets.UTF_8);
    }

    /// {@return where the entries of a table begin}
    private Seq<Integer> table(String what, long start, int size, int least, long number) {
        if (number != 0 && size < least) throw mistake("has %ss of %d bytes, and they have %d".formatted(what, size, least), "link it again");
        if (number < 0 || number > bytes.limit()) throw mistake("has %d %ss, more than it has bytes".formatted(number, what), "link it again");
        within("the table of %ss".formatted(what), start, size * number);
        return Vector.range(0, (int) number).map(entry -> (int) start + entry * size);
    }

    private void within(String what, long start, long size) {
        if (start < 0 || size < 0 || start > bytes.limit() || size > bytes.limit() - start) throw truncated(what, start, size);
    }

    private UsageMistake truncated(String what, long start, long size) {
        return mistake("is truncated: it has %d bytes, and %s has 0x%x from 0x%x on".formatted(bytes.limit(), what, size, start), "copy or link it again");
    }

    private UsageMistake mistake(String what, String remedy) {
        return new UsageMistake(file + ": " + what + "; " + remedy);
    }

    private int shortAt(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private long longAt(int at) {
        return bytes.getLong(at);
    }
}
