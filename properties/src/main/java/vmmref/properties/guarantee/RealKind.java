package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vmmref.model.register.FloatingValue;

/// What a value is by its digits: sign, exponent and significand. The first kind that matches is the one.
enum RealKind {
    NATVAL("0:1fffe:0{16}"),
    UNSUPPORTED(".:1ffff:[0-7].{15}"),
    INFINITE(".:1ffff:80{15}"),
    SIGNALLING(".:1ffff:[89ab].{15}"),
    QUIET(".:1ffff:[c-f].{15}"),
    ZERO(".:00000:0{16}"),
    DENORMAL(".:00000:[0-7].{15}"),
    PSEUDO_DENORMAL(".:00000:[89a-f].{15}"),
    PSEUDO_ZERO(".:.{5}:0{16}"),
    UNNORMAL(".:.{5}:[0-7].{15}"),
    NORMAL(".:.{5}:[89a-f].{15}");

    private static final HexFormat HEXADECIMAL = HexFormat.of();

    private final Pattern digits;

    RealKind(String digits) {
        this.digits = Pattern.compile(digits);
    }

    static RealKind of(FloatingValue value) {
        String text = (value.sign() ? "1:" : "0:") + HEXADECIMAL.toHexDigits(value.exponent(), 5) + ":" + HEXADECIMAL.toHexDigits(value.significand());
        for (RealKind kind : values()) if (kind.digits.matcher(text).matches()) return kind;
        throw new IllegalArgumentException("no kind of value: " + text);
    }

    /// {@return the exception denormal or unnormal operand, if one of the kinds is not normal}
    static int denormal(Seq<RealKind> kinds) {
        return kinds.exists(kind -> kind.isOneOf(DENORMAL, PSEUDO_DENORMAL, PSEUDO_ZERO, UNNORMAL)) ? 2 : 0;
    }

    boolean isOneOf(RealKind... kinds) {
        for (RealKind kind : kinds) if (this == kind) return true;
        return false;
    }
}
