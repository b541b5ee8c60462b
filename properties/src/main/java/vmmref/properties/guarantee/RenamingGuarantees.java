package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Executions.REGISTERS_ROTATED;
import static vmmref.spec.RegisterFiles.BANK_SELECTED;
import static vmmref.spec.RegisterFiles.BANK_SWITCHED;
import static vmmref.spec.RegisterFiles.CONSTANTS_KEPT;
import static vmmref.spec.RegisterFiles.FLOATING_DISABLED;
import static vmmref.spec.RegisterFiles.FLOATING_MODIFIED;
import static vmmref.spec.RegisterFiles.FLOATING_ROTATED;
import static vmmref.spec.RegisterFiles.FLOATING_TARGET_ILLEGAL;
import static vmmref.spec.RegisterFiles.GENERAL_ROTATED;
import static vmmref.spec.RegisterFiles.LEVEL_KEPT;
import static vmmref.spec.RegisterFiles.PREDICATE_ROTATED;
import static vmmref.spec.RegisterFiles.ROTATION_COMPLETE;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.execute.Meanings;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Executions;
import vmmref.spec.RegisterFiles;

/// What holds of the numbers of registers.
class RenamingGuarantees {
    private static final Instruction LOOP   = Formed.of("br.ctop target25", 0);
    private static final Instruction BANK_0 = Formed.of("bsw.0");
    private static final Instruction BANK_1 = Formed.of("bsw.1");

    @Guarantee
    @Label("rotated k times, what was in a rotating register is in the k-th one after it, and nothing else has moved")
    @RegisterFiles.Checks({GENERAL_ROTATED, FLOATING_ROTATED, PREDICATE_ROTATED})
    @Executions.Checks(REGISTERS_ROTATED)
    @Costs(4)
    void rotation(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 1, max = 6) int times) {
        Machine before = start.machine();
        Machine after = rotated(subject, before, times);
        int rotating = 8 * before.cfm().sor();
        for (int number = 0; number < 128; number++) {
            boolean moves = number >= 32 && number < 32 + rotating;
            int now = moves ? 32 + (number - 32 + times) % rotating : number;
            assertEquals(before.general(number), observed(after.general(now), GENERAL_ROTATED), () -> "r" + now);
            int floating = number < 32 ? number : 32 + (number - 32 + times) % 96;
            assertEquals(before.floating(number), observed(after.floating(floating), FLOATING_ROTATED), () -> "f" + floating);
        }
        for (int number = 0; number < 64; number++) {
            boolean fresh = number >= 16 && number < 16 + times;
            boolean expected = fresh || before.predicate(number < 16 ? number : number - times);
            assertEquals(expected, observed(after.predicate(number), PREDICATE_ROTATED), "p" + number);
        }
        Outcomes.label("rotating registers").collect(rotating == 0 ? "none" : rotating == 96 ? "all" : "some")
            .coverage(checker -> Vector.of("none", "all", "some").forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("after a full turn each rotating register is the one that it was")
    @RegisterFiles.Checks(ROTATION_COMPLETE)
    @Costs(2)
    void fullTurn(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 12) int sor) {
        Discard.unless(96 % Math.max(1, 8 * sor) == 0, "96 rotations are no full turns");
        Machine before = start.machine().withCfm(Cfm.of(96, 0, sor));
        Machine after = rotated(subject, before, 96);
        assertEquals(before.cfm(), after.cfm());
        for (int number = 0; number < 128; number++) {
            assertEquals(before.general(number), after.general(number), "r" + number);
            assertEquals(before.floating(number), after.floating(number), "f" + number);
        }
        for (int number = 0; number < 64; number++) assertEquals(number >= 16 || before.predicate(number), after.predicate(number), "p" + number);
    }

    private static Machine rotated(Subject subject, Machine machine, int times) {
        Machine last = new Place.Application(RegisterNumber.LC).with(machine.withPosition(Position.at(Started.CODE)), 1000L);
        Machine first = Single.of(LOOP).in(last);
        Machine now = first;
        for (int i = 0; i < times; i++) {
            Executed.Done done = (Executed.Done) observed(subject.step(now, Choice.USUAL));
            now = now.with(done.effects()).withPosition(first.position());
        }
        return now;
    }

    @Guarantee
    @Costs(4)
    @Label("r16 to r31 of one bank are out of reach of the other, and all other registers are in both")
    @RegisterFiles.Checks({BANK_SELECTED, BANK_SWITCHED})
    void banks(Subject subject, @ForAll("starts") Started start, @ForAll boolean bank1, @ForAll @IntRange(min = 1, max = 31) int written, @ForAll("words") long word) {
        Machine before = start.machine().withPsr(start.psr().withCpl(0).with(44, bank1));
        Ran there = Ran.of(subject, before, bank1 ? BANK_0 : BANK_1).did(Place.Status.PSR, before.psr().with(44, !bank1));
        Machine changed = there.after();
        for (int number = 0; number < 128; number++) {
            if (number < 16 || number > 31) assertEquals(before.general(number), changed.general(number), "r" + number);
        }
        Machine other = Ran.of(subject, new Place.General(written).with(changed, new GeneralValue(word, true)), bank1 ? BANK_1 : BANK_0).after();
        for (int number = 0; number < 128; number++) {
            boolean shared = written < 16 && number == written;
            assertEquals(shared ? new GeneralValue(word, true) : before.general(number), observed(other.general(number), BANK_SELECTED), "r" + number);
        }
        Ran.of(subject, other, bank1 ? BANK_1 : BANK_0).didNothing();
        assertEquals(new GeneralValue(word, true), Ran.of(subject, other, bank1 ? BANK_0 : BANK_1).after().general(written));
    }

    @Guarantee
    @Costs(16)
    @Label("an instruction may write r1 to r31, and the registers of the frame")
    @RegisterFiles.Checks(TARGET_ILLEGAL)
    void targets(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 127) int number) {
        Ran ran = Ran.of(subject, start.machine(), Formed.of("mov r1=pr", number));
        boolean writable = Vector.rangeClosed(1, 31).appendAll(Vector.range(32, 32 + start.cfm().sof())).contains(number);
        if (writable) ran.gave(number, start.machine().predicates());
        else ran.raised(Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        Outcomes.label("target").collect(writable).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    @Guarantee
    @Label("a floating-point register can be written unless it is f0 or f1 or disabled, and PSR remembers which half it is of")
    @RegisterFiles.Checks({FLOATING_TARGET_ILLEGAL, FLOATING_DISABLED, FLOATING_MODIFIED})
    void floatingTargets(Subject subject, @ForAll("starts") Started start, @ForAll("floating") int number, @ForAll @IntRange(max = 15) int bits, @ForAll("words") long word) {
        boolean dfl = (bits & 1) != 0;
        boolean dfh = (bits & 2) != 0;
        Psr psr = start.psr().with(18, dfl).with(19, dfh).with(4, (bits & 4) != 0).with(5, (bits & 8) != 0);
        Machine before = new Place.General(8).with(start.machine().withPsr(psr), GeneralValue.of(word));
        Ran ran = Ran.of(subject, before, Formed.of("setf.sig f1=r2", number, 8));
        String outcome = number < 2 ? "constant" : number < 32 ? dfl ? "disabled" : "low" : dfh ? "disabled" : "high";
        switch (outcome) {
            case "constant" -> ran.raised(Interruption.ILLEGAL_OPERATION, FLOATING_TARGET_ILLEGAL);
            case "disabled" -> ran.raised(Interruption.DISABLED_FP_REGISTER, FLOATING_DISABLED);
            default         -> {
                assertEquals(new Psr(psr.bits() | (number < 32 ? 0x10 : 0x20)), ran.after().psr());
                assertEquals(FloatingValue.integer(word), ran.after().floating(number));
            }
        }
        Outcomes.label("target").collect(outcome).coverage(checker -> Vector.of("constant", "disabled", "low", "high").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    @Guarantee
    @Label("whatever is executed, r0, f0, f1 and p0 are what they always are")
    @RegisterFiles.Checks(CONSTANTS_KEPT)
    void constants(Subject subject, @ForAll("starts") Started start, @ForAll("instructions") Instruction instruction) {
        Machine before = executing(start, instruction);
        if (subject.step(before, Choice.USUAL) instanceof Executed.Done done) {
            Machine after = before.with(done.effects());
            assertEquals(GeneralValue.of(0), after.general(0));
            assertEquals(new FloatingValue(false, 0, 0), after.floating(0));
            assertEquals(new FloatingValue(false, 0xffff, Long.MIN_VALUE), after.floating(1));
            assertTrue(after.predicate(0));
            Outcomes.label("executed").collect("done");
        } else Outcomes.label("executed").collect("not done");
        Outcomes.label("executed").coverage(checker -> checker.check("done").percentage(share -> share > 20));
    }

    @Guarantee
    @Label("of all instructions that are described only a return changes the privilege level, and never to a more privileged one")
    @RegisterFiles.Checks(LEVEL_KEPT)
    void level(Subject subject, @ForAll("starts") Started start, @ForAll("instructions") Instruction instruction) {
        Machine before = executing(start, instruction);
        if (subject.step(before, Choice.USUAL) instanceof Executed.Done done) {
            int level = before.with(done.effects()).psr().cpl();
            assertTrue(level == start.psr().cpl() || level > start.psr().cpl() && instruction.form().syntax().mnemonic().equals("br.ret"), instruction::toString);
        }
    }

    private static Machine executing(Started start, Instruction instruction) {
        return Single.of(instruction).in(start.machine());
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Integer> floating() {
        return Arbitraries.oneOf(Arbitraries.of(0, 1, 2, 31, 32, 127), Arbitraries.integers().between(0, 127));
    }

    /// Instructions of every form that is described.
    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions(form -> Meanings.of(form).isDefined());
    }
}
