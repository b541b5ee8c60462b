package vmmref.model.protect;

import java.util.regex.Pattern;
import org.apache.commons.lang3.Validate;
import vmmref.spec.Table;

/// The table of access rights: which accesses a page permits at which privilege level.
public final class AccessRights implements Rights {
    private static final int LEVELS = 4;
    private static final int ROWS = 8 * LEVELS;
    private static final Pattern RIGHTS = Pattern.compile("[0-7]");
    private static final Pattern LEVEL = Pattern.compile("[0-3]");
    private static final Pattern GRANTED = Pattern.compile("-|R?W?X?");

    /// By ar, pl and current privilege level; each three bits: read, write, execute.
    private final int[] cells;

    private AccessRights(int[] cells) {
        this.cells = cells;
    }

    /// {@return the table that the architecture defines}
    public static AccessRights architected() {
        return of(Table.named("access-rights"));
    }

    /// {@return the rights that a table lists: ar, pl, and a cell for each current privilege level from 3 to 0}
    public static AccessRights of(Table table) {
        Validate.isTrue(table.rows().size() == ROWS, "the table of access rights has %d rows, not %d", ROWS, table.rows().size());
        Validate.isTrue(table.rows().map(row -> row.cells().take(2)).distinct().size() == ROWS, "the table of access rights has a row twice");
        int[] cells = new int[ROWS * LEVELS];
        for (Table.Row row : table.rows()) {
            Validate.isTrue(RIGHTS.matcher(row.cell(0)).matches() && LEVEL.matcher(row.cell(1)).matches(), "%s is of no page: ar %s, pl %s", row.where(), row.cell(0), row.cell(1));
            for (int level = 0; level < LEVELS; level++) {
                cells[index(Integer.parseInt(row.cell(0)), Integer.parseInt(row.cell(1)), level)] = bits(row.cell(5 - level));
            }
        }
        return new AccessRights(cells);
    }

    private static int bits(String cell) {
        Validate.isTrue(GRANTED.matcher(cell).matches(), "a cell of the table of access rights is - or some of RWX, not %s", cell);
        return (cell.contains("R") ? 0b100 : 0) | (cell.contains("W") ? 0b010 : 0) | (cell.contains("X") ? 0b001 : 0);
    }

    private static int index(int ar, int pl, int level) {
        return (ar * LEVELS + pl) * LEVELS + level;
    }

    @Override public boolean permit(int ar, int pl, int level, Access access) {
        return (cells[index(ar, pl, level)] & access.bits()) == access.bits();
    }
}
