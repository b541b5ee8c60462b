/// Coloured text, where colour is welcome.
package vmmref.vectors.report;

/// Every method answers the text itself where it is not.
public record Ink(boolean colour) {

    /// {@return text that is bad news}
    public String bad(String text) {
        return in("31", text);
    }

    /// {@return text that is good news}
    public String good(String text) {
        return in("32", text);
    }

    /// {@return text that wants attention}
    public String notable(String text) {
        return in("33", text);
    }

    /// {@return text that stands out}
    public String strong(String text) {
        return in("1", text);
    }

    /// {@return text that stands back}
    public String quiet(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
