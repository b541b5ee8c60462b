/// Changes of a guest, as [vmmref.vectors.intr.Scene#with(String)] reads them, in the words of a title: `psr-17 r36=8018` is `PSR.dt 0 and r36 8018`.
package vmmref.vectors.vmm;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

public final class Changes {
    private static final String NONE = "-";
    private static final String UNTRANSLATED = "psr-17 psr-27 psr-36";
    private static final Map<String, String> STATUS = HashMap.<String, String>empty().put("1", "be").put("2", "up").put("3", "ac").put("4", "mfl").put("5", "mfh").put("13", "ic").put("14", "i").put("15", "pk").put("17", "dt").put("18", "dfl").put("19", "dfh")
        .put("20", "sp").put("21", "pp").put("22", "di").put("23", "si").put("24", "db").put("25", "lp").put("26", "tb").put("27", "rt").put("36", "it").put("37", "id").put("38", "da").put("39", "dd").put("40", "ss").put("43", "ed").put("44", "bn").put("45", "ia");

    private Changes() { }

    /// {@return what there is after some changes}
    public static String words(String changes) {
        Seq<String> words = Vector.of(changes.replace(UNTRANSLATED, "untranslated").split(" ")).reject(change -> change.equals(NONE) || change.startsWith("needs.")).map(Changes::word);
        return words.isEmpty() ? "nothing changed" : words.size() == 1 ? words.head() : words.init().mkString(", ") + " and " + words.last();
    }

    /// {@return what stands behind the subject of a title; nothing where nothing is changed}
    public static String with(String changes) {
        return Vector.of(changes.split(" ")).forAll(change -> change.equals(NONE) || change.startsWith("needs.")) ? "" : " with " + words(changes);
    }

    private static String word(String change) {
        if (change.equals("untranslated")) return "nothing translated";
        if (change.startsWith("psr~")) return "level " + change.substring(4);
        if (change.startsWith("psr") && change.charAt(3) != '=') return "PSR.%s %s".formatted(STATUS.get(change.substring(4)).get(), change.charAt(3) == '+' ? "1" : "0");
        String name  = change.substring(0, change.indexOf('='));
        String value = change.substring(change.indexOf('=') + 1);
        return switch (name) {
            case "itr0.pte"   -> "entry %s for the code".formatted(value);
            case "dtr0.pte"   -> "entry %s for the data".formatted(value);
            case "itr0.itir"  -> "size and key %s for the code".formatted(value);
            case "dtr0.itir"  -> "size and key %s for the data".formatted(value);
            case "in-service" -> "vector %s in service".formatted(value);
            default           -> name.startsWith("mem.") ? "%s at %s".formatted(value, name.substring("mem.".length())) : name.endsWith(".nat") ? (value.equals("1") ? "a NaT in " : "no NaT in ") + name.replace(".nat", "") : name + " " + value;
        };
    }
}
