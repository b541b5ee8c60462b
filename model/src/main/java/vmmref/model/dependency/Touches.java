package vmmref.model.dependency;

import static vmmref.spec.Dependences.RESOURCE_TOUCHED;

import io.vavr.Function1;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Array;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import org.apache.commons.lang3.Validate;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;
import vmmref.model.instruction.Syntax;
import vmmref.spec.Dependences;
import vmmref.spec.Table;

/// Which resources the instructions of each form read and write: operands, and what `spec/resources.tsv` lists.
///
/// @param forms   what is known of each form, by how it is written
/// @param reading what reading a register by an operand implies
/// @param writing what writing one implies
record Touches(Map<String, OfForm> forms, Map<Resource, Row> reading, Map<Resource, Row> writing) {
    private static final Touches ARCHITECTED = of(Table.named("resources"), Forms.architected());

    /// What a row of the table says.
    record Row(Seq<String> reads, Seq<String> writes, Seq<String> adds) { }

    /// What the instructions of a form do, besides what registers imply.
    record OfForm(Nature nature, Function1<Instruction, Seq<Resource>> operandsRead, Function1<Instruction, Seq<Resource>> operandsWritten, Function1<Instruction, Seq<Resource>> reads,
                  Function1<Instruction, Seq<Resource>> writes, Function1<Instruction, Seq<Resource>> adds) { }

    static Touches architected() {
        return ARCHITECTED;
    }

    static Touches of(Table table, Seq<Form> forms) {
        Map<Boolean, ? extends Seq<Table.Row>> rows = table.rows().groupBy(row -> row.cell(0).matches("(read|write) .*"));
        Seq<Tuple2<Pattern, Row>> patterns = rows.get(false).get().map(row -> Tuple.of(Pattern.compile(row.cell(0)), row(row)));
        Map<String, OfForm> known = HashMap.ofEntries(forms.map(form -> Tuple.of(key(form), of(form, patterns))));
        Validate.isTrue(known.size() == forms.size(), "two forms are written alike");
        return new Touches(known, implied(rows.get(true).get(), "read "), implied(rows.get(true).get(), "write "));
    }

    private static String key(Form form) {
        return form.syntax().text();
    }

    private static Map<Resource, Row> implied(Seq<Table.Row> rows, String access) {
        return HashMap.ofEntries(rows.filter(row -> row.cell(0).startsWith(access)).map(row -> Tuple.of(Resource.named(row.cell(0).substring(access.length())), row(row))));
    }

    private static Row row(Table.Row row) {
        return new Row(words(row.cell(1)), words(row.cell(2)), words(row.cell(3)));
    }

    private static Seq<String> words(String cell) {
        return cell.equals("-") ? Vector.empty() : Vector.of(cell.split(" "));
    }

    private static OfForm of(Form form, Seq<Tuple2<Pattern, Row>> rows) {
        Seq<Row> matching = rows.filter(row -> row._1.matcher(form.syntax().plain()).matches()).map(Tuple2::_2);
        Seq<Operand> registers = form.operands().filter(operand -> Resource.isRegister(operand.kind()));
        Seq<Operand> written = registers.filter(operand -> isWritten(form.syntax(), operand));
        Seq<String> adds = matching.flatMap(Row::adds);
        return new OfForm(Nature.of(form), operands(namesOnly(form) ? Vector.empty() : registers.removeAll(written)),
            operands(written.reject(operand -> adds.contains("{" + operand.name() + "}"))),
            Touching.words(form, matching.flatMap(Row::reads)), Touching.words(form, matching.flatMap(Row::writes)), Touching.words(form, adds));
    }

    private static Function1<Instruction, Seq<Resource>> operands(Seq<Operand> operands) {
        Seq<Function1<Instruction, Seq<Resource>>> each = operands.map(Touching::operand).toArray();
        return instruction -> each.flatMap(operand -> operand.apply(instruction));
    }

    /// A register is written that stands before the equals sign, and not in brackets.
    private static boolean isWritten(Syntax syntax, Operand operand) {
        String text = syntax.plain();
        int equals = text.indexOf('=');
        int at = text.indexOf(' ') + 1 + text.substring(text.indexOf(' ') + 1).indexOf(operand.name());
        return at < equals && text.charAt(at - 1) != '[';
    }

    /// {@return whether an operand only names what the ALAT remembers}
    private static boolean namesOnly(Form form) {
        return form.syntax().mnemonic().startsWith("chk.a") || form.syntax().mnemonic().equals("invala.e");
    }

    Nature nature(Instruction instruction) {
        return forms.get(key(instruction.form())).get().nature();
    }

    /// {@return what an instruction reads and changes; nothing that never changes is among it}
    @Dependences.Rule(RESOURCE_TOUCHED)
    Access access(Instruction instruction) {
        OfForm form = forms.get(key(instruction.form())).get();
        Seq<Resource> operandsWritten = form.operandsWritten().apply(instruction);
        Seq<Resource> operandsRead = form.operandsRead().apply(instruction);
        Seq<Resource> written = operandsWritten.appendAll(form.writes().apply(instruction));
        Seq<Resource> read = operandsRead.appendAll(form.reads().apply(instruction)).append(Resource.predicate(instruction.qualifyingPredicate()));
        Seq<Resource> added = form.adds().apply(instruction);
        Seq<Row> implied = operandsWritten.flatMap(writing::get).appendAll(operandsRead.flatMap(reading::get));
        return new Access(
            changing(read.appendAll(implied.flatMap(Row::reads).flatMap(Touching::plain)).appendAll(form.nature().allocates() ? Array.empty() : permitting(read.appendAll(written)))),
            changing(written.appendAll(implied.flatMap(Row::writes).flatMap(Touching::plain))),
            changing(added.appendAll(implied.flatMap(Row::adds).flatMap(Touching::plain)).appendAll(modified(written))), RESOURCE_TOUCHED);
    }

    private static Seq<Resource> changing(Seq<Resource> resources) {
        return resources.reject(Resource::isConstant).distinct().toArray();
    }

    /// {@return what says which register a name means, and whether it may be used}
    private static Seq<Resource> permitting(Seq<Resource> registers) {
        return registers.flatMap(each -> switch (each.kind()) {
            case GENERAL   -> each.isRenamed() ? Array.of(Resource.FRAME) : each.number() >= 16 ? Array.of(Resource.named("psr.bn")) : Array.<Resource>empty();
            case FLOATING  -> each.isConstant() ? Array.<Resource>empty() : each.isRenamed() ? Array.of(Resource.FRAME, Resource.named("psr.dfh")) : Array.of(Resource.named("psr.dfl"));
            case PREDICATE -> each.isRenamed() ? Array.of(Resource.FRAME) : Array.<Resource>empty();
            case BRANCH, APPLICATION, CONTROL, STATUS, NAMED -> Array.<Resource>empty();
        });
    }

    private static Seq<Resource> modified(Seq<Resource> written) {
        return written.filter(each -> each.kind() == Resource.Kind.FLOATING && !each.isConstant()).map(each -> Resource.named(each.number() < 32 ? "psr.mfl" : "psr.mfh"));
    }
}
