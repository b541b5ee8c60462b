package vmmref.vectors.kill;

import io.vavr.Lazy;
import io.vavr.collection.Seq;

/// A change in one method of the compiled code.
///
/// @param type       the class
/// @param name       of the method
/// @param descriptor of the method
/// @param what       what was changed, as PIT says it, with a number where several changes in the method are told alike
/// @param id         mutator and place, by which PIT's report knows it
/// @param line       that the change is in
/// @param clauses    that the method carries
/// @param making     the changed class
record CompiledMutant(String type, String name, String descriptor, int line, String what, String id, Lazy<Seq<String>> clauses, Making making) {
    /// Makes the bytes of the changed class.
    interface Making {
        byte[] bytes();
    }

    String method() {
        return type + "." + name + descriptor;
    }

    String room() {
        return type.substring(0, type.lastIndexOf('.'));
    }

    /// {@return the place as `spec/mutants.tsv` writes it}
    String where() {
        return type.substring("vmmref.".length()) + "." + name;
    }
}
