package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.word.Bits;

/// What questions about the bits of a word answer. Their definitions stand here: no clause is about them.
final class WordTheorems {
    private WordTheorems() { }

    static Seq<Theorem> all() {
        return Vector.of(
            Theorem.of("ones-is-low-ones", Bits.class, "ones").with("width")
                .throwing("(or (bvslt width #x00000000) (bvslt #x00000040 width))")
                .claims("(= result (ite (= width #x00000040) #xffffffffffffffff (bvsub (bvshl #x0000000000000001 ((_ zero_extend 32) width)) #x0000000000000001)))"),
            Theorem.of("sign-extended-is-value-below-half", Bits.class, "signExtended").with("word").with("width")
                .throwing("(or (bvslt width #x00000001) (bvslt #x00000040 width))")
                .claims("""
                    (let ((unit (bvshl #x0000000000000001 ((_ zero_extend 32) (bvsub width #x00000001)))))
                      (and (= (bvand (bvxor result word) (bvor unit (bvsub unit #x0000000000000001))) #x0000000000000000)
                           (bvsle (bvneg unit) result)
                           (=> (distinct width #x00000040) (bvslt result unit))))"""),
            Theorem.of("bit-is-extracted", Bits.class, "bit").with("word").with("number").where("(bvult number #x00000040)")
                .claims("(= result (= ((_ extract 0 0) (bvlshr word ((_ zero_extend 32) number))) #b1))"),
            Theorem.of("field-is-shifted-and-cut", Bits.class, "field").with("word").with("high").with("low").where("(and (bvult high #x00000040) (bvule low high))")
                .claims("""
                    (let ((above ((_ zero_extend 32) (bvsub #x0000003f high))))
                      (= result (bvlshr (bvshl word above) (bvadd above ((_ zero_extend 32) low)))))"""));
    }
}
