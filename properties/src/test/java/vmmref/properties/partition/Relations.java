package vmmref.properties.partition;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.Locale;

/// The relations of the Alloy model, in Alloy's words.
final class Relations {
    static final Seq<String> PARAMETERS = Vector.of("gate", "transfer", "readable", "writable", "reportTakes", "statusTakes", "reportLines", "statusLines").map("Complex."::concat);

    static final Seq<String> STATE = Vector.of("phase", "profile", "software", "report", "left", "change", "target", "part").map("Cell <: "::concat)
        .appendAll(Vector.of("copy", "mask", "holds", "asked", "consents", "enabled", "fabric").map("Partition <: "::concat))
        .appendAll(Vector.of("register", "sending", "fresh").map("Complex."::concat))
        .append("Path <: stuck");

    static final Seq<String> EVENT = Vector.of("event", "by", "cell", "to", "other", "change", "class", "value", "claim", "path", "line", "level").map("Now."::concat);

    /// Events that are always performed, or never anything.
    static final Set<String> UNREFUSABLE = LinkedHashSet.of("Idle", "Advance", "Stick", "Reset");

    /// The other events.
    static final Set<String> REFUSABLE = LinkedHashSet.of("Start", "Post", "Release", "Rendezvous", "HandOff", "Reconfigure", "Quit", "Read", "Write", "Instruct", "Proceed", "Configure", "Message",
        "Ask", "Consent", "Deny", "Expire");

    private static final int MOST = 8;

    private Relations() { }

    /// {@return names for atoms: `Cell0` for the first cell, and so on}
    static String names() {
        return Vector.of("Cell", "Slot", "Partition", "Line", "Tick", "Value").flatMap(Relations::names).mkString("\n", "\n", "\n");
    }

    private static Seq<String> names(String sig) {
        String order = sig.toLowerCase(Locale.ROOT) + "s/";
        return Vector.range(0, MOST).map(i -> "fun " + sig + i + ": " + sig + " { " + order + "first" + (".(" + order + "next)").repeat(i) + " }");
    }

    /// {@return the name of an atom of an instance: `Cell0` of `Cell$0`, and `Blocked` of `Blocked$0`}
    static String name(String atom) {
        String sig = atom.replaceFirst("\\$.*", "");
        return Vector.of("Cell", "Slot", "Partition", "Line", "Tick", "Value").contains(sig) ? atom.replace("$", "") : sig;
    }
}
