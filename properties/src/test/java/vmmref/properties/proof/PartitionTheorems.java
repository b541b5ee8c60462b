package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.CellSet;
import vmmref.model.partition.Executing;
import vmmref.model.partition.Lines;
import vmmref.model.partition.Statuses;

/// Sets and codes of the partition hardware. Their definitions stand here: no clause is about them alone.
final class PartitionTheorems {
    private PartitionTheorems() { }

    static Seq<Theorem> all() {
        return Vector.of(
            Theorem.of("a-set-has-the-cell-of-its-bit", CellSet.class, "has").with("set").with("cell").claims("(= result (= ((_ extract 0 0) (bvlshr set.mask cell.number)) #b1))"),
            Theorem.of("a-set-with-a-cell", CellSet.class, "with").with("set").with("cell").claims("(= result.mask (bvor set.mask (bvshl #x00000001 cell.number)))"),
            Theorem.of("a-set-without-a-cell", CellSet.class, "without").with("set").with("cell").claims("(= result.mask (bvand set.mask (bvnot (bvshl #x00000001 cell.number))))"),
            Theorem.of("whether-a-status-is-secure", Statuses.class, "isSecure").with("statuses").with("place").where("(bvult place #x00000020)")
                .claims("(= result (= ((_ extract 0 0) (bvlshr statuses.secure place)) #b1))"),
            Theorem.of("software-of-a-processor", Executing.class, "of").with("executing").with("processor").where("(bvult processor #x00000004)")
                .claims("(= result (bvand (bvlshr executing.codes (bvshl processor #x00000001)) #x00000003))"),
            Theorem.of("whether-any-processor-leaves", Executing.class, "isAnyLeaving").with("executing")
                .claims("(= result (or %s))".formatted(Vector.range(0, 4).map(number -> "(= ((_ extract %d %d) executing.codes) #b10)".formatted(2 * number + 1, 2 * number)).mkString(" "))),
            Theorem.of("levels-arrive-over-lines-that-are-not-stuck", Lines.class, "arrives").with("lines").with("sent").with("line").where("(bvult line #x00000040)")
                .claims("""
                    (let ((bit (bvshl #x0000000000000001 ((_ zero_extend 32) line))))
                      (= result (ite (distinct (bvand lines.high bit) #x0000000000000000) true (ite (distinct (bvand lines.low bit) #x0000000000000000) false sent))))"""));
    }
}
