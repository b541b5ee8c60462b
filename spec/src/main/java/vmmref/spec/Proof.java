package vmmref.spec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.NoSuchElementException;

/// A theorem that a solver proved of the compiled model, a row of `spec/proofs.tsv`.
///
/// @param theorem its name
/// @param clauses that it proves, or part of them; none where it is about a step on the way
/// @param method  that it is about
/// @param domain  the inputs for which it holds, as SMT-LIB writes conditions
public record Proof(String theorem, Seq<Clause> clauses, String method, String domain) {

    /// {@return every theorem, in the order of the chapters}
    public static Seq<Proof> all() {
        return Table.named("proofs").rows().map(Proof::of);
    }

    /// {@return the theorems about a clause}
    public static Seq<Proof> of(Clause clause) {
        return all().filter(proof -> proof.clauses.contains(clause));
    }

    private static Proof of(Table.Row row) {
        Seq<String> names = Vector.of(row.cell(1).split(" ")).reject("-"::equals);
        return new Proof(row.cell(0), names.map(name -> Clauses.named(name).getOrElseThrow(() -> new NoSuchElementException(row.where() + " names " + name + ", which is no clause"))), row.cell(2), row.cell(3));
    }
}
