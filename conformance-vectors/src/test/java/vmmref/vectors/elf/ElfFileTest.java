/// Executables are read, and what is none is told with what to do.
package vmmref.vectors.elf;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.vectors.running.Loading;
import vmmref.vectors.run.UsageMistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ElfFileTest {
    private static final String NOPS = "00000000010000000002000000000400";
    private static final Path SORT   = Path.of("programs/sort/sort.hex");
    private static final int FIRST   = 64;
    private static final int SECOND  = 64 + 56;

    @TempDir Path folder;

    private String mistake(Path file) {
        return assertThrows(UsageMistake.class, () -> ElfFile.read(file)).getMessage();
    }

    private void isRefused(ElfImage image, String what, String remedy) {
        Path file = image.in(folder);
        assertEquals(file + ": " + what + "; " + remedy, mistake(file));
    }

    private Path written(byte... bytes) throws IOException {
        return Files.write(folder.resolve("program"), bytes);
    }

    @Test @DisplayName("segments, entry and byte order are read, little-endian and big-endian")
    void read() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            Elf elf = ElfFile.read(ElfImage.of(order, NOPS, "0102").in(folder));
            assertEquals(0x100000, elf.entry());
            assertEquals(order == ByteOrder.BIG_ENDIAN, elf.bigEndian());
            assertEquals(Vector.of(0x100000L, 0x110000L), elf.segments().map(Segment::physical));
            assertEquals(Vector.of(16L, 2L), elf.segments().map(Segment::size));
            assertTrue(elf.symbols().near(0x100000).isEmpty());
        }
    }

    @Test @DisplayName("the program is put where its physical addresses say, and entered there; what the file does not hold is 0")
    void physical() {
        ElfImage image = ElfImage.of(NOPS, "0102030405060708090a").withLong(FIRST + 24, 0x4000).withLong(SECOND + 24, 0x8003).withLong(SECOND + 40, 0x1000);
        Path file = image.in(folder);
        Elf elf = ElfFile.read(file);
        assertEquals(0x4000, elf.entry());
        var memory = Loading.machine(file, elf, Profile.named("itanium2").get()).memory();
        assertEquals(0x0504030201000000L, memory.read(new PhysicalAddress(0x8000), 8));
        assertEquals(0x0000000a09080706L, memory.read(new PhysicalAddress(0x8008), 8));
        assertEquals(4, memory.written().size());
    }

    @Test @DisplayName("labels of code have names, and so have addresses behind them; data have none")
    void symbols() {
        Symbols symbols = ElfFile.read(SORT).symbols();
        assertEquals("<_start>", symbols.exactly(0x100000).get());
        assertEquals("<_start+0x10>", symbols.near(0x100010).get());
        assertTrue(symbols.exactly(0x100010).isEmpty());
        assertTrue(symbols.near(0xffff0).isEmpty());
        assertTrue(Vector.range(0x100000L, 0x100400L).flatMap(symbols::exactly).forAll(name -> !name.equals("<words>")));
    }

    @Test @DisplayName("the text of an executable is one, in either case and on any number of lines")
    void text() throws IOException {
        Elf elf = ElfFile.read(SORT);
        Path lines = Files.writeString(folder.resolve("lines"), Files.readString(SORT).toUpperCase(java.util.Locale.ROOT).replaceAll("\n", "\r\n") + "\n");
        assertEquals(elf.segments(), ElfFile.read(lines).segments());
        Path odd = Files.writeString(folder.resolve("odd"), "7f454c460");
        assertEquals(odd + ": begins as the hexadecimal text of an ELF file, and does not go on so; write two digits for each byte, and white space only", mistake(odd));
    }

    @Test @DisplayName("no file, a folder, nothing in it, something else")
    void noExecutable() throws IOException {
        Path absent = folder.resolve("absent");
        assertEquals(absent + ": there is no such file; name an executable for IA-64, such as one that ia64-linux-gnu-ld writes", mistake(absent));
        assertEquals(folder + ": is a folder; name the executable in it", mistake(folder));
        Path empty = written();
        assertEquals(empty + ": is empty; link it again", mistake(empty));
        Path script = written((byte) '#', (byte) '!', (byte) '/', (byte) 'b');
        assertEquals(script + ": is no ELF file: it begins with 23212f62, and not with 7f454c46; link it with ia64-linux-gnu-ld", mistake(script));
        Path brief = written((byte) 0x7f);
        assertEquals(brief + ": is no ELF file: it begins with 7f, and not with 7f454c46; link it with ia64-linux-gnu-ld", mistake(brief));
    }

    @Test @DisplayName("a file that was cut off anywhere is told to be truncated")
    void truncated() {
        ElfImage image = ElfImage.of(NOPS);
        assertEquals(folder.resolve("program") + ": is truncated: it has 63 bytes, and the header has 0x40 from 0x0 on; copy or link it again", mistake(image.cut(folder, 63)));
        assertEquals(folder.resolve("program") + ": is truncated: it has 100 bytes, and the table of program headers has 0x38 from 0x40 on; copy or link it again", mistake(image.cut(folder, 100)));
        assertEquals(folder.resolve("program") + ": is truncated: it has 135 bytes, and segment 0 has 0x10 from 0x78 on; copy or link it again", mistake(image.cut(folder, 135)));
        for (int length = 4; length < 136; length++) {
            String told = mistake(image.cut(folder, length));
            assertTrue(told.contains("is truncated"), told);
        }
    }

    @Test @DisplayName("what the header says that is not for this machine")
    void header() {
        isRefused(ElfImage.of(NOPS).withByte(4, 1), "is a 32-bit ELF file", "link it as elf64-ia64");
        isRefused(ElfImage.of(NOPS).withByte(4, 9), "is an ELF file of the unknown class 9", "link it as elf64-ia64");
        isRefused(ElfImage.of(NOPS).withByte(5, 0), "says neither little-endian nor big-endian: byte 5 is 0", "link it again");
        isRefused(ElfImage.of(NOPS).withShort(18, 62), "is for another machine: e_machine is 62, and 50 is IA-64", "link it as elf64-ia64");
        isRefused(ElfImage.of(NOPS).withShort(16, 1), "is an object file, and not linked yet", "link it with ia64-linux-gnu-ld -static");
        isRefused(ElfImage.of(NOPS).withShort(16, 3), "is a shared object or a position-independent executable", "link it with ia64-linux-gnu-ld -static");
        isRefused(ElfImage.of(NOPS).withShort(16, 4), "is a core dump", "link it with ia64-linux-gnu-ld -static");
        isRefused(ElfImage.of(NOPS).withShort(16, 77), "is an ELF file of the unknown type 77", "link it with ia64-linux-gnu-ld -static");
        isRefused(ElfImage.of(NOPS).withShort(54, 32), "has program headers of 32 bytes, and they have 56", "link it again");
    }

    @Test @DisplayName("what no loader is there for, and what does not fit")
    void segments() {
        isRefused(ElfImage.of(NOPS, NOPS).withInt(SECOND, 2), "is linked dynamically", "link it with -static; nothing loads libraries here");
        isRefused(ElfImage.of(NOPS, NOPS).withInt(SECOND, 3), "is linked dynamically", "link it with -static; nothing loads libraries here");
        isRefused(ElfImage.of(NOPS).withInt(FIRST, 4), "has no segment to load", "link it with some code");
        isRefused(ElfImage.of(), "has no segment to load", "link it with some code");
        isRefused(ElfImage.of(NOPS).withLong(FIRST + 40, 15), "segment 0 has more bytes in the file (0x10) than in memory (0xf)", "link it again");
        isRefused(ElfImage.of(NOPS, NOPS).withLong(SECOND + 24, 0x10000f), "segment 0 (0x100000 to 0x10000f) and segment 1 (0x10000f to 0x10001e) overlap in physical memory", "link them apart");
        isRefused(ElfImage.of(NOPS).withLong(FIRST + 24, -16), "segment 0 (0x10 bytes at 0xfffffffffffffff0) goes beyond 63 bits of physical address", "link it at a lower address");
        isRefused(ElfImage.of(NOPS).withLong(24, 0x100010), "begins at 0x100010, which no segment holds", "name a label of the text as the entry, such as _start");
        isRefused(ElfImage.of(NOPS).withLong(24, 0x100008), "begins at 0x100008, which is no bundle", "align the entry to 16 bytes");
    }

    @Test @DisplayName("segments that touch do not overlap")
    void touching() {
        assertEquals(2, ElfFile.read(ElfImage.of(NOPS, NOPS).withLong(SECOND + 24, 0x100010).in(folder)).segments().size());
    }

    @ParameterizedTest @EnumSource(Bits.class) @DisplayName("an implementation has only so much physical memory")
    void implemented(Bits bits) {
        Profile profile = Profile.named(bits.name()).get();
        Path file = ElfImage.of(NOPS).withLong(FIRST + 24, (1L << bits.number) - 16).in(folder);
        assertEquals((1L << bits.number) - 16, Loading.machine(file, ElfFile.read(file), profile).position().bundle().bits());
        Path beyond = ElfImage.of(NOPS).withLong(FIRST + 24, 1L << bits.number).in(folder);
        Elf elf = ElfFile.read(beyond);
        String told = assertThrows(UsageMistake.class, () -> Loading.machine(beyond, elf, profile)).getMessage();
        assertEquals("%s: segment 0 (0x%x to 0x%x) goes beyond the %d bits of physical address that %s has; link it at a lower address, or name another profile"
            .formatted(beyond, 1L << bits.number, (1L << bits.number) + 15, bits.number, bits), told);
    }

    enum Bits {
        merced(44), itanium2(50);

        private final int number;

        Bits(int number) {
            this.number = number;
        }
    }

    @Test @DisplayName("spoiled files end in a message or are read, never otherwise")
    void spoiled() throws IOException {
        byte[] good = java.util.HexFormat.of().parseHex(Files.readString(SORT).replaceAll("\\s", ""));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bad = java.util.Arrays.copyOf(good, random.nextInt(8) == 0 ? random.nextInt(good.length) : good.length);
            for (int n = random.nextInt(1, 4); n > 0 && bad.length > 0; n--) bad[random.nextInt(2) == 0 ? random.nextInt(bad.length) : random.nextInt(Math.min(200, bad.length))] = (byte) random.nextInt();
            Path file = written(bad);
            try {
                ElfFile.read(file);
            } catch (UsageMistake mistake) {
                assertTrue(mistake.getMessage().startsWith(file + ": ") && mistake.getMessage().contains("; "), mistake.getMessage());
            }
        }
    }
}
