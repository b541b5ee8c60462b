/// A setting that differs from the plain one of its form in a way that can be said.
package vmmref.vectors.step;

/// @param said    how, as it follows a colon in a title
/// @param flag    why such cases exist
/// @param always  whether it is a case even if the same comes of it
/// @param setting the instruction and its machine
record Twist(String said, String flag, boolean always, Setting setting) {
    /// One that is a case only if something else comes of it.
    static Twist of(String said, String flag, Setting setting) {
        return new Twist(said, flag, false, setting);
    }

    static Twist always(String said, String flag, Setting setting) {
        return new Twist(said, flag, true, setting);
    }
}
