package vmmref.model.translate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;

/// Which freedoms an implementation takes.
///
/// @param bits a bit for each freedom, in their order
public record Choice(int bits) {
    /// No freedom is taken.
    public static final Choice USUAL = new Choice(0);

    private static final Seq<Freedom> FREEDOMS = Vector.of(Freedom.values());
    private static final Seq<Choice> ALL = Vector.range(0, 1 << FREEDOMS.size()).sortBy(Integer::bitCount).map(Choice::new);

    public Choice {
        Validate.isTrue(bits >>> Freedom.values().length == 0, "there are %d freedoms: %x", Freedom.values().length, bits);
    }

    public static Choice of(Freedom taken) {
        return of(Vector.of(taken));
    }

    public static Choice of(Seq<Freedom> taken) {
        return new Choice(taken.map(freedom -> 1 << freedom.ordinal()).fold(0, (one, other) -> one | other));
    }

    /// {@return every choice, those that take fewer freedoms first}
    public static Seq<Choice> all() {
        return ALL;
    }

    /// {@return every choice that takes none but some freedoms, those that take fewer first}
    public static Seq<Choice> among(Seq<Freedom> some) {
        int others = ~of(some).bits;
        return ALL.filter(choice -> (choice.bits & others) == 0);
    }

    /// {@return the same, which takes another freedom, too}
    public Choice and(Freedom taken) {
        return new Choice(bits | 1 << taken.ordinal());
    }

    public boolean takes(Freedom freedom) {
        return (bits >>> freedom.ordinal() & 1) != 0;
    }

    /// {@return the freedoms that are taken}
    public Seq<Freedom> taken() {
        return FREEDOMS.filter(this::takes);
    }
}
