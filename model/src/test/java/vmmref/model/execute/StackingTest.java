package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.bundle.Unit.M;
import static vmmref.spec.Stacks.COLLECTION_LOADED;
import static vmmref.spec.Stacks.COLLECTION_STORED;
import static vmmref.spec.Stacks.FRAME_INCOMPLETE;
import static vmmref.spec.Stacks.LOADED_COLLECTION_LOST;
import static vmmref.spec.Stacks.LOADING_ILLEGAL;
import static vmmref.spec.Stacks.REFERENCE_SPARED;
import static vmmref.spec.Stacks.REFERENCE_STEPPED;
import static vmmref.spec.Stacks.REGISTER_LOADED;
import static vmmref.spec.Stacks.REGISTER_STORED;
import static vmmref.spec.Stacks.STACK_FLUSHED;
import static vmmref.spec.Stacks.STACK_LOADED;
import static vmmref.spec.Stacks.STORE_ORDERED;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.alat.Alat;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterStack;
import vmmref.spec.Memories;
import vmmref.spec.References;
import vmmref.spec.Stacks;

class StackingTest {
    private static final Moving START = Moving.start().cfm(Cfm.EMPTY);

    private static RegisterStack stack(int dirty, long bspstore, long rnat) {
        return new RegisterStack(10, dirty, new VirtualAddress(bspstore), rnat);
    }

    private static Moving on(int dirty, long bspstore, long rnat) {
        return START.with(Place.Stack.STACK, stack(dirty, bspstore, rnat));
    }

    private static Place.Bytes word(long at) {
        return new Place.Bytes(new PhysicalAddress(at), 8);
    }

    private static Executed stored(long at, long word, RegisterStack after, Stacks because) {
        return new Executed.Done(Effects.of(word(at), word, because).then(Place.Stack.STACK, after, because).then(Place.Next.NEXT, START.machine().position(), REFERENCE_STEPPED), because);
    }

    private static Executed loaded(int number, GeneralValue value, RegisterStack after, Stacks because) {
        return new Executed.Done(Effects.of(new Place.Stacked(number), value, because).then(Place.Stack.STACK, after, REGISTER_LOADED).then(Place.Next.NEXT, START.machine().position(), REFERENCE_STEPPED), REGISTER_LOADED);
    }

    @Test
    void flushing() {
        on(0, 0x7000, 5).nothing(M, "flushrs", STACK_FLUSHED);
        Moving two = on(2, 0x71f0, 0x3L).with(new Place.Stacked(8), new GeneralValue(0x1122334455667788L, true)).with(new Place.Stacked(9), GeneralValue.of(9));
        assertEquals(stored(0x71f0, 0x1122334455667788L, stack(1, 0x71f8, 1L << 62 | 3), REGISTER_STORED), two.executed(M, "flushrs"));
        Moving due = on(1, 0x71f8, 1L << 62 | 3);
        assertEquals(stored(0x71f8, 1L << 62 | 3, stack(1, 0x7200, 1L << 62 | 3), COLLECTION_STORED), due.executed(M, "flushrs"));
        assertEquals(stored(0x71f8, 3, stack(0, 0x7200, 3), COLLECTION_STORED), on(0, 0x71f8, 3).executed(M, "flushrs"));
        assertEquals(stored(0x7200, 9, stack(0, 0x7208, 1L << 62 | 2), REGISTER_STORED), on(1, 0x7200, 1L << 62 | 3).with(new Place.Stacked(9), GeneralValue.of(9)).executed(M, "flushrs"));
        on(-1, 0x7200, 0).unspecified(M, "flushrs", FRAME_INCOMPLETE);
    }

    @Test
    void theOrderOfBytesIsThatOfTheEngine() {
        Moving big = on(1, 0x7000, 0).application(16, 0x10).with(new Place.Stacked(9), GeneralValue.of(0x1122334455667788L));
        Effects effects = Effects.of(word(0x7000), 0x8877665544332211L, STORE_ORDERED).then(Place.Stack.STACK, stack(0, 0x7008, 0), REGISTER_STORED).then(Place.Next.NEXT, START.machine().position(), REFERENCE_STEPPED);
        assertEquals(new Executed.Done(effects, REGISTER_STORED), big.executed(M, "flushrs"));
        assertEquals(new Executed.Done(effects, REGISTER_STORED), big.psr(0).executed(M, "flushrs"));
        Moving back = on(0, 0x7008, 0).application(16, 0x10 | 8 << 16).with(word(0x7000), 0x8877665544332211L);
        assertEquals(loaded(9, GeneralValue.of(0x1122334455667788L), stack(1, 0x7000, 0), STORE_ORDERED), back.executed(M, "loadrs"));
        assertEquals(stored(0x7000, 0x1122334455667788L, stack(0, 0x7008, 0), REGISTER_STORED), big.application(16, 0).psr(2).executed(M, "flushrs"));
    }

    @Test
    void loading() {
        Moving start = on(1, 0x7208, 1).application(16, 24 << 16).with(word(0x7200), 7L).with(word(0x71f8), -1L).with(word(0x71f0), 5L);
        assertEquals(loaded(8, new GeneralValue(7, true), stack(2, 0x7200, 1), REGISTER_LOADED), start.executed(M, "loadrs"));
        Moving collection = start.with(Place.Stack.STACK, stack(2, 0x7200, 1)).application(16, 24 << 16);
        assertEquals(stack(2, 0x71f8, Long.MAX_VALUE), collection.done(M, "loadrs", COLLECTION_LOADED).machine().stack());
        Moving last = start.with(Place.Stack.STACK, stack(2, 0x71f8, Long.MAX_VALUE)).application(16, 32 << 16);
        assertEquals(loaded(7, new GeneralValue(5, true), stack(3, 0x71f0, Long.MAX_VALUE), REGISTER_LOADED), last.executed(M, "loadrs"));
    }

    /// RSC.loadrs, and what is dirty from which address on, where three registers and a collection are.
    @ParameterizedTest
    @CsvSource({"0, 0, 7208", "8, 1, 7200", "15, 1, 7200", "16, 1, 71f8", "24, 2, 71f0", "32, 3, 71e8"})
    void whatIsLoadedAndDirtyAlready(int loadrs, int dirty, String from) {
        RegisterStack left = stack(dirty, Long.parseLong(from, 16), 9);
        assertEquals(new Executed.Done(Effects.of(Place.Stack.STACK, left, STACK_LOADED).then(new Place.Application(19), 9L, LOADED_COLLECTION_LOST), STACK_LOADED), on(3, 0x71e8, 9).application(16, (long) loadrs << 16).executed(M, "loadrs"));
    }

    @Test
    void whatCannotBeLoaded() {
        for (long mode = 1; mode < 4; mode++) on(3, 0x7000, 0).application(16, mode).raises(M, "loadrs", Interruption.ILLEGAL_OPERATION, LOADING_ILLEGAL);
        on(3, 0x7000, 0).cfm(Cfm.of(1, 0, 0)).application(16, 1 << 16).raises(M, "loadrs", Interruption.ILLEGAL_OPERATION, LOADING_ILLEGAL);
        on(3, 0x7000, 0).cfm(Cfm.of(1, 0, 0)).done(M, "loadrs", STACK_LOADED);
        on(0, 0x71f0, 0).application(16, 98 * 8L << 16).raises(M, "loadrs", Interruption.ILLEGAL_OPERATION, LOADING_ILLEGAL);
        on(0, 0x71f0, 0).application(16, 97 * 8L << 16).done(M, "loadrs", REGISTER_LOADED);
        on(0, 0x7200, 0).application(16, 98 * 8L << 16).done(M, "loadrs", COLLECTION_LOADED);
        on(0, 0x7200, 0).application(16, 99 * 8L << 16).raises(M, "loadrs", Interruption.ILLEGAL_OPERATION, LOADING_ILLEGAL);
        on(-1, 0x7200, 0).unspecified(M, "loadrs", FRAME_INCOMPLETE);
        on(-1, 0x7200, 0).application(16, 3).raises(M, "loadrs", Interruption.ILLEGAL_OPERATION, LOADING_ILLEGAL);
    }

    @Test
    void referencesUseUpWhatSparesThem() {
        Moving spared = on(1, 0x7000, 0).psr(0xe0L << 32 | 1L << 45);
        Effects effects = Effects.of(word(0x7000), 0L, REGISTER_STORED).then(Place.Stack.STACK, stack(0, 0x7008, 0), REGISTER_STORED)
            .then(Place.Status.PSR, new Psr(0x20L << 32 | 1L << 45), REFERENCE_SPARED).then(Place.Next.NEXT, START.machine().position(), REFERENCE_STEPPED);
        assertEquals(new Executed.Done(effects, REGISTER_STORED), spared.executed(M, "flushrs"));
    }

    @Test
    void advancedLoadsAreForgotten() {
        Alat.Tag other = new Alat.Tag(true, 50);
        Moving remembering = on(1, 0x7008, 0).with(new Place.Advanced(other), Option.some(new Alat.Range(new PhysicalAddress(0x700c), 4)));
        Executed.Done stored = (Executed.Done) remembering.executed(M, "flushrs");
        assertEquals(Memories.ALAT_ENTRY_LOST, stored.effects().writes().get(1).because());
        Moving loading = on(0, 0x7008, 0).application(16, 8 << 16).with(new Place.Advanced(new Alat.Tag(false, 48 + 9)), Option.some(new Alat.Range(new PhysicalAddress(0x9000), 4)));
        assertEquals(Alat.EMPTY, loading.done(M, "loadrs", REGISTER_LOADED).machine().alat());
    }

    @Test
    void aFaultIsReported() {
        assertEquals(new Executed.Raised(Fault.of(Interruption.ALTERNATE_DATA_TLB, new VirtualAddress(0x7000)), References.MISS_ALTERNATE), on(1, 0x7000, 0).psr(1L << 13 | 1L << 27).executed(M, "flushrs"));
        assertEquals(new Executed.Raised(Fault.of(Interruption.ALTERNATE_DATA_TLB, new VirtualAddress(0x6ff8)), References.MISS_ALTERNATE),
            on(0, 0x7000, 0).psr(1L << 13 | 1L << 27).application(16, 8 << 16).executed(M, "loadrs"));
        assertEquals(REGISTER_STORED, on(1, 0x7000, 0).psr(1L << 13 | 1L << 17).executed(M, "flushrs").because());
    }

    @Test
    void anEngineCanBeAnother() {
        RegisterStack other = stack(5, 0x7777770, 0);
        StackEngine engine = StackEngine.architected().withStoring((stack, nat) -> other).withLoading((stack, word) -> stack);
        assertEquals(other, engine.storing().after(stack(1, 0x7000, 0), false));
        assertEquals(stack(1, 0x7000, 0), engine.loading().after(stack(1, 0x7000, 0), 0));
    }
}
