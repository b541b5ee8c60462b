package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.RegisterFiles.CONTROL_ABSENT;
import static vmmref.spec.RegisterFiles.CONTROL_COLLECTING;
import static vmmref.spec.RegisterFiles.CONTROL_READ;
import static vmmref.spec.RegisterFiles.CONTROL_WRITTEN;
import static vmmref.spec.RegisterFiles.REGISTER_VALUE_RESERVED;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.RegisterFiles;

/// What holds of control registers.
class ControlGuarantees {
    private static final int TARGET = 8;
    private static final int SOURCE = 9;
    private static final String ALL = "63:0";

    /// The table of the manual: the bits that a register has, and those that are ignored; all others are reserved.
    private static final Map<Integer, Bits> TABLE = LinkedHashMap.<Integer, Bits>empty()
        .put(0, new Bits("2:0 14:8", "")).put(1, new Bits(ALL, "")).put(2, new Bits("63:15", "14:0")).put(8, new Bits("0 8:2 63:15", ""))
        .put(16, new Bits("5:1 15:13 27:17 46:32", "")).put(17, new Bits("23:0 43:32", "")).put(19, new Bits(ALL, "")).put(20, new Bits(ALL, "")).put(21, new Bits(ALL, ""))
        .put(22, new Bits(ALL, "")).put(23, new Bits("37:0 63", "")).put(24, new Bits(ALL, "")).put(25, new Bits("63:2", "1:0")).put(64, new Bits("31:16", "63:32"))
        .put(66, new Bits("7:4 16", "3:0 63:17")).put(72, new Bits("7:0 16", "12 63:17")).put(73, new Bits("7:0 16", "12 63:17")).put(74, new Bits("7:0 16", "12 63:17"))
        .put(80, new Bits("10:0 13 15 16", "12 63:17")).put(81, new Bits("10:0 13 15 16", "12 63:17"));

    private record Bits(String kept, String ignored) {
        long keptMask() {
            return BitList.of(kept).mask();
        }

        boolean reserves(long value) {
            return (value & ~BitList.of(kept + (ignored.isEmpty() ? "" : " " + ignored)).mask()) != 0;
        }
    }

    @Guarantee
    @Label("a control register gives back the bits that it has of what was written to it, unless it is absent, is written by interruptions, or refuses the value")
    @RegisterFiles.Checks({CONTROL_ABSENT, CONTROL_COLLECTING, CONTROL_READ, CONTROL_WRITTEN, REGISTER_VALUE_RESERVED})
    void writtenAndRead(Subject subject, @ForAll("starts") Started start, @ForAll("registers") int number, @ForAll("values") long value) {
        Discard.unless(number != RegisterNumber.IVR && number != RegisterNumber.EOI, "the register is one of external interrupts");
        Machine before = prepared(start, value);
        Ran written = Ran.of(subject, before, Formed.of("mov cr3=r2", number, SOURCE));
        Ran read = Ran.of(subject, before, Formed.of("mov r1=cr3", TARGET, number));
        boolean ofInterrupts = number >= 68 && number <= 71;
        String outcome = !TABLE.containsKey(number) ? "absent"
            : number >= 16 && number <= 25 && start.psr().ic() ? "collecting"
            : isRefused(subject.profile(), number, value) ? "reserved" : "kept";
        switch (outcome) {
            case "absent" -> {
                written.raised(Interruption.ILLEGAL_OPERATION, CONTROL_ABSENT);
                if (ofInterrupts) read.gave(TARGET, 0);
                else read.raised(Interruption.ILLEGAL_OPERATION, CONTROL_ABSENT);
            }
            case "collecting" -> {
                written.raised(Interruption.ILLEGAL_OPERATION, CONTROL_COLLECTING);
                read.raised(Interruption.ILLEGAL_OPERATION, CONTROL_COLLECTING);
            }
            case "reserved" -> written.raised(Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED);
            default -> {
                long kept = value & TABLE.get(number).get().keptMask();
                Place<Long> register = new Place.Control(number);
                assertEquals(kept, register.of(written.after()));
                assertEquals(number == RegisterNumber.IIPA ? kept : Started.CODE, written.after().last().bits());
                written.didOnly(register, Place.Last.LAST).then(subject, Formed.of("mov r1=cr3", TARGET, number)).gave(TARGET, number == RegisterNumber.ITIR ? kept & 0xfffffffcL : kept);
            }
        }
        Outcomes.label("outcome").collect(outcome)
            .coverage(checker -> Vector.of("absent", "collecting", "reserved", "kept").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    private static boolean isRefused(Profile profile, int number, long value) {
        return TABLE.get(number).get().reserves(value) || switch (number) {
            case 8      -> (value >> 2 & 63) < 15;
            case 16     -> (value >> 41 & 3) == 3 || (value >> 46 & 1) == 1 && !profile.has("vmsw");
            case 17     -> (value >> 41 & 3) == 3;
            case 23     -> value < 0 && !ApplicationGuarantees.fits(value);
            case 80, 81 -> Vector.of(1L, 3L, 6L).contains(value >> 8 & 7);
            default     -> false;
        };
    }

    private static Machine prepared(Started start, long value) {
        return new Place.General(SOURCE).with(start.machine().withPsr(start.psr().withCpl(0)), GeneralValue.of(value));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Integer> registers() {
        return Arbitraries.oneOf(Arbitraries.of(TABLE.keySet().toVector().asJava()), Arbitraries.of(TABLE.keySet().toVector().asJava()), Arbitraries.integers().between(0, 127));
    }

    /// Words, frames with bit 63, and words that hold no reserved bit of one register, or one bit besides.
    @Provide
    Arbitrary<Long> values() {
        Arbitrary<Long> words = Instructions.words();
        Arbitrary<Long> frames = Combinators.combine(Starts.frames(), Arbitraries.integers().between(0, 63)).as((frame, bit) -> frame.bits() ^ (bit < 38 ? 1L << bit : 0) | Long.MIN_VALUE);
        Arbitrary<Long> masked = Combinators.combine(words, Arbitraries.of(TABLE.values().map(bits -> bits.keptMask() | BitList.of(bits.ignored()).mask()).toVector().asJava()), Arbitraries.integers().between(0, 255))
            .as((word, mask, stray) -> word & mask | (stray < 64 ? 1L << stray : 0));
        return Arbitraries.oneOf(words, frames, masked, masked, Arbitraries.of(0L));
    }
}
