/// The hard cases of floating point: each with each rounding, some with each precision and range, and with exceptions that fault; those that were typed stand in tier core for all of them.
package vmmref.vectors.step;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Place;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.Single;

final class RealDrafts {
    private static final Seq<Table.Row> ROWS = Source.named(RealDrafts.class, "reals").rows();
    private static final String STATUS = "ar.fpsr";

    private static final Seq<String> SUMS = Vector.of("ma", "ms", "nma");
    private static final Map<String, Seq<String>> TEXTS = HashMap.of(
        "sum",   SUMS.flatMap(sum -> Vector.of("", ".s", ".d").map(completer -> "f%s%s.s0 f6=f7,f8,f9".formatted(sum, completer))),
        "lanes", SUMS.map(sum -> "fp%s.s0 f6=f7,f8,f9".formatted(sum)).appendAll(Vector.of("fpmin", "fpmax", "fpamin", "fpamax", "fpcmp.eq", "fpcmp.lt", "fpcmp.le", "fpcmp.unord", "fpcmp.neq", "fpcmp.nlt", "fpcmp.nle", "fpcmp.ord").map(name -> name + ".s0 f6=f7,f8"))
            .appendAll(Vector.of("fpcvt.fx", "fpcvt.fxu", "fpcvt.fx.trunc", "fpcvt.fxu.trunc").map(name -> name + ".s0 f6=f8")).append("fprcpa.s0 f6,p6=f7,f8").append("fprsqrta.s0 f6,p6=f8"),
        "two",   Vector.of("fmin", "fmax", "famin", "famax").map(name -> name + ".s0 f6=f7,f8").appendAll(Vector.of("eq", "lt", "le", "unord").map(name -> "fcmp." + name + ".s0 p6,p7=f7,f8")).append("frcpa.s0 f6,p6=f7,f8"),
        "one",   Vector.of("fcvt.fx", "fcvt.fxu", "fcvt.fx.trunc", "fcvt.fxu.trunc").map(name -> name + ".s0 f6=f7").append("frsqrta.s0 f6,p6=f7").append("fcvt.xf f6=f7"));

    /// What FPSR can say, the first of them what the others are near to; each exception that faults alone, the others disabled.
    private static final Map<String, Long> ROUNDINGS = LinkedHashMap.of("to nearest", 0x33fL, "downward", 0x73fL, "upward", 0xb3fL, "toward zero", 0xf3fL);
    private static final Map<String, Long> FORMATS = LinkedHashMap.of("24 bits", 0x03fL, "53 bits", 0x23fL, "the widest range", 0x3bfL, "flushed", 0x37fL);
    private static final Map<String, Long> FAULTS = LinkedHashMap.of("invalid faults", 0x33eL, "what is not normal faults", 0x33dL, "division by zero faults", 0x33bL);
    private static final Map<String, Long> FLAGS = LinkedHashMap.of("what was remembered", 0x233fL);

    private RealDrafts() { }

    static Seq<Draft> all() {
        return ROWS.flatMap(row -> TEXTS.get(row.cell(0)).get().flatMap(text -> of(row, text)));
    }

    /// Of the other controls those count under which something else comes of it.
    private static Seq<Draft> of(Table.Row row, String text) {
        Setting plain = setting(row, text, ROUNDINGS.head()._2);
        Option<Expectation> usual = FormDrafts.expectation(plain);
        return usual.map(expected -> draft(row, text, ROUNDINGS.head()._1, plain, Option.none())).toVector().appendAll(controls(row, text).toVector().flatMap(control -> {
            Setting setting = setting(row, text, control._2);
            return FormDrafts.expectation(setting).filter(expected -> FLAGS.containsKey(control._1) ? expected.post().containsKey(STATUS) : usual.exists(first -> isOther(first, expected)))
                .map(expected -> draft(row, text, control._1, setting, usual.map(first -> plain.stimulus())));
        }));
    }

    private static boolean isOther(Expectation usual, Expectation expected) {
        return usual.outcome() != expected.outcome() || !usual.because().equals(expected.because()) || !usual.post().remove(STATUS).equals(expected.post().remove(STATUS));
    }

    /// Roundings of what is rounded, formats of sums, faults of what can fault.
    private static Map<String, Long> controls(Table.Row row, String text) {
        boolean sum = row.cell(0).equals("sum");
        boolean rounded = sum || text.matches("fp(ma|ms|nma)\\..*|fp?cvt\\.fxu?\\.s0.*");
        Map<String, Long> rounding = rounded ? ROUNDINGS.tail() : LinkedHashMap.empty();
        Map<String, Long> formatted = sum ? rounding.merge(text.contains(".s.") || text.contains(".d.") ? FORMATS.drop(2) : FORMATS) : rounding;
        return text.startsWith("fcvt.xf") ? LinkedHashMap.empty() : formatted.merge(FAULTS).merge(FLAGS);
    }

    private static Setting setting(Table.Row row, String text, long controls) {
        Setting start = Setting.of(MachineBase.FLAT, Single.instruction(text)).put(new Place.Application(RegisterNumber.FPSR), 0x9804c02700000L | controls);
        return Vector.of(row.cell(2).split(" ")).zipWithIndex().foldLeft(start, (setting, value) -> setting.put(new Place.Floating(7 + value._2), value(value._1)));
    }

    private static FloatingValue value(String text) {
        Seq<String> parts = Vector.of(text.split(":"));
        return new FloatingValue(parts.head().equals("1"), Integer.parseInt(parts.get(1), 16), Long.parseUnsignedLong(parts.last(), 16));
    }

    private static Draft draft(Table.Row row, String text, String control, Setting setting, Option<Stimulus> near) {
        return FormDrafts.draft("floating-point", setting, "%s: %s, %s".formatted(text, row.cell(1), control), List.of("BoundaryValue"), near).in(Tier.FULL);
    }
}
