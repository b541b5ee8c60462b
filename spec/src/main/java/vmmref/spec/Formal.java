package vmmref.spec;

/// The formal statement beside a sentence, or the reason why there is none.
public sealed interface Formal {
    /// A property method, `Class.method`, of the properties room.
    record Law(String property) implements Formal { }
    /// The name of a `check` command in one of the files of `spec/alloy`.
    record Alloy(String check) implements Formal { }
    /// The name of a file of `spec/smt`.
    record Smt(String file) implements Formal { }
    /// No formal statement, and why.
    record None(String reason) implements Formal { }
}
