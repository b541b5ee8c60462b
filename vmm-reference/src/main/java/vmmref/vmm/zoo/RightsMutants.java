package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.protect.AccessRights;
import vmmref.spec.Clause;
import vmmref.spec.Protections;
import vmmref.spec.Table;

/// Mutants of the table of access rights: each permission of each cell given where it was denied, or denied where it was given.
final class RightsMutants {
    private static final MutableTable RIGHTS = MutableTable.ofMachine(Table.named("access-rights"), 2,
        (right, table) -> right.withTranslator(right.translator().withRights(AccessRights.of(table))));
    private static final Seq<Clause> CLAUSES = Vector.of(Protections.RIGHTS_DENIED);
    private static final Seq<String> PERMISSIONS = Vector.of("R", "W", "X");
    private static final int LEAST_PRIVILEGED = 3;
    private static final int FIRST_CELL = 2;

    private RightsMutants() { }

    static Seq<TableMutant> all() {
        return RIGHTS.rows().flatMap(row -> Vector.rangeClosed(0, LEAST_PRIVILEGED).flatMap(level -> PERMISSIONS.map(permission -> toggled(row, level, permission))));
    }

    private static TableMutant toggled(int row, int level, String permission) {
        int column = FIRST_CELL + LEAST_PRIVILEGED - level;
        Change change = new Change(row, column, toggled(RIGHTS.row(row).cell(column), permission));
        return RIGHTS.mutant(row, "at level " + level + " " + change.told(RIGHTS.table()), CLAUSES, change.in(RIGHTS.table()));
    }

    private static String toggled(String cell, String permission) {
        String permissions = PERMISSIONS.filter(each -> cell.contains(each) != each.equals(permission)).mkString();
        return permissions.isEmpty() ? "-" : permissions;
    }
}
