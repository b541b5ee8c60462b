package vmmref.properties.campaign;

/// Is told how a campaign goes. All calls but [#executed], [#seen] and [#unstored] come from the thread that runs it.
public interface Listener {
    /// Tells nobody.
    Listener SILENT = new Listener() { };

    /// Another phase begins.
    default void phase(Phase phase) { }

    /// A worker has executed some cases.
    default void executed(long cases) { }

    /// A batch is saved.
    default void saved(Ledger ledger) { }

    /// A worker has seen a case for which a law does not hold, and stored it; that worker calls.
    default void seen(Finding finding) { }

    /// A case was found for which a law does not hold; it is stored.
    default void found(Finding finding) { }

    /// A finding is as small as it becomes, and explained.
    default void completed(Finding finding) { }

    /// A worker found a case that could not be stored; what follows is the error that ends the campaign.
    default void unstored(Finding finding) { }

    /// Something that a person should know.
    default void note(String text) { }
}
