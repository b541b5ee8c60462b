package vmmref.vmm.build;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.spec.Table;

/// Which instructions may stand only in some places: `spec/group-places.tsv`.
///
/// @param bound forms, and where their instructions stand
public record GroupPlaces(Seq<Tuple2<Form, GroupPlace>> bound) {
    private static final GroupPlaces ARCHITECTED = of(Table.named("group-places"));

    /// {@return the places that SDM volume 3 names on the pages of the instructions}
    public static GroupPlaces architected() {
        return ARCHITECTED;
    }

    /// {@return the places that a table lists: mnemonic, place}
    public static GroupPlaces of(Table table) {
        return new GroupPlaces(table.rows().flatMap(row -> Forms.architected().filter(form -> form.syntax().mnemonic().equals(row.cell(0))).map(form -> Tuple.of(form, GroupPlace.valueOf(row.cell(1))))));
    }

    /// {@return the place of an instruction}
    public GroupPlace of(Line line) {
        return bound.find(each -> each._1.unit() == line.unit() && each._1.matches(line.slot()) && line.slot().and(each._1.zeroMask()).isZero()).map(Tuple2::_2).getOrElse(GroupPlace.ANYWHERE);
    }
}
