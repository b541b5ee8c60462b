package vmmref.vectors.running;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.PrintWriter;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Turn.Turned;
import vmmref.spec.Clause;
import vmmref.spec.Executions;
import vmmref.spec.Stacks;
import vmmref.vectors.elf.Symbols;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.Ink;
import vmmref.vectors.run.UsageMistake;

/// Prints a line for each instruction, one for each delivery of an interruption, and one for each label that control comes to.
public final class Trace implements Watcher {
    private static final int LINE    = 150;
    private static final int CHECKED = 1024;
    private static final int COUNT   = 6;
    private static final int ADDRESS = 8;
    private static final int TEXT    = 32;
    private static final int EFFECTS = 50;
    private static final String GAP  = "  ";
    private static final Seq<Integer> TOLD = Vector.of(RegisterNumber.IIP, RegisterNumber.ISR, RegisterNumber.IFA, RegisterNumber.IIM);

    private final PrintWriter out;
    private final Symbols symbols;
    private final Ink ink;
    private final boolean json;
    private final Option<Integer> guest;
    private Position expected = Position.at(0);

    private Trace(PrintWriter out, Symbols symbols, Ink ink, boolean json, Option<Integer> guest) {
        this.out     = out;
        this.symbols = symbols;
        this.ink     = ink;
        this.json    = json;
        this.guest   = guest;
    }

    /// {@return lines for a person, below a heading}
    public static Trace text(PrintWriter out, Symbols symbols, Ink ink) {
        out.println(ink.quiet(line("#", "address", "instruction", "effects") + GAP + "decided by"));
        return new Trace(out, symbols, ink, false, Option.none());
    }

    /// {@return an object on each line}
    public static Trace json(PrintWriter out, Symbols symbols) {
        return new Trace(out, symbols, new Ink(false), true, Option.none());
    }

    /// {@return lines of the instructions of a guest; they begin with its number}
    static Trace guest(PrintWriter out, Symbols symbols, Ink ink, boolean json, int guest) {
        return new Trace(out, symbols, ink, json, Option.some(guest));
    }

    @Override
    public void saw(long number, Machine before, Text instruction, Turned turned) {
        Executed executed = turned.executed();
        if (number % CHECKED == 0 && out.checkError()) throw new UsageMistake("standard output is closed; the trace ends here");
        if (json) {
            ObjectNode object = guest.map(each -> Json.object().put("guest", each)).getOrElse(Json::object);
            out.println(Json.line(filled(object, number, before, instruction.read(), turned)));
        } else {
            label(before.position()).forEach(label -> print(ink.strong(label)));
            line(number, before, instruction.read(), turned).forEach(this::print);
            if (guest.isEmpty()) delivery(before, turned).forEach(this::print);
        }
        expected = executed instanceof Executed.Done(var effects, var because, _) && !isTaken(before, effects.writes()) ? before.with(effects).position() : Position.at(0);
    }

    private void print(String line) {
        out.println(guest.map(number -> "%-3d".formatted(number)).getOrElse("") + line);
    }

    /// Prints a line below that of an instruction.
    void below(String mark, String what, String details) {
        print(line("", mark, what, details).stripTrailing());
    }

    /// {@return the label that control comes to: the name of the bundle, or, where a branch led there, the nearest one before it}
    private Seq<String> label(Position position) {
        if (position.slot() != 0) return Vector.empty();
        long at = position.bundle().bits();
        return (isSame(expected, position) ? symbols.exactly(at) : symbols.near(at)).toVector();
    }

    /// {@return the line of an instruction; none for an external interrupt, which is taken before one}
    private Option<String> line(long number, Machine before, String instruction, Turned turned) {
        if (turned.taken().contains(Interruption.EXTERNAL_INTERRUPT)) return Option.none();
        Executed executed = own(turned);
        String left = line("" + number, address(before.position()), instruction, effects(before, instruction, executed));
        String right = GAP + clauses(executed, LINE - left.length() - GAP.length());
        return Option.some(executed.because() == Executions.INSTRUCTION_NULLIFIED ? ink.quiet(left + right) : (executed instanceof Executed.Done ? left : ink.notable(left)) + ink.quiet(right));
    }

    /// {@return what comes of the instruction itself, without the delivery of what interrupted it}
    private static Executed own(Turned turned) {
        return turned.taken().isEmpty() ? turned.executed() : new Executed.Done(Effects.of(turned.executed() instanceof Executed.Done done ? done.effects().writes().take(instructions(done)) : Vector.empty()), turned.executed().because());
    }

    /// {@return how many effects are those of the instruction: those up to where it would have gone on, if it was done}
    private static int instructions(Executed.Done done) {
        Seq<Write<?>> writes = done.effects().writes();
        return 1 + writes.init().lastIndexWhere(write -> write.place() == Place.Next.NEXT);
    }

    /// {@return the line of a delivery, if there is one: what interrupted, what a handler wants to know of it, and where the machine goes on}
    private Option<String> delivery(Machine before, Turned turned) {
        if (turned.taken().isEmpty() || !(turned.executed() instanceof Executed.Done done)) return Option.none();
        Seq<String> told = named(done.effects().writes().drop(instructions(done)).filter(write -> write.place() instanceof Place.Control control && TOLD.contains(control.number()))).map(each -> each._1 + "=" + each._2);
        return Option.some(ink.notable(line("", "=>", turned.taken().map(Interruption::text).mkString(", "),
            told.append("-> %x".formatted(before.with(done.effects()).position().bundle().bits())).mkString(" "))));
    }

    private static String line(String number, String address, String instruction, String effects) {
        return ("%" + COUNT + "s" + GAP + "%-" + ADDRESS + "s" + GAP + "%-" + TEXT + "s" + GAP + "%-" + EFFECTS + "s").formatted(number, address, instruction, effects);
    }

    static String address(Position position) {
        return "%x.%d".formatted(position.bundle().bits(), position.slot());
    }

    private static String effects(Machine before, String instruction, Executed executed) {
        return switch (executed) {
            case Executed.Raised(var fault, var because)    -> fault.kind().text() + fault.at().map(at -> " at " + at).getOrElse("");
            case Executed.Unspecified(var because)          -> "unspecified";
            case Executed.MachineCheck(var because)         -> "machine check";
            case Executed.Done(var effects, var because, _) when because == Executions.INSTRUCTION_NULLIFIED -> instruction.substring(1, instruction.indexOf(')')) + "=0: nullified";
            case Executed.Done(var effects, var because, _)    -> named(effects.writes().filter(write -> isNews(before, write))).map(each -> each._1 + "=" + each._2)
                .appendAll(isTaken(before, effects.writes()) ? Vector.of("-> %x".formatted(before.with(effects).position().bundle().bits())) : Vector.empty()).mkString(" ");
        };
    }

    private static Seq<Tuple2<String, String>> named(Seq<Write<?>> writes) {
        return writes.filter(write -> write.place() != Place.Next.NEXT && !isHidden(write)).map(EffectText::of);
    }

    /// {@return whether no register shows an effect: which bundle was the last}
    private static boolean isHidden(Write<?> write) {
        return write.place() == Place.Last.LAST;
    }

    /// {@return whether a reader wants to see an effect: frames only where they change}
    private static boolean isNews(Machine before, Write<?> write) {
        return switch (write.place()) {
            case Place.Stack stack -> !before.stack().equals(write.value());
            case Place.Frame frame -> !before.cfm().equals(write.value());
            default                -> true;
        };
    }

    private static boolean isTaken(Machine before, Seq<Write<?>> writes) {
        return !writes.isEmpty() && writes.last() instanceof Write<?> last && last.place() == Place.Next.NEXT && last.because() != Executions.SLOT_FOLLOWED && last.because() != Stacks.REFERENCE_STEPPED;
    }

    private static boolean isSame(Position one, Position other) {
        return one.bundle().equals(other.bundle()) && one.slot() == other.slot();
    }

    /// {@return the clause that decided, then those of the effects, as far as there is room}
    private static String clauses(Executed executed, int room) {
        Seq<String> names = because(executed).map(Clause::name);
        int shown = Math.max(1, names.zipWithIndex().takeWhile(each -> names.take(each._2 + 1).mkString(" ").length() + " +9".length() <= room).size());
        return names.take(shown).mkString(" ") + (shown < names.size() ? " +" + (names.size() - shown) : "");
    }

    private static Seq<Clause> because(Executed executed) {
        Seq<Clause> of = executed instanceof Executed.Done(var effects, var because, _) ? effects.writes().reject(Trace::isHidden).map(Write::because) : Vector.empty();
        return Vector.of(executed.because()).appendAll(of.filter(clause -> clause != Executions.SLOT_FOLLOWED)).distinct();
    }

    private ObjectNode filled(ObjectNode object, long number, Machine before, String instruction, Turned turned) {
        Executed executed = guest.isEmpty() ? turned.executed() : own(turned);
        object.put("number", number).put("at", before.position().toString()).put("instruction", instruction);
        switch (executed) {
            case Executed.Raised(var fault, var because) -> {
                object.put("fault", fault.kind().text());
                fault.at().forEach(at -> object.put("address", at.toString()));
            }
            case Executed.Unspecified(var because)       -> object.put("unspecified", true);
            case Executed.MachineCheck(var because)      -> object.put("machine-check", true);
            case Executed.Done(var effects, var because, _) -> {
                ObjectNode changed = object.putObject("effects");
                named(effects.writes()).forEach(each -> changed.put(each._1, each._2));
                if (isTaken(before, effects.writes())) changed.put("ip", before.with(effects).position().toString());
            }
        }
        if (!turned.taken().isEmpty()) object.set("taken", Json.texts(turned.taken().map(Interruption::text)));
        object.set("because", Json.texts(because(executed).map(Clause::name)));
        return object;
    }
}
