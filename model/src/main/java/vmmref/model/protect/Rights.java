package vmmref.model.protect;

/// The question what a page permits.
@FunctionalInterface
public interface Rights {
    /// {@return whether a page with access rights `ar`, 0 to 7, and privilege level `pl`, 0 to 3, permits an access at a privilege level, 0 to 3}
    boolean permit(int ar, int pl, int level, Access access);
}
