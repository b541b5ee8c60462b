/// Where an image has its parts.
package vmmref.vectors.baremetal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.elf.Elf;
import vmmref.vectors.elf.ElfFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ImageTest {
    private static final int TABLE = 0x10000;

    @TempDir Path folder;

    private static long word(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
    }

    @Test @DisplayName("the executable holds the bytes of the flat image at f00000, and zeros at a000000")
    void executable() throws IOException {
        Image image = Sample.sheet("step/manual/0001", "step/manual/0002").image();
        Elf elf = ElfFile.read(Files.write(folder.resolve("image.elf"), image.executable()));
        assertEquals(0xf08600, elf.entry());
        assertEquals("[segment 0 (0xf00000 to 0x%x), segment 1 (0xa000000 to 0x%x)]".formatted(0xf00000 + image.bytes().length - 1, image.logEnd() - 1), elf.segments().toJavaList().toString());
        byte[] loaded = new byte[image.bytes().length];
        elf.segments().head().bytes().get(0, loaded);
        assertArrayEquals(image.bytes(), loaded);
        assertEquals("<start>", elf.symbols().exactly(0xf08600).get());
        assertEquals("<done>", elf.symbols().exactly(image.symbols().get("done").get()).get());
    }

    @Test @DisplayName("a record says the registers of the case, how it is entered and what is written to memory")
    void table() {
        byte[] bytes = Sample.sheet("step/manual/0001").image().bytes();
        assertEquals(0x1111, word(bytes, TABLE + 256 + 8), "r1");
        assertEquals(0x11110, word(bytes, TABLE), "r16 of bank 0");
        assertEquals(0, word(bytes, TABLE + 128), "r16 of bank 1");
        assertEquals(0x4100, word(bytes, TABLE + 512), "b0");
        assertEquals(2, word(bytes, TABLE + 1536), "f2, significand");
        assertEquals(0x1003e, word(bytes, TABLE + 1544), "f2, sign and exponent");
        assertEquals(0x22220, word(bytes, TABLE + 3584), "r32");
        assertEquals(0x4000, word(bytes, TABLE + Block.control("iip")));
        assertEquals(1L << 13 | 1L << 40 | 2L << 41, word(bytes, TABLE + Block.control("ipsr")), "PSR.ic, PSR.ss, slot 2");
        assertEquals(1L << 63 | 0x820, word(bytes, TABLE + Block.control("ifs")));
        assertEquals(1, word(bytes, TABLE + 424), "steps");
        assertEquals(0xa000200, word(bytes, TABLE + 4352), "the entry of the log");
        int list = (int) word(bytes, TABLE + 464) - 0xf00000;
        assertEquals(0x3ff8, word(bytes, list), "before the bundle");
        assertEquals(0x4000, word(bytes, list + 16));
        assertEquals(0x0000000100000009L, word(bytes, list + 24), "the bundle");
    }

    @Test @DisplayName("an image is numbered by what it holds")
    void number() {
        assertEquals(Sample.sheet("step/manual/0001").image().number(), Sample.sheet("step/manual/0001").image().number());
        assertNotEquals(Sample.sheet("step/manual/0001").image().number(), Sample.sheet("step/manual/0002").image().number());
    }

    @Test @DisplayName("more cases than the log holds are refused")
    void tooMany() {
        CaseRecord record = Sample.sheet("step/manual/0001").image().records().head();
        assertThrows(IllegalArgumentException.class, () -> Image.of(Site.ALL.head(), io.vavr.collection.Vector.fill(30_000, record)));
    }
}
