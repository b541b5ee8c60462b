package vmmref.vmm.recognize;

import io.vavr.collection.Seq;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.Validate;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.profile.Profile;
import vmmref.spec.Table;

/// The instructions that a monitor cannot leave to a guest: `spec/sensitive.tsv`.
///
/// @param entries in the order of the table, and of the table of forms where a line names several
public record Catalogue(Seq<Entry> entries) {
    private static final Pattern LIMIT = Pattern.compile("(\\w+) (\\d+)(?:\\.\\.(\\d+))?");
    private static final String ANY = "*";
    private static final String NONE = "-";

    /// Instructions of one form.
    ///
    /// @param block what they are recognised by, and what is done about them
    /// @param exact whether they are sensitive for a guest only that may see no difference at all
    public record Entry(BlockPattern block, boolean exact) { }

    /// {@return the sensitive instructions of an implementation with a profile}
    public static Catalogue of(Profile profile) {
        return of(Table.named("sensitive"), profile);
    }

    /// {@return the sensitive instructions that a table lists: mnemonics, operands, limit, action, guests}
    public static Catalogue of(Table table, Profile profile) {
        Seq<Form> forms = Forms.architected().filter(form -> form.need().forAll(need -> need.isMetBy(profile)));
        return new Catalogue(table.rows().flatMap(row -> entries(row, forms)));
    }

    private static Seq<Entry> entries(Table.Row row, Seq<Form> forms) {
        Action action = Action.named(row.cell(3));
        Pattern mnemonics = Pattern.compile(row.cell(0));
        return forms.filter(form -> takes(row.cell(1), form.syntax().text()) && mnemonics.matcher(form.syntax().mnemonic()).matches())
            .map(form -> new Entry(BlockPattern.of(limited(row.cell(2), InstructionPattern.of(form))).doing(action), row.cell(4).equals("exact")));
    }

    private static boolean takes(String operands, String text) {
        int space = text.indexOf(' ');
        return operands.equals(ANY) || operands.equals(space < 0 ? NONE : text.substring(space + 1));
    }

    private static InstructionPattern limited(String limit, InstructionPattern pattern) {
        if (limit.equals(NONE)) return pattern;
        Matcher matcher = LIMIT.matcher(limit);
        Validate.isTrue(matcher.matches(), "a limit is a field and a value or two, not \"%s\"", limit);
        long least = Long.parseLong(matcher.group(2));
        return pattern.where(matcher.group(1), least, matcher.group(3) == null ? least : Long.parseLong(matcher.group(3)));
    }

    /// {@return what is looked for in the code of a guest}
    ///
    /// @param exact whether the guest may see no difference at all
    public Seq<BlockPattern> blocks(boolean exact) {
        return entries.filter(entry -> exact || !entry.exact()).map(Entry::block).toVector();
    }
}
