package vmmref.spec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;

/// A table of the specification: a tab-separated file of the folder `spec`. Lines that begin with `#` are its heading.
///
/// @param name the file's name without `.tsv`
/// @param rows in the order of the file
public record Table(String name, Seq<Row> rows) {

    /// One line of a table.
    ///
    /// @param where table and line number, for messages
    /// @param cells at least one
    public record Row(String where, Seq<String> cells) {
        public Row {
            Validate.isTrue(!cells.isEmpty(), "%s has no cell", where);
        }

        /// {@return the cell of a column, counted from 0}
        public String cell(int column) {
            Validate.isTrue(column < cells.size(), "%s has %d cells; column %d is missing", where, cells.size(), column);
            return cells.get(column);
        }
    }

    /// {@return the table `spec/NAME.tsv`, read from the class path}
    public static Table named(String name) {
        return parse(name, Resources.text(name + ".tsv"));
    }

    /// {@return the table that a text holds}
    public static Table parse(String name, String text) {
        return new Table(name, Vector.ofAll(text.lines()).zipWithIndex()
            .filter(line -> !line._1.isBlank() && !line._1.startsWith("#"))
            .map(line -> new Row(name + ".tsv line " + (line._2 + 1), Vector.of(line._1.split("\t", -1)))));
    }
}
