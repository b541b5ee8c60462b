/// Rows of text with their cells aligned below each other.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.function.UnaryOperator;

/// Every row has as many cells as the header. A column is aligned to the right if it holds numbers only.
public record Columns(Seq<String> header, Seq<Seq<String>> rows) {

    private static final String GAP = "   ";

    /// {@return the table, a line for each row, every line indented; `heading` is applied to the first}
    public String text(String indent, UnaryOperator<String> heading) {
        Seq<Integer> widths  = List.range(0, header.size()).map(this::width);
        Seq<Boolean> numbers = List.range(0, header.size()).map(this::number);
        return indent + heading.apply(line(header, widths, numbers)) + "\n"
            + rows.map(row -> indent + line(row, widths, numbers) + "\n").mkString();
    }

    private static String line(Seq<String> cells, Seq<Integer> widths, Seq<Boolean> numbers) {
        return List.range(0, cells.size()).map(i -> cell(cells.get(i), widths.get(i), numbers.get(i))).mkString(GAP).stripTrailing();
    }

    private static String cell(String text, int width, boolean number) {
        String space = " ".repeat(width - text.length());
        return number ? space + text : text + space;
    }

    private int width(int column) {
        return rows.map(row -> row.get(column).length()).append(header.get(column).length()).max().get();
    }

    private boolean number(int column) {
        return !rows.isEmpty() && rows.forAll(row -> row.get(column).matches("[0-9,]+"));
    }
}
