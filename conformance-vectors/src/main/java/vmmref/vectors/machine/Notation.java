/// How the value of a part of a machine is written.
package vmmref.vectors.machine;

import java.util.regex.Pattern;

enum Notation {
    WORD("[0-9a-f]{16}", "0000000000000000", "16 lower-case hex digits"),
    ADDRESS("[0-9a-f]{15}0", "0000000000000000", "16 lower-case hex digits, the last of them 0"),
    MARKER("[0-9a-f]{10}", "0000000000", "10 lower-case hex digits"),
    BIT("[01]", "0", "0 or 1"),
    SLOT("[0-2]", "0", "0, 1 or 2"),
    FLOATING("[01]:[01][0-9a-f]{4}:[0-9a-f]{16}", "0:00000:0000000000000000", "sign, 5 hex digits of the exponent and 16 of the significand, such as 0:1003e:0000000000000001"),
    SET("[0-9a-f]{64}", "0".repeat(64), "64 lower-case hex digits"),
    RANGE("-|[0-7][0-9a-f]{15}\\+(?:[1248]|10|16)", "-", "address, plus sign and number of bytes, such as 0000000000008000+8");

    private final Pattern pattern;
    private final String zero;
    private final String form;

    Notation(String pattern, String zero, String form) {
        this.pattern = Pattern.compile(pattern);
        this.zero    = zero;
        this.form    = form;
    }

    Pattern pattern() {
        return pattern;
    }

    /// {@return what is written of a part that no start state names}
    String zero() {
        return zero;
    }

    /// {@return the notation in words}
    String form() {
        return form;
    }
}
