package vmmref.properties.guarantee;

import static vmmref.spec.RegisterFiles.APPLICATION_ABSENT;
import static vmmref.spec.RegisterFiles.APPLICATION_READ;
import static vmmref.spec.RegisterFiles.APPLICATION_WRITTEN;
import static vmmref.spec.RegisterFiles.BACKING_STORE_CLOSED;
import static vmmref.spec.RegisterFiles.BACKING_STORE_MOVED;
import static vmmref.spec.RegisterFiles.COLLECTION_LOST;
import static vmmref.spec.RegisterFiles.REGISTER_VALUE_RESERVED;
import static vmmref.spec.RegisterFiles.STACK_LEVEL_CLAMPED;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.RegisterFiles;

/// What holds of application registers.
class ApplicationGuarantees {
    private static final int TARGET = 8;
    private static final int SOURCE = 9;
    private static final String ALL = "63:0";

    /// What a register holds.
    ///
    /// @param kept    the bits that it has
    /// @param dropped whether others are ignored; otherwise they are reserved
    private record Held(String kept, boolean dropped) { }

    /// The table of the manual: the registers of unit M, and those of unit I; all levels and modes aside.
    private static final Map<Integer, Held> OF_M = Vector.of(0, 1, 2, 3, 4, 5, 6, 7, 21, 24, 25, 26, 27, 28, 29, 30, 32, 36, 44)
        .foldLeft(LinkedHashMap.<Integer, Held>empty(), (all, number) -> all.put(number, new Held(ALL, true)))
        .put(16, new Held("4:0 29:16", false)).put(18, new Held("63:3", true)).put(19, new Held("62:0", true)).put(40, new Held("11:0 57:13", false));
    private static final Map<Integer, Held> OF_I = LinkedHashMap.of(64, new Held("37:0 57:52 63:62", false), 65, new Held(ALL, true), 66, new Held("5:0", true));

    @Guarantee
    @Label("an application register gives back the bits that it has of what was written to it; some exist in one unit, some refuse values, some forget everything")
    @RegisterFiles.Checks({APPLICATION_ABSENT, APPLICATION_READ, APPLICATION_WRITTEN, BACKING_STORE_CLOSED, REGISTER_VALUE_RESERVED})
    void writtenAndRead(Subject subject, @ForAll("starts") Started start, @ForAll("registers") int number, @ForAll boolean ofM, @ForAll("values") long value, @ForAll @IntRange(max = 4) int mode) {
        Machine before = prepared(start, 0, value, mode > 3 ? 1 : 0);
        String unit = ofM ? "mov.m" : "mov.i";
        Ran written = Ran.of(subject, before, Formed.of(unit + " ar3=r2", number, SOURCE));
        Ran read = Ran.of(subject, before, Formed.of(unit + " r1=ar3", TARGET, number));
        String outcome = outcome(number, ofM, value, mode > 3);
        switch (outcome) {
            case "absent" -> {
                written.raised(Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
                if (number == 17 && ofM) read.gave(TARGET, start.machine().stack().bsp().bits());
                else read.raised(Interruption.ILLEGAL_OPERATION, APPLICATION_ABSENT);
            }
            case "closed" -> {
                written.raised(Interruption.ILLEGAL_OPERATION, BACKING_STORE_CLOSED);
                read.raised(Interruption.ILLEGAL_OPERATION, BACKING_STORE_CLOSED);
            }
            case "ignored" -> {
                written.didNothing();
                read.gave(TARGET, 0);
            }
            case "reserved" -> written.raised(Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
            default -> {
                long kept = value & BitList.of(held(number).kept()).mask();
                if (number != 18) written.did(new Place.Application(number), kept);
                written.then(subject, Formed.of(unit + " r1=ar3", TARGET, number)).gave(TARGET, kept);
            }
        }
        Outcomes.label("outcome").collect(outcome)
            .coverage(checker -> Vector.of("absent", "closed", "ignored", "reserved", "kept").forEach(each -> checker.check(each).percentage(share -> share > 1)));
    }

    private static Held held(int number) {
        return OF_M.get(number).orElse(OF_I.get(number)).get();
    }

    private static String outcome(int number, boolean ofM, long value, boolean eager) {
        if (48 <= number && number <= 63 || 112 <= number) return "ignored";
        if (!(ofM ? OF_M : OF_I).containsKey(number)) return "absent";
        if ((number == 18 || number == 19) && eager) return "closed";
        Held held = held(number);
        boolean unfit = number == 64 && !fits(value) || number == 40 && Vector.of(8, 21, 34, 47).exists(pc -> (value >>> pc & 3) == 1);
        return unfit || !held.dropped() && (value & ~BitList.of(held.kept()).mask()) != 0 ? "reserved" : "kept";
    }

    /// {@return whether bits 37:0 are a frame: 0 to 96 registers, none of its parts larger, nothing rotated further than there are registers}
    static boolean fits(long value) {
        long sof = value & 0x7f;
        long sol = value >> 7 & 0x7f;
        long sor = (value >> 14 & 0xf) * 8;
        long gr = value >> 18 & 0x7f;
        return sof < 97 && sol < sof + 1 && sor < sof + 1 && (gr == 0 || gr < sor) && (value >> 25 & 0x7f) < 96 && (value >> 32 & 0x3f) < 48;
    }

    @Guarantee
    @Costs(16)
    @Label("an immediate operand is a number from -128 to 127")
    @RegisterFiles.Checks(APPLICATION_WRITTEN)
    void immediates(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = -128, max = 127) int value, @ForAll boolean ofM) {
        int number = ofM ? 36 : 65;
        Ran.of(subject, start.machine(), Formed.of(ofM ? "mov.m ar3=imm8" : "mov.i ar3=imm8", number, value)).did(new Place.Application(number), (long) value);
    }

    @Guarantee
    @Label("the register stack engine never works at a more privileged level than the one that wrote RSC")
    @RegisterFiles.Checks(STACK_LEVEL_CLAMPED)
    void stackLevel(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 31) int low, @ForAll @IntRange(max = 0x3fff) int loadrs) {
        Machine before = prepared(start, start.psr().cpl(), (long) loadrs << 16 | low, 0);
        int asked = low >> 2 & 3;
        int level = Vector.of("0123", "1123", "2223", "3333").get(start.psr().cpl()).charAt(asked) - '0';
        Ran.of(subject, before, Formed.of("mov.m ar3=r2", 16, SOURCE)).did(new Place.Application(RegisterNumber.RSC), (long) loadrs << 16 | (low & 0x10) | level << 2 | (low & 3));
        Outcomes.label("levels").collect(start.psr().cpl(), asked).coverage(Combinations.each(Vector.range(0, 4), Vector.range(0, 4)));
    }

    @Guarantee
    @Costs(16)
    @Label("a move to BSPSTORE takes the dirty registers along: BSP is reached from there register by register, leaving out every word whose address ends in 1f8")
    @RegisterFiles.Checks({BACKING_STORE_MOVED, COLLECTION_LOST})
    void backingStore(Subject subject, @ForAll("starts") Started start, @ForAll("words") long value, @ForAll @IntRange(max = 96) int dirty) {
        Machine machine = prepared(start, start.psr().cpl(), value, 0);
        Machine before = machine.framed(Cfm.EMPTY, new RegisterStack(start.base(), dirty, new VirtualAddress(0xc000), 5));
        Ran moved = Ran.of(subject, before, Formed.of("mov.m ar3=r2", 18, SOURCE))
            .did(Place.Stack.STACK, new RegisterStack(start.base(), dirty, new VirtualAddress(value >> 3 << 3), 0));
        long place = value >> 3 << 3;
        boolean atCollection = (place & 0x1f8) == 0x1f8;
        for (int left = dirty; left > 0; left--) place += (place + 8 & 0x1f8) == 0x1f8 ? 16 : 8;
        if (!atCollection) moved.then(subject, Formed.of("mov.m r1=ar3", TARGET, 17)).gave(TARGET, place);
        Outcomes.label("dirty registers").collect(dirty == 0 ? "none" : dirty > 63 ? "many" : "some")
            .coverage(checker -> Vector.of("many", "some").forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    private static Machine prepared(Started start, int level, long value, long mode) {
        Machine machine = start.machine().withPsr(start.psr().withCpl(level));
        return new Place.Application(RegisterNumber.RSC).with(new Place.General(SOURCE).with(machine, GeneralValue.of(value)), mode);
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Integer> registers() {
        return Arbitraries.oneOf(Arbitraries.of(16, 17, 18, 19, 40, 64, 66), Arbitraries.integers().between(0, 127));
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    /// Words, frames, and words that hold no bit of one register, or one bit besides.
    @Provide
    Arbitrary<Long> values() {
        Arbitrary<Long> frames = Combinators.combine(Starts.frames(), Arbitraries.integers().between(0, 255)).as((frame, bits) -> frame.bits() | (bits & 63L) << 52 | (long) bits >> 6 << 62);
        Arbitrary<Long> masked = Combinators.combine(words(), Arbitraries.of("4:0 29:16", "7:0 11:10 20:13 33:23 46:36 57:49", "11:0 57:13"), Arbitraries.integers().between(0, 255))
            .as((word, bits, stray) -> word & BitList.of(bits).mask() | (stray < 64 ? 1L << stray : 0));
        Arbitrary<Long> unsound = Combinators.combine(frames, Arbitraries.integers().between(0, 37)).as((frame, bit) -> frame ^ 1L << bit);
        return Arbitraries.oneOf(words(), frames, masked, unsound);
    }
}
