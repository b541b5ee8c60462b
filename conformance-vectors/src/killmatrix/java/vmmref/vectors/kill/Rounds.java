package vmmref.vectors.kill;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// The order in which mutants are judged.
final class Rounds {
    private static final int ROUNDS = 4;

    private Rounds() { }

    /// {@return those whose number can be divided, in rounds: after the first one some of every method or table have been judged}
    static <T> Seq<T> of(Seq<Tuple2<T, Integer>> numbered, int each) {
        Seq<Tuple2<T, Integer>> some = numbered.filter(one -> one._2 % each == 0);
        return Vector.range(0, ROUNDS).flatMap(round -> some.filter(one -> one._2 / each % ROUNDS == round).map(Tuple2::_1));
    }
}
