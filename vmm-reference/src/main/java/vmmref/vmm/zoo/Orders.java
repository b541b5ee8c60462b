package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import vmmref.model.translate.FaultOrder;
import vmmref.spec.Clause;
import vmmref.spec.Table;

/// Orders of faults with a row in another place.
final class Orders {
    private static final Table TABLE = Table.named("fault-order");

    private Orders() { }

    /// {@return the architected order, but with the row of one clause directly above that of another}
    static FaultOrder with(Clause moved, Clause below) {
        Seq<Table.Row> rest = TABLE.rows().reject(row -> isOf(row, moved));
        return FaultOrder.of(new Table(TABLE.name(),
            rest.insertAll(rest.indexWhere(row -> isOf(row, below)), TABLE.rows().filter(row -> isOf(row, moved)))));
    }

    /// {@return the architected order, but without the row of one clause}
    static FaultOrder without(Clause clause) {
        return FaultOrder.of(new Table(TABLE.name(), TABLE.rows().reject(row -> isOf(row, clause))));
    }

    private static boolean isOf(Table.Row row, Clause clause) {
        return row.cell(0).equals(clause.name());
    }
}
