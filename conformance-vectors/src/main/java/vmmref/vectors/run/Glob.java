/// A pattern over whole ids: `*` stands for any text, slashes too, and `?` for one character.
package vmmref.vectors.run;

/// Everything else stands for itself. However many stars there are, the time grows with the length of the pattern times that of the id.
public record Glob(String pattern) {

    /// {@return the glob that a text spells; every text spells one}
    public static Glob of(String pattern) {
        return new Glob(pattern);
    }

    /// {@return whether an id that begins like this may match}
    public boolean mayBegin(String beginning) {
        String literal = pattern.split("[*?]", 2)[0];
        return literal.startsWith(beginning) || beginning.startsWith(literal);
    }

    /// {@return whether the whole id matches}
    ///
    /// Only the last star that was met is ever tried again, with one character more: what an earlier one could take, it can take as well.
    public boolean matches(String id) {
        int at   = 0;
        int next = 0;
        int star = -1;
        int from = 0;
        while (at < id.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                from = at;
            } else if (next < pattern.length() && (pattern.charAt(next) == '?' || pattern.charAt(next) == id.charAt(at))) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at   = ++from;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') next++;
        return next == pattern.length();
    }
}
