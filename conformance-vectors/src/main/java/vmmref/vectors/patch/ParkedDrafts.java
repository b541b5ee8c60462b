/// Instructions in whose place is code that needs registers: what they ask about, where their results go, and what else is in the registers that the code uses.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;

final class ParkedDrafts {
    /// Short and long tables of several sizes, the smallest and the largest among them, and one of which there is none.
    private static final Seq<String> TABLES = Vector.of("e00000001000003d", "e000000010000071", "a0000000000000f5", "e00000001000013d", "6000000010000171", "e000000010000021");
    private static final Seq<String> OFFSETS = Vector.of("0000000000004000", "2000000000108010", "4001fffffffff000", "6000000020000000", "8000000000000000", "a000123456789abc", "c000000000008000", "e0000000000f0000");
    /// What is no address, and what is the last one, or a NaT.
    private static final Seq<String> WRONG = Vector.of("r20.nat=1", "r20=2800000000000000 needs.va=>=61", "r20=27ffffffffffffff needs.va=>=61", "r20=3000000000000000 needs.va=>=61", "r20=3800000000000000 needs.va=>=61", "r20=37ffffffffffffff needs.va=>=61", "r20=2004000000000000 needs.va=<55", "r20=2008000000000000 needs.va=<55", "r20=0");
    private static final Seq<String> IDENTIFICATIONS = Vector.of("r20=0", "r20=1", "r20=2", "r20=3", "r20=4", "r20=5", "r20=ff", "r20=100", "r20=ffffffffffffff04", "r20.nat=1");
    private static final Seq<String> MONITORS = Vector.of("r20=4", "r20=5", "r20=6", "r20=7", "r20=8", "r20=0", "r20=3", "r20=1", "r20=2", "r20=ff", "r20=106", "r20.nat=1");
    /// Results and operands.
    private static final Seq<String> OPERANDS = Vector.of("r1 r20", "r2 r20", "r3 r2", "r4 r4", "r5 r6", "r6 r3", "r20 r20", "r33 r20", "r0 r20", "r17 r2", "r2 r33", "r127 r20", "r31 r20");
    private static final Seq<String> PREDICATES = Vector.of("p6=0", "p6=1", "p7=1", "p6=1 p7=1", "p8=1 p16=1 p63=1", "p6=1 cfm=0100000810");
    private static final Seq<String> VICTIMS = Vector.of("r2.nat=1", "r3.nat=1", "r4.nat=1", "r5.nat=1", "r2.nat=1 r3.nat=1 r4.nat=1", "r2=ffffffffffffffff r3=0 r4=8000000000000000");
    private static final Seq<String> WAYS = Vector.of("-", "psr~3", "psr-17 psr-27 psr-36", "psr-13", "psr-17", "psr+40", "psr+19", "psr+1 psr+3", "psr+44");

    private ParkedDrafts() { }

    static Seq<Draft> all() {
        return tables().appendAll(wrong()).appendAll(numbers()).appendAll(operands()).appendAll(predicates()).appendAll(compared()).appendAll(victims()).appendAll(ways());
    }

    /// {@return a case for each of some changes, near to the one of the next}
    private static Seq<Draft> each(Needy needy, String topic, String way, Seq<String> changes, Seq<Integer> core) {
        return changes.zipWithIndex().map(change -> needy.with(change._1).plot(way).step(4).draft(topic, needy.title() + Changes.with(change._1) + Changes.with(way), Scene.FLAG, needy.with(changes.get((change._2 + 1) % changes.size())).plot(way).step(4)).unlessFull(core.contains(change._2)));
    }

    private static Seq<Draft> tables() {
        return Needy.EACH.take(2).flatMap(needy -> TABLES.zipWithIndex().flatMap(table -> each(needy.with("cr.pta=" + table._1), "parked-" + needy.name(), "-", OFFSETS.zipWithIndex().filter(offset -> (offset._2 + table._2) % 4 == needy.slot()).map(offset -> "r20=" + offset._1),
            table._2 < 5 && needy.slot() == table._2 % 2 ? Vector.of(table._2 / 2 % 2) : Vector.empty())));
    }

    private static Seq<Draft> wrong() {
        return Needy.EACH.take(2).flatMap(needy -> each(needy, "parked-wrong", "-", WRONG, needy.slot() == 0 ? Vector.of(0, 1) : Vector.of(3, 4)));
    }

    private static Seq<Draft> numbers() {
        return each(Needy.IDENTIFICATION, "parked-number", "-", IDENTIFICATIONS, Vector.of(3, 5, 9)).appendAll(each(Needy.MONITOR, "parked-number", "-", MONITORS, Vector.of(1, 8))).appendAll(each(Needy.MONITOR, "parked-number-user", "psr~3", MONITORS.take(4), Vector.empty()));
    }

    private static Seq<Draft> operands() {
        return Needy.EACH.append(Needy.IDENTIFICATION.in(0)).zipWithIndex().flatMap(needy -> operands(needy._1, OPERANDS.zipWithIndex().filter(operands -> needy._1.slot() == 0 || operands._2 % 3 != needy._2 % 3).map(operands -> operands._1), Math.min(needy._2, 3)));
    }

    private static Seq<Draft> operands(Needy needy, Seq<String> all, int core) {
        return all.zipWithIndex().map(operands -> targeting(needy, operands._1).plot("-").step(4).draft("parked-operands-" + needy.name(), targeting(needy, operands._1).title(), Scene.FLAG,
            targeting(needy, all.get((operands._2 + 1) % all.size())).plot("-").step(4)).unlessFull(operands._2 == 2 * core && needy.slot() == (core == 0 ? 0 : 1)));
    }

    /// {@return the same with another result and operand, which has the same value}
    private static Needy targeting(Needy needy, String operands) {
        String source = operands.split(" ")[1];
        return needy.with(needy.changes().split(" ")[0].replace("r20", source)).of(operands.split(" ")[0], source);
    }

    /// Predicates are seen later in the bundle, and behind it.
    private static Seq<Draft> predicates() {
        return Needy.EACH.drop(1).flatMap(needy -> Vector.of("mov r18=pr", "(p6) adds r18=0x1,r2").flatMap(other -> PREDICATES.zipWithIndex().map(set -> needy.with(set._1).plot("-", needy.bundle(other), "(p7) adds r22=0x1,r22", "mov r23=pr").step(7)
            .draft("parked-predicates", needy.bundle(other) + Changes.with(set._1), Scene.FLAG, needy.with(PREDICATES.get((set._2 + 1) % PREDICATES.size())).plot("-", needy.bundle(other), "(p7) adds r22=0x1,r22", "mov r23=pr").step(7)).unlessFull(set._2 == 3 && other.startsWith("mov") == needy.text().startsWith("mov")))));
    }

    /// Predicates are written behind the instruction.
    private static Seq<Draft> compared() {
        Seq<String> compares = Vector.of("cmp.eq p6,p7=r2,r2", "cmp.eq p6,p7=r2,r3", "cmp.ltu p7,p6=r3,r4", "tbit.z p6,p7=r4,1", "mov pr=r4,0xc0");
        return Needy.EACH.flatMap(needy -> compares.filter(compare -> needy.slot() == 1 || compare.startsWith("cmp")).map(compare -> needy.with("p6=1").plot("-", needy.bundle(compare), "mov r23=pr").step(4)
            .draft("parked-compared", needy.bundle(compare), Scene.FLAG, needy.with("p6=1").plot("-", needy.bundle(compares.get((compares.indexOf(compare) + 1) % (needy.slot() == 1 ? compares.size() : 3))), "mov r23=pr").step(4)).unlessFull(compare.startsWith("cmp.ltu") && needy.text().startsWith("mov"))));
    }

    private static Seq<Draft> victims() {
        return Needy.EACH.flatMap(needy -> each(needy, "parked-nat", "-", VICTIMS, needy.slot() == 0 || needy.text().contains("pmd") ? Vector.of(4) : Vector.empty()));
    }

    private static Seq<Draft> ways() {
        return Needy.EACH.zipWithIndex().flatMap(needy -> WAYS.zipWithIndex().map(way -> needy._1.plot(way._1).step(4).draft("parked-way", needy._1.bundle() + Changes.with(way._1), Scene.FLAG, needy._1.with("r20=e000000000000007").plot(way._1).step(4)).unlessFull(way._2 == 0 && needy._2 < 2))
            .appendAll(WAYS.take(3).map(way -> needy._1.with("r20=e000000000000007").plot(way).step(4).draft("parked-way", needy._1.bundle() + Changes.with("r20=e000000000000007") + Changes.with(way), Scene.FLAG, needy._1.plot(way).step(4)).unlessFull(false))));
    }
}
