package vmmref.model.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ImageTest {
    @Test
    void bytesAreReversed() {
        assertEquals(new Image(0xf0e0d0c0b0a09080L, 0x7060504030201000L), new Image(0x0010203040506070L, 0x8090a0b0c0d0e0f0L).reversed(16));
        assertEquals(new Image(0x0807060504030201L, 0x0a09), new Image(0x030405060708090aL, 0x0102).reversed(10));
        assertEquals(new Image(0x030405060708090aL, 0x0102), new Image(0x0807060504030201L, 0x0a09).reversed(10));
    }
}
