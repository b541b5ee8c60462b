/// Operands of sensitive instructions that lead to faults, or nearly: numbers of registers, NaTs, and results for which there is no register.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class OperandDrafts {
    private static final Seq<String> LEVELS = Vector.of("-", "psr~3");
    private static final Seq<String> NUMBERS = Vector.of("0", "1", "2", "3", "4", "5", "7", "ff", "100", "103", "ffffffffffffff03");

    private OperandDrafts() { }

    static Seq<Draft> all() {
        return numbers().appendAll(nats()).appendAll(results()).appendAll(kernel()).appendAll(monitors());
    }

    private static Seq<Draft> numbers() {
        return Vector.of("cpuid", "pmd").flatMap(file -> LEVELS.flatMap(level -> NUMBERS.zipWithIndex().map(number -> number(file, level, number._1)
            .draft("number", "mov r17=%s[r20] with r20 %s%s".formatted(file, number._1, Changes.with(level)), "RegisterNumber", number(file, level, NUMBERS.get((number._2 + 1) % NUMBERS.size()))).unlessFull(level.equals("-") && (number._2 == 3 || number._2 == 5)))));
    }

    private static Plot number(String file, String level, String number) {
        return one(level, "mov r17=%s[r20]".formatted(file), "r20=" + number);
    }

    private static Plot one(String level, String text, String changes) {
        return Scene.slotted(level, text.matches("cover|epc") ? "MIB;" : "M;MI;", text.matches("cover|epc") ? 2 : 1, text).with(changes).step(3);
    }

    /// Each operand that is a register is a NaT.
    private static Seq<Draft> nats() {
        return Sensitive.PREDICATED.filter(each -> each.text().contains("r20")).flatMap(each -> LEVELS.flatMap(level -> Vector.of("r20", "r21").filter(each.text()::contains).map(register -> one(level, each.text(), each.changes() + " %s.nat=1".formatted(register))
            .draft("nat", "%s with a NaT in %s%s".formatted(each.text(), register, Changes.with(level)), "NatPropagation", one(level.equals("-") ? "psr~3" : "-", each.text(), each.changes() + " %s.nat=1".formatted(register))).unlessFull(level.equals("-") && Sensitive.ALL.indexOf(each) % 3 == 1))));
    }

    /// The result goes to the first register of the frame, the last one, the one behind it, or one that always is 0.
    private static Seq<Draft> results() {
        return Sensitive.PREDICATED.filter(each -> each.text().contains("r17=")).flatMap(each -> LEVELS.flatMap(level -> Vector.of("r32", "r63", "r64", "r127", "r0").zipWithIndex().map(register -> one(level, each.text().replace("r17", register._1), each.changes())
            .draft("result", each.text().replace("r17", register._1) + " in a frame of 32 registers" + Changes.with(level), "RegisterFrame", one(level, each.text().replace("r17", register._2 == 2 ? "r63" : "r64"), each.changes())).unlessFull(level.equals("-") && Sensitive.ALL.indexOf(each) % 2 == 0 && register._2 == Sensitive.ALL.indexOf(each) / 2 % 5))));
    }

    /// Each kernel register, and the registers behind them, which are nobody's.
    private static Seq<Draft> kernel() {
        return Vector.range(0, 8).flatMap(number -> LEVELS.flatMap(level -> Vector.of("123456789abcdef0", "0").map(value -> one(level, "mov.m r17=ar.k" + number, "ar.k%d=%s".formatted(number, value))
            .draft("kernel-register", "mov.m r17=ar.k%d, which is %s%s".formatted(number, value, Changes.with(level)), "RegisterNumber", one(level, "mov.m r17=ar.k" + number, "ar.k%d=%s".formatted(number, value.equals("0") ? "123456789abcdef0" : "0"))).unlessFull(level.equals("psr~3") && number % 4 == 1))));
    }

    /// Performance monitors that a guest has made privileged, or readable by users.
    private static Seq<Draft> monitors() {
        return Vector.of("-", "psr+20", "pmc4=10", "psr+20 pmc4=40", "psr+2").flatMap(setting -> LEVELS.map(level -> one(level, "mov r17=pmd[r20]", "r20=4 pmd4=1234").with(setting)
            .draft("monitor", "mov r17=pmd[r20]" + Changes.with(level + " " + setting), "Privilege", one(level.equals("-") ? "psr~3" : "-", "mov r17=pmd[r20]", "r20=4 pmd4=1234").with(setting)).unlessFull(!level.equals("-") && setting.length() < 8)));
    }
}
