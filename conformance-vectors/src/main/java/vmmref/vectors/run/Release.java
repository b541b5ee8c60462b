/// Which vmmref this is.
package vmmref.vectors.run;

import io.vavr.control.Option;

public final class Release {

    private Release() { }

    /// {@return the version in the manifest of the jar, or a word that says that there is no jar}
    public static String version() {
        return Option.of(Release.class.getPackage().getImplementationVersion()).getOrElse("unpackaged");
    }
}
