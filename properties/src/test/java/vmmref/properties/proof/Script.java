package vmmref.properties.proof;

import io.vavr.collection.Seq;
import java.util.HashMap;
import java.util.Map;

/// Terms as SMT-LIB writes them: what occurs in several places is defined once.
final class Script {
    private final StringBuilder text = new StringBuilder();
    private final Map<Term, String> known = new HashMap<>();

    /// Declares inputs.
    Script declare(Seq<Term.Input> inputs) {
        inputs.forEach(input -> line("(declare-const %s %s)".formatted(input.name(), sort(input.width()))));
        return this;
    }

    /// Calls a term by a name.
    Script define(String name, Term term) {
        term.parts().forEach(this::define);
        return line("(define-fun %s () %s %s)".formatted(name, sort(term.width()), written(term)));
    }

    Script line(String command) {
        text.append(command).append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }

    private String written(Term term) {
        return switch (term) {
            case Term.Literal(var bits, var width) when width == Term.TRUTH -> bits == 1 ? "true" : "false";
            case Term.Literal(var bits, var width) -> width == 32 ? "#x%08x".formatted((int) bits) : "#x%016x".formatted(bits);
            case Term.Input(var name, var width)   -> name;
            case Term.Applied applied              -> known.get(applied);
        };
    }

    private void define(Term part) {
        if (!(part instanceof Term.Applied applied) || known.containsKey(applied)) return;
        String name = "term-" + known.size();
        line("(define-fun %s () %s (%s %s))".formatted(name, sort(applied.width()), applied.operator().text(), applied.arguments().map(this::written).mkString(" ")));
        known.put(applied, name);
    }

    private static String sort(int width) {
        return width == Term.TRUTH ? "Bool" : "(_ BitVec %d)".formatted(width);
    }
}
