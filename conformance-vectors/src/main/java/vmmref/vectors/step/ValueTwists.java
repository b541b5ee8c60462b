/// Values of operands at their boundaries.
package vmmref.vectors.step;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Operand;
import vmmref.model.instruction.OperandKind;
import vmmref.model.register.FloatingValue;
import vmmref.model.word.Bits;

final class ValueTwists {
    private static final String FLAG = "BoundaryValue";
    private static final long LOWEST = Long.MIN_VALUE;
    private static final long HIGHEST = Long.MAX_VALUE;

    private static final Map<Long, String> NAMES = LinkedHashMap.of(0L, "0", 1L, "1", -1L, "all ones", LOWEST, "the lowest number", HIGHEST, "the highest number");
    private static final Seq<Tuple2<Long, Long>> FIXED = Vector.of(Tuple.of(-1L, 1L), Tuple.of(LOWEST, HIGHEST), Tuple.of(0x0123456789abcdefL, 0x0123456789abcdefL));
    private static final Seq<Long> WORDS = Vector.of(0L, 0xfedcba9876543210L, 0x8080808080808080L, 0x7fffffffL, 0x7fff80007fff8000L, -1L, 0x00ff7f80ff00807fL, 0x80000000L, 1L, 0x8000000180000001L, 0xffffffffL, 63L, 0x7f7f7f7f7f7f7f7fL, 64L,
        0x5555aaaa5555aaaaL, LOWEST, 0x0001ffff80007fffL);
    private static final Seq<FloatingValue> NUMBERS = Vector.of(FloatingValue.ZERO, FloatingValue.ONE, new FloatingValue(true, 0xffff, LOWEST), FloatingValue.integer(-1), new FloatingValue(false, 0x1ffff, LOWEST),
        new FloatingValue(true, 0x1ffff, 3L << 62), new FloatingValue(false, 0, 1), new FloatingValue(true, 0x1003e, 0x0123456789abcdefL), new FloatingValue(false, 0x1ffff, LOWEST | 1), new FloatingValue(true, 0x1fffe, -1L), FloatingValue.integer(LOWEST));
    private static final Seq<Long> CONSTANTS = Vector.of(LOWEST, -0x80000000L, -2097152L, -0x10000L, -8192L, -256L, -128L, -16L, -8L, -1L, 0L, 1L, 7L, 15L, 16L, 31L, 32L, 63L, 64L, 127L, 255L, 511L, 8191L, 0x1fffeL, 0x1fffffL, 0xffffffL, 0x3fffffffffffffffL, HIGHEST);

    private ValueTwists() { }

    static Seq<Twist> of(Setting plain) {
        return general(plain).appendAll(floating(plain)).appendAll(constants(plain));
    }

    /// Of two sources, or of one; where it is an address the other one.
    private static Seq<Twist> general(Setting plain) {
        Seq<String> sources = Vector.of("r2", "r3").filter(plain::has).reject(source -> source.equals("r3") && addresses(plain));
        int form = Forms.architected().indexOf(plain.form());
        Seq<Tuple2<Long, Long>> moving = Vector.range(0, 3).map(turn -> Tuple.of(WORDS.get((form + 5 * turn) % WORDS.size()), WORDS.get((3 * form + 7 * turn + 1) % WORDS.size())));
        return sources.isEmpty() ? Vector.empty() : FIXED.appendAll(moving).distinctBy(pair -> sources.size() == 2 ? pair : pair._1).map(pair -> sources.size() == 2
            ? Twist.always("%s and %s".formatted(said(pair._1), said(pair._2)), FLAG, plain.general("r2", pair._1).general("r3", pair._2))
            : Twist.always("of " + said(pair._1), FLAG, plain.general(sources.head(), pair._1)));
    }

    static boolean addresses(Setting plain) {
        return plain.form().syntax().text().matches(".*(\\[r3]|^fc|^probe|^tpa|^tak|^pt[cr]).*") || plain.form().syntax().mnemonic().matches("fc|fc\\.i|probe.*|tpa|tak|ptc.*|ptr.*|thash|ttag");
    }

    private static Seq<Twist> floating(Setting plain) {
        Seq<String> sources = Vector.of("f2", "f3", "f4").filter(plain::has);
        int form = Forms.architected().indexOf(plain.form());
        return sources.isEmpty() ? Vector.empty() : Vector.range(0, 5).map(turn -> {
            Seq<Tuple2<String, FloatingValue>> values = sources.zipWithIndex().map(source -> Tuple.of(source._1, NUMBERS.get((form + 2 * turn + (3 + turn) * source._2) % NUMBERS.size())));
            return Twist.always("of " + values.map(value -> value._2.toString()).mkString(" and "), FLAG, values.foldLeft(plain, (setting, value) -> setting.floating(value._1, value._2)));
        });
    }

    /// The lowest and the highest that an operand can be, and 0.
    private static Seq<Twist> constants(Setting plain) {
        return plain.form().operands().filter(operand -> operand.kind() == OperandKind.DECIMAL || operand.kind() == OperandKind.HEXADECIMAL).flatMap(operand -> constants(plain, operand));
    }

    private static Seq<Twist> constants(Setting plain, Operand operand) {
        Seq<Long> possible = CONSTANTS.filter(value -> operand.holding(value).isDefined());
        return possible.isEmpty() ? Vector.empty() : Vector.of(possible.head(), possible.last(), possible.get(possible.size() / 2)).distinct().flatMap(value -> plain.operand(operand.name(), value))
            .map(setting -> Twist.always(operand.name() + " at its bounds", FLAG, setting.has("r2") && !addresses(plain) ? setting.general("r2", 0x8123456789abcdefL) : setting));
    }

    static String said(long value) {
        return NAMES.get(value).getOrElse(() -> Bits.hexadecimal(value));
    }
}
