package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import vmmref.model.dependency.Dependencies;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.spec.Clause;
import vmmref.spec.Dependences;
import vmmref.spec.Table;

/// Mutants of the table of what instructions touch besides their operands.
final class ResourceMutants {
    private static final MutableTable RESOURCES = MutableTable.ofMachine(Table.named("resources"), 1, (right, table) -> right.withDependencies(Dependencies.of(table)));
    private static final Seq<Clause> CLAUSES = Vector.of(Dependences.RESOURCE_TOUCHED);
    private static final Seq<String> TEXTS = Forms.architected().map(Form::syntax).map(syntax -> syntax.plain());

    private static final int FORMS = 0;
    private static final int READS = 1;
    private static final int ADDS  = 3;

    private ResourceMutants() { }

    /// Each row left out, or not true of the first or the last form that it is of; each word left out, or in the next column.
    static Seq<TableMutant> all() {
        return RESOURCES.rows().map(row -> RESOURCES.without(row, CLAUSES))
            .appendAll(RESOURCES.rows().flatMap(ResourceMutants::narrowed))
            .appendAll(RESOURCES.rows().flatMap(row -> Vector.rangeClosed(READS, ADDS).flatMap(column -> words(row, column).flatMap(word -> Vector.of(lost(row, column, word), moved(row, column, word))))));
    }

    private static Seq<TableMutant> narrowed(int row) {
        String pattern = RESOURCES.row(row).cell(FORMS);
        Seq<String> forms = TEXTS.filter(text -> text.matches(pattern));
        return forms.size() < 2 ? Vector.empty() : Vector.of(forms.head(), forms.last())
            .map(text -> RESOURCES.mutant(row, "is not true of " + text, CLAUSES, new Change(row, FORMS, "(?!" + Pattern.quote(text) + "$)(" + pattern + ")").in(RESOURCES.table())));
    }

    private static Seq<String> words(int row, int column) {
        String cell = RESOURCES.row(row).cell(column);
        return cell.equals("-") ? Vector.empty() : Vector.of(cell.split(" "));
    }

    private static TableMutant lost(int row, int column, String word) {
        return RESOURCES.mutant(row, heading(column) + word + " is left out", CLAUSES, without(row, column, word));
    }

    private static TableMutant moved(int row, int column, String word) {
        int next = column == ADDS ? READS : column + 1;
        return RESOURCES.mutant(row, heading(column) + word + " is in the next column", CLAUSES, new Change(row, next, words(row, next).append(word).mkString(" ")).in(without(row, column, word)));
    }

    private static Table without(int row, int column, String word) {
        Seq<String> left = words(row, column).remove(word);
        return new Change(row, column, left.isEmpty() ? "-" : left.mkString(" ")).in(RESOURCES.table());
    }

    private static String heading(int column) {
        return Vector.of("reads", "writes", "adds").get(column - READS) + ": ";
    }
}
