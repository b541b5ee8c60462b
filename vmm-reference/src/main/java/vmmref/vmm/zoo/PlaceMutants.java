package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.spec.Builds;
import vmmref.spec.Clause;
import vmmref.spec.Table;
import vmmref.vmm.build.GroupPlace;
import vmmref.vmm.build.GroupPlaces;
import vmmref.vmm.build.Packing;

/// Mutants of the table of the places in groups and bundles.
final class PlaceMutants {
    private static final MutableTable PLACES = new MutableTable(Table.named("group-places"), 1,
        (right, table) -> right.withBuilder(right.builder().withPack(new Packing(GroupPlaces.of(table))::pack)));

    private static final int PLACE = 1;

    private PlaceMutants() { }

    /// Each row left out, and with each other place.
    static Seq<TableMutant> all() {
        return PLACES.rows().map(row -> PLACES.without(row, clauses(row)))
            .appendAll(PLACES.rows().flatMap(row -> Vector.of(GroupPlace.values()).map(GroupPlace::name).remove("ANYWHERE").remove(PLACES.row(row).cell(PLACE))
                .map(place -> PLACES.mutant(new Change(row, PLACE, place), clauses(row)))));
    }

    private static Seq<Clause> clauses(int row) {
        return Vector.of(PLACES.row(row).cell(PLACE).equals("SLOT_2") ? Builds.BUNDLES_PACKED : Builds.GROUP_BROKEN);
    }
}
