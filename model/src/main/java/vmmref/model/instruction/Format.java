package vmmref.model.instruction;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Field;
import vmmref.spec.Table;

/// A format: which bits of a slot are which field. Bits that no field names are unused.
///
/// @param name   as in the manual: `A1`, `M30`, …
/// @param fields from high to low, those of the L slot last
public record Format(String name, Seq<Field> fields) {
    /// The field that holds the number of the qualifying predicate.
    public static final String QUALIFYING_PREDICATE = "qp";
    /// The same bits in a format whose instructions have no qualifying predicate: they must be 0.
    public static final String ZERO_PREDICATE = "qp0";

    private static final Pattern FIELD = Pattern.compile("(\\w+)\\{(L?)(\\d+)(?::(\\d+))?}");

    /// {@return the formats that a table lists, by name}
    public static Map<String, Format> all(Table table) {
        return LinkedHashMap.ofEntries(table.rows().map(row -> Tuple.of(row.cell(0), new Format(row.cell(0), fields(row.cell(1))))));
    }

    public Option<Field> field(String field) {
        return fields.find(each -> each.name().equals(field));
    }

    /// {@return the fields that a text such as `op{40:37} x{33} imm41{L40:0}` declares}
    static Seq<Field> fields(String text) {
        return Vector.of(text.split(" ")).map(Format::parsed);
    }

    private static Field parsed(String text) {
        Matcher field = FIELD.matcher(text);
        Validate.isTrue(field.matches(), "a field is name{high:low}, not %s", text);
        int high = Integer.parseInt(field.group(3));
        return new Field(field.group(1), !field.group(2).isEmpty(), high, field.group(4) == null ? high : Integer.parseInt(field.group(4)));
    }
}
