package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vmmref.model.bundle.Templates;
import vmmref.model.instruction.Decode;
import vmmref.model.instruction.DecodeTable;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.FormTable;
import vmmref.model.instruction.Row;
import vmmref.model.instruction.Unassigned;
import vmmref.model.semantics.Semantics;
import vmmref.spec.Bundles;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// Mutants of the tables from which decoders are made.
final class EncodingMutants {
    private static final FormTable ARCHITECTED = FormTable.architected();
    private static final Pattern HEXADECIMAL = Pattern.compile("=([0-9A-F]+)");
    private static final Pattern PAIR = Pattern.compile("([rfpb])([0-9])(.*?)\\1([0-9])");
    private static final Pattern FIELD = Pattern.compile("(\\w+\\{L?)(\\d+:)?(\\d+)}");

    private static final MutableTable UNASSIGNED = MutableTable.ofMachine(Table.named("unassigned"), 2, (right, table) -> decoding(right, Templates.architected(), ARCHITECTED, table));
    private static final MutableTable TEMPLATES  = MutableTable.ofMachine(Table.named("templates"), 1, (right, table) -> decoding(right, Templates.of(table), ARCHITECTED, UNASSIGNED.table()));
    private static final MutableTable FORMS      = MutableTable.ofMachine(ARCHITECTED.forms(), 2, (right, table) -> decoding(right, ARCHITECTED.withForms(table)));
    private static final MutableTable FORMATS    = MutableTable.ofMachine(ARCHITECTED.formats(), 1, (right, table) -> decoding(right, ARCHITECTED.withFormats(table)));
    private static final MutableTable OPERANDS   = MutableTable.ofMachine(ARCHITECTED.operands(), 3, (right, table) -> decoding(right, ARCHITECTED.withOperands(table)));
    private static final MutableTable COMPLETERS = MutableTable.ofMachine(ARCHITECTED.completers(), 1, (right, table) -> decoding(right, ARCHITECTED.withCompleters(table)));

    private EncodingMutants() { }

    static Seq<TableMutant> all() {
        return templates().appendAll(forms()).appendAll(formats()).appendAll(operands()).appendAll(completers()).appendAll(unassigned());
    }

    private static Semantics decoding(Semantics right, FormTable forms) {
        return decoding(right, Templates.architected(), forms, UNASSIGNED.table());
    }

    private static Semantics decoding(Semantics right, Templates templates, FormTable forms, Table unassigned) {
        Seq<Row> rows = forms.all().<Row>map(form -> form).appendAll(Unassigned.all(unassigned));
        return right.withDecode(new Decode(templates, DecodeTable.of(rows, right.profile()))::bundle);
    }

    private static Seq<TableMutant> templates() {
        Seq<Clause> clauses = Vector.of(Bundles.TEMPLATE_ASSIGNED);
        return TEMPLATES.rows().flatMap(row -> {
            String notation = TEMPLATES.row(row).cell(1);
            return Vector.of(0, 1, 2).map(slot -> toggledStop(notation, slot)).append(notation.replaceFirst("I|B|F", "M"))
                .reject(notation::equals)
                .map(changed -> TEMPLATES.mutant(new Change(row, 1, changed), clauses))
                .append(TEMPLATES.without(row, clauses));
        }).append(new TableMutant("templates", "06", "becomes MLX", Vector.of(Bundles.TEMPLATE_RESERVED), right ->
            TEMPLATES.rules().apply(right, new Table("templates", TEMPLATES.table().rows().append(new Table.Row("mutant", Vector.of("06", "MLX")))))));
    }

    private static String toggledStop(String notation, int slot) {
        Seq<String> slots = Vector.of(notation.split("(?<=;)|(?<=[A-Z])(?=[A-Z])"));
        return slots.update(slot, slots.get(slot).endsWith(";") ? slots.get(slot).substring(0, 1) : slots.get(slot) + ";").mkString();
    }

    private static Seq<TableMutant> forms() {
        return FORMS.rows().flatMap(row -> {
            Table.Row form = FORMS.row(row);
            Seq<Clause> clauses = Vector.of(Encodings.valueOf(form.cell(5)));
            Table.Row next = FORMS.row((row + 1) % FORMS.rows().size());
            return otherKeys(form.cell(4)).map(key -> new Change(row, 4, key))
                .appendAll(Option.when(!next.cell(0).equals(form.cell(0)) && next.cell(2).equals(form.cell(2)), new Change(row, 0, next.cell(0))))
                .appendAll(swapped(form.cell(1)).map(operands -> new Change(row, 1, operands)))
                .append(new Change(row, 5, form.cell(5).equals("LOAD_FORM") ? "STORE_FORM" : "LOAD_FORM"))
                .map(change -> FORMS.mutant(change, clauses))
                .append(FORMS.without(row, clauses));
        });
    }

    /// Each field of each format one bit shorter at its low end, or, where it is one bit, one bit further down.
    private static Seq<TableMutant> formats() {
        return FORMATS.rows().flatMap(row -> {
            String fields = FORMATS.row(row).cell(1);
            Seq<Clause> clauses = ARCHITECTED.all().filter(form -> form.format().name().equals(FORMATS.row(row).cell(0))).map(Form::clause).distinct();
            return Vector.ofAll(FIELD.matcher(fields).results()).reject(field -> field.group(3).equals("0"))
                .map(field -> FORMATS.mutant(row, field.group() + " becomes " + moved(field), clauses,
                    new Change(row, 1, fields.substring(0, field.start()) + moved(field) + fields.substring(field.end())).in(FORMATS.table())));
        });
    }

    private static String moved(MatchResult field) {
        int low = Integer.parseInt(field.group(3));
        return field.group(2) == null ? field.group(1) + (low - 1) + "}" : field.group(1) + field.group(2) + (low + 1) + "}";
    }

    /// Each value of the key with its lowest bit changed.
    private static Seq<String> otherKeys(String key) {
        return Vector.ofAll(HEXADECIMAL.matcher(key).results()).map(found -> key.substring(0, found.start(1))
            + Long.toHexString(Long.parseLong(found.group(1), 16) ^ 1).toUpperCase(Locale.ROOT) + key.substring(found.end(1)));
    }

    /// The first two operands of one kind in each other's place.
    private static Option<String> swapped(String operands) {
        return Vector.ofAll(PAIR.matcher(operands).results()).headOption().map((MatchResult found) -> operands.substring(0, found.start())
            + found.group(1) + found.group(4) + found.group(3) + found.group(1) + found.group(2) + operands.substring(found.end()));
    }

    private static Seq<TableMutant> operands() {
        return OPERANDS.rows().flatMap(row -> {
            Table.Row operand = OPERANDS.row(row);
            Seq<String> fields = Vector.of(operand.cell(2).split(":"));
            String conversion = operand.cell(3);
            Seq<Change> changes = Vector.range(0, fields.size() - 1)
                .map(at -> new Change(row, 2, fields.update(at, fields.get(at + 1)).update(at + 1, fields.get(at)).mkString(":")))
                .append(new Change(row, 3, conversion.startsWith("signed") ? "un" + conversion
                    : conversion.startsWith("one of ") ? conversion.replaceFirst("of (\\S+) (\\S+)", "of $2 $1")
                    : conversion.equals("unsigned") ? "signed" : "unsigned"))
                .append(new Change(row, 4, operand.cell(4).equals("IMMEDIATE_SIGNED") ? "IMMEDIATE_UNSIGNED" : "IMMEDIATE_SIGNED"));
            return changes.map(change -> OPERANDS.mutant(change, Vector.of(Encodings.valueOf(operand.cell(4)))));
        });
    }

    private static Seq<TableMutant> completers() {
        return COMPLETERS.rows().flatMap(row -> {
            Seq<String> choices = Vector.of(COMPLETERS.row(row).cell(2).split(" "));
            Seq<Clause> clauses = ARCHITECTED.all().filter(form -> form.completers().exists(each -> each.name().equals(COMPLETERS.row(row).cell(0))))
                .map(Form::clause).distinct();
            return Vector.range(0, choices.size() - 1).map(at -> new Change(row, 2, exchanged(choices, at)))
                .append(new Change(row, 2, choices.dropRight(1).mkString(" ")))
                .map(change -> COMPLETERS.mutant(change, clauses));
        });
    }

    /// The texts of two neighbouring choices in each other's place.
    private static String exchanged(Seq<String> choices, int at) {
        String[] one = choices.get(at).split("=", -1);
        String[] other = choices.get(at + 1).split("=", -1);
        return choices.update(at, one[0] + "=" + other[1]).update(at + 1, other[0] + "=" + one[1]).mkString(" ");
    }

    private static Seq<TableMutant> unassigned() {
        return UNASSIGNED.rows().filter(row -> !UNASSIGNED.row(row).cell(3).startsWith("!")).flatMap(row -> {
            String clause = UNASSIGNED.row(row).cell(2);
            Seq<Clause> clauses = Vector.of(Encodings.valueOf(clause));
            return Vector.of("UNASSIGNED_PREDICATED", "UNASSIGNED_ALWAYS", "UNASSIGNED_NOP").reject(clause::equals)
                .map(other -> UNASSIGNED.mutant(new Change(row, 2, other), clauses))
                .append(UNASSIGNED.without(row, clauses));
        });
    }
}
