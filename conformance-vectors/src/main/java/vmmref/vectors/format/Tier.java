/// A cut through the pack by strength and time.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Locale;

/// A vector stands in exactly one tier's folder; running a tier runs the tiers before it as well.
public enum Tier {
    /// At most 400 vectors: the first answer within seconds. Typed cases of every kind, and of every clause about encodings one instruction that an assembler encoded.
    SMOKE,
    /// At most 34,000 vectors and 40 MB. Every clause, every form, every case that was typed or assembled, and whatever the model decides in a way of its own.
    CORE,
    /// What repeats with another form, page size, offset or field what core has, decided by the same clauses. The near vector of one in core may stand here.
    FULL;

    /// {@return the word in JSON and the name of the folder, for example `smoke`}
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return whether running this tier runs the vectors of `other`}
    public boolean includes(Tier other) {
        return other.ordinal() <= ordinal();
    }

    /// {@return the tiers that running this one runs, weakest first}
    public Seq<Tier> included() {
        return List.of(values()).filter(this::includes);
    }

    /// {@return the tier of a word in JSON, if it is one}
    public static Option<Tier> named(String json) {
        return List.of(values()).find(tier -> tier.json().equals(json));
    }
}
