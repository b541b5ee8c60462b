package vmmref.properties.guarantee;

import static vmmref.spec.RegisterFiles.BRANCH_REGISTER_MOVED;
import static vmmref.spec.RegisterFiles.POINTER_READ;
import static vmmref.spec.RegisterFiles.PREDICATES_READ;
import static vmmref.spec.RegisterFiles.PREDICATES_WRITTEN;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.register.GeneralValue;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.RegisterFiles;

/// What holds of moves of branch registers, predicates and the instruction pointer.
class MoveGuarantees {
    private static final int TARGET = 8;
    private static final int SOURCE = 9;

    @Guarantee
    @Label("what is moved to a branch register comes back whole, and only there")
    @RegisterFiles.Checks(BRANCH_REGISTER_MOVED)
    void branchRegisters(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 7) int number, @ForAll("words") long word, @ForAll boolean returning) {
        Machine before = source(start.machine(), word);
        Ran there = Ran.of(subject, before, Formed.of(returning ? "mov.ret b1=r2,tag13" : "mov b1=r2[,tag13]", number, SOURCE, 0)).did(new Place.Branch(number), word);
        there.then(subject, Formed.of("mov r1=b2", TARGET, number)).gave(TARGET, word);
    }

    @Guarantee
    @Costs(8)
    @Label("the instruction pointer is the address of the bundle, whatever the slot")
    @RegisterFiles.Checks(POINTER_READ)
    void pointer(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 0x1ff) int bundle) {
        Machine there = start.machine().withPosition(Position.at(Started.CODE + 16L * bundle));
        Machine before = there.withLast(there.position().bundle());
        Ran.of(subject, before, Formed.of("mov r1=ip", TARGET)).gave(TARGET, 0x4000 + 16L * bundle);
    }

    @Guarantee
    @Costs(8)
    @Label("bit n of all predicates is predicate n before any rotation")
    @RegisterFiles.Checks(PREDICATES_READ)
    void predicatesRead(Subject subject, @ForAll("starts") Started start) {
        Machine before = start.machine();
        long expected = 0;
        for (int number = 0; number < 64; number++) {
            int renamed = number < 16 ? number : 16 + Math.floorMod(number - 16 - start.cfm().rrbPr(), 48);
            if (before.predicate(renamed)) expected |= 1L << number;
        }
        Ran.of(subject, before, Formed.of("mov r1=pr", TARGET)).gave(TARGET, expected);
    }

    @Guarantee
    @Costs(16)
    @Label("a move to predicates writes p1 to p15 one by one and p16 to p63 together as its mask says, or these alone with an immediate")
    @RegisterFiles.Checks(PREDICATES_WRITTEN)
    void predicatesWritten(Subject subject, @ForAll("starts") Started start, @ForAll("words") long word, @ForAll("words") long choice, @ForAll boolean immediate) {
        int mask = (int) choice & 0xffff;
        Machine before = source(start.machine(), word);
        String now = "";
        for (int number = 63; number >= 0; number--) {
            boolean written = number >= 16 ? immediate || (mask & 0x8000) != 0 : !immediate && number > 0 && (mask >> number - 1 & 1) != 0;
            now += (written ? word >>> (immediate ? Math.min(number, 43) : number) : before.predicates() >>> number) & 1;
        }
        long signed = (long) mask << 48 >> 47;
        Ran.of(subject, before, immediate ? Formed.of("mov pr.rot=imm44", word << 20 >> 36 << 16) : Formed.of("mov pr=r2,mask17", SOURCE, signed))
            .did(Place.Predicates.PREDICATES, Long.parseUnsignedLong(now, 2));
        Outcomes.label("written").collect(immediate ? "by immediate" : (mask & 0x8000) != 0 ? "rotating ones" : "others")
            .coverage(checker -> Vector.of("by immediate", "rotating ones", "others").forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    private static Machine source(Machine machine, long word) {
        return new Place.General(SOURCE).with(machine, GeneralValue.of(word));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }
}
