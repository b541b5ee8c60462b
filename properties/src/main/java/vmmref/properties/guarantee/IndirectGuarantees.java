package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.spec.RegisterFiles.INDIRECT_READ;
import static vmmref.spec.RegisterFiles.INDIRECT_WRITTEN;
import static vmmref.spec.RegisterFiles.MONITOR_HIDDEN;
import static vmmref.spec.RegisterFiles.MONITOR_UNASSIGNED;
import static vmmref.spec.RegisterFiles.PROCESSOR_IDENTIFIED;
import static vmmref.spec.RegisterFiles.REGISTER_INDEX_ABSENT;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters.File;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Instruction.PurgeType;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.RegisterFiles;
import vmmref.spec.Translations;

/// What holds of registers that a general register numbers, and of the instructions that change translations.
class IndirectGuarantees {
    private static final int TARGET = 8;
    private static final int SOURCE = 9;
    private static final int NUMBER = 10;
    private static final Seq<String> FILES = Vector.of("ibr", "dbr", "pmc", "pmd");

    @Guarantee
    @Costs(16)
    @Label("a breakpoint or performance monitor register gives back the bits that it has of what was written to it, if it exists")
    @RegisterFiles.Checks({INDIRECT_READ, INDIRECT_WRITTEN, REGISTER_INDEX_ABSENT})
    void writtenAndRead(Subject any, @ForAll("starts") Started start, @ForAll("files") String file, @ForAll("numbers") int number, @ForAll("words") long noise, @ForAll("words") long value) {
        Subject subject = any.on(monitored(any.profile(), false));
        Machine before = numbered(start.machine().withPsr(start.psr().withCpl(0)), noise & ~0xff | number, value);
        Ran written = Ran.of(subject, before, Formed.of("mov " + file + "[r3]=r2", NUMBER, SOURCE));
        vmmref.model.instruction.Instruction read = Formed.of("mov r1=" + file + "[r3]", TARGET, NUMBER);
        boolean counted = subject.profile().parameters().containsKey(file);
        boolean exists = counted ? number < subject.profile().number(file) : isArchitected(file, number);
        if (exists) {
            String lost = number % 2 == 0 ? "" : file.equals("ibr") ? "62:60" : file.equals("dbr") ? "61:60" : "";
            long kept = value & ~BitList.of(lost).mask();
            written.did(new Place.Indirect(Vector.of(File.values()).get(FILES.indexOf(file)), number), kept).then(subject, read).gave(TARGET, kept);
        } else if (counted) {
            written.raised(Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT);
            Ran.of(subject, before, read).raised(Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT);
        } else written.didNothing().then(subject, read).gave(TARGET, 0);
        Outcomes.label("register").collect(file, exists).coverage(Combinations.above(5, FILES, Combinations.EITHER));
    }

    private static boolean isArchitected(String file, int number) {
        return number < 8 && (file.equals("pmc") || number >= 4);
    }

    private static Profile monitored(Profile profile, boolean more) {
        return new Profile(profile.name(), profile.parameters().put("more-monitors", String.valueOf(more)));
    }

    @Guarantee
    @Costs(16)
    @Label("what monitors do that only some implementations have is not said, but naming them does not fault")
    @RegisterFiles.Checks(MONITOR_UNASSIGNED)
    void otherMonitors(Subject subject, @ForAll("starts") Started start, @ForAll boolean configuration, @ForAll("numbers") int number, @ForAll boolean more, @ForAll boolean writes) {
        String file = configuration ? "pmc" : "pmd";
        Machine before = numbered(start.machine().withPsr(start.psr().withCpl(0)), number, 5);
        Ran ran = Ran.of(subject.on(monitored(subject.profile(), more)), before, writes ? Formed.of("mov " + file + "[r3]=r2", NUMBER, SOURCE) : Formed.of("mov r1=" + file + "[r3]", TARGET, NUMBER));
        boolean unassigned = more && !isArchitected(file, number);
        if (unassigned) assertEquals(new Executed.Unspecified(MONITOR_UNASSIGNED), ran.result());
        else assertInstanceOf(Executed.Done.class, ran.result());
        Outcomes.label("unassigned").collect(unassigned).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 20)));
    }

    @Guarantee
    @Costs(4)
    @Label("region registers are numbered by bits 63:61, protection-key registers by bits 7:0, and give what they hold")
    @RegisterFiles.Checks({INDIRECT_READ, REGISTER_INDEX_ABSENT})
    void regionsAndKeys(Subject subject, @ForAll("starts") Started start, @ForAll("words") long number, @ForAll("words") long value) {
        Machine machine = numbered(start.machine().withPsr(start.psr().withCpl(0)), number, value);
        int region = (int) (number >>> 61);
        Machine before = new Place.Region(region).with(machine.withPsr(new Psr(1L << 13)), new RegionRegister(value));
        Ran.of(subject, before, Formed.of("mov r1=rr[r3]", TARGET, NUMBER)).gave(TARGET, value);
        int key = (int) number & 0xff;
        Ran read = Ran.of(subject, new Place.Key(key).with(before, new ProtectionKeyRegister(value)), Formed.of("mov r1=pkr[r3]", TARGET, NUMBER));
        boolean exists = key < Integer.parseInt(subject.profile().value("pkr"));
        if (exists) read.gave(TARGET, value);
        else read.raised(Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT);
        Outcomes.label("protection-key register").collect(exists);
    }

    @Guarantee
    @Costs(8)
    @Label("a user sees a counter unless PSR.sp or the bit pm of its configuration hides it")
    @RegisterFiles.Checks({MONITOR_HIDDEN, INDIRECT_READ})
    void monitors(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(min = 4, max = 7) int number, @ForAll boolean sp, @ForAll boolean pm, @ForAll("words") long noise, @ForAll("words") long value) {
        Machine machine = numbered(start.machine().withPsr(start.psr().with(20, sp)), number, 0);
        long configuration = pm ? noise | 0x40 : noise & ~0x40;
        Machine before = new Place.Indirect(File.PMD, number).with(new Place.Indirect(File.PMC, number).with(machine, configuration), value);
        boolean shown = start.psr().cpl() == 0 || !sp && !pm;
        Ran.of(subject, before, Formed.of("mov r1=pmd[r3]", TARGET, NUMBER)).gave(TARGET, shown ? value : 0);
        Outcomes.label("shown").collect(shown).coverage(checker -> Vector.of(true, false).forEach(each -> checker.check(each).percentage(share -> share > 20)));
    }

    @Guarantee
    @Label("a processor names its vendor, its version and its features, and says how many such registers there are")
    @RegisterFiles.Checks({PROCESSOR_IDENTIFIED, REGISTER_INDEX_ABSENT})
    void identification(Subject subject, @ForAll("starts") Started start, @ForAll("numbers") int number, @ForAll("words") long noise) {
        Profile profile = subject.profile();
        byte[] text = (profile.value("vendor") + "\0".repeat(16)).getBytes(StandardCharsets.US_ASCII);
        Seq<Long> expected = Vector.of(word(text, 0), word(text, 8), 0L, new BigInteger(profile.value("version"), 16).longValue(), (profile.has("brl") ? 1L : 0) + (profile.has("ld16") ? 4 : 0));
        Ran ran = Ran.of(subject, numbered(start.machine(), noise & ~0xff | number, 0), Formed.of("mov r1=cpuid[r3]", TARGET, NUMBER));
        if (number < expected.size()) ran.gave(TARGET, expected.get(number));
        else ran.raised(Interruption.RESERVED_REGISTER_FIELD, REGISTER_INDEX_ABSENT);
        assertEquals(4, expected.get(3) & 0xff);
    }

    private static long word(byte[] text, int from) {
        return Vector.range(0, 8).foldLeft(BigInteger.ZERO, (sum, i) -> sum.add(BigInteger.valueOf(text[from + i]).shiftLeft(8 * i))).longValue();
    }

    @Guarantee
    @Rare
    @Label("an instruction that changes translations does in a program what the rules of translation say of its operands")
    @Translations.Checks({Translations.CACHE_INSERTED, Translations.REGISTER_INSERTED, Translations.CACHE_PURGED, Translations.REGISTER_PURGED, Translations.CACHE_EMPTIED, Translations.REGION_WRITTEN})
    void translationsChanged(Subject subject, @ForAll("starts") Started start, @ForAll @IntRange(max = 11) int which, @ForAll("operands") long r3, @ForAll("operands") long r2, @ForAll("operands") long ifa,
                             @ForAll @IntRange(max = 63) int size, @ForAll boolean ic) {
        boolean plain = size > 40;
        GeneralValue number = GeneralValue.of(plain ? r3 & 7 | r3 & 0xff0_0000L | 1L << 62 : r3);
        GeneralValue value = GeneralValue.of(!plain ? r2 : which == 10 ? r2 & 0xfff00L | 14 << 2 : which < 4 ? 0x661 | r2 & 0xffff000L : which == 11 ? r2 & 0xfff01L : 14 << 2);
        VirtualAddress address = new VirtualAddress(plain ? ifa & 0xff_f000L | 1L << 62 : ifa);
        Itir itir = new Itir((plain ? 14 : size) << 2);
        Machine machine = numbered(start.machine().withPsr(new Psr(ic && !plain ? 1L << 13 : 0)), number.bits(), value.bits());
        Machine before = new Place.Control(RegisterNumber.IFA).with(new Place.Control(RegisterNumber.ITIR).with(machine, itir.bits()), address.bits());
        Instruction instruction = instruction(which, number, value, address, itir);
        Executed alone = subject.execute(before.addressing(), instruction, Choice.USUAL);
        Ran ran = Ran.of(subject, before, formed(which));
        if (alone instanceof Executed.Done done) assertEquals(ran.before().with(done.effects()), ran.after());
        else assertEquals(alone, ran.result());
        Outcomes.label("done").collect(which, alone instanceof Executed.Done).coverage(checker ->
            Vector.range(0, 12).forEach(each -> checker.check(each, true).count(count -> count > 10)));
    }

    private static Instruction instruction(int which, GeneralValue r3, GeneralValue r2, VirtualAddress ifa, Itir itir) {
        return switch (which) {
            case 0  -> new Instruction.InsertCache(Stream.DATA, r2, ifa, itir);
            case 1  -> new Instruction.InsertCache(Stream.INSTRUCTION, r2, ifa, itir);
            case 2  -> new Instruction.InsertRegister(Stream.DATA, r3, r2, ifa, itir);
            case 3  -> new Instruction.InsertRegister(Stream.INSTRUCTION, r3, r2, ifa, itir);
            case 9  -> new Instruction.PurgeAll(r3);
            case 10 -> new Instruction.MoveRegion(r3, r2);
            case 11 -> new Instruction.MoveKey(r3, r2);
            default -> new Instruction.Purge(PurgeType.values()[which - 4], r3, r2);
        };
    }

    private static vmmref.model.instruction.Instruction formed(int which) {
        return switch (which) {
            case 0  -> Formed.of("itc.d r2", SOURCE);
            case 1  -> Formed.of("itc.i r2", SOURCE);
            case 2  -> Formed.of("itr.d dtr[r3]=r2", NUMBER, SOURCE);
            case 3  -> Formed.of("itr.i itr[r3]=r2", NUMBER, SOURCE);
            case 4  -> Formed.of("ptc.l r3,r2", NUMBER, SOURCE);
            case 5  -> Formed.of("ptc.g r3,r2", NUMBER, SOURCE);
            case 6  -> Formed.of("ptc.ga r3,r2", NUMBER, SOURCE);
            case 7  -> Formed.of("ptr.i r3,r2", NUMBER, SOURCE);
            case 8  -> Formed.of("ptr.d r3,r2", NUMBER, SOURCE);
            case 9  -> Formed.of("ptc.e r3", NUMBER);
            case 10 -> Formed.of("mov rr[r3]=r2", NUMBER, SOURCE);
            default -> Formed.of("mov pkr[r3]=r2", NUMBER, SOURCE);
        };
    }

    private static Machine numbered(Machine machine, long number, long value) {
        return new Place.General(NUMBER).with(new Place.General(SOURCE).with(machine, GeneralValue.of(value)), GeneralValue.of(number));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES.asJava());
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.oneOf(Arbitraries.integers().between(0, 8), Arbitraries.integers().between(0, 255));
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Long> operands() {
        return Combinators.combine(Instructions.words(), Pages.words()).as((one, other) -> one ^ other);
    }
}
