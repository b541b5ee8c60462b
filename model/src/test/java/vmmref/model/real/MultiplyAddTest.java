package vmmref.model.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.register.FloatingValue;

/// The classic hard cases, typed: f3 × f4 + f2 in status field 0.
class MultiplyAddTest {
    private static FloatingValue value(String text) {
        String[] parts = text.split(":");
        return new FloatingValue(parts[0].equals("1"), Integer.parseInt(parts[1], 16), Long.parseUnsignedLong(parts[2], 16));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // FPSR, completer, f3, f4, f2 | what is delivered, flags, ISR.code of a trap
        "00000033f | DOUBLE | 0:0ffff:8000000000000400 | 0:0ffff:8000000000000000 | 0:0ffbe:8000000000000000 | 0:0ffff:8000000000000800 | 20 | 0",
        "00000033f | DOUBLE | 0:0ffff:8000000000000400 | 0:0ffff:8000000000000000 | -                        | 0:0ffff:8000000000000000 | 20 | 0",
        "00000033f | DOUBLE | 0:0ffff:8000000000000c00 | 0:0ffff:8000000000000000 | -                        | 0:0ffff:8000000000001000 | 20 | 0",
        "00000073f | DOUBLE | 1:0ffff:8000000000000400 | 0:0ffff:8000000000000000 | 0:0ffbe:8000000000000000 | 1:0ffff:8000000000000800 | 20 | 0",
        "000000f3f | DOUBLE | 1:0ffff:8000000000000fff | 0:0ffff:8000000000000000 | -                        | 1:0ffff:8000000000000800 | 20 | 0",
        "000000b3f | DOUBLE | 1:0ffff:8000000000000fff | 0:0ffff:8000000000000000 | -                        | 1:0ffff:8000000000000800 | 20 | 0",
        "000000b3f | DOUBLE | 0:0ffff:8000000000000001 | 0:0ffff:8000000000000000 | -                        | 0:0ffff:8000000000000800 | 20 | 0",
        // tiny after rounding or not: 2^-1022 less a quarter, a half and three quarters of a last bit
        "00000033f | DOUBLE | 0:0fc00:fffffffffffffe00 | 0:0ffff:8000000000000000 | -                        | 0:0fc01:8000000000000000 | 20 | 0",
        "00000033f | DOUBLE | 0:0fc00:fffffffffffffa00 | 0:0ffff:8000000000000000 | -                        | 0:0fc01:8000000000000000 | 30 | 0",
        "00000033f | DOUBLE | 0:0fc00:fffffffffffff800 | 0:0ffff:8000000000000000 | -                        | 0:0fc01:8000000000000000 | 30 | 0",
        "00000033f | DOUBLE | 0:0fc00:fffffffffffff000 | 0:0ffff:8000000000000000 | -                        | 0:0fc01:7ffffffffffff800 | 0  | 0",
        "00000037f | DOUBLE | 0:0fc00:fffffffffffff000 | 0:0ffff:8000000000000000 | -                        | 0:00000:0                | 30 | 0",
        "00000032f | DOUBLE | 0:0fc00:fffffffffffff000 | 0:0ffff:8000000000000000 | -                        | 0:0fc00:fffffffffffff000 | 10 | 1000",
        "00000032f | DOUBLE | 1:0fc00:fffffffffffffa00 | 0:0ffff:8000000000000000 | -                        | 1:0fc00:fffffffffffff800 | 30 | 3000",
        "00000033f | NONE   | 0:0c000:8000000000000000 | 0:0ffff:8000000000000000 | -                        | 0:00000:4000000000000000 | 0  | 0",
        "00000033f | NONE   | 0:00000:4000000000000000 | 0:10000:8000000000000000 | -                        | 0:0c001:8000000000000000 | 2  | 0",
        "00000033f | SINGLE | 0:0ff60:8000000000000000 | 0:0ffff:8000000000000000 | -                        | 0:00000:0                | 30 | 0",
        "00000033f | SINGLE | 0:0ff69:8000000000000001 | 0:0ffff:8000000000000000 | -                        | 0:0ff81:0000010000000000 | 30 | 0",
        "00000033f | SINGLE | 0:0ff69:8000000000000000 | 0:0ffff:8000000000000000 | -                        | 0:00000:0                | 30 | 0",
        // overflow, and an exponent that wraps
        "00000033f | SINGLE | 0:1007e:ffffff8000000000 | 0:0ffff:8000000000000000 | -                        | 0:1ffff:8000000000000000 | 28 | 0",
        "00000033f | SINGLE | 0:1007e:ffffff7fffffffff | 0:0ffff:8000000000000000 | -                        | 0:1007e:ffffff0000000000 | 20 | 0",
        "000000f1f | SINGLE | 0:1007f:8000000000000000 | 0:0ffff:8000000000000000 | -                        | 0:1007e:ffffff0000000000 | 28 | 2000",
        "00000031f | SINGLE | 1:1007f:8000000000000000 | 0:0ffff:8000000000000000 | -                        | 1:1ffff:8000000000000000 | 28 | 6000",
        "0000003b7 | NONE   | 0:1fffe:8000000000000000 | 0:10000:8000000000000000 | -                        | 0:1ffff:8000000000000000 | 8  | 800",
        "0000003b7 | NONE   | 0:1fffe:8000000000000000 | 0:10001:8000000000000000 | -                        | 0:00000:8000000000000000 | 8  | 800",
        // cancellation, zeros, the least difference
        "00000033f | NONE   | 0:0ffff:8000000000000001 | 0:0ffff:8000000000000001 | 1:0ffff:8000000000000002 | 0:0ff81:8000000000000000 | 0  | 0",
        "00000073f | NONE   | 0:0ffff:8000000000000000 | 0:0ffff:8000000000000000 | 1:0ffff:8000000000000000 | 1:00000:0                | 0  | 0",
        "00000033f | NONE   | 1:00000:0                | 0:0ffff:8000000000000000 | 0:00000:0                | 0:00000:0                | 0  | 0",
        "00000033f | NONE   | 1:00000:0                | 0:0ffff:8000000000000000 | -                        | 1:00000:0                | 0  | 0",
        "00000073f | NONE   | 0:1fffe:8000000000000000 | 0:0ffff:8000000000000000 | 1:00001:8000000000000000 | 0:13ffe:ffffffffffffffff | 28 | 0",
    })
    void hardCases(String fpsr, Completer completer, String f3, String f4, String f2, String expected, String flags, String code) {
        Environment environment = Environment.of(new FloatingStatus(Long.parseLong(fpsr, 16)), 0, completer);
        Outcome.Delivered<FloatingValue> delivered = (Outcome.Delivered<FloatingValue>) MultiplyAdd.PLUS.of(value(f3), value(f4), Option.of(f2).map(MultiplyAddTest::value), environment);
        assertEquals(value(expected), delivered.value());
        assertEquals(flags, Integer.toHexString(delivered.flags()));
        assertEquals(code, Integer.toHexString(delivered.trap().bits() << 7));
    }
}
