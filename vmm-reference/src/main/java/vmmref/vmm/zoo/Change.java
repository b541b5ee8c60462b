package vmmref.vmm.zoo;

import vmmref.spec.Table;

/// One changed cell of a table.
record Change(int row, int column, String value) {
    Table in(Table table) {
        Table.Row changed = table.rows().get(row);
        return new Table(table.name(), table.rows().update(row, new Table.Row(changed.where(), changed.cells().update(column, value))));
    }

    String told(Table table) {
        return table.rows().get(row).cell(column) + " becomes " + value;
    }
}
