package vmmref.properties.proof;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.delivery.Delivery;
import vmmref.model.register.Isr;
import vmmref.spec.Interruptions;

/// What ISR is made of, and what a delivery makes of PSR.
final class InterruptionTheorems {
    /// The bit of ISR that each part adds, typed from the manual's figure of the register.
    private static final Seq<Tuple2<String, String>> PARTS = Vector.of(
        Tuple.of("withX", "#x0000000100000000"), Tuple.of("withW", "#x0000000200000000"), Tuple.of("withR", "#x0000000400000000"), Tuple.of("withNa", "#x0000000800000000"),
        Tuple.of("withSp", "#x0000001000000000"), Tuple.of("withNi", "#x0000008000000000"), Tuple.of("withEd", "#x0000080000000000"));

    private InterruptionTheorems() { }

    static Seq<Theorem> all() {
        return PARTS.map(part -> Theorem.of("isr-" + part._1.toLowerCase(java.util.Locale.ROOT), Isr.class, part._1).with("isr").claims("(= result.bits (bvor isr.bits %s))".formatted(part._2)))
            .append(Theorem.of("isr-of-code-and-slot", Isr.class, "of", Interruptions.CODE_TOLD, Interruptions.SLOT_TOLD).with("code").with("ei").where("(and (bvult code #x00010000) (bvult ei #x00000003))")
                .claims("""
                    (and (= ((_ extract 15 0) result.bits) ((_ extract 15 0) code)) (= ((_ extract 42 41) result.bits) ((_ extract 1 0) ei))
                      (= ((_ extract 40 16) result.bits) #b0000000000000000000000000) (= ((_ extract 63 43) result.bits) #b000000000000000000000))"""))
            .append(Theorem.of("isr-with-more-of-the-code", Isr.class, "withCode").with("isr").with("more").where("(bvult more #x00010000)")
                .claims("(and (= ((_ extract 63 16) result.bits) ((_ extract 63 16) isr.bits)) (= ((_ extract 15 0) result.bits) (bvor ((_ extract 15 0) isr.bits) ((_ extract 15 0) more))))"))
            .append(Theorem.of("psr-at-a-vector", Delivery.class, "handling", Interruptions.STATUS_ENTERED).with("before").with("dcr").claims(atAVector()));
    }

    /// Each bit of PSR is kept, or comes from a bit of DCR, or is 0.
    private static String atAVector() {
        Vector<Integer> kept = Vector.of(2, 4, 5, 15, 17, 27, 35, 36);
        return Vector.range(0, Long.SIZE).map(bit -> "(= ((_ extract %1$d %1$d) result.bits) %2$s)".formatted(bit,
            kept.contains(bit) ? "((_ extract %1$d %1$d) before.bits)".formatted(bit) : bit == 1 ? "((_ extract 1 1) dcr)" : bit == 21 ? "((_ extract 0 0) dcr)" : "#b0")).mkString("(and ", " ", ")");
    }
}
