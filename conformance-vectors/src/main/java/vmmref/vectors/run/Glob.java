/// A pattern over whole ids: `*` stands for any text, slashes too, and `?` for one character.
package vmmref.vectors.run;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Everything else stands for itself.
public record Glob(String pattern, Pattern compiled) {

    /// {@return the glob that a text spells; every text spells one}
    public static Glob of(String pattern) {
        return new Glob(pattern, Pattern.compile(pattern.codePoints().mapToObj(Glob::quoted).collect(Collectors.joining())));
    }

    /// {@return whether the whole id matches}
    public boolean matches(String id) {
        return compiled.matcher(id).matches();
    }

    private static String quoted(int c) {
        return switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default  -> Pattern.quote(Character.toString(c));
        };
    }
}
