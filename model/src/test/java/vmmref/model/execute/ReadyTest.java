package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.bundle.Unit.B;
import static vmmref.model.bundle.Unit.F;
import static vmmref.model.bundle.Unit.I;
import static vmmref.model.bundle.Unit.M;
import static vmmref.model.bundle.Unit.X;
import static vmmref.spec.Executions.BREAK_RAISED;
import static vmmref.spec.Executions.ENCODING_ALWAYS_ILLEGAL;
import static vmmref.spec.Executions.ENCODING_IGNORED;
import static vmmref.spec.Executions.ENCODING_ILLEGAL;
import static vmmref.spec.Executions.MEANING_UNMODELLED;
import static vmmref.spec.Interruptions.RETURN_UNSTOPPED;
import static vmmref.spec.Interruptions.STATUS_RESTORED;
import static vmmref.spec.Executions.NOTHING_DONE;
import static vmmref.spec.RegisterFiles.COLLECTION_SERIALISED;
import static vmmref.spec.RegisterFiles.FENCE_PASSED;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Treatment;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Choice;
import vmmref.spec.Encodings;

/// What slots and bundles are ready for, and the instructions that do next to nothing.
class ReadyTest {
    private static final Moving START = Moving.start();
    private static final Semantics RULES = Semantics.architected(Profile.named("maximal").get());

    private static Executed executed(Ready ready) {
        return ready.meaning().of(new Execution(RULES.translator(), START.machine(), ready.operands(), Choice.USUAL));
    }

    @ParameterizedTest
    @CsvSource({"ILLEGAL_IF_PREDICATED, false", "ILLEGAL, true", "NOP, false"})
    void unassigned(Treatment treatment, boolean ignoresPredicate) {
        Ready ready = Ready.of(new Decoded.Unassigned(Slot.of(0x1fffffff46aL), treatment, Encodings.UNASSIGNED_NOP), false, Meanings::of);
        assertEquals(Operands.NONE.withPredicate(0x2a), ready.operands());
        assertEquals(0x2a, ready.operands().qp());
        assertEquals(ignoresPredicate, ready.meaning().ignoresPredicate());
        assertEquals(Option.none(), ready.instruction());
        assertEquals(switch (treatment) {
            case ILLEGAL_IF_PREDICATED -> Checks.raised(Interruption.ILLEGAL_OPERATION, ENCODING_ILLEGAL);
            case ILLEGAL               -> Checks.raised(Interruption.ILLEGAL_OPERATION, ENCODING_ALWAYS_ILLEGAL);
            case NOP                   -> new Executed.Done(Effects.NONE, ENCODING_IGNORED);
        }, executed(ready));
    }

    @Test
    void unmodelled() {
        Ready slot = Ready.of(new Decoded.Unmodelled(Slot.of(0x2a), Encodings.UNASSIGNED_NOP), false, Meanings::of);
        assertEquals(Operands.NONE, slot.operands());
        assertTrue(slot.meaning().ignoresPredicate());
        assertEquals(Option.none(), slot.instruction());
        assertEquals(new Executed.Unspecified(MEANING_UNMODELLED), executed(slot));
        Instruction instruction = assertInstanceOf(Assembled.Done.class, Assembler.architected().assemble(I, "(p6) add r8=r9,r10")).instruction();
        Ready form = Ready.of(new Decoded.Assigned(instruction, Slot.ZERO, instruction.form().clause()), false, without -> Option.none());
        assertEquals(Option.some(instruction), form.instruction());
        assertFalse(form.meaning().ignoresPredicate());
        assertEquals(new Executed.Unspecified(MEANING_UNMODELLED), executed(form));
        assertEquals(6, form.operands().qp());
    }

    /// A return that no stop follows is illegal, whatever else is wrong; other instructions need none.
    @Test
    void unstopped() {
        Instruction back = assertInstanceOf(Assembled.Done.class, Assembler.architected().assemble(B, "rfi")).instruction();
        Ready illegal = Ready.of(new Decoded.Assigned(back, Slot.ZERO, back.form().clause()), false, Meanings::of);
        assertEquals(Checks.raised(Interruption.ILLEGAL_OPERATION, RETURN_UNSTOPPED), executed(illegal));
        assertTrue(illegal.meaning().ignoresPredicate());
        assertTrue(illegal.returns());
        Ready legal = Ready.of(new Decoded.Assigned(back, Slot.ZERO, back.form().clause()), true, Meanings::of);
        assertEquals(STATUS_RESTORED, executed(legal).because());
        Instruction sum = assertInstanceOf(Assembled.Done.class, Assembler.architected().assemble(I, "add r8=r9,r10")).instruction();
        assertInstanceOf(Executed.Done.class, executed(Ready.of(new Decoded.Assigned(sum, Slot.ZERO, sum.form().clause()), false, Meanings::of)));
    }

    @Test
    void operands() {
        Operands none = Operands.NONE.withPredicate(3).withImmediate(-5);
        assertEquals(new Operands(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -5, 0, 0, 0, 0, 0, 0, 0), none);
        Execution execution = new Execution(RULES.translator(), START.machine(), none, Choice.USUAL);
        assertEquals(new Execution(RULES.translator(), START.register(8, 1).machine(), none, Choice.USUAL), execution.on(START.register(8, 1).machine()));
        assertEquals(new Execution(RULES.translator(), START.machine(), Operands.NONE, Choice.USUAL), execution.with(Operands.NONE));
    }

    @Test
    void nothings() {
        for (Unit unit : Vector.of(M, I, F, B, X)) {
            String completer = unit.name().toLowerCase(Locale.ROOT);
            START.nothing(unit, "nop." + completer + " 0x1", NOTHING_DONE).nothing(unit, "hint." + completer + " 0x1", NOTHING_DONE)
                .raises(unit, "break." + completer + " 0x1", Interruption.BREAK_INSTRUCTION, BREAK_RAISED);
        }
        START.nothing(B, "brp.sptk .+0x10,.+0x20", NOTHING_DONE).nothing(B, "brp.ret.sptk b6,.+0x20", NOTHING_DONE);
    }

    @Test
    void fences() {
        for (String fence : Vector.of("mf", "mf.a", "fwb", "sync.i")) START.nothing(M, fence, FENCE_PASSED);
        for (String fence : Vector.of("srlz.d", "srlz.i")) START.with(Place.InFlight.IN_FLIGHT, true).writes(M, fence, Place.InFlight.IN_FLIGHT, false, COLLECTION_SERIALISED);
    }

    /// Bundles that fall into one place of the memory of bundles: both halves count, and a bundle is not taken for another.
    @Test
    void bundlesAreRemembered() {
        ReadyBundles bundles = new ReadyBundles(bundle -> ReadyBundle.of(bundle, RULES.decode(), RULES.meanings()));
        Bundle one = new Bundle(0, 1);
        Bundle other = new Bundle(1L << 29, 0);
        ReadyBundle first = bundles.of(one);
        assertSame(first, bundles.of(one));
        assertEquals(other, bundles.of(other).bundle());
        assertNotSame(first, bundles.of(one));
        ReadyBundle two = bundles.of(new Bundle(2, 0));
        ReadyBundle three = bundles.of(new Bundle(3, 0));
        assertSame(two, bundles.of(new Bundle(2, 0)));
        assertSame(three, bundles.of(new Bundle(3, 0)));
        Vector.range(0, 20_000).forEach(number -> assertEquals(new Bundle(number, 0), bundles.of(new Bundle(number, 0)).bundle()));
    }
}
