/// All parts of a machine that vectors name, but for memory and translations.
package vmmref.vectors.machine;

import io.vavr.Function1;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.IntFunction;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.register.Renaming;

/// `r33` and its NaT bit, `r33.nat`, mean what they mean in the current frame and bank. `banked.r16` is of the bank that is not the current one; `below.1` is the stacked register just below r32, a dirty one of an earlier frame.
final class Parts {
    static final String BSP = "ar.bsp";
    static final String SLOT = "slot";
    /// Whether what the frame lacks is loaded before the next instruction.
    static final String LOADING = "loading";

    private static final int STATIC = 32;
    private static final int BANK = 44;

    /// PSR without the number of the slot, which is a part of its own.
    static final Part PSR = new Part("psr", Notation.WORD, machine -> machine.psr().toString(), (machine, text) -> machine.withPsr(new Psr(Part.word(text))));
    static final Part CFM = new Part("cfm", Notation.MARKER, machine -> machine.cfm().toString(), (machine, text) -> machine.withCfm(new Cfm(Part.word(text))));
    /// The bundle of the last instruction that was done while PSR.ic was 1, which no instruction shows.
    static final String LAST = "last";
    static final Part BSPSTORE_PART = Part.word(new Place.Application(RegisterNumber.BSPSTORE));
    static final Part BSP_PART = new Part(BSP, Notation.WORD, machine -> machine.stack().bsp().toString(), Parts::withBsp);

    /// Those that say what the names of registers mean, which are therefore read before them.
    static final Seq<Part> FIRST = Vector.of(
        new Part("ip", Notation.ADDRESS, machine -> machine.position().bundle().toString(), (machine, text) -> machine.withPosition(new Position(new VirtualAddress(Part.word(text)), machine.position().slot(), Option.none()))),
        new Part(SLOT, Notation.SLOT, machine -> String.valueOf(machine.position().slot()), (machine, text) -> machine.withPosition(machine.position().withSlot(Integer.parseInt(text)))),
        PSR, CFM, BSPSTORE_PART, BSP_PART);

    /// Registers that are always called the same.
    ///
    /// @param component the component of a machine that holds them: where it is the same object, so are they
    record File(Function1<Machine, Object> component, Seq<Part> parts) { }

    static final Seq<File> FIXED = Vector.of(
        new File(Machine::branches, numbered(0, Machine.BRANCHES - 1, number -> Part.word(new Place.Branch(number)))),
        new File(Machine::application, numbered(0, Machine.FILE - 1, number -> Part.word(new Place.Application(number))).removeAt(RegisterNumber.RNAT).removeAt(RegisterNumber.BSPSTORE).removeAt(RegisterNumber.BSP)),
        new File(Machine::stack, Vector.of(Part.word(new Place.Application(RegisterNumber.RNAT)), new Part(LOADING, Notation.BIT, machine -> Part.bit(machine.stack().isLoading()), (machine, text) -> machine.withStack(machine.stack().withLoading(text.equals("1")))))),
        new File(Machine::control, numbered(1, Machine.FILE - 1, number -> Part.word(new Place.Control(number))).removeAt(RegisterNumber.PTA - 1)),
        new File(machine -> machine.addressing().regions(), numbered(0, 7, number -> region(new Place.Region(number)))),
        new File(machine -> machine.addressing().keys(), numbered(0, 255, number -> key(new Place.Key(number)))),
        new File(machine -> machine.addressing().dcr(), Vector.of(Part.word(new Place.Control(RegisterNumber.DCR)))),
        new File(machine -> machine.addressing().pta(), Vector.of(Part.word(new Place.Control(RegisterNumber.PTA)))),
        new File(Machine::addressing, Vector.of(Part.bit("ic.in-flight", Place.InFlight.IN_FLIGHT))),
        new File(Machine::inService, Vector.of(Part.vectors("in-service", Place.InService.IN_SERVICE))),
        new File(Machine::last, Vector.of(new Part(LAST, Notation.WORD, machine -> machine.last().toString(), (machine, text) -> machine.withLast(new VirtualAddress(Part.word(text)))))),
        new File(Machine::indirect, Vector.of(IndirectRegisters.File.values()).flatMap(file -> numbered(0, IndirectRegisters.RESET.file(file).length() - 1, number -> Part.word(new Place.Indirect(file, number))))));

    /// Registers whose names mean others after some instructions.
    static final Seq<File> RENAMED = Vector.of(
        new File(Machine::general, general()),
        new File(Machine::floating, numbered(2, 127, number -> Part.floating(new Place.Floating(number)))),
        new File(Machine::predicates, numbered(1, 63, number -> Part.bit("p" + number, new Place.Predicate(number)))),
        new File(Machine::alat, numbered(1, 127, number -> advanced("r", number, false)).appendAll(numbered(2, 127, number -> advanced("f", number, true)))));

    /// In the order in which they are read.
    static final Seq<Part> LIST = FIRST.appendAll(RENAMED.flatMap(File::parts)).appendAll(FIXED.flatMap(File::parts));
    static final Map<String, Part> ALL = LinkedHashMap.ofEntries(LIST.map(part -> Tuple.of(part.name(), part)));
    /// Where each stands in that order.
    static final Map<String, Integer> ORDER = HashMap.ofEntries(LIST.map(Part::name).zipWithIndex());

    private Parts() { }

    private static Seq<Part> numbered(int first, int last, IntFunction<Part> part) {
        return Vector.rangeClosed(first, last).map(part::apply);
    }

    private static Seq<Part> general() {
        return Vector.rangeClosed(1, 127).flatMap(number -> both("r" + number, current(number)))
            .appendAll(Vector.rangeClosed(16, 31).flatMap(number -> both("banked.r" + number, banked(number))))
            .appendAll(Vector.rangeClosed(1, GeneralRegisters.STACKED_NUMBER).flatMap(distance -> both("below." + distance, below(distance))));
    }

    private static Seq<Part> both(String name, Part.Register register) {
        return Vector.of(Part.general(name, register), Part.nat(name, register));
    }

    private static Part.Register current(int number) {
        Place.General place = new Place.General(number);
        return new Part.Register(place::of, place::with);
    }

    /// A register of the bank that is not the current one.
    private static Part.Register banked(int number) {
        Part.Register register = current(number);
        return new Part.Register(machine -> register.of().apply(switched(machine)), (machine, value) -> switched(register.with().apply(switched(machine), value)));
    }

    private static Machine switched(Machine machine) {
        return machine.withPsr(machine.psr().with(BANK, !machine.psr().bn()));
    }

    /// A stacked register below r32.
    private static Part.Register below(int distance) {
        return new Part.Register(machine -> machine.general().get(below(machine, distance)), (machine, value) -> machine.withGeneral(machine.general().with(below(machine, distance), value)));
    }

    private static int below(Machine machine, int distance) {
        return GeneralRegisters.STACKED + machine.stack().stacked(-distance);
    }

    private static Part region(Place.Region place) {
        return new Part(place.toString(), Notation.WORD, place::of, machine -> place.of(machine).toString(), (machine, text) -> place.with(machine, new RegionRegister(Part.word(text))));
    }

    /// One that the machine does not have is 0.
    private static Part key(Place.Key place) {
        return new Part(place.toString(), Notation.WORD, machine -> place.number() < machine.addressing().keys().number() ? place.of(machine).toString() : Notation.WORD.zero(),
            (machine, text) -> place.with(machine, new ProtectionKeyRegister(Part.word(text))));
    }

    private static Part advanced(String letter, int number, boolean floating) {
        return new Part("alat." + letter + number, Notation.RANGE, machine -> machine.alat().get(tag(machine, number, floating)).map(range -> range.start() + "+" + range.size()).getOrElse(Notation.RANGE.zero()),
            (machine, text) -> machine.withAlat(machine.alat().with(tag(machine, number, floating), range(text))));
    }

    private static Alat.Tag tag(Machine machine, int number, boolean floating) {
        return new Alat.Tag(floating, floating ? Renaming.floating(number, machine.cfm()) : Renaming.general(number, machine.cfm(), machine.stack(), machine.psr().bn()));
    }

    private static Option<Alat.Range> range(String text) {
        return Option.when(!text.equals(Notation.RANGE.zero()), () -> new Alat.Range(new PhysicalAddress(Part.word(text.substring(0, 16))), Integer.parseInt(text.substring(17))));
    }

    /// {@return a machine whose dirty registers fill what is between BSPSTORE and an address, or whose frame lacks what is between an address and BSPSTORE; the same machine if neither can be}
    private static Machine withBsp(Machine machine, String text) {
        RegisterStack stack = machine.stack();
        return Vector.rangeClosed(-GeneralRegisters.STACKED_NUMBER, GeneralRegisters.STACKED_NUMBER).map(dirty -> new RegisterStack(stack.base(), dirty, stack.bspstore(), stack.rnat()))
            .find(each -> each.bsp().toString().equals(text)).map(machine::withStack).getOrElse(machine);
    }

    /// {@return the parts that two machines may hold differently}
    static Seq<Part> unlike(Machine one, Machine other) {
        boolean renamed = !one.cfm().equals(other.cfm()) || !one.stack().equals(other.stack()) || one.psr().bn() != other.psr().bn();
        return FIRST.appendAll(RENAMED.filter(file -> renamed || !file.component.apply(one).equals(file.component.apply(other))).flatMap(File::parts))
            .appendAll(FIXED.filter(file -> file.component.apply(one) != file.component.apply(other)).flatMap(File::parts));
    }

    /// {@return whether a name means a register that a machine has: one of the frame or below it, not both}
    static boolean exists(Machine machine, String name) {
        int dirty = Math.max(0, machine.stack().dirty());
        String whole = name.endsWith(Part.NAT) ? name.substring(0, name.length() - Part.NAT.length()) : name;
        if (whole.startsWith("below.")) return Integer.parseInt(whole.substring(6)) <= dirty;
        if (!whole.startsWith("r") || whole.startsWith("rr")) return true;
        return Integer.parseInt(whole.substring(1)) < STATIC + GeneralRegisters.STACKED_NUMBER - dirty;
    }
}
