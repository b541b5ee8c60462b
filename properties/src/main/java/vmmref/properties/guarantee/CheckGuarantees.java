package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.spec.References.NAT_CONSUMED;
import static vmmref.spec.References.OPERATION_VIRTUALIZED;
import static vmmref.spec.References.PRIVILEGED_OPERATION;
import static vmmref.spec.RegisterFiles.APPLICATION_PRIVILEGED;
import static vmmref.spec.RegisterFiles.BACKING_STORE_CLOSED;
import static vmmref.spec.RegisterFiles.CONTROL_COLLECTING;
import static vmmref.spec.RegisterFiles.INSTRUCTION_VIRTUALIZED;
import static vmmref.spec.RegisterFiles.LEVEL_INSUFFICIENT;
import static vmmref.spec.RegisterFiles.OPERAND_NAT;
import static vmmref.spec.RegisterFiles.REGISTER_INDEX_ABSENT;
import static vmmref.spec.RegisterFiles.REGISTER_VALUE_RESERVED;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;
import static vmmref.spec.Translations.COLLECTION_ENABLED;
import static vmmref.spec.Translations.FIELD_RESERVED;
import static vmmref.spec.Translations.INDEX_ABSENT;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Clause;
import vmmref.spec.RegisterFiles;

/// In which order instructions check what they check.
class CheckGuarantees {
    private static final int TARGET = 8;
    private static final int SOURCE = 9;
    private static final int NUMBER = 10;

    /// Something that opposes an instruction, what the instruction raises then, and which clause says so: of an instruction that changes translations it is another one. What opposes it by the value of an operand does so with the value that is given to [Tried].
    private enum Hurdle {
        COLLECTING(Interruption.ILLEGAL_OPERATION, CONTROL_COLLECTING, COLLECTION_ENABLED),
        TARGET_OUTSIDE(Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL),
        STORE_IN_USE(Interruption.ILLEGAL_OPERATION, BACKING_STORE_CLOSED),
        LEVEL(Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT, PRIVILEGED_OPERATION),
        NUMBER_NAT(Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT, NAT_CONSUMED),
        VALUE_NAT(Interruption.REGISTER_NAT_CONSUMPTION, OPERAND_NAT, NAT_CONSUMED),
        NUMBER_ABSENT(Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT, INDEX_ABSENT),
        VALUE_RESERVED(Interruption.RESERVED_REGISTER_FIELD, REGISTER_VALUE_RESERVED, FIELD_RESERVED),
        REGISTER_LEVEL(Interruption.PRIVILEGED_REGISTER, APPLICATION_PRIVILEGED),
        VIRTUAL(Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED, OPERATION_VIRTUALIZED);

        private final Interruption fault;
        private final Clause clause;
        private final Clause changing;

        Hurdle(Interruption fault, Clause clause) {
            this(fault, clause, clause);
        }

        Hurdle(Interruption fault, Clause clause, Clause changing) {
            this.fault    = fault;
            this.clause   = clause;
            this.changing = changing;
        }
    }

    /// An instruction, and what opposes it in the order in which the manual looks.
    ///
    /// @param plain    its form
    /// @param register the number of the application or control register, or the mask; -1 if there is none
    /// @param good     a value that it takes
    /// @param bad      one that it does not take
    private record Tried(String plain, long register, long good, long bad, Seq<Hurdle> hurdles) {
        static Tried of(String plain, long register, long good, long bad, Hurdle... hurdles) {
            return new Tried(plain, register, good, bad, Vector.of(hurdles));
        }

        static Tried of(String plain, Hurdle... hurdles) {
            return new Tried(plain, -1, 0, 0, Vector.of(hurdles));
        }

        /// {@return what the instruction ends in if a hurdle decides}
        Executed ends(Hurdle hurdle) {
            boolean changing = plain.matches("(it[cr]|pt[cr]).*|mov (rr|pkr)\\[r3\\]=r2");
            return new Executed.Raised(Fault.of(hurdle.fault, new VirtualAddress(0)), changing ? hurdle.changing : hurdle.clause);
        }

        Instruction instruction(Seq<Hurdle> standing) {
            long target = standing.contains(Hurdle.TARGET_OUTSIDE) ? 0 : TARGET;
            long mask = standing.contains(Hurdle.VALUE_RESERVED) ? bad : good;
            return switch (plain.substring(plain.indexOf(' ') + 1)) {
                case "imm24"                    -> Formed.of(plain, mask);
                case "r1=psr", "r1=psr.um"      -> Formed.of(plain, target);
                case "r1=ar3", "r1=cr3"         -> Formed.of(plain, target, register);
                case "ar3=r2", "cr3=r2"         -> Formed.of(plain, register, SOURCE);
                case "ar3=imm8"                 -> Formed.of(plain, register, mask);
                case "psr.l=r2", "psr.um=r2", "r2" -> Formed.of(plain, SOURCE);
                case "b1=r2[,tag13]"            -> Formed.of(plain, 1, SOURCE, 0);
                case "pr=r2,mask17"             -> Formed.of(plain, SOURCE, 0);
                case "r1=b2"                    -> Formed.of(plain, target, 1);
                case "r1=pr", "r1=ip"           -> Formed.of(plain, target);
                case "r3"                       -> Formed.of(plain, NUMBER);
                case "cover", "bsw.0", "bsw.1"  -> Formed.of(plain);
                default                         -> plain.startsWith("mov r1=") ? Formed.of(plain, target, NUMBER) : Formed.of(plain, NUMBER, SOURCE);
            };
        }
    }

    private static final Seq<Tried> TRIED = Vector.of(
        Tried.of("mov r1=pr", Hurdle.TARGET_OUTSIDE),
        Tried.of("mov r1=ip", Hurdle.TARGET_OUTSIDE),
        Tried.of("mov r1=b2", Hurdle.TARGET_OUTSIDE),
        Tried.of("mov b1=r2[,tag13]", Hurdle.VALUE_NAT),
        Tried.of("mov pr=r2,mask17", Hurdle.VALUE_NAT),
        Tried.of("mov.m r1=ar3", 18, 0, 0, Hurdle.TARGET_OUTSIDE, Hurdle.STORE_IN_USE),
        Tried.of("mov.m r1=ar3", 0, 0, 0, Hurdle.TARGET_OUTSIDE),
        Tried.of("mov.m r1=ar3", 44, 0, 0, Hurdle.TARGET_OUTSIDE, Hurdle.REGISTER_LEVEL, Hurdle.VIRTUAL),
        Tried.of("mov.m ar3=r2", 19, 0, 0, Hurdle.STORE_IN_USE, Hurdle.VALUE_NAT),
        Tried.of("mov.m ar3=r2", 16, 0, 0x20, Hurdle.VALUE_NAT, Hurdle.VALUE_RESERVED),
        Tried.of("mov.m ar3=imm8", 16, 0, 0x20, Hurdle.VALUE_RESERVED),
        Tried.of("mov.i ar3=r2", 64, 0, 1L << 40, Hurdle.VALUE_NAT, Hurdle.VALUE_RESERVED),
        Tried.of("mov.m ar3=r2", 7, 0, 0, Hurdle.VALUE_NAT, Hurdle.REGISTER_LEVEL),
        Tried.of("mov.m ar3=r2", 44, 0, 0, Hurdle.VALUE_NAT, Hurdle.REGISTER_LEVEL, Hurdle.VIRTUAL),
        Tried.of("mov r1=cr3", 16, 0, 0, Hurdle.COLLECTING, Hurdle.TARGET_OUTSIDE, Hurdle.LEVEL, Hurdle.VIRTUAL),
        Tried.of("mov r1=cr3", 1, 0, 0, Hurdle.TARGET_OUTSIDE, Hurdle.LEVEL, Hurdle.VIRTUAL),
        Tried.of("mov cr3=r2", 17, 0, 1L << 24, Hurdle.COLLECTING, Hurdle.LEVEL, Hurdle.VALUE_NAT, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("mov cr3=r2", 0, 0, 8, Hurdle.LEVEL, Hurdle.VALUE_NAT, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("mov r1=psr", Hurdle.TARGET_OUTSIDE, Hurdle.LEVEL, Hurdle.VIRTUAL),
        Tried.of("mov psr.l=r2", -1, 0, 1, Hurdle.LEVEL, Hurdle.VALUE_NAT, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("ssm imm24", -1, 2, 1, Hurdle.LEVEL, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("rsm imm24", -1, 2, 0x10000, Hurdle.LEVEL, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("mov r1=psr.um", Hurdle.TARGET_OUTSIDE),
        Tried.of("mov psr.um=r2", -1, 2, 0x40, Hurdle.VALUE_NAT, Hurdle.VALUE_RESERVED),
        Tried.of("sum imm24", -1, 2, 0x40, Hurdle.VALUE_RESERVED),
        Tried.of("rum imm24", -1, 2, 1, Hurdle.VALUE_RESERVED),
        Tried.of("mov r1=rr[r3]", Hurdle.TARGET_OUTSIDE, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VIRTUAL),
        Tried.of("mov r1=pkr[r3]", Hurdle.TARGET_OUTSIDE, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.NUMBER_ABSENT, Hurdle.VIRTUAL),
        Tried.of("mov r1=ibr[r3]", Hurdle.TARGET_OUTSIDE, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.NUMBER_ABSENT, Hurdle.VIRTUAL),
        Tried.of("mov r1=dbr[r3]", Hurdle.TARGET_OUTSIDE, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.NUMBER_ABSENT, Hurdle.VIRTUAL),
        Tried.of("mov r1=pmc[r3]", Hurdle.TARGET_OUTSIDE, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VIRTUAL),
        Tried.of("mov r1=pmd[r3]", Hurdle.TARGET_OUTSIDE, Hurdle.NUMBER_NAT),
        Tried.of("mov r1=cpuid[r3]", Hurdle.TARGET_OUTSIDE, Hurdle.NUMBER_NAT, Hurdle.NUMBER_ABSENT, Hurdle.VIRTUAL),
        Tried.of("mov ibr[r3]=r2", Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.NUMBER_ABSENT, Hurdle.VIRTUAL),
        Tried.of("mov dbr[r3]=r2", Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.NUMBER_ABSENT, Hurdle.VIRTUAL),
        Tried.of("mov pmc[r3]=r2", Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.VIRTUAL),
        Tried.of("mov pmd[r3]=r2", Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.VIRTUAL),
        Tried.of("mov rr[r3]=r2", -1, 0x38, 0x3a, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("mov pkr[r3]=r2", -1, 0, 0x10, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.NUMBER_ABSENT, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("itc.d r2", -1, 0x661, 0x663, Hurdle.COLLECTING, Hurdle.LEVEL, Hurdle.VALUE_NAT, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("itc.i r2", -1, 0x661, 0x663, Hurdle.COLLECTING, Hurdle.LEVEL, Hurdle.VALUE_NAT, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("itr.d dtr[r3]=r2", -1, 0x661, 0x663, Hurdle.COLLECTING, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.NUMBER_ABSENT, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("itr.i itr[r3]=r2", -1, 0x661, 0x663, Hurdle.COLLECTING, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.NUMBER_ABSENT, Hurdle.VALUE_RESERVED, Hurdle.VIRTUAL),
        Tried.of("ptc.l r3,r2", -1, 0x38, 0x38, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.VIRTUAL),
        Tried.of("ptc.g r3,r2", -1, 0x38, 0x38, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.VIRTUAL),
        Tried.of("ptc.ga r3,r2", -1, 0x38, 0x38, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.VIRTUAL),
        Tried.of("ptr.d r3,r2", -1, 0x38, 0x38, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.VIRTUAL),
        Tried.of("ptr.i r3,r2", -1, 0x38, 0x38, Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VALUE_NAT, Hurdle.VIRTUAL),
        Tried.of("ptc.e r3", Hurdle.LEVEL, Hurdle.NUMBER_NAT, Hurdle.VIRTUAL),
        Tried.of("bsw.0", Hurdle.LEVEL, Hurdle.VIRTUAL),
        Tried.of("bsw.1", Hurdle.LEVEL, Hurdle.VIRTUAL),
        Tried.of("cover", Hurdle.VIRTUAL));

    @Guarantee
    @Rare
    @Costs(16)
    @Label("of all that opposes an instruction the first decides, in the order of the manual, and an instruction that nothing opposes is done")
    @RegisterFiles.Checks({LEVEL_INSUFFICIENT, OPERAND_NAT, INSTRUCTION_VIRTUALIZED, REGISTER_VALUE_RESERVED, REGISTER_INDEX_ABSENT, TARGET_ILLEGAL, BACKING_STORE_CLOSED, APPLICATION_PRIVILEGED, CONTROL_COLLECTING})
    void theFirstCheckDecides(Subject subject, @ForAll("starts") Started start, @ForAll("tried") int which, @ForAll @IntRange(max = 127) int standing) {
        Tried tried = TRIED.get(which);
        Seq<Hurdle> hurdles = tried.hurdles().zipWithIndex().filter(each -> (standing >>> each._2 & 1) != 0).map(each -> each._1);
        Ran ran = Ran.of(subject, opposed(start, tried, hurdles), tried.instruction(hurdles));
        Seq<Hurdle> effective = subject.profile().has(Profile.VIRTUAL_MACHINE_SWITCH) ? hurdles : hurdles.remove(Hurdle.VIRTUAL);
        if (effective.isEmpty()) assertInstanceOf(Executed.Done.class, ran.result(), tried::toString);
        else assertEquals(tried.ends(effective.head()), ran.result(), tried::toString);
        Outcomes.label("first and next").collect(effective.isEmpty() ? "none" : effective.head() + " " + (effective.size() > 1 ? effective.get(1).toString() : "none"))
            .coverage(checker -> Vector.of("COLLECTING LEVEL", "TARGET_OUTSIDE STORE_IN_USE", "TARGET_OUTSIDE LEVEL", "LEVEL NUMBER_NAT", "LEVEL VALUE_NAT", "NUMBER_NAT NUMBER_ABSENT", "VALUE_NAT NUMBER_ABSENT",
                "NUMBER_ABSENT VALUE_RESERVED", "VALUE_NAT VALUE_RESERVED", "VALUE_NAT REGISTER_LEVEL", "LEVEL VALUE_RESERVED").forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    /// {@return a machine on which something opposes an instruction}
    private static Machine opposed(Started start, Tried tried, Seq<Hurdle> hurdles) {
        boolean low = hurdles.contains(Hurdle.LEVEL) || hurdles.contains(Hurdle.REGISTER_LEVEL);
        Psr psr = new Psr(start.psr().bits() & 0x3e).with(13, hurdles.contains(Hurdle.COLLECTING)).with(46, hurdles.contains(Hurdle.VIRTUAL))
            .with(23, tried.hurdles().contains(Hurdle.REGISTER_LEVEL)).withCpl(low ? 1 + (int) (start.seed() & 1) : 0);
        long number = hurdles.contains(Hurdle.NUMBER_ABSENT) ? 0xff : 1L << 62 | 1;
        long value = hurdles.contains(Hurdle.VALUE_RESERVED) ? tried.bad() : tried.good();
        Machine machine = new Place.Application(RegisterNumber.RSC).with(start.machine().withPsr(psr), hurdles.contains(Hurdle.STORE_IN_USE) ? 3L : 0L);
        Machine numbered = new Place.General(NUMBER).with(machine, new GeneralValue(number, hurdles.contains(Hurdle.NUMBER_NAT)));
        Machine valued = new Place.General(SOURCE).with(numbered, new GeneralValue(value, hurdles.contains(Hurdle.VALUE_NAT)));
        return new Place.Control(RegisterNumber.IFA).with(new Place.Control(RegisterNumber.ITIR).with(valued, 14L << 2), 1L << 62);
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Integer> tried() {
        return Arbitraries.integers().between(0, TRIED.size() - 1).withDistribution(RandomDistribution.uniform());
    }
}
