package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Protections.KEYS_FORBID_ONLY;
import static vmmref.spec.Protections.KEY_DISABLED;
import static vmmref.spec.Protections.KEY_MISSING;
import static vmmref.spec.Protections.KEY_UNIQUE;
import static vmmref.spec.Protections.KEY_WRITTEN;
import static vmmref.spec.Protections.PRIVILEGE_MONOTONE;
import static vmmref.spec.Protections.PROBE_LEVEL;
import static vmmref.spec.Protections.RIGHTS_DENIED;
import static vmmref.spec.References.PROBE_ANSWERED;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.Clause;
import vmmref.spec.Protections;

/// What holds of access rights and protection keys.
class ProtectionGuarantees {

    @Guarantee
    @Label("every cell of the table of access rights decides every kind of reference as the manual's table says")
    @Protections.Checks(RIGHTS_DENIED)
    void accessRights(Subject subject, @ForAll @IntRange(max = 7) int ar, @ForAll @IntRange(max = 3) int pl, @ForAll @IntRange(max = 3) int level) {
        for (ReferenceType type : RightsTable.ACCESSES.keySet()) {
            Scene scene = scene(type, ar, pl, level);
            assertEquals(RightsTable.permits(ar, pl, level, type) ? granted(type) : denied(type, RIGHTS_DENIED), observed(translated(subject, scene)), scene::toString);
        }
        Outcomes.label("cells").collect(ar, pl, level).coverage(Combinations.each(Vector.range(0, 8), Vector.range(0, 4), Vector.range(0, 4)));
    }

    @Guarantee
    @Label("a probe asks at the level of its operand, and never at a more privileged one than the current")
    @Protections.Checks(PROBE_LEVEL)
    void probeLevels(Subject subject, @ForAll @IntRange(max = 7) int ar, @ForAll @IntRange(max = 3) int pl, @ForAll @IntRange(max = 3) int requested,
                     @ForAll @IntRange(max = 3) int current) {
        int judged = Vector.of("0123", "1123", "2223", "3333").get(current).charAt(requested) - '0';
        for (ReferenceType type : Vector.of(ReferenceType.PROBE_R, ReferenceType.PROBE_W, ReferenceType.PROBE_R_FAULT, ReferenceType.PROBE_W_FAULT, ReferenceType.PROBE_RW_FAULT)) {
            Scene scene = scene(type, ar, pl, current);
            Scene asked = scene.with(Reference.probe(type, scene.reference().address(), requested));
            Translated expected = RightsTable.permits(ar, pl, judged, type) ? granted(type) : denied(type, RIGHTS_DENIED);
            assertEquals(expected, observed(translated(subject, asked), PROBE_LEVEL), asked::toString);
        }
        Outcomes.label("levels").collect(requested, current).coverage(Combinations.each(Vector.range(0, 4), Vector.range(0, 4)));
    }

    @Guarantee
    @Label("while keys are enforced the page's key must be valid somewhere, and its register must not disable the access")
    @Protections.Checks({KEY_MISSING, KEY_DISABLED})
    void keys(Subject subject, @ForAll("keyed") ReferenceType type, @ForAll("keyRegisters") ProtectionKeyRegisters registers, @ForAll("fewKeys") int key,
              @ForAll boolean enforced) {
        Scene scene = Scene.of(type);
        Translation page = Translation.of(Scene.PAGE, Scene.RID, Scene.SIZE, key, Scene.ENTRY);
        Addressing machine = scene.machine().withKeys(registers).withPsr(scene.machine().psr().with(15, enforced))
            .withTlb(Tlb.EMPTY.withRegister(type.stream(), Scene.SLOT, Option.some(page)));
        Seq<Long> holding = Vector.range(0, registers.number()).map(number -> registers.get(number).bits()).filter(bits -> (bits & 1) == 1 && bits >>> 8 == key);
        Translated expected = !enforced || holding.exists(bits -> (bits & disabling(RightsTable.ACCESSES.get(type).get())) == 0) ? granted(type)
            : denied(type, holding.isEmpty() ? KEY_MISSING : KEY_DISABLED);
        assertEquals(expected, observed(translated(subject, scene.with(machine))));
        Outcomes.label("keys").collect(expected.because().name()).coverage(checker ->
            Vector.of("TRANSLATION_MATCHED", "KEY_MISSING", "KEY_DISABLED").forEach(clause -> checker.check(clause).percentage(share -> share > 5)));
    }

    @Guarantee
    @Label("writing a protection-key register writes the one numbered, and a key that is valid there is valid nowhere else")
    @Protections.Checks({KEY_WRITTEN, KEY_UNIQUE})
    void writingKeyRegisters(Subject subject, @ForAll("keyRegisters") ProtectionKeyRegisters registers, @ForAll @IntRange(max = 15) int number, @ForAll("words") long r3,
                             @ForAll("fewKeys") int key, @ForAll @IntRange(max = 15) int bits) {
        ProtectionKeyRegister written = new ProtectionKeyRegister((long) key << 8 | bits);
        Addressing machine = Scene.MACHINE.withKeys(registers);
        Instruction move = new Instruction.MoveKey(GeneralValue.of(r3 & ~0xff | number), GeneralValue.of(written.bits()));
        Executed.Done done = assertInstanceOf(Executed.Done.class, observed(subject.execute(machine, move, Choice.USUAL)));
        done.effects().writes().forEach(Observed::observed);
        Addressing after = machine.with(done.effects());
        for (int other = 0; other < registers.number(); other++) {
            long before = registers.get(other).bits();
            boolean rival = (bits & 1) == 1 && (before & 1) == 1 && before >>> 8 == key;
            assertEquals(other == number ? written.bits() : rival ? before - 1 : before, after.keys().get(other).bits());
        }
        assertEquals(machine, after.withKeys(registers));
        Outcomes.label("writes").collect(done.effects().writes().size()).coverage(checker -> Vector.of(1, 2).forEach(each -> checker.check(each).percentage(share -> share > 20)));
    }

    @Guarantee
    @Label("what succeeds while keys are enforced succeeds the same way while they are not, whatever the registers of keys hold")
    @Protections.Checks(KEYS_FORBID_ONLY)
    void keysOnlyForbid(Subject subject, @ForAll("scenes") Scene scene, @ForAll("keyRegisters") ProtectionKeyRegisters others) {
        Translated enforced = translated(subject, scene.with(scene.machine().psr().with(15, true)));
        boolean succeeds = switch (enforced) {
            case Translated.To to             -> true;
            case Translated.Answered answered -> answered.value() != 0;
            case Translated.Dropped dropped   -> true;
            case Translated.Deferred deferred -> false;
            case Translated.Raised raised     -> false;
            case Translated.Unspecified none  -> false;
        };
        Scene free = scene.with(scene.machine().withKeys(others)).with(scene.machine().psr().with(15, false));
        String outcome = !succeeds ? "forbidden" : enforced.equals(translated(subject, free)) ? "the same" : "permitted by a key";
        Outcomes.label("with keys").collect(outcome).never("permitted by a key", () -> enforced + " while keys are enforced, otherwise " + translated(subject, free))
            .coverage(checker -> Vector.of("the same", "forbidden").forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    @Guarantee
    @Label("what a level may do every more privileged level may do, but execute where ar is 6, which only the level pl may, unless it is 0")
    @Protections.Checks(PRIVILEGE_MONOTONE)
    void privilegeIsMonotone(Subject subject, @ForAll @IntRange(max = 7) int ar, @ForAll @IntRange(max = 3) int pl) {
        for (ReferenceType type : RightsTable.ACCESSES.keySet()) {
            Seq<Boolean> permitted = Vector.range(0, 4).map(level -> translated(subject, scene(type, ar, pl, level)).equals(granted(type)));
            boolean exception = ar == 6 && type == ReferenceType.FETCH;
            assertEquals(exception ? Vector.range(0, 4).map(level -> level == pl && pl != 0) : permitted.sorted().reverse(), permitted, type + " " + ar + " " + pl);
        }
    }

    private static Scene scene(ReferenceType type, int ar, int pl, int level) {
        Scene scene = Scene.of(type);
        return scene.with(scene.machine().psr().withCpl(level)).with(scene.entry().with(11, 9, ar).with(8, 7, pl));
    }

    /// What comes of a reference of [Scene] to which nothing is opposed.
    private static Translated granted(ReferenceType type) {
        return type == ReferenceType.PROBE_R || type == ReferenceType.PROBE_W
            ? new Translated.Answered(1, PROBE_ANSWERED)
            : new Translated.To(new PhysicalAddress(0x1234040), MemoryAttribute.WB, TRANSLATION_MATCHED);
    }

    private static Translated denied(ReferenceType type, Clause because) {
        boolean fetch = type == ReferenceType.FETCH;
        boolean asked = type == ReferenceType.PROBE_R || type == ReferenceType.PROBE_W;
        Interruption kind = because == KEY_DISABLED ? Interruption.KEY_PERMISSION
            : because == KEY_MISSING ? fetch ? Interruption.INSTRUCTION_KEY_MISS : Interruption.DATA_KEY_MISS
            : fetch ? Interruption.INSTRUCTION_ACCESS_RIGHTS : Interruption.DATA_ACCESS_RIGHTS;
        return asked && because != KEY_MISSING
            ? new Translated.Answered(0, because)
            : new Translated.Raised(new Fault(kind, Option.some(Scene.of(type).reference().address())), because);
    }

    /// The bits of a protection-key register that disable some accesses: wd 1, rd 2, xd 3.
    private static long disabling(String accesses) {
        return (accesses.contains("W") ? 2 : 0) | (accesses.contains("R") ? 4 : 0) | (accesses.contains("X") ? 8 : 0);
    }

    private static Translated translated(Subject subject, Scene scene) {
        return subject.translate(scene.machine(), scene.reference(), Choice.USUAL);
    }

    /// All that ask what a page permits, but the one that does not ask for keys.
    @Provide
    Arbitrary<ReferenceType> keyed() {
        return Arbitraries.of(RightsTable.ACCESSES.keySet().remove(ReferenceType.FC).toVector().sorted().asJava());
    }

    @Provide
    Arbitrary<ProtectionKeyRegisters> keyRegisters() {
        return Scenes.keyRegisters();
    }

    @Provide
    Arbitrary<Integer> fewKeys() {
        return Arbitraries.oneOf(Pages.keys(), Arbitraries.of(0x57, 0x155));
    }

    @Provide
    Arbitrary<Long> words() {
        return Pages.words();
    }

    @Provide
    Arbitrary<Scene> scenes() {
        return Scenes.any();
    }
}
