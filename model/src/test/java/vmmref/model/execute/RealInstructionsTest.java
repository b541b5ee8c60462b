package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.profile.Profile;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Choice;

/// What was worked by hand of floating-point instructions, all but what memory has to do with it.
class RealInstructionsTest {
    private static final Machine MACHINE = new Place.Floating(6).with(Bench.MACHINE, new FloatingValue(true, 0x10007, -1L));

    static Stream<String> rows() throws IOException {
        try (InputStream file = RealInstructionsTest.class.getResourceAsStream("reals.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void worked(String row) {
        Seq<String> cells = Vector.of(row.split("\t"));
        Machine before = words(cells.get(2)).foldLeft(MACHINE, RealInstructionsTest::with);
        assertEquals(cells.last(), switch (executed(before, cells.get(1))) {
            case Executed.Done done     -> differing(before, before.with(done.effects()), words(cells.last()));
            case Executed.Raised raised -> raised.fault().kind().text();
            default                     -> "neither";
        }, row);
    }

    private static Seq<String> words(String cell) {
        return cell.equals("-") ? Vector.empty() : Vector.of(cell.split(" "));
    }

    private static Machine with(Machine machine, String change) {
        Seq<String> parts = Vector.of(change.split("="));
        return switch (parts.head().charAt(0)) {
            case 'f' -> new Place.Floating(number(parts.head())).with(machine, value(parts.last()));
            case 'p' -> new Place.Predicate(number(parts.head())).with(machine, parts.last().equals("1"));
            default  -> new Place.Application(RegisterNumber.FPSR).with(machine, Long.parseUnsignedLong(parts.last(), 16));
        };
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static FloatingValue value(String text) {
        Seq<String> parts = Vector.of(text.split(":"));
        return new FloatingValue(parts.head().equals("1"), Integer.parseInt(parts.get(1), 16), Long.parseUnsignedLong(parts.last(), 16));
    }

    private static Executed executed(Machine machine, String text) {
        Instruction instruction = Vector.of(Unit.F, Unit.M).flatMap(unit -> Assembler.architected().assemble(unit, text) instanceof Assembled.Done done ? Option.some(done.instruction()) : Option.<Instruction>none()).head();
        Ready ready = Ready.of(new Decoded.Assigned(instruction, Slot.ZERO, instruction.form().clause()), true, Meanings::of);
        return ready.meaning().of(new Execution(Semantics.architected(Profile.named("itanium2").get()).translator(), machine, ready.operands(), Choice.USUAL));
    }

    /// {@return what is different in the order of the row}
    private static String differing(Machine before, Machine after, Seq<String> order) {
        Map<String, String> was = places(before);
        Map<String, String> is = places(after).filter((place, value) -> !was.get(place).contains(value));
        Seq<String> listed = order.map(word -> word.substring(0, word.indexOf('=')));
        String text = listed.filter(is::containsKey).appendAll(is.keySet().toVector().removeAll(listed)).map(place -> place + "=" + is.get(place).get()).mkString(" ");
        return text.isEmpty() ? "-" : text;
    }

    private static Map<String, String> places(Machine machine) {
        return LinkedHashMap.of("f6", machine.floating(6).toString(), "f40", machine.floating(40).toString(), "p6", machine.predicate(6) ? "1" : "0", "p7", machine.predicate(7) ? "1" : "0",
            "ar.fpsr", "%016x".formatted(machine.application(RegisterNumber.FPSR)));
    }
}
