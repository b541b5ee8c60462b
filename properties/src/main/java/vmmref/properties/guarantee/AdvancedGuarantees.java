package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Memories.ADVANCED_CHECKED;
import static vmmref.spec.Memories.ALAT_ENTRY_GONE;
import static vmmref.spec.Memories.ALAT_ENTRY_LOST;
import static vmmref.spec.Memories.ALAT_ENTRY_MADE;
import static vmmref.spec.Memories.ALAT_ENTRY_REFUSED;
import static vmmref.spec.Memories.ALAT_INVALIDATED;
import static vmmref.spec.Memories.CHECK_FAULTED;
import static vmmref.spec.Memories.CHECK_LOAD_HIT;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.alat.Alat;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Memories;

/// What holds of advanced loads and of their checks.
class AdvancedGuarantees {
    /// Registers of either bank, that rotate or not: a case tries some of them.
    private static final Seq<Seq<String>> REGISTERS = Vector.of(Vector.of("r8", "r12", "f8"), Vector.of("r17", "r33", "f33"), Vector.of("r36", "r41", "f127"), Vector.of("r32", "r39", "f2"), Vector.of("r31", "r47", "f95"));
    private static final Seq<String> ACTS = Vector.of("advance", "store", "spill", "exchange", "compare", "check clear", "check keep", "branch keep", "branch clear", "invalidate", "invalidate all", "lose");

    /// What advanced loads remember, as the law keeps it: the offsets of the bytes behind each register.
    private record Kept(Machine machine, Map<String, Set<Integer>> bytes) {
        Kept without(Machine after, int offset, int size) {
            return new Kept(after, bytes.filterValues(each -> each.intersect(range(offset, size)).isEmpty()));
        }

        Kept with(Machine after, String register, int offset, int size) {
            return new Kept(after, bytes.put(register, range(offset, size)));
        }

        Kept without(Machine after, String register) {
            return new Kept(after, bytes.remove(register));
        }

        private static Set<Integer> range(int offset, int size) {
            return TreeSet.rangeClosed(offset, offset + size - 1);
        }
    }

    @Guarantee
    @Costs(2)
    @Label("a check finds what an advanced load left unless a byte of it was written since, it was removed, or the processor dropped it")
    @Memories.Checks({ALAT_ENTRY_MADE, ALAT_ENTRY_LOST, ALAT_ENTRY_GONE, CHECK_LOAD_HIT, ADVANCED_CHECKED, ALAT_INVALIDATED})
    void checksSeeEveryStore(Subject subject, @ForAll("starts") Started start, @ForAll("acts") Vector<Integer> acts, @ForAll @IntRange(max = 4) int which) {
        Machine machine = Prepared.enabled(start.machine()).framed(Cfm.of(16, 8, 1).rotated(start.base() % 8, start.base(), 0), new RegisterStack(start.base(), 0, new VirtualAddress(0xc000), 0));
        Kept kept = new Kept(Prepared.with(machine, 10, 0x1122334455667788L), HashMap.empty());
        for (int each : acts) kept = after(subject, kept, REGISTERS.get(which), each);
    }

    @Guarantee
    @Label("a check may fault exactly where it would go to its target: chk.s if its register is not a thing, chk.a if it has no entry")
    @Memories.Checks(CHECK_FAULTED)
    void checksFault(Subject subject, @ForAll("starts") Started start, @ForAll("checks") String check, @ForAll boolean nat, @ForAll boolean held) {
        Machine enabled = Prepared.enabled(start.machine());
        Machine valued = Prepared.with(Prepared.with(enabled, 9, new GeneralValue(5, nat)), 9, nat ? FloatingValue.NATVAL : new FloatingValue(false, 0x1003e, 5));
        Option<Alat.Range> range = Option.when(held, () -> new Alat.Range(new PhysicalAddress(Started.DATA), 4));
        Machine machine = valued.withAlat(Alat.EMPTY.with(new Alat.Tag(false, 9), range).with(new Alat.Tag(true, 9), range));
        Single single = Single.of(check.startsWith("chk.s.i") ? Unit.I : Unit.M, check + "9,.+0x40");
        Executed usual = observed(subject.step(single.in(machine), Choice.USUAL));
        Executed faulting = observed(subject.step(single.in(machine), Choice.of(Freedom.CHECK)));
        boolean fails = check.startsWith("chk.s") ? nat : !held;
        assertEquals(fails, machine.with(assertInstanceOf(Executed.Done.class, usual).effects()).position().bundle().bits() == Started.CODE + 0x40, check);
        assertEquals(fails ? new Executed.Raised(new Fault(Interruption.SPECULATIVE_OPERATION, Option.none()), CHECK_FAULTED) : usual, faulting, check);
        Outcomes.label("check fails").collect(check.substring(0, 5) + fails).coverage(checker -> Vector.of("chk.strue", "chk.sfalse", "chk.atrue", "chk.afalse").forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    /// {@return what is kept after an act: one of the list, on one of the registers, at one of 16 offsets, with one of the sizes}
    private static Kept after(Subject subject, Kept kept, Seq<String> registers, int number) {
        String act = ACTS.get(number % 12);
        String register = registers.get(number / 12 % 3);
        int size = register.startsWith("f") ? Vector.of(4, 8, 10, 16).get(number / 36 % 4) : 1 << number / 36 % 4;
        int offset = number / 144 % (32 / align(size)) * align(size);
        Machine machine = Prepared.with(kept.machine(), 9, Started.DATA + offset);
        boolean found = kept.bytes().containsKey(register);
        return switch (act) {
            case "advance"        -> kept.with(Ran.of(subject, machine, load(register, size, ".a")).after(), register, offset, bytes(register, size));
            case "store"          -> kept.without(Ran.of(subject, machine, store(register, size)).after(), offset, register.startsWith("f") ? size : bytes(register, size));
            case "spill"          -> kept.without(Ran.of(subject, Prepared.with(machine, 9, Started.DATA + offset / 8 * 8), "st8.spill [r9]=r10").after(), offset / 8 * 8, 8);
            case "exchange"       -> kept.without(Ran.of(subject, Prepared.with(machine, 9, Started.DATA + offset / 8 * 8), "xchg8 r11=[r9],r10").after(), offset / 8 * 8, 8);
            case "compare"        -> kept.without(Ran.of(subject, new Place.Application(RegisterNumber.CCV).with(Prepared.with(machine, 9, Started.DATA + offset / 8 * 8), 0x77L), "cmp8xchg16.acq r11=[r9],r10,ar.csd,ar.ccv").after(), offset / 16 * 16, 16);
            case "check clear"    -> checked(subject, kept, machine, register, load(register, size, ".c.clr"), found).without(register);
            case "check keep"     -> keeping(checked(subject, kept, machine, register, load(register, size, ".c.nc"), found), kept, register, found, offset, bytes(register, size));
            case "branch keep"    -> branched(subject, kept, machine, "chk.a.nc " + register + ",.+0x40", found, Choice.USUAL).keeping(kept);
            case "branch clear"   -> branched(subject, kept, machine, "chk.a.clr " + register + ",.+0x40", found, Choice.USUAL).without(register);
            case "lose"           -> branched(subject, kept, machine, "chk.a.nc " + register + ",.+0x40", false, Choice.of(Freedom.ALAT)).without(register);
            case "invalidate"     -> kept.without(Ran.of(subject, machine, "invala.e " + register).after(), register);
            case "invalidate all" -> new Kept(Ran.of(subject, machine, "invala").after(), HashMap.empty());
            default               -> throw new IllegalStateException(act);
        };
    }

    /// What a check left, and what was kept before it.
    private record Checked(Machine after, Map<String, Set<Integer>> bytes) {
        Kept without(String register) {
            return new Kept(after, bytes.remove(register));
        }

        Kept keeping(Kept kept) {
            return new Kept(after, kept.bytes());
        }
    }

    private static Kept keeping(Checked checked, Kept kept, String register, boolean found, int offset, int size) {
        return found ? checked.keeping(kept) : kept.with(checked.after(), register, offset, size);
    }

    /// A register that was marked keeps its mark if the check finds an entry, and otherwise gets what memory holds.
    private static Checked checked(Subject subject, Kept kept, Machine machine, String register, String text, boolean found) {
        Place<?> place = place(register);
        Machine marked = place instanceof Place.Floating ? Prepared.with(machine, number(register), new FloatingValue(true, 0x12345, 0x77)) : Prepared.with(machine, number(register), new GeneralValue(0x5ca1ab1eL, true));
        Machine loaded = Ran.of(subject, marked, text.replace(".c.clr", "").replace(".c.nc", "")).after();
        Machine after = Ran.of(subject, marked, text).after();
        assertEquals(place.of(found ? marked : loaded), place.of(after), text);
        assertEquals(loaded.psr(), after.psr(), text);
        Outcomes.label("found").collect(found).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 5)));
        return new Checked(after, kept.bytes());
    }

    private static Checked branched(Subject subject, Kept kept, Machine machine, String text, boolean found, Choice choice) {
        Ran ran = Ran.of(subject, machine, Unit.M, text, choice);
        if (choice.takes(Freedom.ALAT)) observed(ran.next(), ALAT_ENTRY_GONE);
        assertEquals(found, ran.next().position().bundle().bits() != Started.CODE + 0x40, text);
        return new Checked(ran.after(), kept.bytes());
    }

    private static int number(String register) {
        return Integer.parseInt(register.substring(1));
    }

    private static Place<?> place(String register) {
        return register.startsWith("f") ? new Place.Floating(number(register)) : new Place.General(number(register));
    }

    private static int align(int size) {
        return size == 10 ? 16 : size;
    }

    private static int bytes(String register, int size) {
        return register.startsWith("f") && size == 16 ? 8 : size;
    }

    /// {@return a load to a register; of a floating-point register, 16 stands for the integer of 8 bytes}
    private static String load(String register, int size, String completer) {
        return (register.startsWith("f") ? floating("ld", size) : "ld" + size) + completer + " " + register + "=[r9]";
    }

    private static String store(String register, int size) {
        return register.startsWith("f") ? (size == 16 ? "stf.spill" : floating("st", size)) + " [r9]=f1" : "st" + size + " [r9]=r10";
    }

    private static String floating(String stem, int size) {
        return stem + HashMap.of(4, "fs", 8, "fd", 10, "fe", 16, "f8").get(size).get();
    }

    private static final Seq<String> ADVANCED = Vector.of("ld1.a r8=[r9]", "ld8.a r8=[r9]", "ldfs.a f8=[r9]", "ldfe.a f8=[r9]", "ldf8.a f8=[r9]", "ldfpd.a f8,f9=[r9]", "ldfp8.a f8,f9=[r9]");

    @Guarantee
    @Label("an advanced load gives 0 from uncacheable memory and is not remembered there; it is from all other memory")
    @Memories.Checks({ALAT_ENTRY_REFUSED, ALAT_ENTRY_MADE})
    void nothingIsAdvancedFromUncacheableMemory(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 0, max = 6) int which, @ForAll("attributes") int ma, @ForAll boolean held) {
        String text = ADVANCED.get(which);
        Machine machine = Prepared.with(Prepared.enabled(Prepared.paged(start.machine(), ma)), 9, Started.DATA + 64);
        Machine before = held ? Ran.of(subject, Prepared.paged(machine, 0), text).after() : machine;
        Machine after = Ran.of(subject, before.withTlb(machine.addressing().tlb()), text).after();
        boolean refused = ma == 4 || ma == 5;
        assertEquals(refused ? 0 : 1, after.alat().entries().size());
        if (refused && text.contains("r8")) assertEquals(GeneralValue.of(0), after.general(8));
        if (refused && text.contains("f8=")) assertEquals(text.contains("ldf8") ? "0:1003e:0000000000000000" : "0:00000:0000000000000000", after.floating(8).toString());
        if (refused && text.contains("f9")) assertEquals(after.floating(8), after.floating(9));
        String plain = text.replace(".a", "");
        if (!refused) assertTrue(Ran.of(subject, machine, plain).after().general(8).equals(after.general(8)) && Ran.of(subject, machine, plain).after().floating(8).equals(after.floating(8)));
        int bytes = Vector.of(1, 8, 4, 10, 8, 16, 16).get(which);
        Machine last = Ran.of(subject, Prepared.with(Prepared.with(after, 9, Started.DATA + 64 + bytes), 10, 0), "st1 [r9]=r10").after();
        Machine first = Ran.of(subject, Prepared.with(Prepared.with(after, 9, Started.DATA + 63 + bytes), 10, 0), "st1 [r9]=r10").after();
        Machine none = Ran.of(subject, Prepared.with(Prepared.with(after, 9, Started.DATA + 63), 10, 0), "st1 [r9]=r10").after();
        assertEquals(Vector.of(after.alat(), after.alat(), true), Vector.of(last.alat(), none.alat(), first.alat().isEmpty()));
        Outcomes.label("refused").collect(refused, which).coverage(Combinations.each(Combinations.EITHER, Vector.range(0, ADVANCED.size())));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    /// Six to sixteen acts, a third of them advanced loads.
    @Provide
    Arbitrary<Vector<Integer>> acts() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 12 * 3 * 4 * 32 - 1);
        return Arbitraries.oneOf(any, any, any.map(number -> number / 12 * 12)).list().ofMinSize(6).ofMaxSize(16).map(Vector::ofAll);
    }

    @Provide
    Arbitrary<String> checks() {
        return Arbitraries.of("chk.s.m r", "chk.s.i r", "chk.s f", "chk.a.nc r", "chk.a.clr r", "chk.a.nc f", "chk.a.clr f");
    }

    @Provide
    Arbitrary<Integer> attributes() {
        return Arbitraries.of(0, 4, 5, 6);
    }
}
