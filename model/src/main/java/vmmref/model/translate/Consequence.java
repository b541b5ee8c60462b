package vmmref.model.translate;

/// What meeting a condition leads to, as a letter of the table says it.
enum Consequence {
    /// A fault.
    F,
    /// The negative answer of a query.
    A,
    /// The prefetch is dropped.
    D,
    /// Anything may happen.
    U
}
