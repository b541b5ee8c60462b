/// What a frame is used as.
package vmmref.vectors.keys;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.model.protect.Access;

/// The accesses that each permits are those that the chapter on first accesses lists.
public enum Use {
    UNSEEN(),
    DATA(Access.READ, Access.WRITE, Access.READ_WRITE),
    CODE(Access.READ, Access.EXECUTE),
    PATCHED(Access.EXECUTE);

    private final Seq<Access> permitted;

    Use(Access... permitted) {
        this.permitted = Vector.of(permitted);
    }

    boolean permits(Access access) {
        return permitted.contains(access);
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
