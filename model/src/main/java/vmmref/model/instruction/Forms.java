package vmmref.model.instruction;

import io.vavr.collection.Seq;

/// The forms that the tables of the folder `spec` list.
public final class Forms {
    private static final Seq<Form> ARCHITECTED = FormTable.architected().all();

    private Forms() { }

    /// {@return every form, in the order of `forms.tsv`}
    public static Seq<Form> architected() {
        return ARCHITECTED;
    }
}
