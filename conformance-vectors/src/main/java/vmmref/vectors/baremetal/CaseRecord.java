package vmmref.vectors.baremetal;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.Itir;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;

/// A record of the case table: what [Block] says, of the start of a case.
///
/// @param expressed the case
/// @param watched   the groups of eight bytes of memory that are written before the case, and looked at and cleared after it
record CaseRecord(Expressed expressed, Seq<Long> watched) {
    private static final int GROUP = 8;
    private static final long VALID = 1L << 63;
    private static final int INSERTION = 6 * Block.WORD;
    private static final int PURGE = 4 * Block.WORD;
    /// The size field of region registers with which translations are inserted, 16 KB.
    private static final long SIZE = 14 << 2;
    private static final int NEVER = 1;

    static CaseRecord of(Expressed expressed) {
        Seq<Long> touched = expressed.preparation().machine().memory().written().appendAll(expressed.arrived().machine().memory().written()).map(PhysicalAddress::bits);
        return new CaseRecord(expressed, touched.flatMap(at -> Vector.of(at - GROUP, at, at + GROUP)).filter(Site::isFree).distinct().sorted());
    }

    private Machine machine() {
        return expressed.preparation().machine();
    }

    /// {@return how many bytes its entry of the log takes}
    int entrySize() {
        return (Block.REST + Block.WORD * watched.size() + Block.ALIGNMENT - 1) / Block.ALIGNMENT * Block.ALIGNMENT;
    }

    /// {@return its bytes}
    ///
    /// @param at    where it lies
    /// @param entry where its entry of the log lies
    byte[] bytes(long at, long entry) {
        WordBuffer words = new WordBuffer();
        general(words);
        Machine machine = machine();
        words.put(Block.PREDICATES, machine.predicates());
        words.put(Block.UNAT, machine.application(RegisterNumber.UNAT));
        words.put(Block.STEPS, expressed.preparation().conduct().steps());
        each(words, Block.BRANCHES, Machine.BRANCHES, machine.branches()::get);
        Block.APPLICATIONS.forEach(name -> words.put(Block.application(name), machine.application(number("ar." + name, Place.Application::new))));
        Block.CONTROLS.forEach(name -> words.put(Block.control(name), machine.control(number("cr." + name, Place.Control::new))));
        each(words, Block.REGIONS, Block.REGION_NUMBER, number -> machine.addressing().regions().get(number).bits());
        each(words, Block.KEYS, Block.KEY_NUMBER, number -> number < machine.addressing().keys().number() ? machine.addressing().keys().get(number).bits() : 0L);
        each(words, Block.IBRS, Block.BREAKPOINT_NUMBER, number -> machine.indirect().file(IndirectRegisters.File.IBR).get(number));
        each(words, Block.DBRS, Block.BREAKPOINT_NUMBER, number -> machine.indirect().file(IndirectRegisters.File.DBR).get(number));
        floating(words);
        stack(words);
        words.put(Block.ENTRY, entry);
        words.put(Block.UNTIL, expressed.preparation().conduct().until().getOrElse((long) NEVER));
        words.put(Block.STEPPING, expressed.preparation().conduct().stepping() ? 1 : 0);
        lists(words, at);
        words.put(Block.NEXT, at + words.bytes(Block.ALIGNMENT).length);
        return words.bytes(Block.ALIGNMENT);
    }

    private static void each(WordBuffer words, int at, int number, Function1<Integer, Long> value) {
        for (int each = 0; each < number; each++) words.put(at + Block.WORD * each, value.apply(each));
    }

    /// {@return the number of the register that has a name}
    static int number(String name, Function1<Integer, Place<Long>> register) {
        return Vector.range(0, Machine.FILE).find(number -> register.apply(number).toString().equals(name)).get();
    }

    private void general(WordBuffer words) {
        GeneralRegisters general = machine().general();
        each(words, 0, Block.GENERAL.size(), number -> general.get(Block.GENERAL.get(number)).bits());
        words.put(Block.NATS, nats(Block.GENERAL.map(general::get)));
    }

    private static long nats(Seq<GeneralValue> values) {
        return values.zipWithIndex().filter(value -> value._1.nat()).map(value -> 1L << value._2).fold(0L, (one, other) -> one | other);
    }

    private void floating(WordBuffer words) {
        for (int number = 0; number < Block.FLOATING_NUMBER; number++) {
            FloatingValue value = machine().floating().get(Block.FIRST_FLOATING + number);
            words.put(Block.FLOATING + 16 * number, value.significand());
            words.put(Block.FLOATING + 16 * number + Block.WORD, value.exponent() | (value.sign() ? 1L << 17 : 0));
        }
    }

    /// The harness covered the frame of the case: it ends where the registers below the base begin.
    private void stack(WordBuffer words) {
        int used = machine().stack().dirty();
        Seq<GeneralValue> values = Vector.range(0, Block.STACK_NUMBER).map(offset -> machine().general().get(GeneralRegisters.STACKED + Math.floorMod(machine().stack().base() - used + offset, GeneralRegisters.STACKED_NUMBER)));
        each(words, Block.STACK, Block.STACK_NUMBER, number -> values.get(number).bits());
        words.put(Block.STACK_NATS, nats(values.take(Long.SIZE)));
        words.put(Block.STACK_NATS + Block.WORD, nats(values.drop(Long.SIZE)));
        words.put(Block.FRAME, VALID | Cfm.of(GeneralRegisters.STACKED_NUMBER, used, 0).bits());
    }

    private void lists(WordBuffer words, long at) {
        list(words, at, Block.MEMORY_LIST, watched.size());
        watched.forEach(address -> {
            words.put(words.size(), address);
            words.put(words.size(), machine().memory().read(new PhysicalAddress(address), GROUP));
        });
        Seq<Held> inserted = held(machine().addressing().tlb());
        list(words, at, Block.INSERTION_LIST, inserted.size());
        inserted.forEach(each -> insertion(words, each));
        Seq<Held> purged = inserted.appendAll(held(expressed.arrived().machine().addressing().tlb())).distinct().sortBy(each -> each.entry.isCached());
        Seq<Raised> raised = Interrupts.served(machine()).map(vector -> new Raised(vector, true)).appendAll(Interrupts.pending(machine()).map(vector -> new Raised(vector, false)));
        list(words, at, Block.INTERRUPT_LIST, raised.size());
        raised.forEach(each -> raised(words, each));
        list(words, at, Block.PURGE_LIST, purged.size());
        purged.forEach(each -> purge(words, each));
    }

    private record Raised(int vector, boolean served) { }

    private static void raised(WordBuffer words, Raised raised) {
        words.put(words.size(), raised.vector);
        words.put(words.size(), raised.served ? 1 : 0);
    }

    private static void list(WordBuffer words, long at, int field, int number) {
        words.put(field, at + Math.max(words.size(), Block.REST));
        words.put(field + Block.WORD, number);
        if (words.size() < Block.REST) words.put(Block.REST - Block.WORD, 0);
    }

    private record Held(Stream stream, Entry entry) { }

    private static Seq<Held> held(Tlb tlb) {
        return Vector.of(Stream.values()).flatMap(stream -> tlb.entries(stream).all().map(entry -> new Held(stream, entry)));
    }

    private static void insertion(WordBuffer words, Held held) {
        Translation translation = held.entry.translation();
        int at = words.size();
        Vector.of((held.entry.isCached() ? 2L : 0) + (held.stream == Stream.DATA ? 1 : 0), translation.page().bits(), (long) translation.rid() << 8 | SIZE,
            Itir.of(translation.size(), translation.key()).bits(), translation.entryBits(), held.entry.isCached() ? 0L : held.entry.slot()).zipWithIndex().forEach(word -> words.put(at + Block.WORD * word._2, word._1));
        if (words.size() != at + INSERTION) throw new IllegalStateException("an insertion has " + INSERTION + " bytes");
    }

    private static void purge(WordBuffer words, Held held) {
        Translation translation = held.entry.translation();
        int at = words.size();
        Vector.of(held.entry.isCached() ? 2L : held.stream == Stream.DATA ? 1L : 0L, translation.page().bits(), (long) translation.rid() << 8 | SIZE, (long) translation.sizeLog2() << 2)
            .zipWithIndex().forEach(word -> words.put(at + Block.WORD * word._2, word._1));
        if (words.size() != at + PURGE) throw new IllegalStateException("a purge has " + PURGE + " bytes");
    }
}
