package vmmref.vectors.elf;

import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes static executables for IA-64, little-endian, at the same virtual and physical addresses.
public final class ElfWriter {
    private static final int HEADER  = 64;
    private static final int PROGRAM = 56;
    private static final int SECTION = 64;
    private static final int SYMBOL  = 24;
    private static final int START   = 0x10000;
    private static final int EXECUTABLE = 2;
    private static final int IA_64   = 50;
    /// The ABI of 64 bits.
    private static final int FLAGS   = 0x10;
    private static final int LOAD    = 1;
    private static final int ALL     = 7;
    private static final int PROGBITS = 1;
    private static final int SYMBOLS = 2;
    private static final int STRINGS = 3;
    private static final long ALLOCATED_CODE = 7;
    private static final int GLOBAL_FUNCTION = 0x12;
    private static final String SECTION_NAMES = "\0.text\0.symtab\0.strtab\0.shstrtab\0";

    private ElfWriter() { }

    /// {@return an executable}
    ///
    /// @param entry    where it begins
    /// @param at       where its bytes lie, a multiple of 64 KB
    /// @param bytes    code and data
    /// @param emptyAt  where memory of zeros lies
    /// @param empty    how many zeros
    /// @param symbols  names of addresses within the bytes
    public static byte[] executable(long entry, long at, byte[] bytes, long emptyAt, long empty, Map<String, Long> symbols) {
        Seq<Tuple2<String, Long>> names = symbols.toVector();
        String strings = "\0" + names.map(name -> name._1 + "\0").mkString();
        int symbolsAt = START + (bytes.length + 15) / 16 * 16;
        int stringsAt = symbolsAt + SYMBOL * (names.size() + 1);
        int namesAt   = stringsAt + strings.length();
        int sectionsAt = (namesAt + SECTION_NAMES.length() + 15) / 16 * 16;
        ByteBuffer elf = ByteBuffer.allocate(sectionsAt + 5 * SECTION).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).position(16);
        elf.putShort((short) EXECUTABLE).putShort((short) IA_64).putInt(1).putLong(entry).putLong(HEADER).putLong(sectionsAt).putInt(FLAGS)
            .putShort((short) HEADER).putShort((short) PROGRAM).putShort((short) 2).putShort((short) SECTION).putShort((short) 5).putShort((short) 4);
        program(elf, START, at, bytes.length, bytes.length);
        program(elf, START, emptyAt, 0, empty);
        elf.position(START).put(bytes).position(symbolsAt + SYMBOL);
        int name = 1;
        for (Tuple2<String, Long> symbol : names) {
            elf.putInt(name).put((byte) GLOBAL_FUNCTION).put((byte) 0).putShort((short) 1).putLong(symbol._2).putLong(0);
            name += symbol._1.length() + 1;
        }
        elf.put(strings.getBytes(StandardCharsets.US_ASCII)).put(SECTION_NAMES.getBytes(StandardCharsets.US_ASCII)).position(sectionsAt + SECTION);
        section(elf, ".text", PROGBITS, ALLOCATED_CODE, at, START, bytes.length, 0, 0);
        section(elf, ".symtab", SYMBOLS, 0, 0, symbolsAt, stringsAt - symbolsAt, 3, SYMBOL);
        section(elf, ".strtab", STRINGS, 0, 0, stringsAt, strings.length(), 0, 0);
        section(elf, ".shstrtab", STRINGS, 0, 0, namesAt, SECTION_NAMES.length(), 0, 0);
        return elf.array();
    }

    private static void program(ByteBuffer elf, long offset, long at, long inFile, long size) {
        elf.putInt(LOAD).putInt(ALL).putLong(offset).putLong(at).putLong(at).putLong(inFile).putLong(size).putLong(START);
    }

    private static void section(ByteBuffer elf, String name, int type, long flags, long at, long offset, long size, int link, long entry) {
        elf.putInt(SECTION_NAMES.indexOf(name + "\0")).putInt(type).putLong(flags).putLong(at).putLong(offset).putLong(size).putInt(link).putInt(type == SYMBOLS ? 1 : 0).putLong(16).putLong(entry);
    }
}
