/// Programs do the same under the monitor, alone and with another one, as on the machine that a guest believes to have.
package vmmref.vectors.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.ScratchRegisters.SET_RETURNED;

import io.vavr.Function1;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.FloatingValue;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.properties.guarantee.Whole;
import vmmref.vectors.elf.Segment;
import vmmref.vectors.format.Json;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Privileged;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.recognize.Catalogue;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognizer;
import vmmref.vmm.recognize.Scan;
import vmmref.vmm.scratch.ScratchSet;

class MonitoredProgramsTest {
    /// Slices that end everywhere in the loops of the programs.
    private static final long SLICE = 97;
    /// Programs up to this many instructions are compared after each.
    private static final long SHORT = 10_000;
    private static final int BUNDLE = 16;

    /// The programs that name an instruction that is sensitive and does not trap, and which they name.
    private static final Map<String, String> SENSITIVE = LinkedHashMap.of(
        "faults", "fc probe.r.fault probe.rw.fault probe.w probe.w.fault", "hashed", "thash ttag", "kernel", "cover", "keys", "probe.r probe.w", "linear", "thash", "pages", "probe.r probe.w", "paging", "fc.i",
        "patch", "fc fc.i", "switch", "mov.m", "syscall", "cover epc").put("life", "mov.m probe.r");
    /// Those of them that do the same all the same.
    private static final Set<String> HARMLESS = HashSet.of("keys", "life", "pages", "paging", "patch", "switch");
    /// Those that ask by `probe` without a fault, which keys and rights of the hardware answer where code is not patched.
    private static final Set<String> PROBING = HashSet.of("life");
    /// The programs that look at what becomes of speculation to memory that is not translated; they say on each guest's machine that they failed (GUEST_PHYSICAL_SPECULATED).
    private static final Set<String> SPECULATING = HashSet.of("contexts", "deep", "search", "switch");
    /// What becomes of a program that runs alone; every test compares with it.
    private static final Function1<String, Ran> BARE = Function1.of((String name) -> new Running(Guests.RULES.guest()).run(Guests.bare(name), Guests.MOST, Watcher.NONE)).memoized();

    static Seq<String> programs() throws IOException {
        return ProgramsTest.programs().filter(name -> !SENSITIVE.containsKey(name) || HARMLESS.contains(name));
    }

    static Seq<Seq<String>> neighbours() throws IOException {
        Seq<String> all = programs();
        return Vector.range(1, all.size()).map(second -> all.slice(second - 1, second + 1));
    }

    static Seq<String> shorter() throws IOException {
        return programs().filter(name -> bare(name).instructions() < SHORT);
    }

    private static Ran bare(String name) {
        return BARE.apply(name);
    }

    @Test @DisplayName("these programs name an instruction that is sensitive and does not trap")
    void sensitive() throws IOException {
        Scan scan = scan();
        assertEquals(TreeMap.ofEntries(SENSITIVE), TreeMap.ofEntries(ProgramsTest.programs().toMap(name -> name, name -> named(scan, Guests.file(name)).mkString(" ")).filterValues(names -> !names.isEmpty())));
    }

    private static Scan scan() {
        Profile profile = Guests.RULES.host().profile();
        return Recognizer.reference(profile).compiled().apply(Catalogue.of(profile).entries().filter(entry -> !entry.exact() && !entry.block().action().contains(Action.EMULATE)).map(Catalogue.Entry::block));
    }

    private static Set<String> named(Scan scan, GuestFile file) {
        return TreeSet.ofAll(file.elf().segments().flatMap(segment -> scan.scan(code(segment), Own.NOTHING)).map(found -> found.block().name().split(" ")[0]));
    }

    private static Code code(Segment segment) {
        ByteBuffer bytes = segment.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return new Code(new VirtualAddress(segment.physical()), Vector.range(0, bytes.limit() / BUNDLE).map(number -> new Bundle(bytes.getLong(number * BUNDLE), bytes.getLong(number * BUNDLE + BUNDLE / 2))));
    }

    @ParameterizedTest(name = "{0}") @MethodSource("programs") @DisplayName("alone it comes to the same end, and to the one that was worked out without the model")
    void alone(String name) throws IOException {
        Ran bare = bare(name);
        same(bare, Guests.run(Vector.of(name), SLICE, GuestWatcher.NONE).guests().head().ran());
        assertEquals(SPECULATING.contains(name) ? Ending.Kind.FAILED : Ending.Kind.PASSED, bare.ending().kind());
        if (bare.ending().isPassed()) asExpected(name, bare);
    }

    private static void asExpected(String name, Ran ran) throws IOException {
        JsonNode expected = Json.parse(Files.readString(Path.of("programs", name, "expected.json")));
        for (int number = 8; number < 12; number++) assertEquals(expected.get("r" + number).asString(), ran.end().general(number).toString(), "r" + number);
        assertEquals(expected.get("instructions").asLong(), ran.instructions());
    }

    private static void same(Ran bare, Ran guest) {
        assertEquals(bare.ending(), guest.ending());
        assertEquals(bare.instructions(), guest.instructions());
        assertEquals(Vector.empty(), Guests.differing(bare.end(), guest.end()));
    }

    @ParameterizedTest(name = "{0}") @MethodSource("neighbours") @DisplayName("two by turns come to the same ends")
    void together(Seq<String> names) {
        GuestsRan ran = Guests.run(names, SLICE, GuestWatcher.NONE);
        names.zip(ran.guests()).forEach(each -> same(bare(each._1), each._2.ran()));
    }

    @Whole @ParameterizedTest(name = "{0}") @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING") @DisplayName("all by turns come to the same ends while their first accesses are caught and f32 to f127 are the monitor's for a while")
    void caught(Catching way) throws IOException {
        Seq<String> names = programs().reject(PROBING::contains);
        Monitoring rules = scribbling(Guests.RULES.catching(way).taking(ScratchSet.HIGH));
        names.forEach(name -> same(bare(name), Guests.run(rules, Vector.of(name), SLICE, GuestWatcher.NONE).guests().head().ran()));
        names.zip(Guests.run(rules, names, SLICE, GuestWatcher.NONE).guests()).forEach(each -> same(bare(each._1), each._2.ran()));
    }

    static Stream<Arguments> patchings() throws IOException {
        return ProgramsTest.programs().flatMap(name -> Vector.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT).map(way -> Arguments.of(name, way))).toJavaStream();
    }

    @ParameterizedTest(name = "{0} {1}") @MethodSource("patchings") @DisplayName("patched, each program comes to the same end, whatever it names")
    void patched(String name, Catching way) {
        Monitoring rules = Guests.RULES.catching(way).patching(4, 14);
        same(bare(name), Guests.run(rules, Vector.of(name), SLICE, GuestWatcher.NONE).guests().head().ran());
    }

    /// One way for each program; all three are taken.
    static Stream<Arguments> ways() throws IOException {
        return ProgramsTest.programs().zipWithIndex().map(each -> Arguments.of(each._1, Catching.values()[1 + each._2 % 3])).toJavaStream();
    }

    @ParameterizedTest(name = "{0} {1}") @MethodSource("ways") @DisplayName("where it may see no difference of its level, each program comes to the end that was worked out without the model")
    void exactly(String name, Catching way) throws IOException {
        Monitoring rules = Guests.RULES.catching(way).patching(4, 14).exact();
        Ran bare = new Running(rules.guest()).run(Guests.file(name).start(rules), Guests.MOST, Watcher.NONE);
        same(bare, Guests.run(rules, Vector.of(name), SLICE, GuestWatcher.NONE).guests().head().ran());
        asExpected(name, bare);
        assertEquals(Ending.Kind.PASSED, bare.ending().kind());
    }

    @ParameterizedTest(name = "{0} {1}") @MethodSource("ways") @DisplayName("patched by stubs that park registers, each program comes to the same end, whatever is in the scratch set when it goes on")
    void parked(String name, Catching way) {
        same(bare(name), Guests.run(scribbling(Guests.RULES.catching(way).taking(ScratchSet.HIGH).patching(4, 14)), Vector.of(name), SLICE, GuestWatcher.NONE).guests().head().ran());
    }

    @Test @DisplayName("patched by stubs that park registers, all programs by turns come to the same ends")
    void crowdedAndParked() throws IOException {
        Seq<String> names = ProgramsTest.programs();
        Monitoring rules = scribbling(Guests.RULES.catching(Catching.KEYS).taking(ScratchSet.HIGH).patching(16, 14));
        names.zip(Guests.run(rules, names, SLICE, GuestWatcher.NONE).guests()).forEach(each -> same(bare(each._1), each._2.ran()));
    }

    @Whole @Test @DisplayName("patched, all programs by turns come to the same ends")
    void crowdedAndPatched() throws IOException {
        Seq<String> names = ProgramsTest.programs();
        Monitoring rules = Guests.RULES.catching(Catching.KEYS).patching(16, 14);
        names.zip(Guests.run(rules, names, SLICE, GuestWatcher.NONE).guests()).forEach(each -> same(bare(each._1), each._2.ran()));
    }

    private static Monitoring scribbling(Monitoring taking) {
        return taking.withScratching(taking.scratching().withUsing(MonitoredProgramsTest::scribbled));
    }

    /// {@return the answer after the monitor has left something in each register of the set}
    private static Answer scribbled(Answer answer) {
        return ScratchSet.HIGH.registers().foldLeft(answer, (given, register) -> given.then(new Privileged.Moving(new Write<>(new Place.Floating(register), FloatingValue.NATVAL, SET_RETURNED))));
    }

    @Test @DisplayName("all by turns come to the same ends")
    void crowded() throws IOException {
        together(programs());
    }

    @ParameterizedTest(name = "{0}") @MethodSource("shorter") @DisplayName("it holds the same after each instruction")
    void stepped(String name) {
        BareBeside beside = new BareBeside(Guests.bare(name));
        long instructions = Guests.run(Vector.of(name), SLICE, beside).guests().head().ran().instructions();
        assertEquals(instructions, beside.compared);
    }

    /// Lets the machine without a monitor go on as far as the guest, and compares.
    private static final class BareBeside implements GuestWatcher {
        private final Turn turn = Turn.of(Guests.RULES.guest());
        private Machine bare;
        private long compared;

        BareBeside(Machine bare) {
            this.bare = bare;
        }

        @Override
        public void turns(long number, Hosting before) {
            if (number == compared) return;
            while (compared < number) go();
            assertEquals(Vector.empty(), Guests.stepped(bare, before.machine()), () -> "after %d instructions, at %s".formatted(number, bare.position()));
        }

        private void go() {
            Turn.Turned turned = turn.next(bare, Choice.USUAL);
            Machine after = bare.with(((Executed.Done) turned.executed()).effects());
            bare = turned.isInstruction() ? after.with(Events.of(after, new Event.Tick(1))) : after;
            compared += turned.isInstruction() ? 1 : 0;
        }
    }
}
