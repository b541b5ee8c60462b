package vmmref.vmm.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Identification;
import vmmref.model.profile.Profile;
import vmmref.model.register.IndirectRegisters;

/// Code of stubs that has one of several constants, by a number that a register tells.
final class Choosing {
    /// What lets the instruction itself be done.
    static final String BREAK = "M (p6) break.m 0x%x".formatted(Patcher.IMMEDIATE);
    private static final int MONITORS = 8;

    private Choosing() { }

    /// {@return what makes `right` the constant that has the number in `left`; the one that is met most often if none has}
    static Seq<String> of(Seq<Long> constants) {
        long usual = constants.maxBy(constant -> constants.count(constant::equals)).get();
        Seq<Integer> others = Vector.range(0, constants.size()).reject(number -> constants.get(number) == usual);
        Seq<String> compared = others.zipWithIndex((number, turn) -> "A cmp.eq p%d,p0=%d,left".formatted(predicate(turn), number));
        Seq<String> moved = others.zipWithIndex((number, turn) -> "X (p%d) movl right=0x%x ;;".formatted(predicate(turn), constants.get(number))).prepend("X movl right=0x%x ;;".formatted(usual));
        return moved.zipWithIndex((move, turn) -> turn < compared.size() ? Vector.of(compared.get(turn), move) : Vector.of(move)).flatMap(each -> each);
    }

    /// No predicate is tested and changed in one group.
    private static int predicate(int turn) {
        return 6 + turn % 2;
    }

    /// {@return what makes `left` the number of the region of an address}
    static Seq<String> region() {
        return Vector.of("I extr.u left=source,%d,3 ;;".formatted(VirtualAddress.OFFSET_WIDTH));
    }

    /// {@return what moves from the processor identification register that a register numbers}
    static Seq<String> identification(Constants constants) {
        Identification identification = Identification.of(constants.profile());
        return numbered().appendAll(Vector.of("A cmp.ltu p6,p0=%d,left ;;".formatted(identification.last()), BREAK + " ;;")).appendAll(of(Vector.rangeClosed(0, identification.last()).map(identification::register))).append("A adds target=0,right ;;");
    }

    /// {@return what moves from the performance monitor data register that a register numbers; most numbers have none, and tell 0}
    static Option<Seq<String>> monitor(Constants constants) {
        Seq<Long> registers = Vector.range(0, MONITORS).map(number -> number < MONITORS / 2 ? 0 : constants.addressing().indirect().file(IndirectRegisters.File.PMD).get(number));
        return Option.when(!constants.profile().has(Profile.MORE_MONITORS), () -> numbered().appendAll(of(registers.append(0L))).append("A adds target=0,right ;;"));
    }

    private static Seq<String> numbered() {
        return Vector.of("I tnat.z p0,p6=source ;;", BREAK, "I extr.u left=source,0,8 ;;");
    }
}
