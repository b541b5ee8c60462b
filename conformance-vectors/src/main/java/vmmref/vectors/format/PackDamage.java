/// A pack cannot be used as it stands: exit code 4.
package vmmref.vectors.format;

/// Thrown by everything that reads or writes a pack, at the first thing that is wrong.
public final class PackDamage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public PackDamage(Finding finding) {
        super(finding.text());
        this.finding = finding;
    }

    /// {@return what is wrong, and where}
    public Finding finding() {
        return finding;
    }
}
