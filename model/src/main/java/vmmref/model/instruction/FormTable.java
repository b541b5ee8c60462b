package vmmref.model.instruction;

import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vmmref.model.bundle.Field;
import vmmref.model.bundle.Unit;
import vmmref.model.word.Conversion;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// The forms that the tables of the folder `spec` list. A row of `forms.tsv` names its format, operands and completers; the other tables say what these are.
///
/// @param forms      `forms.tsv`: mnemonic, operands, format, unit, key, clause, needs, status
/// @param formats    `formats.tsv`: format, fields
/// @param operands   `operands.tsv`: operand, kind, fields, conversion, clause; the first row of a name whose fields the format has is meant
/// @param completers `completers.tsv`: completer, field, choices
public record FormTable(Table forms, Table formats, Table operands, Table completers) {
    private static final Pattern COMPLETER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern TOKEN = Pattern.compile("\\[,(?<optional>\\w+)]|(?<word>\\w+)|(?<other>\\W)");

    /// {@return the tables as they stand in the folder `spec`}
    public static FormTable architected() {
        return new FormTable(Table.named("forms"), Table.named("formats"), Table.named("operands"), Table.named("completers"));
    }

    public FormTable withForms(Table changed) {
        return new FormTable(changed, formats, operands, completers);
    }

    public FormTable withFormats(Table changed) {
        return new FormTable(forms, changed, operands, completers);
    }

    public FormTable withOperands(Table changed) {
        return new FormTable(forms, formats, changed, completers);
    }

    public FormTable withCompleters(Table changed) {
        return new FormTable(forms, formats, operands, changed);
    }

    /// {@return every form, in the order of `forms.tsv`}
    public Seq<Form> all() {
        Names names = new Names(Format.all(formats), Completer.all(completers), operands.rows().groupBy(row -> row.cell(0)).mapValues(rows -> rows));
        return forms.rows().map(names::form);
    }

    /// What the names in a row of `forms.tsv` mean.
    private record Names(Map<String, Format> formats, Map<String, Tuple2<String, Seq<Completer.Choice>>> completers, Map<String, Seq<Table.Row>> operands) {

        Form form(Table.Row row) {
            Format format = formats.get(row.cell(2)).getOrElseThrow(() -> mistake(row, "no format " + row.cell(2)));
            String operandText = row.cell(1).equals("-") ? "" : row.cell(1);
            Syntax syntax = new Syntax(
                (row.cell(0) + " " + operandText).strip(),
                COMPLETER.matcher(row.cell(0)).replaceAll(""),
                Vector.ofAll(COMPLETER.matcher(row.cell(0)).results().map(found -> completer(row, format, found.group(1)))),
                Vector.ofAll(TOKEN.matcher(operandText).results().map(found -> token(row, format, found))));
            return Form.of(syntax, format, Unit.valueOf(row.cell(3)),
                Vector.of(row.cell(4).split(" ")).toMap(
                    condition -> field(row, format, condition.substring(0, condition.indexOf('='))),
                    condition -> Long.parseLong(condition.substring(condition.indexOf('=') + 1), 16)),
                Encodings.valueOf(row.cell(5)), Need.of(row.cell(6)),
                Status.valueOf(row.cell(7).toUpperCase(Locale.ROOT).replace(' ', '_')));
        }

        private Completer completer(Table.Row row, Format format, String name) {
            Tuple2<String, Seq<Completer.Choice>> listed = completers.get(name).getOrElseThrow(() -> mistake(row, "no completer " + name));
            return Completer.of(name, field(row, format, listed._1), listed._2);
        }

        private Syntax.Token token(Table.Row row, Format format, MatchResult found) {
            if (found.group("other") != null) return new Syntax.Token.Literal(found.group("other"));
            if (found.group("optional") != null) return new Syntax.Token.Optional(operand(row, format, found.group("optional")));
            String word = found.group("word");
            return operands.containsKey(word) ? new Syntax.Token.Value(operand(row, format, word)) : new Syntax.Token.Literal(word);
        }

        private Operand operand(Table.Row row, Format format, String name) {
            return operands.get(name).getOrElse(Vector.empty())
                .find(each -> fieldNames(each).forAll(field -> format.field(field).isDefined()))
                .map(each -> new Operand(name, OperandKind.valueOf(each.cell(1).toUpperCase(Locale.ROOT)),
                    fieldNames(each).map(field -> field(row, format, field)), Conversion.named(each.cell(3)), Encodings.valueOf(each.cell(4))))
                .getOrElseThrow(() -> mistake(row, "format " + format.name() + " has no fields for " + name));
        }

        private static Seq<String> fieldNames(Table.Row operand) {
            return Vector.of(operand.cell(2).split(":"));
        }

        private static Field field(Table.Row row, Format format, String name) {
            return format.field(name).getOrElseThrow(() -> mistake(row, "format " + format.name() + " has no field " + name));
        }

        private static IllegalArgumentException mistake(Table.Row row, String what) {
            return new IllegalArgumentException(row.where() + ": " + what);
        }
    }
}
