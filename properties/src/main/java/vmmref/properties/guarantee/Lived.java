package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Consumer;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Monitoring;

/// What guests have lived through, each of whose laws says that they are where machines of their own would be.
///
/// @param rules  of their monitor
/// @param guests before their first instructions; the first one runs first
/// @param deeds  in their order
public record Lived(Monitoring rules, Seq<Guest> guests, Seq<Deed> deeds) {
    private static final ThreadLocal<Consumer<Lived>> HEARING = ThreadLocal.withInitial(() -> lived -> { });

    /// From now on somebody hears what guests have lived through by laws that this thread tries.
    public static void hear(Consumer<Lived> hearing) {
        HEARING.set(hearing);
    }

    static Lived beginning(Monitoring rules, Seq<Guest> guests) {
        return new Lived(rules, guests, Vector.empty());
    }

    Lived then(Deed deed) {
        return new Lived(rules, guests, deeds.append(deed));
    }

    void tell() {
        HEARING.get().accept(this);
    }
}
