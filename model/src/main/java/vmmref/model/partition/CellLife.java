package vmmref.model.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.NoSuchElementException;
import vmmref.spec.Partitions;
import vmmref.spec.Table;

/// The table of the phases of a cell, `spec/cell-life.tsv`.
///
/// @param rows in the order of the table
public record CellLife(Seq<Row> rows) {
    private static final CellLife ARCHITECTED = of(Table.named("cell-life"));

    public static CellLife architected() {
        return ARCHITECTED;
    }

    public static CellLife of(Table table) {
        return new CellLife(table.rows().map(CellLife::row));
    }

    /// What changes a phase.
    public enum Moment {
        START("start"), POST("post"), RELEASE("release"), RENDEZVOUS("rendezvous"), CLOSE("join or move closes"), HAND_OFF("hand-off"), RESET("reset"), RECONFIGURATION("reconfiguration");

        private final String text;

        Moment(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        static Moment named(String text) {
            return Vector.of(values()).find(moment -> moment.text.equals(text)).getOrElseThrow(() -> new NoSuchElementException("no event is called " + text));
        }
    }

    /// What must hold besides.
    public enum Guard {
        NONE, UNCHANGING, ASSIGNED;

        static Guard named(String text) {
            return text.equals("-") ? NONE : valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /// A row of the table.
    public record Row(Phase from, Moment moment, Guard guard, Phase to, Partitions clause) { }

    private static Row row(Table.Row row) {
        return new Row(phase(row.cell(0)), Moment.named(row.cell(1)), Guard.named(row.cell(2)), phase(row.cell(3)),
            Partitions.valueOf(row.cell(4)));
    }

    private static Phase phase(String text) {
        return Phase.named(text).getOrElseThrow(() -> new NoSuchElementException("no phase is called " + text));
    }

    Option<Row> row(Phase from, Moment moment) {
        return rows.find(row -> row.from == from && row.moment == moment);
    }
}
