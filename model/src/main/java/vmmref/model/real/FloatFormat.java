package vmmref.model.real;

import static vmmref.spec.Memories.FORMAT_NARROWED;
import static vmmref.spec.Memories.FORMAT_WIDENED;

import vmmref.model.register.FloatingValue;
import vmmref.model.word.Bits;
import vmmref.model.word.Image;
import vmmref.spec.Memories;

/// How memory, or a general register, holds what a floating-point register does.
public enum FloatFormat {
    /// Sign, 8 bits of exponent, 23 of fraction.
    SINGLE(4, 4),
    /// Sign, 11 bits of exponent, 52 of fraction.
    DOUBLE(8, 8),
    /// Sign, 15 bits of exponent, 64 of significand.
    EXTENDED(10, 16),
    /// The significand.
    INTEGER(8, 8),
    /// The whole register.
    SPILLED(16, 16);

    private static final int SINGLE_BIAS = 0xff80;
    private static final int DOUBLE_BIAS = 0xfc00;
    private static final int EXTENDED_BIAS = 0xc000;
    private static final long INTEGER_BIT = 1L << 63;

    private final int bytes;
    private final int alignment;

    FloatFormat(int bytes, int alignment) {
        this.bytes     = bytes;
        this.alignment = alignment;
    }

    /// {@return how many bytes hold a value}
    public int bytes() {
        return bytes;
    }

    /// {@return what the address of a value is a multiple of}
    public int alignment() {
        return alignment;
    }

    /// {@return the value of an image}
    @Memories.Rule(FORMAT_WIDENED)
    public FloatingValue value(Image image) {
        long low = image.low();
        return switch (this) {
            case SINGLE   -> widened(Bits.bit(low, 31), (int) Bits.field(low, 30, 23), 0xff, SINGLE_BIAS, Bits.field(low, 22, 0) << 40);
            case DOUBLE   -> widened(Bits.bit(low, 63), (int) Bits.field(low, 62, 52), 0x7ff, DOUBLE_BIAS, Bits.field(low, 51, 0) << 11);
            case EXTENDED -> extended(Bits.bit(image.high(), 15), (int) Bits.field(image.high(), 14, 0), low);
            case INTEGER  -> FloatingValue.integer(low);
            case SPILLED  -> FloatingValue.of(image.high(), low);
        };
    }

    private static FloatingValue widened(boolean sign, int exponent, int special, int bias, long fraction) {
        if (exponent == 0) return new FloatingValue(sign, fraction == 0 ? 0 : bias + 1, fraction);
        return new FloatingValue(sign, exponent == special ? FloatingValue.SPECIAL : exponent + bias, INTEGER_BIT | fraction);
    }

    private static FloatingValue extended(boolean sign, int exponent, long significand) {
        return new FloatingValue(sign, exponent == 0 ? 0 : exponent == 0x7fff ? FloatingValue.SPECIAL : exponent + EXTENDED_BIAS, significand);
    }

    /// {@return the image of a value}
    @Memories.Rule(FORMAT_NARROWED)
    public Image image(FloatingValue value) {
        long sign = value.sign() ? 1 : 0;
        long significand = value.significand();
        return switch (this) {
            case SINGLE   -> new Image(sign << 31 | narrowed(value, 7) << 23 | Bits.field(significand, 62, 40), 0);
            case DOUBLE   -> new Image(sign << 63 | narrowed(value, 10) << 52 | Bits.field(significand, 62, 11), 0);
            case EXTENDED -> new Image(significand, sign << 15 | exponent(value, 14));
            case INTEGER  -> new Image(significand, 0);
            case SPILLED  -> new Image(significand, value.head());
        };
    }

    private static long narrowed(FloatingValue value, int low) {
        return value.significand() < 0 ? exponent(value, low) : 0;
    }

    /// {@return the highest bit of the exponent before its lowest ones}
    private static long exponent(FloatingValue value, int low) {
        return (long) value.exponent() >>> 16 << low | value.exponent() & Bits.ones(low);
    }
}
