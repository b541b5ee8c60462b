package vmmref.model.delivery;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import org.apache.commons.lang3.Validate;
import vmmref.model.interruption.Interruption;
import vmmref.spec.Table;

/// What is collected of an interruption, and where the machine goes on.
///
/// @param vector    the offset of the vector from IVA, in bytes
/// @param code      ISR.code
/// @param fields    which other fields of ISR tell something
/// @param collected which registers are collected besides IPSR, IIP, IIPA, IFS and ISR
/// @param isSilent  whether nothing is collected at all
public record Handling(int vector, int code, Set<Field> fields, Set<Register> collected, boolean isSilent) {
    /// A field of ISR, or some, which tells something.
    public enum Field {
        /// The field x, if a fetch is interrupted.
        FETCH,
        /// The fields r, w and na, and the type of a non-access instruction.
        ACCESS,
        /// The field sp.
        SP,
        /// The field ed.
        ED
    }

    /// A register that some interruptions collect.
    public enum Register { IFA, ITIR, IHA, IIM }

    private static final String SILENT = "silent";

    /// {@return what the architecture defines}
    public static Map<Interruption, Handling> architected() {
        return of(Table.named("interruptions"));
    }

    /// {@return what a table states: interruption, vector, code, fields and collected registers}
    public static Map<Interruption, Handling> of(Table table) {
        Map<Interruption, Handling> all = table.rows().foldLeft(HashMap.empty(), Handling::added);
        Validate.isTrue(all.size() == Interruption.values().length, "%s lists %d of %d interruptions", table.name(), all.size(), Interruption.values().length);
        return all;
    }

    private static Map<Interruption, Handling> added(Map<Interruption, Handling> all, Table.Row row) {
        Interruption kind = Interruption.named(row.cell(0));
        Validate.isTrue(!all.containsKey(kind), "%s lists %s again", row.where(), kind);
        int vector = Integer.parseInt(row.cell(1), 16);
        Validate.isTrue(vector < 0x8000 && vector % (vector < 0x5000 ? 0x400 : 0x100) == 0, "%s: no vector begins at %s", row.where(), row.cell(1));
        boolean silent = row.cell(4).equals(SILENT);
        return all.put(kind, new Handling(vector, Integer.parseInt(row.cell(2), 16), words(row.cell(3)).map(Field::valueOf), silent ? TreeSet.empty() : words(row.cell(4)).map(Register::valueOf), silent));
    }

    private static Set<String> words(String cell) {
        return cell.equals("-") ? TreeSet.empty() : TreeSet.of(cell.toUpperCase(java.util.Locale.ROOT).split(" "));
    }
}
