/// Which bits of a hex value are compared.
package vmmref.vectors.format;

import java.math.BigInteger;
import java.util.regex.Pattern;

/// A mask is hex digits, as many as the value has; a bit that is 0 in it is not compared.
public final class Mask {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

    private Mask() { }

    /// {@return whether a mask can be laid over a value: both are lower-case hex, and of one width}
    public static boolean fits(String mask, String value) {
        return mask.length() == value.length() && HEX.matcher(mask).matches() && HEX.matcher(value).matches();
    }

    /// {@return a value with 0 in the bits that are not compared; the value itself where the mask does not fit}
    public static String applied(String mask, String value) {
        if (!fits(mask, value)) return value;
        String kept = new BigInteger(mask, 16).and(new BigInteger(value, 16)).toString(16);
        return "0".repeat(value.length() - kept.length()) + kept;
    }
}
