package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
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
import vmmref.model.profile.Profile;
import vmmref.spec.Bundles;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// Decoders made from tables with one cell changed. Mutation of compiled code changes no cell of a table, so these stand beside it.
public final class TableMutants {
    private static final Profile PROFILE = Profile.named("maximal").get();
    private static final Table TEMPLATES = Table.named("templates");
    private static final Table UNASSIGNED = Table.named("unassigned");
    private static final FormTable FORMS = FormTable.architected();
    private static final Pattern HEXADECIMAL = Pattern.compile("=([0-9A-F]+)");
    private static final Pattern OPERANDS = Pattern.compile("([rfpb])([0-9])(.*?)\\1([0-9])");

    private static final Pattern FIELD = Pattern.compile("(\\w+\\{L?)(\\d+:)?(\\d+)}");

    /// How many cells of a row say what it is about.
    private static final Map<String, Integer> ABOUT = HashMap.ofEntries(Tuple.of("templates", 1), Tuple.of("forms", 2), Tuple.of("formats", 1),
        Tuple.of("operands", 3), Tuple.of("completers", 1), Tuple.of("unassigned", 2));

    private TableMutants() { }

    public static Seq<TableMutant> all() {
        return templates().appendAll(forms()).appendAll(formats()).appendAll(operands()).appendAll(completers()).appendAll(unassigned());
    }

    /// One changed cell.
    private record Change(int row, int column, String value) {
        Table in(Table table) {
            Table.Row changed = table.rows().get(row);
            return new Table(table.name(), table.rows().update(row, new Table.Row(changed.where(), changed.cells().update(column, value))));
        }

        String told(Table table) {
            return table.rows().get(row).cell(column) + " becomes " + value;
        }
    }

    private static Seq<TableMutant> templates() {
        Seq<Clause> clauses = Vector.of(Bundles.TEMPLATE_ASSIGNED);
        Function1<Table, Decode> decode = table -> new Decode(Templates.of(table), DecodeTable.of(rows(FORMS, UNASSIGNED), PROFILE));
        return Vector.range(0, TEMPLATES.rows().size()).flatMap(row -> {
            String notation = TEMPLATES.rows().get(row).cell(1);
            return Vector.of(0, 1, 2).map(slot -> toggledStop(notation, slot)).append(notation.replaceFirst("I|B|F", "M"))
                .reject(notation::equals)
                .map(changed -> mutant(TEMPLATES, new Change(row, 1, changed), clauses, decode))
                .append(without(TEMPLATES, row, clauses, decode));
        }).append(new TableMutant("templates", "06", "becomes MLX", Vector.of(Bundles.TEMPLATE_RESERVED), () ->
            decode.apply(new Table("templates", TEMPLATES.rows().append(new Table.Row("mutant", Vector.of("06", "MLX")))))));
    }

    private static String toggledStop(String notation, int slot) {
        Seq<String> slots = Vector.of(notation.split("(?<=;)|(?<=[A-Z])(?=[A-Z])"));
        return slots.update(slot, slots.get(slot).endsWith(";") ? slots.get(slot).substring(0, 1) : slots.get(slot) + ";").mkString();
    }

    private static Seq<TableMutant> forms() {
        Table table = FORMS.forms();
        Function1<Table, Decode> decode = changed -> decode(FORMS.withForms(changed), UNASSIGNED);
        return Vector.range(0, table.rows().size()).flatMap(row -> {
            Table.Row form = table.rows().get(row);
            Seq<Clause> clauses = Vector.of(Encodings.valueOf(form.cell(5)));
            Table.Row next = table.rows().get((row + 1) % table.rows().size());
            return otherKeys(form.cell(4)).map(key -> new Change(row, 4, key))
                .appendAll(Option.when(!next.cell(0).equals(form.cell(0)) && next.cell(2).equals(form.cell(2)), new Change(row, 0, next.cell(0))))
                .appendAll(swapped(form.cell(1)).map(operands -> new Change(row, 1, operands)))
                .append(new Change(row, 5, form.cell(5).equals("LOAD_FORM") ? "STORE_FORM" : "LOAD_FORM"))
                .map(change -> mutant(table, change, clauses, decode))
                .append(without(table, row, clauses, decode));
        });
    }

    /// Each field of each format one bit shorter at its low end, or, where it is one bit, one bit further down.
    private static Seq<TableMutant> formats() {
        Table table = FORMS.formats();
        Function1<Table, Decode> decode = changed -> decode(FORMS.withFormats(changed), UNASSIGNED);
        return Vector.range(0, table.rows().size()).flatMap(row -> {
            String fields = table.rows().get(row).cell(1);
            Seq<Clause> clauses = FORMS.all().filter(form -> form.format().name().equals(table.rows().get(row).cell(0))).map(Form::clause).distinct();
            return Vector.ofAll(FIELD.matcher(fields).results()).reject(field -> field.group(3).equals("0"))
                .map(field -> {
                    Table changed = new Change(row, 1, fields.substring(0, field.start()) + moved(field) + fields.substring(field.end())).in(table);
                    return new TableMutant(table.name(), about(table, row), field.group() + " becomes " + moved(field), clauses, () -> decode.apply(changed));
                });
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
        return Vector.ofAll(OPERANDS.matcher(operands).results()).headOption().map((MatchResult found) -> operands.substring(0, found.start())
            + found.group(1) + found.group(4) + found.group(3) + found.group(1) + found.group(2) + operands.substring(found.end()));
    }

    private static Seq<TableMutant> operands() {
        Table table = FORMS.operands();
        Function1<Table, Decode> decode = changed -> decode(FORMS.withOperands(changed), UNASSIGNED);
        return Vector.range(0, table.rows().size()).flatMap(row -> {
            Table.Row operand = table.rows().get(row);
            Seq<String> fields = Vector.of(operand.cell(2).split(":"));
            String conversion = operand.cell(3);
            Seq<Change> changes = Vector.range(0, fields.size() - 1)
                .map(at -> new Change(row, 2, fields.update(at, fields.get(at + 1)).update(at + 1, fields.get(at)).mkString(":")))
                .append(new Change(row, 3, conversion.startsWith("signed") ? "un" + conversion
                    : conversion.startsWith("one of ") ? conversion.replaceFirst("of (\\S+) (\\S+)", "of $2 $1")
                    : conversion.equals("unsigned") ? "signed" : "unsigned"))
                .append(new Change(row, 4, operand.cell(4).equals("IMMEDIATE_SIGNED") ? "IMMEDIATE_UNSIGNED" : "IMMEDIATE_SIGNED"));
            return changes.map(change -> mutant(table, change, Vector.of(Encodings.valueOf(operand.cell(4))), decode));
        });
    }

    private static Seq<TableMutant> completers() {
        Table table = FORMS.completers();
        Function1<Table, Decode> decode = changed -> decode(FORMS.withCompleters(changed), UNASSIGNED);
        return Vector.range(0, table.rows().size()).flatMap(row -> {
            Seq<String> choices = Vector.of(table.rows().get(row).cell(2).split(" "));
            Seq<Clause> clauses = FORMS.all().filter(form -> form.completers().exists(each -> each.name().equals(table.rows().get(row).cell(0))))
                .map(Form::clause).distinct();
            return Vector.range(0, choices.size() - 1).map(at -> new Change(row, 2, exchanged(choices, at)))
                .append(new Change(row, 2, choices.dropRight(1).mkString(" ")))
                .map(change -> mutant(table, change, clauses, decode));
        });
    }

    /// The texts of two neighbouring choices in each other's place.
    private static String exchanged(Seq<String> choices, int at) {
        String[] one = choices.get(at).split("=", -1);
        String[] other = choices.get(at + 1).split("=", -1);
        return choices.update(at, one[0] + "=" + other[1]).update(at + 1, other[0] + "=" + one[1]).mkString(" ");
    }

    private static Seq<TableMutant> unassigned() {
        Function1<Table, Decode> decode = changed -> decode(FORMS, changed);
        return Vector.range(0, UNASSIGNED.rows().size()).filter(row -> !UNASSIGNED.rows().get(row).cell(3).startsWith("!")).flatMap(row -> {
            String clause = UNASSIGNED.rows().get(row).cell(2);
            Seq<Clause> clauses = Vector.of(Encodings.valueOf(clause));
            return Vector.of("UNASSIGNED_PREDICATED", "UNASSIGNED_ALWAYS", "UNASSIGNED_NOP").reject(clause::equals)
                .map(other -> mutant(UNASSIGNED, new Change(row, 2, other), clauses, decode))
                .append(without(UNASSIGNED, row, clauses, decode));
        });
    }

    private static TableMutant mutant(Table table, Change change, Seq<Clause> clauses, Function1<Table, Decode> decode) {
        return new TableMutant(table.name(), about(table, change.row()), change.told(table), clauses, () -> decode.apply(change.in(table)));
    }

    private static TableMutant without(Table table, int row, Seq<Clause> clauses, Function1<Table, Decode> decode) {
        return new TableMutant(table.name(), about(table, row), "is left out", clauses,
            () -> decode.apply(new Table(table.name(), table.rows().removeAt(row))));
    }

    private static String about(Table table, int row) {
        return table.rows().get(row).cells().take(ABOUT.get(table.name()).get()).mkString(" ");
    }

    private static Decode decode(FormTable forms, Table unassigned) {
        return new Decode(Templates.architected(), DecodeTable.of(rows(forms, unassigned), PROFILE));
    }

    private static Seq<Row> rows(FormTable forms, Table unassigned) {
        return forms.all().<Row>map(form -> form).appendAll(Unassigned.all(unassigned));
    }
}
